package vendors

import (
	"testing"

	"github.com/pipalint/pipalint/analyzer/company"
)

// TestKeyOf holds the keys of the catalogue to those of package company.
func TestKeyOf(t *testing.T) {
	for _, v := range All() {
		for name := range v.usualNames {
			if got, want := keyOf(name), company.Key(name); got != want {
				t.Errorf("the key of %q is %q, want %q", name, got, want)
			}
		}
	}
}
