// Package facts finds what a policy says: where its body is, its headings, clauses, dates, kind and
// language. Facts find, rules judge. The words that they look for are the data of package phrases.
package facts

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Line is a block of a page with the phrases met in it, unit by unit.
type Line struct {
	Block *policy.Block
	Index int // in the page's blocks
	Units []Unit

	cell    *policy.Cell // the cell in which it stands; nil in a table that lays a whole policy out
	mark    mark         // the numbering or bullet with which it begins
	size    int          // how long it is to the eye, by [size]
	ended   bool         // it ends as a sentence does, or holds the end of one
	clauses []Clause     // the clauses whose heading words stand in it
}

// A Unit is what phrases are decided in: a sentence, a heading, a line of a cell.
type Unit struct {
	Range   policy.Range
	Matches []phrases.Match
}

// Wording is, page by page, the lines of the page. All phrases are found in one run over the text.
var Wording = analyzer.NewFact("wording", func(p *analyzer.Pass) [][]Line {
	out := make([][]Line, len(p.Policy.Pages))
	for i, doc := range p.Policy.Pages {
		out[i] = read(doc)
	}
	return out
})

func read(doc *policy.Document) []Line {
	scan := phrases.Default().Scan(doc.Visible)
	defer scan.Close()
	lines := make([]Line, len(doc.Blocks))
	units := make([]Unit, 0, len(doc.Blocks)*3/2)
	matches := make([]phrases.Match, 0, len(doc.Visible)/16)
	for i, b := range doc.Blocks {
		first := len(units)
		scan.Lead(b.Range.Start + b.Lead)
		for start := 0; start < len(b.Text); {
			end := start + sentence(b.Text[start:])
			r := policy.Range{Start: b.Range.Start + start, End: b.Range.Start + end}
			from := len(matches)
			matches = scan.Unit(r.Start, r.End, matches)
			units = append(units, Unit{Range: r, Matches: matches[from:len(matches):len(matches)]})
			start = end
		}
		l := &lines[i]
		*l = Line{Block: b, Index: i, cell: b.Cell, Units: units[first:len(units):len(units)], mark: markOf(b.Text), size: size(b.Text), ended: len(units)-first > 1 || isSentence(b.Text)}
		l.clauses = clausesOf(l, b.Range)
	}
	layOut(lines)
	return lines
}

// longSentence is where a sentence without an end is cut, in bytes, so that what is decided within
// one stays near.
const longSentence = 3000

// sentence is the length of the first sentence of text, with the space behind it.
func sentence(text string) int {
	last := min(len(text), longSentence+1)
	for i := 0; i < last; i++ {
		if text[i] > '?' && text[i] != "。"[0] {
			continue
		}
		end := i + 1
		switch text[i] {
		case '.', '!', '?':
			if !ends(text, i, end) {
				continue
			}
		case "。"[0]:
			if !strings.HasPrefix(text[i:], "。") {
				continue
			}
			end = i + len("。")
		default:
			continue
		}
		return end + len(text[end:]) - len(strings.TrimLeft(text[end:], " "))
	}
	for last < len(text) && !utf8.RuneStart(text[last]) {
		last++
	}
	return last
}

// ends reports whether the full stop from i to end closes a sentence: a space follows, and what
// stands before it is neither numbering nor an abbreviation.
func ends(text string, i, end int) bool {
	if end < len(text) && text[end] != ' ' {
		return false
	}
	before := text[:i]
	word := before[strings.LastIndexByte(before, ' ')+1:]
	if n := utf8.RuneCountInString(word); n <= 1 || len(word) == len(before) && (n <= 3 || n <= 6 && isNumber(word)) {
		return false // numbering: 가. II. 일곱. XVIII. 제12조.
	}
	last, _ := utf8.DecodeLastRuneInString(word)
	if unicode.IsDigit(last) {
		return false
	}
	if end >= len(text) || last > unicode.MaxASCII {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[min(end+1, len(text)):])
	return !unicode.IsLower(next) && next != ',' && !(next == '(' && company.FormAtEnd(text[:end]) > 0)
}

// isNumber tells the longer numbers before a full stop: XVIII, 제12조.
func isNumber(word string) bool {
	return strings.Trim(word, "IVXivx") == "" || strings.HasPrefix(word, "제") && strings.ContainsAny(word, "0123456789")
}

// isShort reports whether a line is no sentence, outside of tables, and at most so long by [size], as
// titles and labels are.
func (l *Line) isShort(longest int) bool { return l.cell == nil && !l.ended && l.size <= longest }

// part is a part of the line's text as a range of the page.
func (l *Line) part(start, end int) policy.Range {
	return policy.Range{Start: l.Block.Range.Start + start, End: l.Block.Range.Start + end}
}

// find is the first match of a phrase in the line.
func (l *Line) find(id phrases.ID) (phrases.Match, bool) {
	for i := range l.Units {
		if m, ok := l.Units[i].find(id); ok {
			return m, true
		}
	}
	return phrases.Match{}, false
}

// findIn is the first match of a phrase that lies in a part of the line.
func (l *Line) findIn(id phrases.ID, r policy.Range) (phrases.Match, bool) {
	for i := l.unitAt(r.Start); i < len(l.Units) && l.Units[i].Range.Start < r.End; i++ {
		for _, m := range l.Units[i].Matches {
			if m.Phrase == id && r.Start <= m.Start && m.End <= r.End {
				return m, true
			}
		}
	}
	return phrases.Match{}, false
}

// unitAt is the first unit that reaches beyond a place.
func (l *Line) unitAt(at int) int {
	return sort.Search(len(l.Units), func(i int) bool { return l.Units[i].Range.End > at })
}

func (l *Line) has(id phrases.ID) bool { _, ok := l.find(id); return ok }

func (u *Unit) find(id phrases.ID) (phrases.Match, bool) {
	if id == 0 {
		return phrases.Match{}, false
	}
	for _, m := range u.Matches {
		if m.Phrase == id {
			return m, true
		}
	}
	return phrases.Match{}, false
}

func (u *Unit) has(id phrases.ID) bool { _, ok := u.find(id); return ok }

// fewMatches is room for the matches in a few words, which most often suffices.
const fewMatches = 8

// textHas reports whether a phrase stands in a text that was cut out of its line.
func textHas(text string, id phrases.ID) bool {
	scan := phrases.Default().Scan(text)
	defer scan.Close()
	var room [fewMatches]phrases.Match
	return slices.ContainsFunc(scan.Unit(0, len(text), room[:0]), func(m phrases.Match) bool { return m.Phrase == id })
}

// phrase is the number of a phrase that the data must have.
func phrase(name string) phrases.ID { return mustHave(phrases.Default(), name) }

// mustHave is the number of a phrase in a set that must have it.
func mustHave(set *phrases.Set, name string) phrases.ID {
	id := set.Lookup(name)
	if id == 0 {
		panic("no phrase " + name) // met by every test of the fact
	}
	return id
}

// listOf are the words of a list that the data must have.
func listOf(name string) []string {
	words := phrases.List(name)
	if words == nil {
		panic("no list " + name) // met by every test of the fact
	}
	return words
}
