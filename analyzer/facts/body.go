package facts

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Region says what a line of a page belongs to.
type Region uint8

// The regions.
const (
	Own        Region = iota // the policy's own body
	Title                    // the page's title element
	Menu                     // navigation, controls, lists of links
	Footer                   // header and footer of the site; contacts may stand here
	Contents                 // table of contents
	Older                    // older versions, and the list of them
	Comparison               // tables that set an older version beside this one
	Beside                   // other documents on the page: terms of use, consent forms
)

// String is the region's name in lower case.
func (r Region) String() string {
	return [...]string{"own", "title", "menu", "footer", "contents", "older", "comparison", "beside"}[r]
}

// Body is, page by page and line by line, what a line belongs to. Nothing is dropped: a fact that
// needs the footer finds it there.
var Body = analyzer.NewFact("body", func(p *analyzer.Pass) [][]Region {
	out := make([][]Region, len(p.Policy.Pages))
	for i, lines := range Wording.Of(p) {
		out[i] = regions(lines, p.Today)
	}
	return out
})

func regions(lines []Line, day date.Date) []Region {
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
	rescue(lines, out)
	contents(lines, out)
	linkLists(lines, out)
	labels(lines, out)
	comparisons(lines, out)
	beside(lines, out)
	versions(lines, out, day)
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

// linkLists marks runs of at least four short lines that are nothing but links, where they are not
// all that stands under the heading of a clause.
func linkLists(lines []Line, out []Region) {
	isLink := func(i int) bool {
		b := lines[i].Block
		return out[i] == Own && b.Has(policy.Linked) && lines[i].cell == nil && b.Kind != policy.Heading && !lines[i].ended && !hasMore(b.Text, longHeading)
	}
	for i := 0; i < len(lines); {
		j := i
		for j < len(lines) && isLink(j) {
			j++
		}
		if j-i >= 4 && !(i > 0 && isLabel(&lines[i-1], out[i-1]) && !lines[i-1].Block.Has(policy.Linked)) {
			for ; i < j; i++ {
				out[i] = Menu
			}
		}
		i = j + 1
	}
}

// rescue takes back into the body what stands under a heading within a header, footer or aside, where
// the heading opens a clause that nothing else opens: it is a part of the policy by its words.
func rescue(lines []Line, out []Region) {
	opened := make(map[Clause]bool)
	for i := range lines {
		if out[i] == Own && lines[i].isShort(longHeading) {
			for _, c := range lines[i].clauses {
				opened[c] = true
			}
		}
	}
	const frames = policy.InHeader | policy.InFooter | policy.InAside
	for i := range lines {
		l := &lines[i]
		if !l.Block.HasAny(frames) || l.Block.HasAny(policy.InNav|policy.Linked) || l.Block.Kind != policy.Heading || len(l.clauses) == 0 || opened[l.clauses[0]] {
			continue
		}
		for j := i; j < len(lines) && lines[j].Block.HasAny(frames) && (j == i || lines[j].Block.Kind != policy.Heading); j++ {
			out[j] = Own
		}
	}
}
