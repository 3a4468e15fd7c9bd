package analyzer_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// TestCompaniesOfCorpus checks that the companies that readers found in the real pages are those that
// company.Split finds in a cell or a line, and that it finds no others in the cells that name them.
func TestCompaniesOfCorpus(t *testing.T) {
	read, all, others := 0, 0, 0
	for _, p := range append(realPages(t, "corpus", "docs"), realPages(t, "seeds")...) {
		want := labelledCompanies(t, p.name)
		doc, err := scrape.Parse(p.name, p.raw, scrape.Options{})
		if err != nil || len(want) == 0 {
			continue
		}
		found := map[string]bool{}
		for _, text := range textsOf(doc) {
			list := company.Split(text.text)
			wanted := 0
			var more []string
			for _, n := range list.Names {
				name := text.text[n.Start:n.End]
				if key := company.Key(name); want[key] != "" {
					found[key] = true
					wanted++
				} else if n.Kind == company.Company {
					more = append(more, name)
				}
			}
			if text.cell && len(more) > 0 && wanted > len(more) { // no list of other things
				others += len(more)
				t.Logf("%s: also %q", p.name, more)
			}
		}
		for key, name := range want {
			if all++; found[key] {
				read++
			} else {
				t.Logf("%s: not %q", p.name, name)
			}
		}
	}
	if all == 0 {
		t.Skip("no labels beside the checkout")
	}
	t.Logf("%d of %d, %d others", read, all, others)
	if read*100 < all*95 || others*50 > all {
		t.Errorf("%d of %d, %d others", read, all, others)
	}
}

// labelledCompanies are the names that the label of a page has, by key.
func labelledCompanies(t *testing.T, page string) map[string]string {
	t.Helper()
	shared := os.Getenv("PIPALINT_SHARED")
	if shared == "" {
		shared = filepath.Join(repository(t), "..", "shared")
	}
	var label struct {
		Processors, Transfers []struct{ Name string }
		ThirdParties          []struct{ Name string } `json:"third_parties"`
	}
	for _, folder := range [...]string{"corpus", "seeds"} {
		if raw, err := os.ReadFile(filepath.Join(shared, folder, "labels", page+".json")); err == nil {
			if err := json.Unmarshal(raw, &label); err != nil {
				t.Fatal(err)
			}
		}
	}
	names := map[string]string{}
	for _, list := range [...][]struct{ Name string }{label.Processors, label.Transfers, label.ThirdParties} {
		for _, n := range list {
			names[company.Key(n.Name)] = n.Name
		}
	}
	return names
}

// entryText is a text that may name companies.
type entryText struct {
	text string
	cell bool
}

func textsOf(doc *policy.Document) []entryText {
	var out []entryText
	for _, table := range doc.Tables {
		for c := range table.Cells {
			out = append(out, entryText{c.Text, true})
		}
	}
	for i := range doc.Blocks {
		out = append(out, entryText{doc.Blocks[i].Text, false})
	}
	return out
}
