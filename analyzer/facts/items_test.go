package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/vendors"
)

func TestItems(t *testing.T) {
	testFixture(t, "items", showItems)
}

// showItems writes a line for the items that stand together for a purpose, as required or optional:
// each as written, with the ID of the catalogue.
func showItems(p *analyzer.Pass) string {
	var b strings.Builder
	last := ""
	for _, item := range facts.DataItems.Of(p) {
		head := fmt.Sprintf("%q %s", item.Purpose, [...]string{"unsaid", "required", "optional"}[item.Required])
		if item.Auto {
			head += ", automatic"
		}
		switch {
		case head != last:
			fmt.Fprintf(&b, "\n%s: ", head)
		default:
			b.WriteString(", ")
		}
		last = head
		b.WriteString(item.Text)
		if item.ID != "" {
			b.WriteString("=" + item.ID)
		}
	}
	return b.String()
}

// TestItemsOfPages checks what holds of any page: each item is written where it says, in order of the
// text but for what brackets hold, with the class that the catalogue has for it.
func TestItemsOfPages(t *testing.T) {
	count := 0
	for _, p := range pages(t) {
		name := p.Policy.Pages[0].File.Name
		at := 0
		for _, item := range facts.DataItems.Of(p) {
			count++
			if item.At.Page == 0 && item.At.Range.Start < at {
				t.Errorf("%s: %s stands before the item before it", name, item.Text)
			}
			at = item.At.Range.Start
			visible := p.Policy.Pages[item.At.Page].Visible
			if got := visible[item.At.Range.Start:item.At.Range.End]; got != item.Text || got == "" || strings.ContainsRune(got, '\n') {
				t.Errorf("%s: %q stands at %q", name, item.Text, got)
			}
			if at := item.PurposeAt.Range; visible[at.Start:at.End] != item.Purpose {
				t.Errorf("%s: the purpose of %s, %q, stands at %q", name, item.Text, item.Purpose, visible[at.Start:at.End])
			}
			if _, ok := vendors.ItemByID(item.ID); ok != (item.ID != "") || item.Class != vendors.ClassOf(item.ID) {
				t.Errorf("%s: %s is %q of class %q", name, item.Text, item.ID, item.Class)
			}
		}
	}
	if count < 100 {
		t.Errorf("only %d items", count)
	}
}
