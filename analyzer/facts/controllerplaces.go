package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// labelled finds the label of an issuer's name, as in 상호: 가온들, outside of the sections that are
// about others.
func (r *reader) labelled() (Issuer, bool) {
	for _, o := range r.index.of(controllerWords().label) {
		l := &r.lines[o.line]
		if l.cell != nil || r.body[o.line] == Older || r.isAboutOthers(o.line) {
			continue
		}
		at := o.at.End - l.Block.Range.Start
		if c, ok := r.issuer(l, at, valueEnd(l, at)); ok {
			return c, true
		}
	}
	return Issuer{}, false
}

// isAboutOthers reports whether a line stands in a section about recipients or outside bodies.
func (r *reader) isAboutOthers(line int) bool {
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		if isOthers(r.headings[i].Clauses) || within(r.headings[i].Clauses, Remedies) || within(r.headings[i].Clauses, DomesticAgent) {
			return true
		}
	}
	return false
}

// valueEnd is where the value of a label ends that stands at start: at a sign, a second label, or a
// bracket.
func valueEnd(l *Line, start int) int {
	end := windowBehind(l.Block.Text, start)
	if m, ok := l.findIn(controllerWords().represented, l.part(start+1, end)); ok {
		end = m.Start - l.Block.Range.Start
	}
	value := l.Block.Text[start:end]
	for _, sign := range [...]string{"|", "/", "·", "ㅣ", "(", "（"} {
		if i := strings.Index(value, sign); i > 0 && hasLetters(value[:i]) && company.FormAtEnd(value) == 0 {
			value = value[:i]
		}
	}
	return start + len(value)
}

// mostTitles is how many lines that name the policy are looked at for its issuer.
const mostTitles = 8

// inTitle finds the issuer in the line that names the policy: 가온들 개인정보 처리방침.
func (r *reader) inTitle() (Issuer, bool) {
	seen := 0
	for _, o := range r.index.of(titleWords().policy) {
		l := &r.lines[o.line]
		if r.body[o.line] != Own || l.cell != nil || l.ended && l.Block.Kind != policy.Heading || l.size > longHeading || len(l.clauses) > 0 || !r.before(o.line) {
			continue
		}
		if seen++; seen > mostTitles {
			break
		}
		if c, ok := r.besideTitle(l, titleWords().policy); ok {
			return c, true
		}
	}
	return Issuer{}, false
}

// besideTitle is the name before or behind the name of the document in a line; behind it a sign must
// stand between.
func (r *reader) besideTitle(l *Line, title phrases.ID) (Issuer, bool) {
	text := l.Block.Text
	start, end := len(text), 0
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			if m.Phrase == title {
				start, end = min(start, m.Start-l.Block.Range.Start), max(end, m.End-l.Block.Range.Start)
			}
		}
	}
	for from := max(l.mark.end, windowBefore(text, start)); from < start; {
		part := from
		if i := lastSeparator(text[from:start]); i >= 0 {
			part = from + i // 홈 > 가온들 개인정보 처리방침
		}
		if c, ok := r.issuer(l, part, start); ok {
			return c, true
		}
		start = part
		if part == from {
			break
		}
		_, n := utf8.DecodeLastRuneInString(text[from:start])
		start -= n
	}
	behind := text[end:]
	if i := strings.IndexAny(behind, "|-–—:•·<＜"); i >= 0 && size(behind[:i]) <= 6 {
		return r.issuer(l, end+i, len(text))
	}
	return Issuer{}, false
}

