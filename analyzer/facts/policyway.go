package facts

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A WayThere is what is known of the way from the home page to the policy.
type WayThere struct {
	*policy.Way
	Last      PolicyLink   // the link to the policy, the last that is clicked; zero where no link leads there
	Same      []PolicyLink // all links of its page that lead to the same address, it among them
	Likeness  Likeness     // of Last to the links around it
	Unread    bool         // a link of the home page names a policy, or else the page shows its name, and where it leads to or what stands there was not read
	Korean    bool         // the page in which the link stands is in Korean
	IsHome    bool         // the policy is the home page
	NamesSeen bool         // some of Same show their name as text
}

// Likeness says whether a link stands out from those around it.
type Likeness uint8

// What is known of it.
const (
	LikenessUnknown Likeness = iota // how they look is not known, or there are too few
	StandsOut
	LooksAlike // in size, weight and colour
)

// Way is the way to the policy; nil where nobody told it.
var Way = analyzer.NewFact("way", func(p *analyzer.Pass) *WayThere {
	if p.Policy.Way == nil {
		return nil
	}
	w := &WayThere{Way: p.Policy.Way, IsHome: p.Policy.Way.Home.File.Name == p.Policy.Pages[0].File.Name}
	if len(w.Steps) == 0 {
		w.Unread = w.Barred || showsName(w.Home) || slices.ContainsFunc(policyLinks(w.Home, destinationsOf(w.Home), p.Today), func(l PolicyLink) bool { return l.Address == "" })
		return w
	}
	last := w.Steps[len(w.Steps)-1]
	w.Korean = isKorean(last.Page)
	w.Likeness = likeness(last.Page, last.Link)
	leads := destinationsOf(last.Page)
	to := targetOf(last.Page, leads[last.Link])
	for i := range last.Page.Resources {
		res := last.Page.Resources[i]
		if i != last.Link && (res.Kind != policy.Link && res.Kind != policy.Button || to == "" || targetOf(last.Page, leads[i]) != to) {
			continue
		}
		l, ok := policyLink(last.Page, i, leads[i], p.Today)
		if !ok { // its name says that it leads elsewhere, or nothing
			l = PolicyLink{Link: i, Naming: NamedNowise, Region: RegionOf(last.Page, res), Hidden: isHiddenLink(res)}
			if names := namesOf(res); len(names) > 0 {
				l.Name = names[0]
			}
		}
		l.Seen = l.Name == res.Text && isShownAsText(last.Page, res.Span)
		w.NamesSeen = w.NamesSeen || l.Seen
		w.Same = append(w.Same, l)
		if i == last.Link {
			w.Last = l
		}
	}
	return w
})

// showsName reports whether a page shows the name of a policy by itself, where no link was made of it: a button of a form, or
// one that a script waits for.
func showsName(doc *policy.Document) bool {
	return slices.ContainsFunc(doc.Blocks, func(b *policy.Block) bool {
		return !b.Has(policy.Linked) && isExactName(b.Text)
	})
}

// targetOf is the whole address of one that is written in a page, or "".
func targetOf(doc *policy.Document, to string) string {
	if u, ok := doc.Address(to); ok && to != "" {
		return u.String()
	}
	return ""
}

// isShownAsText reports whether a stretch of a page shows anything but images.
func isShownAsText(doc *policy.Document, s policy.Span) bool {
	return slices.ContainsFunc(doc.Ranges(s), func(r policy.Range) bool {
		blocks := doc.BlocksIn(r)
		return len(blocks) == 0 || slices.ContainsFunc(blocks, func(b *policy.Block) bool { return b.Kind != policy.Alt })
	})
}

// isKorean reports whether most of what a page shows is Korean.
func isKorean(doc *policy.Document) bool {
	korean, all := 0, 0
	for _, b := range doc.Blocks {
		lang, n := scripts(b.Text)
		if all += n; lang == "ko" {
			korean += n
		}
	}
	return korean*2 >= all
}

const (
	nearby      = 8 // links before and behind that are looked at
	leastNearby = 2 // with fewer nothing is told
)

// likeness compares a link with those around it that stand in the same part of the page.
func likeness(doc *policy.Document, link int) Likeness {
	one := doc.Resources[link]
	if !one.Look.Known || !one.Look.Shown {
		return LikenessUnknown
	}
	alike, others := 0, 0
	for _, res := range doc.Resources[max(0, link-nearby):min(len(doc.Resources), link+nearby+1)] {
		if res.Kind != policy.Link || res.Span == one.Span || !res.Look.Known || !res.Look.Shown || res.Text == "" ||
			res.Traits&(policy.InFooter|policy.InHeader|policy.InNav) != one.Traits&(policy.InFooter|policy.InHeader|policy.InNav) {
			continue
		}
		others++
		if res.Look == one.Look {
			alike++
		}
	}
	switch {
	case others < leastNearby:
		return LikenessUnknown
	case alike*2 > others:
		return LooksAlike
	}
	return StandsOut
}
