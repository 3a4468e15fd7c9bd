package vendors

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func TestItems(t *testing.T) {
	items := Items()
	if len(items) != 231 {
		t.Errorf("%d items", len(items))
	}
	names := make(map[string]string) // by folded name: the item
	for i, item := range items {
		if got, ok := ItemByID(item.ID); !ok || item.ID == "" || items[i].Class != ClassOf(item.ID) || got.ID != item.ID {
			t.Errorf("%q is not found by its ID", item.ID)
		}
		if j := read().byID[item.ID]; j != i {
			t.Errorf("%s stands twice", item.ID)
		}
		if _, ok := ItemByID(item.Parent); item.Parent != "" && !ok {
			t.Errorf("%s: no parent %s", item.ID, item.Parent)
		}
		for _, c := range append([]Class{item.Class}, item.Also...) {
			if n := ClassName(c); n.Ko == "" || n.En == "" {
				t.Errorf("%s: no class %s", item.ID, c)
			}
		}
		for _, key := range item.Legal {
			if Provision(key) == "" {
				t.Errorf("%s: no provision %s", item.ID, key)
			}
		}
		if len(item.Ko) == 0 || len(item.En) == 0 || len(item.Ja) == 0 {
			t.Errorf("%s: no name in one of the languages", item.ID)
		}
		for _, list := range [][]string{item.Ko, item.En, item.Ja} {
			for _, name := range list {
				key := folded(name)
				if other, ok := names[key]; key == "" || ok && other != item.ID && !item.Ambiguous {
					t.Errorf("%s: %q is a name of %q, too", item.ID, name, other)
				}
				names[key] = item.ID
			}
		}
	}
}

// TestParents finds items that are part of themselves.
func TestParents(t *testing.T) {
	for _, item := range Items() {
		steps := 0
		for at := item; at.Parent != ""; at, _ = ItemByID(at.Parent) {
			if steps++; steps > 8 {
				t.Errorf("the parents of %s do not end", item.ID)
				break
			}
		}
	}
}

func TestClasses(t *testing.T) {
	for _, c := range []Class{General, Sensitive, UniqueIdentifier, ResidentNumber, Financial, Location, Device, Children, Biometric, Health} {
		if ClassName(c).Ko == "" {
			t.Errorf("the data has no class %s", c)
		}
	}
	if n := len(read().Classes); n != 10 {
		t.Errorf("%d classes", n)
	}
	if got := ClassOf("rrn"); got != ResidentNumber {
		t.Errorf("a resident registration number is %q", got)
	}
	if _, ok := ItemByID("nothing"); ok {
		t.Error("an unknown item is found")
	}
}

// folded is what two spellings of a name have in common: letters and digits, in lower case.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}
