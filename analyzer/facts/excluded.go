package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// ExcludedChildren is the sentence by which the policy says that no data of children under 14 is processed: it
// addresses them so. Empty where it says nothing of the kind, or speaks of the consent of those who care for them.
var ExcludedChildren = analyzer.NewFact("excluded children", func(p *analyzer.Pass) PlaceIn {
	var out PlaceIn
	for _, r := range readers.Of(p) {
		if _, ok := r.affirmed(childrenWords().consented); ok {
			return PlaceIn{}
		}
		for _, o := range r.index.of(childrenWords().excluded) {
			if out.Range.Empty() && r.body[o.line] == Own && !o.unit.has(conditionalWords()) {
				out = PlaceIn{r.page, withoutSpace(r.doc, r.unitBehindMark(o))}
			}
		}
	}
	return out
})

var childrenWords = sync.OnceValue(func() struct{ excluded, consented phrases.ID } {
	return struct{ excluded, consented phrases.ID }{detail("children.excluded"), detail("children.consented")}
})
