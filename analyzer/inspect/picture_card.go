package inspect

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer"
)

// A card is what a picture says of those of whom a list says the same.
type card struct {
	lines []said
	tip   string
	more  string // says of so many names that they are left out
}

// A said is a text of a card, still in one piece.
type said struct {
	class string
	words []string
	most  int // lines of it
}

// The classes of text, with the size of their letters and the distance of their lines; page.css has
// the same sizes.
var (
	sizes = map[string]int{"name": 14, "title": 14, "what": 13, "note": 12, "missing": 12}
	leads = map[string]int{"name": 19, "title": 19, "what": 18, "note": 17, "missing": 17}
)

// mostCards are drawn of one list; the tables have all.
const mostCards = 48

// cards are those of a list. Who is abroad stands there alone, marked with what else he is.
func (r *Report) cards(l *list, lang string) []card {
	var out []card
	rest := 0
	for _, group := range r.groups(l) {
		if !l.isAbroad() {
			group = slices.DeleteFunc(group, func(one Recipient) bool { return r.abroad(&one) })
		}
		switch {
		case len(group) == 0:
		case len(out) == mostCards:
			rest += len(group)
		default:
			out = append(out, r.card(l, group, lang))
		}
	}
	if rest > 0 {
		more := fmt.Sprintf(analyzer.Text{Ko: "외 %d곳은 아래 표에 있음", En: "%d more in the table below"}.In(lang), rest)
		out = append(out, card{lines: []said{{"note", strings.Fields(more), 2}}, tip: more})
	}
	return out
}

func (r *Report) card(l *list, group []Recipient, lang string) card {
	first := &group[0]
	c := card{more: analyzer.Text{Ko: "외 %d곳", En: "%d more"}.In(lang)}
	var all []name
	for i := range group {
		all = append(all, r.recipientName(l, &group[i], lang))
	}
	names := texts(all)
	c.add("name", mostNameLines, names...)
	if l.isAbroad() {
		if roles := r.roles(first, lang); roles != "" {
			c.add("note", 1, roles)
		}
		c.addValue(r, l, ofCountry, "note", first, lang)
	}
	c.addValue(r, l, ofTask, "what", first, lang)
	c.addValue(r, l, ofPurpose, "what", first, lang)
	c.addValue(r, l, ofItems, "note", first, lang)
	c.tip = strings.Join(append([]string{strings.Join(names, " ")}, r.particulars(l, first, lang)...), "\n")
	return c
}

// mostNameLines are the lines of a card that names may take.
const mostNameLines = 4

func (c *card) add(class string, most int, words ...string) {
	c.lines = append(c.lines, said{class, words, most})
}

// addValue adds what is told of a recipient, or that it is not where the law asks for it.
func (c *card) addValue(r *Report, l *list, d detail, class string, one *Recipient, lang string) {
	col := l.column(d)
	if col == nil {
		return
	}
	text := plain(one.detail(d))
	switch {
	case text == "" && r.asked(l.clause, col.element):
		c.add("missing", 1, strings.Fields(col.head.In(lang)+" — "+notStated.In(lang))...)
	case text == "":
	case class == "note":
		c.add(class, 2, strings.Fields(col.head.In(lang)+": "+text)...)
	default:
		c.add(class, 3, strings.Fields(text)...)
	}
}

// roles are the other lists in which somebody abroad stands.
func (r *Report) roles(one *Recipient, lang string) string {
	var out []string
	for i := range lists {
		l := &lists[i]
		if !l.isAbroad() && slices.ContainsFunc(l.of(r), func(other Recipient) bool { return *other.At == *one.At }) {
			out = append(out, l.name.In(lang))
		}
	}
	return strings.Join(out, ", ")
}

// particulars are all that a list tells of a recipient, for the tip of a card.
func (r *Report) particulars(l *list, one *Recipient, lang string) []string {
	var out []string
	for _, c := range l.columns {
		text := plain(one.detail(c.detail))
		if text == "" && r.asked(l.clause, c.element) {
			text = notStated.In(lang)
		}
		if text != "" {
			out = append(out, c.head.In(lang)+": "+text)
		}
	}
	return out
}

// fitting are the words of a text; of names that do not fit the last are counted.
func (c *card) fitting(s said, of ruler, room int) []string {
	if s.class != "name" || len(s.words) < 2 || c.more == "" || len(of.wrap(s.words, room)) <= s.most {
		return s.words
	}
	for n := min(len(s.words)-1, 60); n > 0; n-- {
		words := append(slices.Clone(s.words[:n]), fmt.Sprintf(c.more, len(s.words)-n))
		if len(of.wrap(words, room)) <= s.most {
			return words
		}
	}
	return s.words
}

// box lays a card out.
func (c *card) box(class string, x, y, width int) box {
	b := box{Class: class, X: x, Y: y, W: width, Tip: c.tip}
	for _, s := range c.lines {
		of := rulerOf(s.class)
		room := (width - 2*padding) * grain
		for _, text := range of.clip(of.wrap(c.fitting(s, of, room), room), s.most, room) {
			b.Lines = append(b.Lines, line{Class: s.class, Text: text})
		}
	}
	b.set()
	return b
}

// set gives the lines of a box their places, and the box its height.
func (b *box) set() {
	y := b.Y + padding
	for i := range b.Lines {
		l := &b.Lines[i]
		l.X, l.Y = b.X+padding, y+sizes[l.Class]
		y += leads[l.Class]
	}
	b.H = y + padding/2 - b.Y
}

// clipped is what of a text goes into one line.
func clipped(class, text string, width int) string {
	of := rulerOf(class)
	return of.clip(of.wrap(strings.Fields(text), width*grain), 1, width*grain)[0]
}

// grain are the units of a ruler in one of the picture.
const grain = 100

// rulerOf measures text of a class in a face that nobody knows: rather too wide than too narrow.
func rulerOf(class string) ruler {
	size := sizes[class]
	bold := class == "name" || class == "title"
	return func(r rune) int {
		w := hundredths(r)
		if bold && w < 100 {
			w += w / 6
		}
		return size * w
	}
}

// hundredths are how wide a character is, of the size of its letters.
func hundredths(r rune) int {
	switch {
	case narrow.RuneWidth(r) == 2, r >= 0x2000 && !unicode.IsMark(r):
		return 100
	case strings.ContainsRune("iljtfrI.,:;'|!()[] ", r):
		return 38
	case strings.ContainsRune("mwMW@%&", r):
		return 98
	case unicode.IsUpper(r), strings.ContainsRune("<>=+~#^", r):
		return 80
	}
	return 60
}
