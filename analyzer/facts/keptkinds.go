package facts

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
)

// KeptKinds are the kinds of records that a policy says it keeps, by the names of the periods of the law: those
// that its words name, and those that they may mean. Each once, in the order of the text.
var KeptKinds = analyzer.NewFact("kinds of records kept", func(p *analyzer.Pass) []string {
	var out []string
	for _, r := range Retentions.Of(p) {
		kinds, perhaps := kindsIn(r.Record.Text)
		for _, kind := range slices.Concat(kinds, perhaps) {
			if !slices.Contains(out, kind) {
				out = append(out, kind)
			}
		}
	}
	return out
})
