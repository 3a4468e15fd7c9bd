package company

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// vendorNames are the spellings of the companies in the collection beside the checkout, by company,
// or none where there is no collection. Entries that are two names beside each other are left out.
func vendorNames(t *testing.T) [][]string {
	t.Helper()
	shared := os.Getenv("PIPALINT_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(shared, "vendors", "vendors.yaml"))
	if err != nil {
		t.Skip("no collection of companies:", err)
	}
	defer func() { _ = f.Close() }()
	var out [][]string
	line := bufio.NewScanner(f)
	line.Buffer(nil, 1<<20)
	for line.Scan() {
		if strings.HasPrefix(line.Text(), "- id: ") {
			out = append(out, nil)
		}
		for _, field := range [...]string{"name_en: ", "name_ko: ", "aliases: ", "kr_entities: "} {
			if value, ok := strings.CutPrefix(line.Text(), "  "+field); ok && len(out) > 0 {
				for _, name := range flowList(value) {
					if !strings.Contains(name, " / ") && name != "null" {
						out[len(out)-1] = append(out[len(out)-1], name)
					}
				}
			}
		}
	}
	if len(out) < 100 {
		t.Fatalf("only %d companies", len(out))
	}
	return out
}

// flowList reads a scalar or a list in brackets as YAML writes them on one line.
func flowList(value string) []string {
	value = strings.TrimSpace(value)
	inner, ok := strings.CutPrefix(value, "[")
	if !ok {
		return []string{strings.Trim(value, `"'`)}
	}
	var out []string
	inner = strings.TrimSuffix(inner, "]")
	for inner != "" {
		inner = strings.TrimLeft(inner, " ,")
		var item string
		if inner != "" && (inner[0] == '"' || inner[0] == '\'') {
			item, inner, _ = strings.Cut(inner[1:], inner[:1])
		} else {
			item, inner, _ = strings.Cut(inner, ",")
		}
		if item = strings.TrimSpace(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}

// TestSplitVendors checks that each spelling of a company is one name, alone and among others.
func TestSplitVendors(t *testing.T) {
	var all []string
	bad, total := 0, 0
	for _, names := range vendorNames(t) {
		for _, name := range names {
			total++
			if l := Split(name); len(l.Names) != 1 || l.Names[0].Kind != Company {
				bad++
				t.Logf("%q: %s", name, show(name, l))
				continue
			}
			all = append(all, name)
		}
	}
	t.Logf("%d of %d spellings are one name", total-bad, total)
	if bad*200 > total {
		t.Errorf("%d of %d are not", bad, total)
	}
	const rounds = 300
	for _, kind := range [...]struct {
		name  string
		join  func(five []string) string
		least int // percent that must be read as they are
	}{
		{"commas", func(five []string) string { return strings.Join(five, ", ") }, 99},
		{"lines", func(five []string) string { return strings.Join(five, "\n") }, 99},
		{"slashes", func(five []string) string { return strings.Join(five, " / ") }, 98},
		{"numbers", func(five []string) string {
			for i := range five {
				five[i] = fmt.Sprintf("%d. %s", i+1, five[i])
			}
			return strings.Join(five, " ")
		}, 98},
		{"circles", func(five []string) string {
			for i := range five {
				five[i] = string('①'+rune(i)) + five[i]
			}
			return strings.Join(five, " ")
		}, 98},
		{"dots", func(five []string) string { return strings.Join(five, "·") }, 95},
		{"및", func(five []string) string { return strings.Join(five[:4], ", ") + " 및 " + five[4] }, 98},
		{"and", func(five []string) string { return strings.Join(five[:4], ", ") + " and " + five[4] }, 98},
		{"(주)", func(five []string) string {
			for i := range five {
				if a, b := StripForms(five[i]); b-a < len(five[i]) {
					five[i] = "㈜가람"
					continue
				}
				five[i] = "(주)" + five[i]
			}
			return strings.Join(five, " ")
		}, 98},
	} {
		random := rand.New(rand.NewPCG(1, 2))
		right, misses := 0, 0
		for range rounds {
			var five []string
			for range 5 {
				five = append(five, all[random.IntN(len(all))])
			}
			names := slices.Clone(five)
			text := kind.join(five)
			if kind.name == "(주)" {
				names = five
			}
			if l := Split(text); sameNames(text, l, names) {
				right++
			} else if misses < 8 {
				misses++
				t.Logf("%q: %s", text, show(text, l))
			}
		}
		t.Logf("%s: %d of %d lists of five are five", kind.name, right, rounds)
		if 100*right < kind.least*rounds {
			t.Errorf("%s: %d of %d", kind.name, right, rounds)
		}
	}
}

// sameNames reports whether a list has exactly these names.
func sameNames(text string, l List, want []string) bool {
	if len(l.Names) != len(want) {
		return false
	}
	for i, n := range l.Names {
		if Key(text[n.Start:n.End]) != Key(want[i]) {
			return false
		}
	}
	return true
}
