package facts

import (
	"iter"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// breaks are the slips that are beyond doubt.
func (c *counting) breaks() []NumberBreak {
	var out []NumberBreak
	for _, s := range c.all {
		for _, g := range s.slips {
			if c.alike(g.before, g.entry) && (c.leaves(s, g) || c.repeats(s, g)) {
				out = c.report(out, g)
			}
		}
	}
	return out
}

// report adds a break, unless the series of the number ends before what is expected.
func (c *counting) report(out []NumberBreak, g slip) []NumberBreak {
	l := &c.lines[g.entry.line]
	want := g.entry.number.write(l.Block.Text, l.mark, g.want)
	if want == "" {
		return out
	}
	return append(out, NumberBreak{Page: c.page, Range: c.words(g.entry), Before: c.words(g.before), Text: c.text(g.entry), Want: want, Twice: g.entry.number.first < g.want})
}

// words are the heading, or the first words of an item.
func (c *counting) words(e entry) policy.Range {
	if e.heading >= 0 {
		return c.headings[e.heading].Range
	}
	b := c.lines[e.line].Block
	end := len(b.Text)
	if n := head(b.Text, longHeading/2); n < end {
		end = max(strings.LastIndexByte(b.Text[:n], ' '), c.lines[e.line].mark.end)
	}
	return policy.Range{Start: b.Range.Start, End: b.Range.Start + len(strings.TrimRight(b.Text[:end], " "))}
}

// alike reports whether two neighbours are both headings, or both items of one section.
func (c *counting) alike(a, b entry) bool {
	if a.heading >= 0 || b.heading >= 0 {
		return a.heading >= 0 && b.heading >= 0
	}
	section := c.sections[a.line]
	return section < 0 || b.line < c.headings[section].End
}

// leaves reports whether a slip leaves out a number for certain: the sequence goes on behind it, or
// was one before it, and the number does not show anywhere between.
func (c *counting) leaves(s *sequence, g slip) bool {
	n := g.entry.number.first
	if n < g.want || n-g.want > 2 {
		return false
	}
	goesOn := g.at+1 < len(s.entries) && s.entries[g.at+1].number.first == g.entry.number.last+1
	isParagraph := strings.HasSuffix(s.form, "①") // 항: no short list
	if !goesOn && (n > g.want+1 || g.at < 2 && g.entry.heading < 0 && !isParagraph) {
		return false
	}
	for ; n > g.want; n-- {
		if c.shows(g, n-1) {
			return false
		}
	}
	return !c.hasUnread(g)
}

// hasUnread reports whether an image without alternative text, or a frame, stands between two entries: it may show
// what seems to be left out.
func (c *counting) hasUnread(g slip) bool {
	from, to := c.doc.Span(c.lines[g.before.line].Block.Range).End, c.doc.Span(c.lines[g.entry.line].Block.Range).Start
	next := sort.SearchInts(c.unread, from)
	return next < len(c.unread) && c.unread[next] < to
}

// repeats reports whether a slip gives a number again: the one before it, or an earlier one in the
// place of the number that was expected.
func (c *counting) repeats(s *sequence, g slip) bool {
	n := g.entry.number.first
	if n >= g.want || c.hides(g) {
		return false
	}
	if n > 1 && c.lines[g.entry.line].mark.style != "article" && c.shows(g, n-1) {
		return false // another list begins in between, and counts up to it
	}
	return n == g.before.number.last || g.at+1 < len(s.entries) && s.entries[g.at+1].number.first == g.want+1
}

// shows reports whether a number stands anywhere between two entries, be it in a cell, an image's
// text or within a sentence; but not as the number of an item in a list there that counts up to it.
func (c *counting) shows(g slip, n int) bool {
	sign := g.entry.number.sign(c.lines[g.entry.line].Block.Text, n)
	r, _ := utf8.DecodeRuneInString(sign)
	counted := make(map[string]int) // by form, up to where
	for i := g.before.line; i < g.entry.line; i++ {
		l := &c.lines[i]
		text := l.Block.Text
		if m, ok := numberOf(text, l.mark); ok || i == g.before.line {
			text = text[l.mark.end:]
			if i > g.before.line && m.first == n && (counted[m.form] != n-1 || len(l.clauses) > 0) {
				return true
			}
			counted[m.form] = m.last
		}
		if unicode.IsDigit(r) && hasNumber(text, sign) || !unicode.IsDigit(r) && hasSign(text, sign, unicode.IsLetter(r)) {
			return true
		}
	}
	return false
}

// hides reports whether another list may begin between two items: under a line like a title, or
// behind the beginning of a line, where numbering stands within it.
func (c *counting) hides(g slip) bool {
	if g.entry.heading >= 0 {
		return false
	}
	for i := g.before.line; i < g.entry.line; i++ {
		l := &c.lines[i]
		if i > g.before.line && !l.ended && l.mark.style == "" {
			return true // it may be the title of another list
		}
		for rest := l.Block.Text[l.mark.end:]; ; {
			n := strings.IndexByte(rest, ' ')
			if n < 0 {
				break
			}
			rest = rest[n+1:]
			if m, ok := numberOf(rest, markOf(rest)); ok && m.form != "" {
				return true
			}
		}
	}
	return false
}

// hasNumber reports whether a number stands in a text as numbering does: no digit beside it, no unit
// behind it.
func hasNumber(text, n string) bool {
	for i := range places(text, n) {
		at := i + len(n)
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:i], "0"))
		after, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsDigit(before) || unicode.IsDigit(after) {
			continue
		}
		if unicode.IsLetter(after) && !strings.ContainsRune("조条條장章", after) {
			continue
		}
		if after == '.' && goesOnInDigits(strings.TrimLeft(text[at+size:], " ")) {
			continue // a date
		}
		return true
	}
	return false
}

// hasSign reports whether a sign stands in a text, a letter only as numbering does.
func hasSign(text, sign string, letter bool) bool {
	for i := range places(text, sign) {
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(sign):])
		if !letter || !unicode.IsLetter(before) && strings.ContainsRune(".),-", after) {
			return true
		}
	}
	return false
}

// places are where a string stands in a text, as offsets.
func places(text, s string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := 0; ; {
			n := strings.Index(text[at:], s)
			if n < 0 || !yield(at+n) {
				return
			}
			at += n + len(s)
		}
	}
}
