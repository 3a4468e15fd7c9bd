package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// firstArticle looks for purposes under an article that is called nothing but purpose: 제1조 목적. As a rule
// the first article of such a name says what the policy itself is for; then it says no purpose of
// processing.
func (r *reader) firstArticle() (policy.Range, bool) {
	for i := range r.headings {
		h := &r.headings[i]
		m, ok := r.lines[h.Line].find(purposeAlone())
		if !ok || m.End > h.Range.End || r.empty(h) || r.belongs(h.Line, Purpose) {
			continue
		}
		if !r.sayUnder(h, policysPurpose()) {
			return h.Range, true
		}
	}
	return policy.Range{}, false
}

// sayUnder reports whether a phrase stands in the section of a heading.
func (r *reader) sayUnder(h *Heading, id phrases.ID) bool {
	for i := h.Line; i < h.End; i++ {
		if r.body[i] == Own && r.lines[i].has(id) {
			return true
		}
	}
	return false
}

var (
	purposeAlone   = sync.OnceValue(func() phrases.ID { return phrase("purpose.alone") })
	policysPurpose = sync.OnceValue(func() phrases.ID { return phrase("purpose.policys") })
)
