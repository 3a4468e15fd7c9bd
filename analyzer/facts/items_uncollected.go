package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// enoughItems is how many items of the catalogue a policy names at least whose list was read.
const enoughItems = 6

// UncollectedItems are the items that a policy says third parties get, of those that people hand in
// themselves, where it names neither them nor anything of their kind otherwise. It is empty for a policy
// that tells its items in words so wide that they may be among them, or of whose items few were read.
var UncollectedItems = analyzer.NewFact("uncollected items", func(p *analyzer.Pass) []GivenItem {
	collected := make(map[string]bool)
	for _, item := range DataItems.Of(p) {
		if item.ID != "" {
			collected[item.ID] = true
		}
	}
	if len(collected) < enoughItems || slices.ContainsFunc(listOf("items.wide"), func(id string) bool { return collected[id] }) {
		return nil
	}
	var out []GivenItem
	seen := make(map[string]bool)
	for _, item := range GivenItems.Of(p) {
		kin := kinOf(item.ID)
		if item.Clause != ThirdParty || seen[item.ID] || len(kin) == 0 || slices.ContainsFunc(kin, func(id string) bool { return collected[id] }) {
			continue
		}
		seen[item.ID] = true
		if !isNamedBesides(p, kin) {
			out = append(out, item)
		}
	}
	return out
})

// kinOf are the items that stand for one that people hand in, itself first; none for other items.
func kinOf(id string) []string {
	var out []string
	for _, line := range listOf("items.handed_in") {
		if kin := strings.Fields(line); slices.Contains(kin, id) && (len(out) == 0 || kin[0] == id) {
			out = kin
		}
	}
	if id == "" || len(out) == 0 {
		return nil
	}
	return append([]string{id}, out...)
}

// isNamedBesides reports whether the body of the policy names one of several items anywhere but where it
// says what others get.
func isNamedBesides(p *analyzer.Pass, ids []string) bool {
	given := givenItems(p)
	for page, r := range readers.Of(p) {
		var m matcher
		for i := range r.lines {
			l := &r.lines[i]
			if r.body[i] != Own {
				continue
			}
			met := false
			m.over(l.Block.Text)
			m.names(0, len(l.Block.Text), func(n itemName) {
				met = met || slices.Contains(ids, n.id) && !given[page].holds(l.Block.Range.Start+n.start)
			})
			if met {
				m.close()
				return true
			}
		}
		m.close()
	}
	return false
}
