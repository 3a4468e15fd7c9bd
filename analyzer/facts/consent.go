package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// ConsentMix says where a policy tells that it processes some personal data without consent and other
// data with consent, and does not set the two apart.
type ConsentMix struct {
	Without, With PlaceIn
	May           bool // it only says that it may process data without consent
}

// ConsentMixes are the places of that kind, at most one a page. A heading or label for what is processed
// without consent, a column of legal grounds, or a ground cited by its number set the two apart.
var ConsentMixes = analyzer.NewFact("data with and without consent", func(p *analyzer.Pass) []ConsentMix {
	var out []ConsentMix
	for _, r := range readers.Of(p) {
		w := consentWords()
		if r.firstOwn(w.apart, func(occurrence) bool { return true }) != nil {
			continue
		}
		without := r.firstOwn(w.without, func(o occurrence) bool { return !r.belongs(o.line, Items) })
		with := r.firstOwn(w.with, func(o occurrence) bool { return without != nil && (o.unit == without.unit || !r.denies(o)) })
		if without != nil && with != nil {
			out = append(out, ConsentMix{PlaceIn{r.page, without.at}, PlaceIn{r.page, with.at}, without.unit.has(w.may)})
		}
	}
	return out
})

// firstOwn is the first place of a phrase in the body that is as wanted, or nil.
func (r *reader) firstOwn(id phrases.ID, wanted func(occurrence) bool) *occurrence {
	for _, o := range r.index.of(id) {
		if r.body[o.line] == Own && wanted(o) {
			return &o
		}
	}
	return nil
}

type consentPhrases struct{ without, may, with, apart phrases.ID }

var consentWords = sync.OnceValue(func() consentPhrases {
	return consentPhrases{detail("consent.without"), detail("consent.may"), detail("consent.with"), detail("consent.apart")}
})
