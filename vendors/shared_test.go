package vendors

import (
	"bufio"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSharedNames checks that each spelling in the collection beside the checkout, from which the catalogue was
// made, leads to its vendor, and each host; skipped where there is no collection.
func TestSharedNames(t *testing.T) {
	shared := os.Getenv("PIPALINT_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(shared, "vendors", "vendors.yaml"))
	if err != nil {
		t.Skip("no collection of companies:", err)
	}
	defer func() { _ = f.Close() }()
	var v *Vendor
	names, vendors := 0, 0
	line := bufio.NewScanner(f)
	line.Buffer(nil, 1<<20)
	for line.Scan() {
		if id, ok := strings.CutPrefix(line.Text(), "- id: "); ok {
			v, ok = ByID(strings.Trim(id, `"`))
			if vendors++; !ok && vendors > 20 { // before the vendors stand lists of other things
				t.Errorf("no vendor %q", id)
			}
		}
		key, value, _ := strings.Cut(strings.TrimPrefix(line.Text(), "  "), ": ")
		if v == nil {
			continue
		}
		switch key {
		case "name_en", "name_ko", "aliases", "kr_entities":
			for _, name := range flowList(t, value) {
				names++
				named, cut := Named(usualName(name)), name != usualName(name)
				if !slices.ContainsFunc(named, func(n *Vendor) bool { return n == v || cut && n.Root() == v.Root() }) &&
					sharedNames[strings.ReplaceAll(name, " ", "")] == "" {
					t.Errorf("%q is %s, want %s", name, listIDs(named), v.ID)
				}
			}
		case "domains", "weak_domains":
			for _, entry := range flowList(t, value) {
				host, path, _ := strings.Cut(entry, "/")
				if s, ok := ByHost(host, strings.ReplaceAll(path, "*", "ko_KR")); !ok || s.Vendor != v {
					t.Errorf("the host %s is of %q, want %s", entry, told(s, ok), v.ID)
				}
			}
		}
	}
	if names < 3500 {
		t.Errorf("only %d names", names)
	}
}

// flowList reads a scalar or a list in brackets as YAML writes them on one line.
func flowList(t *testing.T, value string) []string {
	t.Helper()
	inner, ok := strings.CutPrefix(strings.TrimSpace(value), "[")
	if value == "null" || inner == "]" {
		return nil
	}
	if !ok {
		return []string{strings.Trim(value, `"'`)}
	}
	r := csv.NewReader(strings.NewReader(strings.TrimSuffix(inner, "]")))
	r.TrimLeadingSpace, r.LazyQuotes = true, true
	list, err := r.Read()
	if err != nil {
		t.Fatalf("%s: %v", value, err)
	}
	return list
}
