package report

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// tabWidth is how many columns a tab is taken for where a line is cut. Where it is underlined the
// tab is repeated, so that the width of the terminal's tabs does not matter.
const tabWidth = 8

const ellipsis = "…"

// A glyph is a character of a source line as a terminal shows it.
type glyph struct {
	r       rune
	width   int // columns: 2 for Hangul and the like, 0 for what combines with the one before
	covered bool
}

// underline is a source line and the line below it that marks what the place covers. Both are at
// most width columns wide, where tabs are tabWidth wide; what is left out is an ellipsis.
func underline(x Excerpt, width int) (source, marks string) {
	glyphs := glyphsOf(x)
	from, to := window(glyphs, width-2) // room for an ellipsis at both ends
	if sum(glyphs) <= width && !x.Before && !x.After {
		from, to = 0, len(glyphs)
	}
	var line, under strings.Builder
	if from > 0 || x.Before {
		line.WriteString(ellipsis)
		under.WriteByte(' ')
	}
	marked := false
	for _, g := range glyphs[from:to] {
		line.WriteRune(g.r)
		switch {
		case g.r == '\t': // also where it is covered: only a tab is as wide as a tab
			under.WriteByte('\t')
		case !g.covered:
			under.WriteString(strings.Repeat(" ", g.width))
		default:
			under.WriteString(mark(g, marked))
			marked = true
		}
	}
	if to < len(glyphs) || x.After {
		line.WriteString(ellipsis)
	}
	if !marked { // an empty place at the end of the line
		under.WriteByte('^')
	}
	return line.String(), strings.TrimRight(under.String(), " \t")
}

// mark is what stands under a covered character: the first gets the arrow.
func mark(g glyph, marked bool) string {
	if marked {
		return strings.Repeat("~", g.width)
	}
	return "^" + strings.Repeat("~", max(g.width-1, 0))
}

// glyphsOf are the characters of an excerpt. A place that covers nothing marks one character.
func glyphsOf(x Excerpt) []glyph {
	cond := runewidth.Condition{StrictEmojiNeutral: true} // ambiguous widths are narrow in any locale
	for x.Start < len(x.Text) && x.Text[x.Start] == '\t' {
		x.Start++ // a tab takes no mark
	}
	end := max(x.End, x.Start+1)
	var out []glyph
	for i, r := range x.Text {
		shown := []rune(printable(string(r)))[0]
		g := glyph{r: shown, width: cond.RuneWidth(shown), covered: x.Start <= i && i < end}
		switch {
		case shown == '\t':
			g.width = tabWidth
		case joinsSyllable(shown):
			g.width = 0
		}
		out = append(out, g)
	}
	return out
}

// window chooses which characters to show in so many columns: the beginning of the place, with a
// third of the room before it, more where less is needed after it.
func window(glyphs []glyph, columns int) (from, to int) {
	at := 0
	for at < len(glyphs) && !glyphs[at].covered {
		at++
	}
	from = at
	used := 0
	grow := func(limit int) { // to the left
		for from > 0 && used+glyphs[from-1].width <= limit {
			from--
			used += glyphs[from].width
		}
	}
	grow(columns / 3)
	for to = at; to < len(glyphs) && used+glyphs[to].width <= columns; to++ {
		used += glyphs[to].width
	}
	grow(columns)
	return from, to
}

// joinsSyllable reports whether r is a vowel or final consonant of a decomposed Hangul syllable,
// which stands in the columns of its first consonant.
func joinsSyllable(r rune) bool {
	return '\u1160' <= r && r <= '\u11FF' || '\uD7B0' <= r && r <= '\uD7FB'
}

func sum(glyphs []glyph) int {
	n := 0
	for _, g := range glyphs {
		n += g.width
	}
	return n
}
