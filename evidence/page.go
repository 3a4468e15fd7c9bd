package evidence

import (
	"cmp"
	"slices"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// OfPage is what a page gives away: hosts that it loads from or sends to, global variables of scripts
// that it uses, IDs of tags. Only what the catalogue of vendors knows counts, in the order of the source,
// the same thing once. Links are no evidence, nor is what belongs to the page's own site.
//
// Where a browser opened the page, what it contacted counts, too, see [Contact].
func OfPage(doc *policy.Document, contacts ...Contact) []policy.Evidence {
	c := &collector{own: ownerOf(doc)}
	c.page(doc, nil)
	c.contacts(doc, contacts)
	return c.evidence()
}

// A collector gathers what pages and scripts of one site give away.
type collector struct {
	own  owner
	seen []sighting
}

// A sighting is a piece of evidence, before it is known what else the site holds.
type sighting struct {
	policy.Evidence
	sign vendors.Sign
	host string // of the URL that tells it, or ""

	// google tells that it is the function of Google's tag, which serves several products: if the IDs
	// of tags are at hand, they tell which.
	google bool
}

func (c *collector) add(s sighting) { c.seen = append(c.seen, s) }

// evidence is what is left of the sightings once all are known, file by file.
func (c *collector) evidence() []policy.Evidence {
	c.seen = slices.DeleteFunc(c.seen, func(s sighting) bool { return c.own.has(s) })
	proved, tagged := c.proved()
	c.sort()
	type key struct {
		file *policy.File
		kind policy.EvidenceKind
		key  string
	}
	at := make(map[key]int) // in out
	var out []policy.Evidence
	for _, s := range c.seen {
		if s.google && tagged || s.needsMore() && !proved[s.sign.Vendor.ID] {
			continue
		}
		k := key{s.Place.File, s.Kind, s.Key}
		switch i, ok := at[k]; {
		case !ok:
			at[k] = len(out)
			out = append(out, s.Evidence)
		case out[i].Indirect && !s.Indirect:
			out[i] = s.Evidence // the better one, where the first was
		}
	}
	return out
}

// sort puts the sightings in the order of the source, the files as they were read. What stands nowhere in its page comes last.
func (c *collector) sort() {
	order := make(map[*policy.File]int)
	for _, s := range c.seen {
		if _, ok := order[s.Place.File]; !ok {
			order[s.Place.File] = len(order)
		}
	}
	slices.SortStableFunc(c.seen, func(a, b sighting) int {
		return cmp.Or(cmp.Compare(order[a.Place.File], order[b.Place.File]),
			cmp.Compare(a.offset(), b.offset()))
	})
}

// offset is where a sighting stands in its file.
func (s sighting) offset() int {
	if s.Place.Span.Len() == 0 && s.Place.File != nil {
		return len(s.Place.File.Text)
	}
	return s.Place.Span.Start
}

// needsMore reports whether a sighting tells nothing without another of the same vendor: a short name
// that others use, too, or software that may run on the site's own servers.
func (s sighting) needsMore() bool {
	return s.Kind == policy.EvidenceGlobal && (s.sign.Weak || s.sign.Vendor.SelfHostable)
}

// proved are the vendors of which there is more than what needs more, and whether any tag of Google's is
// known by its ID.
func (c *collector) proved() (vendor map[string]bool, tagged bool) {
	vendor = make(map[string]bool)
	for _, s := range c.seen {
		if !s.needsMore() && !s.sign.Weak && !s.google {
			vendor[s.sign.Vendor.ID] = true
		}
		tagged = tagged || s.Kind == policy.EvidenceTagID
	}
	return vendor, tagged
}
