package facts

import (
	"cmp"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
)

// A DoubleRole is a company that a policy lists as a processor and as a third party for the same work.
type DoubleRole struct {
	Processor, ThirdParty Recipient
	Plain                 bool // the same name, and the same work in the same words; else it only may be so
}

// DoubleRoles are the companies with both roles, by the rows of third parties. A row that stands in both
// lists, one of a transfer abroad, and provision by law are none; nor is a company that does different work in
// its two roles.
var DoubleRoles = analyzer.NewFact("companies in both roles", func(p *analyzer.Pass) []DoubleRole {
	processors, thirdParties, abroad := Processors.Of(p), ThirdParties.Of(p), placesOf(Transfers.Of(p))
	inBoth := placesOf(processors)
	for at := range inBoth {
		inBoth[at] = false
	}
	for _, one := range thirdParties {
		if _, ok := inBoth[one.Name.At]; ok {
			inBoth[one.Name.At] = true
		}
	}
	known, others := companiesOf(p, processors), companiesOf(p, thirdParties)
	var out []DoubleRole
	seen := make(map[PlaceIn]bool)
	for i := range thirdParties {
		one := &thirdParties[i]
		if others.who[i].key == "" || inBoth[one.Name.At] || abroad[one.Name.At] || seen[one.Name.At] || one.Basis.Text != "" || one.isByLaw() {
			continue
		}
		apart := func(j int) bool { return !inBoth[processors[j].Name.At] && !abroad[processors[j].Name.At] }
		same := func(j int) bool { return apart(j) && haveSameWork(&processors[j], one) }
		j, sure := known.find(others.who[i], same)
		plain := j >= 0 && sure
		if j < 0 {
			j, _ = known.find(others.who[i], func(j int) bool { return apart(j) && haveLikeWork(&processors[j], one) })
		}
		if j >= 0 {
			seen[one.Name.At] = true
			out = append(out, DoubleRole{processors[j], *one, plain})
		}
	}
	slices.SortStableFunc(out, func(a, b DoubleRole) int {
		return cmp.Or(cmp.Compare(a.ThirdParty.Row, b.ThirdParty.Row), cmp.Compare(a.Processor.Row, b.Processor.Row))
	})
	return out
})

// haveSameWork reports whether a processor's task and a third party's purpose are the same in all their parts,
// which say what it is, and both stand in lists.
func haveSameWork(processor, thirdParty *Recipient) bool {
	task, purpose := workOf(processor.Task.Text), workOf(thirdParty.Purpose.Text)
	return task.within(purpose) && purpose.within(task) && !task.isGeneral() && processor.List.Form != SaidList && thirdParty.List.Form != SaidList
}

// haveLikeWork reports whether the one may be the other, or a part of it.
func haveLikeWork(processor, thirdParty *Recipient) bool {
	task, purpose := processor.Task.Text, thirdParty.Purpose.Text
	x, y := workOf(task), workOf(purpose)
	return x.within(y) || y.within(x) || alike(task, purpose)
}
