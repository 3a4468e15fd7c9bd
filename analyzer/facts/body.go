package facts

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Region says what a line of a page belongs to.
type Region uint8

// The regions.
const (
	Own      Region = iota // the policy's own body
	Title                  // the page's title element
	Menu                   // navigation, controls, lists of links
	Footer                 // header and footer of the site; contacts may stand here
	Contents               // table of contents
	Older                  // older versions, and the list of them
)

// Body is, page by page and line by line, what a line belongs to. Nothing is dropped: a fact that
// needs the footer finds it there.
var Body = analyzer.NewFact("body", func(p *analyzer.Pass) [][]Region {
	out := make([][]Region, len(p.Policy.Pages))
	for i, lines := range Wording.Of(p) {
		out[i] = regions(lines)
	}
	return out
})

func regions(lines []Line) []Region {
	out := make([]Region, len(lines))
	frame := frames(lines)
	for i := range lines {
		b := lines[i].Block
		switch {
		case b.Kind == policy.TitleText:
			out[i] = Title
		case b.HasAny(frame & (policy.InNav | policy.InAside | policy.InForm)), b.Kind == policy.Control && !opensPanel(&lines[i]):
			out[i] = Menu
		case b.HasAny(frame & (policy.InHeader | policy.InFooter)):
			out[i] = Footer
		}
	}
	contents(lines, out)
	linkLists(lines, out)
	older(lines, out)
	return out
}

// opensPanel reports whether a button bears the name of a clause, as that of an accordion does.
func opensPanel(l *Line) bool { return len(l.clauses) > 0 }

// frames are the traits by which lines are left out: those of the site around the policy, but not
// one within which most of the policy's own headings stand.
func frames(lines []Line) policy.Traits {
	traits := [...]policy.Traits{policy.InNav, policy.InHeader, policy.InFooter, policy.InAside, policy.InForm}
	var within [len(traits)]int
	total := 0
	for i := range lines {
		n := speaking(&lines[i])
		total += n
		for j, t := range traits {
			if n > 0 && lines[i].Block.Has(t) {
				within[j] += n
			}
		}
	}
	var out policy.Traits
	for j, t := range traits {
		if 2*within[j] <= total {
			out |= t
		}
	}
	return out
}

// speaking counts how often a line speaks of a clause, in a heading or in a sentence.
func speaking(l *Line) int {
	n := 0
	roles := rolesOfPhrases()
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			if roles.heading[m.Phrase] != "" || roles.content[m.Phrase] != "" {
				n++
			}
		}
	}
	return n
}

// linkLists marks runs of at least four short lines that are nothing but links.
func linkLists(lines []Line, out []Region) {
	isLink := func(i int) bool {
		b := lines[i].Block
		return out[i] == Own && b.Has(policy.Linked) && b.Cell == nil && utf8.RuneCountInString(b.Text) <= longHeading
	}
	for i := 0; i < len(lines); {
		j := i
		for j < len(lines) && isLink(j) {
			j++
		}
		if j-i >= 4 {
			for ; i < j; i++ {
				out[i] = Menu
			}
		}
		i = j + 1
	}
}

// longContents is how many entries a table of contents has at the most.
const longContents = 200

// contents marks a table of contents: neighbours whose words all come again, as headings do, later
// in the page, with no text between them.
func contents(lines []Line, out []Region) {
	keys := make([]uint64, len(lines))
	last := make(map[uint64]int)
	for i := range lines {
		b := lines[i].Block
		if out[i] != Own || b.Cell != nil || lines[i].size > longHeading || lines[i].ended {
			continue
		}
		key := headingKey(b.Text[lines[i].mark.end:])
		if key != 0 {
			last[key] = i
		}
		if b.Kind != policy.Heading {
			keys[i] = key // a heading by its element is no entry of a list
		}
	}
	for i := 0; i < len(lines); {
		j, hits := i, 0
		style := lines[i].mark.style
		for j < len(lines) && j-i < longContents && keys[j] != 0 && lines[j].mark.style == style && !slices.Contains(keys[i:j], keys[j]) {
			if last[keys[j]] > j {
				hits++
			}
			j++
		}
		// All entries come again, or one does in a numbered list too long to be anything else.
		if hits >= 3 && 2*hits >= j-i || hits >= 1 && style != "" && j-i >= 6 {
			for k := i; k < j; k++ {
				out[k] = Contents
			}
		}
		i = max(j, i+1)
	}
}

// older marks what stands under a title of older versions, up to a heading that opens a clause of
// which nothing was said above: a version before this one says again what this one says.
func older(lines []Line, out []Region) {
	seen := make(map[Clause]bool)
	under := false
	for i := range lines {
		l := &lines[i]
		if out[i] != Own {
			continue
		}
		short := l.Block.Cell == nil && l.size <= longHeading/2 && !l.ended
		if short && l.has(olderWords()) {
			under = true
		}
		for _, c := range l.clauses {
			if short && !seen[c] && c != Changes && c != EffectiveDate && !l.has(olderWords()) {
				under = false
			}
			seen[c] = true
		}
		if under {
			out[i] = Older
		}
	}
}

var olderWords = sync.OnceValue(func() phrases.ID { return phrase("older.heading") })

// headingKey tells headings apart by their letters alone, without numbering, spaces and punctuation;
// 0 for a text without letters. It is a hash (FNV-1a): a page has thousands of lines.
func headingKey(s string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, r := range s {
		if unicode.IsLetter(r) {
			h = (h ^ uint64(unicode.ToLower(r))) * prime
		}
	}
	if h == offset {
		return 0
	}
	return h
}
