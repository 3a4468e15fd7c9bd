package vendors

import (
	"slices"
	"testing"

	"github.com/pipalint/pipalint/analyzer/company"
)

func TestRenames(t *testing.T) {
	kinds := []RenameKind{Renamed, Merged, Reformed, SplitOff, Rebranded, Retired}
	for _, r := range Renames() {
		if len(r.Old) == 0 || !slices.Contains(kinds, r.Kind) || (r.New == "") != (r.Kind == Retired) {
			t.Errorf("%+v", r)
		}
		if _, ok := ByID(r.Vendor); !ok || r.Year != 0 && (r.Year < 1990 || r.Year > 2026) {
			t.Errorf("%s: vendor %s, year %d", r.Old[0], r.Vendor, r.Year)
		}
		if !slices.Contains([]RenameConfidence{Sure, Probable, Unsure}, r.Confidence) {
			t.Errorf("%s: no confidence %q", r.Old[0], r.Confidence)
		}
	}
	if n := len(Renames()); n < 60 {
		t.Errorf("%d renames", n)
	}
}

// TestGivenUpNames holds the names that were given up against those of today.
func TestGivenUpNames(t *testing.T) {
	current := make(map[string]string) // by key: whose usual name it is
	for _, v := range All() {
		current[company.Key(v.Ko)], current[company.Key(v.En)] = v.ID, v.ID
	}
	whole, bare := givenUp().whole, givenUp().bare
	if len(whole) < 5 || len(bare) < 20 {
		t.Fatalf("%d and %d names", len(whole), len(bare))
	}
	for key, r := range bare {
		if id, ok := current[key]; ok {
			t.Errorf("%s is what %s is called", key, id)
		}
		if _, ok := RenameOf(r.New); ok || r.Year == 0 {
			t.Errorf("%s, of %d, is no name of today", r.New, r.Year)
		}
	}
	for key, r := range whole {
		if _, ok := RenameOf(r.New); ok || r.Year == 0 || letters(r.New) == key {
			t.Errorf("%s, of %d, is no name of today", r.New, r.Year)
		}
	}
}

func TestRenameOf(t *testing.T) {
	for name, want := range map[string]string{
		"세틀뱅크(주)":                     "헥토파이낸셜",
		"주식회사 다음 카카오":                 "카카오",
		"CJ GLS":                      "CJ대한통운",
		"Facebook, Inc":               "Meta Platforms, Inc.",
		"google inc":                  "Google LLC",
		"Google LLC":                  "",
		"Facebook":                    "", // the service is still called so
		"Facebook Ireland":            "",
		"Momentive Performance Korea": "",
		"대한통운":                        "",
		"NHN":                         "",
		"NHN한국사이버결제":                  "", // not sure
		"ADT캡스":                       "",
		"엘지유플러스":                      "",
		"":                            "",
	} {
		r, ok := RenameOf(name)
		if r.New != want || ok != (want != "") {
			t.Errorf("RenameOf(%q) = %q, %v", name, r.New, ok)
		}
	}
}
