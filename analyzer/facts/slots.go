package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Slot is a place of a template that nobody filled in.
type Slot struct {
	Page  int
	Range policy.Range
}

// Slots are the unfilled places of the policy: OOO, [회사명], YYYY년, signs with no name between
// them, what a template tells its user to write, and labels of contacts with nothing behind them.
var Slots = analyzer.NewFact("slots", func(p *analyzer.Pass) []Slot {
	var out []Slot
	for _, r := range readers.Of(p) {
		find := finders(r)
		for i := range r.lines {
			switch r.body[i] {
			case Menu, Contents, Older, Comparison, Beside:
				continue
			}
			at := r.lines[i].Block.Range.Start
			for _, f := range find {
				f(&r.lines[i], func(start, end int) {
					out = append(out, Slot{r.page, policy.Range{Start: at + start, End: at + end}})
				})
			}
			if r.unanswered(i) {
				end := i
				for end+1 < len(r.lines) && r.isBareLabel(end+1) {
					end++
				}
				out = append(out, Slot{r.page, policy.Range{Start: r.lines[i].Block.Range.Start, End: r.lines[end].Block.Range.End}})
			}
		}
	}
	return out
})

// finder looks for slots in a line, at offsets of its text.
type finder func(l *Line, add func(start, end int))

// finders are those worth running on a page, as a few passes over its whole text tell.
func finders(r *reader) []finder {
	var out []finder
	text := r.doc.Visible
	has := func(s string) bool { return strings.Contains(text, s) }
	if slices.ContainsFunc(signs[:], has) {
		out = append(out, blanks)
	}
	if slices.ContainsFunc(dateSlots[:], has) {
		out = append(out, unfilledDates)
	}
	if has("[") || has("<") || has("{") {
		out = append(out, brackets)
	}
	if slices.ContainsFunc(nameSigns[:], func(p [2]string) bool { return has(p[0]) }) {
		out = append(out, emptySigns)
	}
	if len(r.index.of(slotWords().instruction)) > 0 {
		out = append(out, instructions)
	}
	return out
}

// signs stand for letters that are to come.
var signs = [...]string{"○○", "◯◯", "〇〇", "△△", "ㅇㅇ", "OOO", "ＯＯＯ"}

type slotPhrases struct{ name, instruction, label, shown phrases.ID }

var slotWords = sync.OnceValue(func() slotPhrases {
	return slotPhrases{phrase("slot.name"), phrase("slot.instruction"), phrase("slot.label"), phrase("slot.shown")}
})

// instructions finds what a template tells its user to write.
func instructions(l *Line, add func(start, end int)) {
	for i := range l.Units {
		if m, ok := l.Units[i].find(slotWords().instruction); ok {
			add(m.Start-l.Block.Range.Start, m.End-l.Block.Range.Start)
		}
	}
}

// blanks finds runs of signs that stand for letters: ○○○, OOO, ㅇㅇㅇ, △△.
func blanks(l *Line, add func(start, end int)) {
	s := l.Block.Text
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		least := 0
		switch r {
		case '○', '◯', '〇', '△', 'ㅇ':
			least = 2
		case 'O', 'Ｏ':
			least = 3
		}
		end := i + size
		for n := 1; least > 0; n++ {
			next, w := utf8.DecodeRuneInString(s[end:])
			if next != r {
				before, _ := utf8.DecodeLastRuneInString(s[:i])
				if n >= least && !isLatin(before) && !isLatin(next) {
					add(i, end)
				}
				break
			}
			end += w
		}
		i = end
	}
}

func isLatin(r rune) bool { return r < unicode.MaxASCII && unicode.IsLetter(r) }

// dateSlots are how templates write a date that is to come.
var dateSlots = [...]string{"YYYY년", "yyyy년", "YYYY-MM-DD", "YYYY.MM.DD", "20XX", "20xx", "20○○", "20OO", "0000년", "0000-00-00", "0000.00.00", "MM월", "XX월", "00월 00일", "00월00일", ". 00. 00", ".00.00", "-00-00", "____"}

