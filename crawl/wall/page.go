package wall

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// Characters that are not white space, by which the length of a page is told.
const (
	curt  = 150  // it says next to nothing
	brief = 450  // it says little
	short = 1500 // the most that walls say by themselves
	long  = 4000 // a policy, or another page of its own
)

// maxSource is how much of the source of a page is looked at; what walls are made of stands in front.
const maxSource = 1 << 20

// A page is what of a document may be a sign.
type page struct {
	length  int  // of what it says, menus and what lies behind links left out
	content bool // it has the form of a page with something to say: tables, many headings

	lines, loud, titles []string // folded
	names               []string // titles, and their parts, bare

	urls, scripts, source, address []string // in lower case
}

// needed is how many points make a wall of a page.
func (p *page) needed() int {
	n := 9
	switch {
	case p.length <= brief:
		n = 2
	case p.length <= short:
		n = 3
	case p.length <= long:
		n = 6
	}
	if p.content {
		n += 3
	}
	return min(n, 9)
}

// aside are the blocks that a page shows on each of its pages, and those that say nothing of their own.
const aside = policy.Linked | policy.InNav | policy.InFooter | policy.InForm

func view(doc *policy.Document) *page {
	p := new(page)
	if doc == nil {
		return p
	}
	blocks := ours(doc)
	for _, b := range blocks {
		p.length += letters(b.Text)
	}
	p.content = hasContent(doc, blocks)
	if p.length > long {
		return p // nothing but the header counts
	}
	p.read(doc, blocks)
	p.gather(doc)
	return p
}

// ours are the blocks in which a page says something.
func ours(doc *policy.Document) []*policy.Block {
	var out []*policy.Block
	for _, b := range doc.Blocks {
		if b.Kind != policy.TitleText && b.Kind != policy.Control && b.Kind != policy.Alt && !b.HasAny(aside) {
			out = append(out, b)
		}
	}
	return out
}

func letters(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// hasContent reports whether a page has five headings, or a table with titles and two rows: a block page has a table of two
// columns at most, which tells the time and the address.
func hasContent(doc *policy.Document, blocks []*policy.Block) bool {
	headings := 0
	for _, b := range blocks {
		if b.Kind == policy.Heading {
			headings++
		}
	}
	if headings >= 5 {
		return true
	}
	for _, t := range doc.Tables {
		if t.Columns() >= 3 && len(t.Grid) >= 3 {
			return true
		}
	}
	return false
}

// read takes in what a page says. What it hides is said in other cases, if ever: counted as text, and no sign.
func (p *page) read(doc *policy.Document, blocks []*policy.Block) {
	if title := doc.TextOf(doc.Title); title != "" {
		p.entitle(title)
	}
	first := true
	for _, b := range blocks {
		if b.Has(policy.Hidden) {
			continue
		}
		line := plain(b.Text)
		p.lines = append(p.lines, line)
		if b.Kind == policy.Heading {
			p.entitle(b.Text)
		} else if (first || p.length <= curt) && utf8.RuneCountInString(line) <= curt/2 {
			p.loud = append(p.loud, line)
		}
		first = false
	}
	whole := strings.Join(p.lines, "") // a sentence may be broken into lines
	p.lines = append(p.lines, whole)
	if utf8.RuneCountInString(whole) <= curt/2 {
		p.loud = append(p.loud, whole)
	}
}

// separators stand between the title of a page and the name of its site.
var separators = regexp.MustCompile(` [-–—|:·>»</] | ?(?:::|\|) ?`)

func (p *page) entitle(title string) {
	folded := plain(title)
	p.titles, p.loud, p.lines = append(p.titles, folded), append(p.loud, folded), append(p.lines, folded)
	p.names = append(p.names, bare(title))
	for _, part := range separators.Split(title, -1) {
		p.names = append(p.names, bare(part))
	}
}

// alerts finds what a script that does nothing before tells by an alert.
var alerts = regexp.MustCompile(`^[\s/<!-]*(?:window\.)?alert\(\s*(?:"([^"]*)"|'([^']*)')`)

func (p *page) gather(doc *policy.Document) {
	for _, r := range doc.Resources {
		switch r.Kind {
		case policy.InlineScript:
			p.scripts = append(p.scripts, strings.ToLower(r.Text))
			if m := alerts.FindStringSubmatch(r.Text); m != nil && p.length <= curt {
				said := plain(m[1] + m[2])
				p.loud, p.lines = append(p.loud, said), append(p.lines, said)
			}
		case policy.Link, policy.HeadLink: // where one may go, which a policy tells, too
		default:
			p.urls = append(p.urls, strings.ToLower(r.URL))
		}
	}
	source := doc.File.Text[:min(len(doc.File.Text), maxSource)]
	p.source = []string{strings.NewReplacer(`"`, "", "'", "").Replace(strings.ToLower(source))}
	p.address = []string{strings.ToLower(doc.File.Name)}
}
