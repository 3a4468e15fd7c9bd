package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// A label announces, within a line, what stands behind it: 수탁자 : 가람로지스.
type label struct {
	fields []Field
	title  policy.Range // in the visible text
	value  policy.Range // up to the next label or the end of the line
}

// labelsIn are the labels of a stretch of one line.
func (r *reader) labelsIn(at policy.Range) []label {
	text := r.doc.TextOf(at)
	var out []label
	from := 0 // behind the last label's sign
	for i := 0; i < len(text); {
		n := colon(text, i)
		if n == 0 {
			i++
			continue
		}
		if start, fields := labelBefore(text[from:i], len(out) > 0); fields != nil {
			if len(out) > 0 {
				out[len(out)-1].value.End = at.Start + from + start
			}
			out = append(out, label{fields, policy.Range{Start: at.Start + from + start, End: at.Start + i}, policy.Range{Start: at.Start + i + n, End: at.End}})
			from = i + n
		}
		i += n
	}
	if len(out) == 0 {
		out = r.labelFirst(at, text)
	}
	for i := range out {
		out[i].value = r.trim(out[i].value)
	}
	return out
}

// colon is the length of the colon at i: none of an address, a time or a ratio.
func colon(text string, i int) int {
	switch {
	case strings.HasPrefix(text[i:], "："):
		return len("：")
	case text[i] != ':', strings.HasPrefix(text[i:], "://"):
		return 0
	case i > 0 && isDigit(text[i-1]) && i+1 < len(text) && isDigit(text[i+1]):
		return 0
	}
	return 1
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// labelSigns stand before a label within a line.
const labelSigns = "(,;|/·ㆍ•▶■○●※*-–—)]>」、，／"

// widen takes what stands before the signs within a label to it, as long as each part announces
// something: 시기·방법. Within a line of labels the value of the one before stands there, too.
func widen(text string, cut, end int, fields []Field, within bool) (int, []Field) {
	for start := cut; start > 0; {
		if _, n := utf8.DecodeLastRuneInString(text[:start]); !strings.ContainsAny(text[start-n:start], "·/,、ㆍ") {
			break
		}
		start = max(0, strings.LastIndexAny(text[:max(0, start-1)], labelSigns))
		from := start
		if start > 0 {
			_, n := utf8.DecodeRuneInString(text[start:])
			from += n
		}
		if isLonger(text[from:end], longTitle) || !isTitle(text[from:end]) || within && !hasLetters(text[:from]) {
			break
		}
		cut, fields = from, fieldsOf(text[from:end])
	}
	return cut, fields
}

// labelBefore is the label with which a text ends, and where it begins: behind a sign, or, within a line
// that has labels already, the last words before the colon.
func labelBefore(text string, within bool) (int, []Field) {
	end := len(strings.TrimRight(text, " "))
	for start := end; start > 0; {
		i := strings.LastIndexAny(text[:start], labelSigns)
		if i < 0 && within {
			break
		}
		cut := 0
		if i >= 0 {
			_, n := utf8.DecodeRuneInString(text[i:])
			cut = i + n
		}
		if !isLonger(text[cut:end], longTitle) {
			if fields := fieldsOf(text[cut:end]); fields != nil {
				cut, fields = widen(text, cut, end, fields, within)
				return cut + len(text[cut:]) - len(strings.TrimLeft(text[cut:], " ")), fields
			}
		}
		start = max(i, 0)
	}
	if !within {
		return 0, nil
	}
	best, found := 0, []Field(nil)
	for words, start := 0, end; words < 3 && start > 0; words++ {
		i := strings.LastIndexByte(text[:start], ' ')
		word := text[i+1 : start]
		if found != nil && (i < 0 || sidesOf(word) == 0 && fieldsOf(word) == nil) {
			break // 비자패스 업무: the name is no part of the label
		}
		if fields := fieldsOf(text[i+1 : end]); fields != nil {
			best, found = i+1, fields
		}
		if start = i; i < 0 {
			break
		}
	}
	return best, found
}

// labelBrackets stand around a label at the start of a line.
var labelBrackets = [...][2]string{{"[", "]"}, {"<", ">"}, {"【", "】"}, {"(", ")"}, {"「", "」"}, {"〈", "〉"}}

// labelEnds are the signs other than a colon that part a label from what it announces, in the order in which they
// are looked for.
var labelEnds = newAnyOf(" - ", " – ", " — ", " ― ", "……", "…", "......", "☞", "->", "=>", "⇒", "\t", " | ", " = ", " → ", " ▶ ")

// labelFirst is the label with which a line begins without a colon: in labelBrackets, or before a dash.
func (r *reader) labelFirst(at policy.Range, text string) []label {
	for _, b := range labelBrackets {
		if !strings.HasPrefix(text, b[0]) {
			continue
		}
		if i := strings.Index(text, b[1]); i > 0 && hasLetters(text[i:]) {
			if fields := fieldsOf(text[len(b[0]):i]); fields != nil {
				return []label{{fields, policy.Range{Start: at.Start + len(b[0]), End: at.Start + i}, policy.Range{Start: at.Start + i + len(b[1]), End: at.End}}}
			}
		}
	}
	if !labelEnds.in(text) {
		return nil
	}
	for _, sign := range labelEnds.all {
		if i := strings.Index(text, sign); i > 0 {
			if fields := fieldsOf(text[:i]); fields != nil && hasLetters(text[i+len(sign):]) {
				return []label{{fields, policy.Range{Start: at.Start, End: at.Start + i}, policy.Range{Start: at.Start + i + len(sign), End: at.End}}}
			}
		}
	}
	return nil
}

// trim drops spaces and the signs that part values at both ends of a range.
func (r *reader) trim(at policy.Range) policy.Range {
	text := r.doc.TextOf(at)
	at.Start += len(text) - len(strings.TrimLeft(text, " :：\t…☞>├└─│"))
	if strings.HasPrefix(r.doc.Visible[at.Start:], "..") {
		at.Start += at.Len() - len(strings.TrimLeft(r.doc.TextOf(at), ". "))
	}
	at.End = max(at.Start, at.Start+len(strings.TrimRight(r.doc.Visible[at.Start:max(at.Start, at.End)], " ,;/|·-–\t■▶○●※(…☞>=⇒─")))
	if strings.HasSuffix(r.doc.TextOf(at), "..") {
		at.End = at.Start + len(strings.TrimRight(r.doc.TextOf(at), ". "))
	}
	if text := r.doc.TextOf(at); strings.HasSuffix(text, ")") && !strings.Contains(text, "(") {
		at.End--
	}
	return at
}

// content is a line without its numbering.
func (l *Line) content() policy.Range {
	return policy.Range{Start: l.Block.Range.Start + l.mark.end, End: l.Block.Range.End}
}
