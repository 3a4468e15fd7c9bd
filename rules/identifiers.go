package rules

import (
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// identifiersBy are the identifiers of a policy for which a rule has something to say, those together
// that are one finding: of one kind, collected or given or kept.
func identifiersBy(p *analyzer.Pass, concerns func(facts.Identifier) bool) [][]facts.Identifier {
	var out [][]facts.Identifier
	for _, id := range facts.Identifiers.Of(p) {
		if !isOfPolicy(p, id.At.Page) || !concerns(id) {
			continue
		}
		i := slices.IndexFunc(out, func(group []facts.Identifier) bool {
			first := group[0]
			return first.ID == id.ID && first.Ground == id.Ground && isGiven(first) == isGiven(id) && first.Kept == id.Kept
		})
		if i < 0 {
			out = append(out, []facts.Identifier{id})
		} else {
			out[i] = append(out[i], id)
		}
	}
	return out
}

func isGiven(id facts.Identifier) bool { return id.To.Text != "" }

// atIdentifiers puts a finding at the first of several places, the others beside it.
func atIdentifiers(p *analyzer.Pass, d *analyzer.Diagnostic, group []facts.Identifier) {
	first := group[0]
	d.Subject = subject(itemPart(first.DataItem), part("is", useOf(first)), part("ground", groundKeys[first.Ground]))
	at(p, d, group[0].At.Page, group[0].At.Range)
	for _, other := range group[1:min(len(group), 1+maxRelated)] {
		d.Related = append(d.Related, related(p, other.At.Page, other.At.Range, analyzer.Text{Ko: "여기에도 있습니다", En: "here, too"}))
	}
}

// useOf is what is done with a number.
func useOf(id facts.Identifier) string {
	switch {
	case isGiven(id):
		return "given"
	case id.Kept:
		return "kept"
	}
	return "collected"
}

// groundKeys are what subjects say of the ground on which a number is used.
var groundKeys = [...]string{
	facts.NoGround: "none", facts.GroundElsewhere: "elsewhere", facts.ListedAway: "listed-away", facts.LawUnnamed: "unnamed", facts.LawNamed: "named",
}

// used says what a policy does with identifiers that stand in several places.
func used(group []facts.Identifier) analyzer.Text {
	first, others := group[0], analyzer.Text{}
	if n := len(group) - 1; n > 0 {
		others = analyzer.Text{Ko: fmt.Sprintf(" 외 %d곳", n), En: fmt.Sprintf(" and %d more", n)}
	}
	name := first.Text
	switch {
	case isGiven(first):
		return analyzer.Text{
			Ko: fmt.Sprintf("%s 제공(%s%s)", name, first.To.Text, others.Ko),
			En: fmt.Sprintf("providing %s (to %s%s)", name, first.To.Text, others.En)}
	case first.Kept:
		return analyzer.Text{Ko: fmt.Sprintf("%s 보관", name), En: fmt.Sprintf("keeping %s", name)}
	}
	if others.Ko != "" {
		return analyzer.Text{Ko: fmt.Sprintf("%s 수집(이곳%s)", name, others.Ko), En: fmt.Sprintf("collecting %s (here%s)", name, others.En)}
	}
	return analyzer.Text{Ko: name + " 수집", En: "collecting " + name}
}
