package facts_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/statute"
)

// TestEveryPhraseServes holds the data against the facts: wording that no fact asks for costs each
// check its time and tells nothing.
func TestEveryPhraseServes(t *testing.T) {
	var asked []string
	for _, c := range facts.AllClauses {
		for _, key := range [...]string{"heading", "header", "content", "denied", "denies", "mention", "condition", "item", "besides"} {
			asked = append(asked, string(c)+"."+key)
		}
		for _, e := range facts.ElementsOf(c) {
			name := "elements." + string(c) + "." + string(e)
			asked = append(asked, name, name+"_label")
		}
	}
	for _, w := range statute.Wrongs() {
		asked = append(asked, w.Matter)
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	call := regexp.MustCompile(`(?:phrase|detail|nameID|titleID|labelID|vendorID|linkID|listOf)\("([^"]+)"\)`)
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range call.FindAllStringSubmatch(string(src), -1) {
			asked = append(asked, m[1])
		}
	}
	for _, id := range facts.OutdatedNames() { // read by their tables
		asked = append(asked, "stale."+id, "stale_matter."+id, "stale_settled."+id)
		for _, table := range [...]string{"articles", "former", "ground", "record", "phones", "hosts"} {
			asked = append(asked, "stale_"+table+"."+id)
		}
	}
	for _, set := range [...]*phrases.Set{phrases.Default(), phrases.Names(), phrases.Titles(), phrases.Labels(), phrases.Vendors(), phrases.Links()} {
		for id := 1; id <= set.Len(); id++ {
			if name := set.Name(phrases.ID(id)); !slices.Contains(asked, name) {
				t.Errorf("no fact asks for %s", name)
			}
		}
	}
	for _, name := range phrases.ListNames() {
		if !slices.Contains(asked, name) {
			t.Errorf("no fact asks for the list %s", name)
		}
	}
}
