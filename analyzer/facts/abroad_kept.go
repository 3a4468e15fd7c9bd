package facts

import (
	"slices"

	"github.com/pipalint/pipalint/vendors"
)

// keptAbroad is a sentence by which a company keeps data in a region abroad: AWS 도쿄 리전에 저장합니다.
type keptAbroad struct {
	country string
	at      PlaceIn
	named   []*vendors.Vendor
}

// keeps finds the sentence by which a recipient keeps data abroad, whichever company of its group the list
// names.
func (a *abroad) keeps(v *vendors.Vendor) (keptAbroad, bool) {
	if v == nil {
		return keptAbroad{}, false
	}
	if !a.knowsKept {
		a.knowsKept = true
		for _, r := range readers.Of(a.pass) {
			a.kept = append(a.kept, r.keptAbroad()...)
		}
	}
	i := slices.IndexFunc(a.kept, func(k keptAbroad) bool {
		return slices.ContainsFunc(k.named, func(named *vendors.Vendor) bool { return named.Root() == v.Root() })
	})
	if i < 0 {
		return keptAbroad{}, false
	}
	return a.kept[i], true
}

// keptAbroad are such sentences of a page.
func (r *reader) keptAbroad() []keptAbroad {
	var out []keptAbroad
	for _, o := range r.index.of(abroadWords().kept) {
		if r.lines[o.line].cell != nil || r.body[o.line] != Own || !o.unit.has(abroadWords().outside) || r.denies(o) {
			continue
		}
		text := r.doc.TextOf(o.unit.Range)
		at := PlaceIn{r.page, withoutSpace(r.doc, o.unit.Range)}
		for _, w := range vendors.Countries(text) {
			if w.Region && w.Country != korea && w.Country != "" {
				out = append(out, keptAbroad{w.Country, at, passageOf(text, at).named})
				break
			}
		}
	}
	return out
}
