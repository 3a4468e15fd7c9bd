package facts

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A PolicyLink is a link of a page that seems to lead to a privacy policy.
type PolicyLink struct {
	Link     int    // of the page's resources
	Name     string // what it is called: its text or that of its image, else what it tells those who do not see it, or a title
	Naming   Naming
	Seen     bool   // whether Name is what it shows as text
	Address  string // where it leads to, as written; "" where a script tells that which was not read
	Region   LinkRegion
	Hidden   bool // it is not shown, as far as the page tells
	Older    bool // to a version that is no longer in force
	Ahead    bool // to a version that is not in force yet
	Partial  bool // to a policy of some people only, or in another form, besides the one for all
	Combined bool // another document stands beside the policy in its name
	From     date.Date
}

// Naming says how the name of a link tells that it leads to a policy.
type Naming string

// How links are named, from the surest on.
const (
	NamedExactly Naming = "standard" // 개인정보 처리방침
	NamedWithin  Naming = "within"   // 개인정보 처리방침 among other words
	NamedNearly  Naming = "near"     // another name of a policy: 개인정보취급방침, Privacy Policy
	NamedNowise  Naming = "address"  // by its address alone
	notNamed     Naming = ""
)

// LinkRegion is the part of a page in which a link stands.
type LinkRegion string

// The parts of a page.
const (
	LinkInFooter LinkRegion = "footer"
	LinkAtBottom LinkRegion = "bottom" // the last part of the page, which no element calls its footer
	LinkInHeader LinkRegion = "header"
	LinkInNav    LinkRegion = "nav"
	LinkInAside  LinkRegion = "aside"
	LinkInBody   LinkRegion = "body"
)

// PolicyLinks are, page by page, the links that seem to lead to a policy, the likeliest first.
var PolicyLinks = analyzer.NewFact("policy links", func(p *analyzer.Pass) [][]PolicyLink {
	out := make([][]PolicyLink, len(p.Policy.Pages))
	for i, doc := range p.Policy.Pages {
		out[i] = policyLinks(doc, destinations.Of(p)[i], p.Today)
	}
	return out
})

func policyLinks(doc *policy.Document, to []string, today date.Date) []PolicyLink {
	var out []PolicyLink
	for i := range doc.Resources {
		if l, ok := policyLink(doc, i, to[i], today); ok {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b PolicyLink) int {
		return cmp.Or(cmp.Compare(a.cost(), b.cost()), compareVersions(a.From, b.From, today))
	})
	return out
}

// policyLink reads a link by its name, else by its address.
func policyLink(doc *policy.Document, i int, to string, today date.Date) (PolicyLink, bool) {
	res := doc.Resources[i]
	if res.Kind != policy.Link && res.Kind != policy.Button {
		return PolicyLink{}, false
	}
	l := PolicyLink{Link: i, Address: to, Region: RegionOf(doc, res), Hidden: isHiddenLink(res)}
	for _, name := range namesOf(res) {
		if words := readName(name); words.naming != notNamed || words.other {
			if words.other {
				return l, false
			}
			l.Name, l.Naming, l.Seen = name, words.naming, name == res.Text
			l.Older, l.Partial, l.Combined = words.older, words.partial, words.combined
			l.version(today)
			return l, true
		}
	}
	if !IsPolicyAddress(l.Address) {
		return l, false
	}
	if names := namesOf(res); len(names) > 0 {
		l.Name = names[0]
	}
	l.Naming, l.Seen = NamedNowise, l.Name == res.Text
	return l, true
}

// version tells by the days in the name of a link whether it leads to a version that is not in force.
func (l *PolicyLink) version(today date.Date) {
	days := date.Find(l.Name)
	if len(days) == 0 {
		return
	}
	l.From = days[0].Date
	l.Ahead = today.Before(l.From)
	if len(days) > 1 && days[1].Date.Before(today) {
		l.Older = true // from … to …
	}
}

// compareVersions puts what has no day first, then the version in force, then the others.
func compareVersions(a, b, today date.Date) int {
	switch {
	case a == b:
		return 0
	case a.IsZero():
		return -1
	case b.IsZero(), later(a, b, today):
		return 1
	}
	return -1
}

// The cost of what makes a link less likely to lead to the policy.
const (
	costWithin  = 10
	costNear    = 20
	costAddress = 30
	costPartial = 25
	costOlder   = 40
	costPlace   = 3 // not at the foot of the page
	costHidden  = 2
	costUnread  = 5 // where it leads to is not known
)

func (l PolicyLink) cost() int {
	n := map[Naming]int{NamedExactly: 0, NamedWithin: costWithin, NamedNearly: costNear, NamedNowise: costAddress}[l.Naming]
	for _, one := range [...]struct {
		is   bool
		cost int
	}{{l.Partial, costPartial}, {l.Older || l.Ahead, costOlder}, {l.Hidden, costHidden}, {l.Address == "", costUnread},
		{l.Region != LinkInFooter && l.Region != LinkAtBottom, costPlace}} {
		if one.is {
			n += one.cost
		}
	}
	return n
}

// namesOf are the names of a link, that which is seen first.
func namesOf(res policy.Resource) []string {
	return slices.DeleteFunc([]string{res.Text, res.Label, res.Title}, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// isHiddenLink reports whether a link is not shown, by what the browser says or else the page.
func isHiddenLink(res policy.Resource) bool {
	if res.Look.Known {
		return !res.Look.Shown
	}
	return res.Traits&policy.Hidden != 0
}

// RegionOf is the part of the page in which a link stands.
func RegionOf(doc *policy.Document, res policy.Resource) LinkRegion {
	switch {
	case res.Traits&policy.InFooter != 0:
		return LinkInFooter
	case res.Traits&policy.InHeader != 0:
		return LinkInHeader
	case isAtBottom(doc, res.Span):
		return LinkAtBottom
	case res.Traits&policy.InNav != 0:
		return LinkInNav
	case res.Traits&policy.InAside != 0:
		return LinkInAside
	}
	return LinkInBody
}

// isAtBottom reports whether a place lies in the last quarter of what a page shows.
func isAtBottom(doc *policy.Document, s policy.Span) bool {
	r := doc.Ranges(s)
	return len(r) > 0 && r[0].Start*4 >= len(doc.Visible)*3
}