// lastSeparator is where the last sign ends that sets the parts of a title apart, or -1.
func lastSeparator(s string) int {
	i := strings.LastIndexAny(s, "|–—:>＞»/")
	if j := strings.LastIndex(s, " - "); j > i {
		i = j + 1
	}
	if i < 0 {
		return -1
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return i + n
}

// runner finds who is said to run what the policy is of: 가온들에서 운영하는 누리집.
func (r *reader) runner() (Issuer, bool) {
	for _, o := range r.index.of(controllerWords().runs) {
		l := &r.lines[o.line]
		if r.body[o.line] != Own || l.cell != nil || r.isAboutOthers(o.line) || !r.before(o.line) && !(o.line < nearTop && o.unit.has(titleWords().policy)) {
			continue
		}
		at, text := o.at.Start-l.Block.Range.Start, l.Block.Text
		if isLatin(rune(text[at])) {
			at = o.at.End - l.Block.Range.Start
			if c, ok := r.issuer(l, at, at+latinName(text[at:])); ok {
				return c, true
			}
			continue
		}
		if c, ok := r.runs(l, at); ok {
			return c, true
		}
	}
	return Issuer{}, false
}

// runs is the name before a verb that says that somebody runs something: the nearest word with the
// particle of a subject or a place.
func (r *reader) runs(l *Line, verb int) (Issuer, bool) {
	text := l.Block.Text[windowBefore(l.Block.Text, verb):verb]
	cut := verb - len(text)
	for at := len(text); at > 0 && size(text[at:]) < 2*longName; {
		word := strings.TrimRight(text[:at], " ")
		at = strings.LastIndexByte(word, ' ') + 1
		for _, p := range [...]string{"에서", "이", "가"} {
			name, ok := strings.CutSuffix(word, p)
			if !ok || len(name) <= at {
				continue
			}
			start, stop := nameBefore(l.Block.Text, cut+len(name))
			if c, ok := r.issuer(l, start, stop); ok {
				return c, true
			}
		}
	}
	return Issuer{}, false
}

// referred finds the issuer where an English policy says what it means by the Company.
func (r *reader) referred() (Issuer, bool) {
	for _, o := range r.index.of(controllerWords().refers) {
		l := &r.lines[o.line]
		if r.body[o.line] != Own || l.cell != nil {
			continue
		}
		at := o.at.End - l.Block.Range.Start
		if c, ok := r.issuer(l, at, at+latinName(l.Block.Text[at:])); ok {
			return c, true
		}
	}
	return Issuer{}, false
}

// latinName is how far a text begins with words in capitals.
func latinName(s string) int {
	end := 0
	for s = s[:windowBehind(s, 0)]; end < len(s); {
		rest := strings.TrimLeft(s[end:], " ")
		word, _, _ := strings.Cut(rest, " ")
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(first) && first != '&' {
			break
		}
		end = len(s) - len(rest) + len(word)
		if strings.HasSuffix(word, ",") && !hasPrefixFold(strings.TrimLeft(s[end:], " "), "inc") && !hasPrefixFold(strings.TrimLeft(s[end:], " "), "ltd") {
			return end - 1
		}
		if strings.HasSuffix(word, ".") && company.FormAtEnd(" "+word) == 0 {
			return end - 1
		}
	}
	return end
}

// product finds the product whose policy it is, where nobody else is told: 가온지도(이하 '앱')는 …
func (r *reader) product() (Issuer, bool) {
	for _, o := range r.index.of(controllerWords().product) {
		l := &r.lines[o.line]
		if r.body[o.line] != Own || l.cell != nil {
			continue
		}
		if c, ok := r.subjectOf(l, o.unit); ok {
			return c, true
		}
	}
	return Issuer{}, false
}

// pageTitle finds the issuer in the title of the page, beside the name of the document.
func (r *reader) pageTitle() (Issuer, bool) {
	for i := range r.lines {
		l := &r.lines[i]
		if r.body[i] != Title {
			continue
		}
		for _, title := range [...]phrases.ID{titleWords().policy, titleWords().terms} {
			if l.has(title) {
				return r.besideTitle(l, title)
			}
		}
	}
	return Issuer{}, false
}

// footer finds the issuer in a line that a company puts under its pages: its name before that of
// its representative, or behind the sign of copyright.
func (r *reader) footer() (Issuer, bool) {
	for _, o := range r.index.of(controllerWords().represented) {
		l := &r.lines[o.line]
		end := o.at.Start - l.Block.Range.Start
		if l.cell != nil || r.isAboutOthers(o.line) || end == 0 || isLonger(l.Block.Text[:end], longName) {
			continue
		}
		if s := strings.TrimSpace(l.Block.Text[:end]); company.FormAtStart(s) == 0 && company.FormAtEnd(s) == 0 {
			continue
		}
		if c, ok := r.issuer(l, 0, end); ok {
			return c, true
		}
	}
	last := -1
	for _, o := range r.index.of(controllerWords().copyright) {
		l := &r.lines[o.line]
		if l.cell != nil || o.line == last {
			continue
		}
		last = o.line
		if c, ok := r.copyrighted(l); ok {
			return c, true
		}
	}
	return Issuer{}, false
}

// copyrighted is the name behind the signs and years of a copyright line.
func (r *reader) copyrighted(l *Line) (Issuer, bool) {
	text, from := l.Block.Text, l.Block.Range.Start
	start, end := 0, len(text)
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			switch m.Phrase {
			case controllerWords().copyright:
				start = max(start, m.End-from)
			case controllerWords().reserved:
				end = min(end, m.Start-from)
			}
		}
	}
	if start >= end {
		return Issuer{}, false
	}
	start += len(text[start:end]) - len(strings.TrimLeft(text[start:end], " ©ⓒ()0123456789-–~,."))
	if i := strings.IndexAny(text[start:end], "|(（"); i > 0 {
		end = start + i
	}
	end = start + len(strings.TrimRight(text[start:end], " .,"))
	return r.issuer(l, start, end)
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