func unfilledDates(l *Line, add func(start, end int)) {
	s := l.Block.Text
	for _, slot := range dateSlots {
		n := strings.Index(s, slot)
		if n < 0 || slot[0] == '0' && n > 0 && unicode.IsDigit(rune(s[n-1])) {
			continue
		}
		if (slot[0] == '-' || slot[0] == '.') && (n == 0 || !unicode.IsDigit(rune(s[n-1]))) {
			continue // the end of something other than a date
		}
		start, end := n, n+len(slot)
		for start > 0 && (unicode.IsDigit(rune(s[start-1])) || s[start-1] == 'Y') {
			start--
		}
		add(start, end)
		return
	}
}

// longSlot is how many bytes a slot in brackets has at the most.
const longSlot = 61

// brackets finds names of slots in brackets.
func brackets(l *Line, add func(start, end int)) {
	s := l.Block.Text
	for i := 0; i < len(s); i++ {
		var closing byte
		switch s[i] {
		case '[':
			closing = ']'
		case '<':
			closing = '>'
		case '{':
			closing = '}'
		default:
			continue
		}
		n := strings.IndexByte(s[i:min(len(s), i+longSlot)], closing)
		if n < 0 || i > 0 && s[i-1] == '$' || strings.HasPrefix(s[i:], "{{") {
			continue
		}
		inner := s[i+1 : i+n]
		if strings.ContainsAny(inner, ",/") {
			i += n // a list of items
			continue
		}
		scan := phrases.Default().Scan(inner)
		m := scan.Unit(0, len(inner), nil)
		scan.Close()
		if (&Unit{Matches: m}).has(slotWords().name) {
			add(i, i+n+1)
		}
		i += n
	}
}

// nameSigns are the signs that stand around nothing but names and quotations.
var nameSigns = [...][2]string{{"‘", "’"}, {"“", "”"}, {"「", "」"}, {"『", "』"}}

var openingNames = newAnyOf("‘", "“", "「", "『")

// emptySigns finds signs with nothing between them where a name would stand: 아래는 ‘’ 회원 가입 시. In a line
// where they do not pair otherwise, one of them may be a slip of the pen; beside a button, a picture is lost.
func emptySigns(l *Line, add func(start, end int)) {
	if l.has(slotWords().shown) {
		return
	}
	s := l.Block.Text
	if !openingNames.in(s) {
		return
	}
	for _, p := range nameSigns {
		if strings.Count(s, p[0]) != strings.Count(s, p[1]) {
			continue
		}
		for at := 0; ; {
			i := strings.Index(s[at:], p[0])
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(p[0])
			rest := strings.TrimLeft(s[at:], " ")
			if !strings.HasPrefix(rest, p[1]) {
				continue
			}
			end := len(s) - len(rest) + len(p[1])
			before, _ := utf8.DecodeLastRuneInString(s[:start])
			behind := strings.TrimLeft(s[end:], " ")
			next, _ := utf8.DecodeRuneInString(behind)
			if (start == 0 || before == ' ' || before == '(') && unicode.IsLetter(next) {
				add(start, end)
			}
		}
	}
}

// unanswered reports whether a line is the first of several labels of contacts with nothing but
// punctuation behind them. A single one may have its value on the next line.
func (r *reader) unanswered(line int) bool {
	return r.isBareLabel(line) && (line == 0 || !r.isBareLabel(line-1)) && line+1 < len(r.lines) && r.isBareLabel(line+1)
}

func (r *reader) isBareLabel(line int) bool {
	l := &r.lines[line]
	s := l.Block.Text
	if l.cell != nil || len(s) >= 100 {
		return false
	}
	colon := strings.LastIndexByte(s, ':')
	return colon > 0 && l.has(slotWords().label) && !hasLetters(s[colon:])
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// isSlot reports whether a text is nothing but signs that stand for letters.
func isSlot(s string) bool {
	for _, r := range strings.TrimSpace(s) {
		if unicode.IsLetter(r) && r != 'O' && r != 'X' || unicode.IsDigit(r) && r != '0' {
			return false
		}
	}
	return true
}
