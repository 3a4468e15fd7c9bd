package vendors

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/fold"
)

func TestReadRegistryRefuses(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"[[vendor]]\nid", "catalogue/a.toml"},
		{"[[vendor]]\nname = \"a\"", "catalogue/a.toml"},
		{"[[vendor]]\nforeign = \"yes\"", "catalogue/a.toml"},
	} {
		if _, err := readRegistry(fstest.MapFS{"catalogue/a.toml": {Data: []byte(tt.text)}}); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: %v, want %q", tt.text, err, tt.want)
		}
	}
}

func TestCatalogue(t *testing.T) {
	if n := len(All()); n != 828 {
		t.Errorf("%d vendors", n)
	}
	ids := make(map[string]bool)
	for _, v := range All() {
		if got, ok := ByID(v.ID); ids[v.ID] || !ok || got != v || strings.Trim(v.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("%q is no ID, or of two", v.ID)
		}
		ids[v.ID] = true
		if v.Ko == "" || v.En == "" || len(v.Categories) == 0 {
			t.Errorf("%s: no name in one of the languages, or no category", v.ID)
		}
		for _, c := range v.Categories {
			if k := CategoryByID(c); k.ID != c || k.Name().Ko == "" || k.Name().En == "" || k.Task().Ko == "" || k.Task().En == "" {
				t.Errorf("%s: no category %q", v.ID, c)
			}
		}
		for _, code := range []string{v.Country, v.ParentCountry} {
			if code != "" && CountryName(code).Ko == "" {
				t.Errorf("%s: no country %q", v.ID, code)
			}
		}
		if v.Country == "" || v.Foreign != (v.Country != "KR") {
			t.Errorf("%s: of %q, and foreign is %v", v.ID, v.Country, v.Foreign)
		}
		if !slices.Contains([]Role{Processor, OverseasProcessor, ThirdParty, Pixel}, v.Role) {
			t.Errorf("%s: no role %q", v.ID, v.Role)
		}
		if !slices.Contains([]Confidence{Checked, Partly, Memory, Low}, v.Confidence) {
			t.Errorf("%s: no confidence %q", v.ID, v.Confidence)
		}
		verifyRoot(t, v)
		verifyOwn(t, v)
	}
}

// TestManual holds the figures of docs/vendors.md to the catalogue.
func TestManual(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "docs", "vendors.md"))
	if err != nil {
		t.Fatal(err)
	}
	by, hosts := make(map[Confidence]int), 0
	for _, v := range All() {
		by[v.Confidence]++
		hosts += len(v.Hosts) + len(v.WeakHosts)
	}
	want := []string{fmt.Sprintf("%d vendors", len(All())), fmt.Sprintf("%d,%03d hosts", hosts/1000, hosts%1000)}
	for c, n := range by {
		want = append(want, fmt.Sprintf("| `%s` | %d |", c, n))
	}
	for _, w := range want {
		if !strings.Contains(string(data), w) {
			t.Errorf("docs/vendors.md does not say %q", w)
		}
	}
}

// verifyRoot checks that the companies behind a vendor are known and end.
func verifyRoot(t *testing.T, v *Vendor) {
	t.Helper()
	at := v
	for range 4 {
		if at.Company == "" {
			if v.Root() != at {
				t.Errorf("%s: the root is %s, want %s", v.ID, v.Root().ID, at.ID)
			}
			return
		}
		next, ok := ByID(at.Company)
		if !ok {
			t.Errorf("%s: no company %q", v.ID, at.Company)
			return
		}
		at = next
	}
	t.Errorf("%s: its companies do not end", v.ID)
}

// verifyOwn checks that what is said of some names or packages of a vendor is said of ones that it has.
func verifyOwn(t *testing.T, v *Vendor) {
	t.Helper()
	for _, name := range v.RiskyAliases {
		if !slices.Contains(v.Names(), name) {
			t.Errorf("%s: %q is risky and no name", v.ID, name)
		}
	}
	var all []string
	for e, names := range v.Packages {
		if !slices.Contains(Ecosystems[:], e) {
			t.Errorf("%s: no ecosystem %q", v.ID, e)
		}
		all = append(all, names...)
	}
	for _, name := range slices.Concat(v.WeakPackages, v.UnverifiedPackages) {
		if !slices.Contains(all, name) {
			t.Errorf("%s: %q is marked and no package", v.ID, name)
		}
	}
}

// TestUniqueTraces checks that no host, global, ID of a tag or package stands for two vendors.
func TestUniqueTraces(t *testing.T) {
	owner := make(map[string]string)
	claim := func(v *Vendor, kind string, keys ...string) {
		for _, key := range keys {
			at := kind + " " + key
			if owner[at] != "" && owner[at] != v.ID {
				t.Errorf("%s is of %s and %s", at, owner[at], v.ID)
			}
			owner[at] = v.ID
			if key == "" || strings.TrimSpace(key) != key || kind == "host" && strings.ToLower(hostOf(key)) != hostOf(key) {
				t.Errorf("%s: %q is not in its usual form", v.ID, at)
			}
		}
	}
	for _, v := range All() {
		claim(v, "host", v.Hosts...)
		claim(v, "host", v.WeakHosts...)
		claim(v, "global", v.Globals...)
		claim(v, "global", v.WeakGlobals...)
		claim(v, "tag", v.TagIDs...)
		for e, names := range v.Packages {
			for _, name := range names {
				claim(v, string(e), PackageKey(e, name))
			}
		}
	}
}

func hostOf(entry string) string {
	host, _, _ := strings.Cut(entry, "/")
	return host
}

// sharedNames are the names of two vendors: which of them one stands for.
var sharedNames = map[string]string{
	"센드버드코리아": "sendbird", // the Korean company of the one, which is the other
}

// TestNames checks that each name leads to its vendor, alone and in a sentence, and no name to two.
func TestNames(t *testing.T) {
	owner := make(map[string]string)
	for _, v := range All() {
		for name := range v.usualNames {
			key := string(fold.Of(name).Runes)
			if o := owner[key]; o != "" && o != v.ID {
				if sharedNames[key] != o {
					t.Errorf("%q is a name of %s and %s", name, o, v.ID)
				}
				continue
			}
			owner[key] = v.ID
			if named := Named(name); len(named) == 0 || !slices.Contains(named, v) {
				t.Errorf("%q in a list is %s, want %s", name, listIDs(named), v.ID)
			}
			for _, text := range []string{name, name + "에 위탁합니다.", "업무를 " + name + "(이하 수탁자)에", "㈜" + name + " 등"} {
				m := Find(text)
				if len(m) == 0 || m[0].Vendor != v || !strings.HasPrefix(text[m[0].Start:m[0].End], name) {
					t.Errorf("%q: %+v, want %s", text, m, v.ID)
				}
			}
		}
	}
	if len(owner) < 3500 {
		t.Errorf("only %d names", len(owner))
	}
}

func listIDs(list []*Vendor) []string {
	var out []string
	for _, v := range list {
		out = append(out, v.ID)
	}
	return out
}

// TestLoose checks that loose practice is told of companies, for products are disclosed by them anyway.
func TestLoose(t *testing.T) {
	for named, list := range loosely() {
		for _, id := range append([]string{named}, list...) {
			if v, ok := ByID(id); !ok || v.Root() != v {
				t.Errorf("loose %s: %q is no company", named, id)
			}
		}
	}
	for _, tt := range []struct {
		named, asked string
		want         bool
	}{
		{"naver", "naver", true},
		{"naver", "naver-financial", true},
		{"naver-financial", "naver", false},
		{"naver", "naver-analytics", true},
		{"google", "google-analytics", true},
		{"firebase", "google", true},
		{"lg-uplus", "toss-payments", true},
		{"aws", "amazon-ads", false},
		{"amazon-ads", "aws", true},
		{"kt", "sk-telecom", false},
	} {
		a, _ := ByID(tt.named)
		b, _ := ByID(tt.asked)
		if got := Discloses(a, b); got != tt.want {
			t.Errorf("%s discloses %s: %v", tt.named, tt.asked, got)
		}
	}
}

// TestDistinct holds vendors of one name apart: none of the names of one leads to another.
func TestDistinct(t *testing.T) {
	data, err := os.ReadFile("testdata/distinct.toml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Distinct []struct {
			Group   string
			Members []string
		}
	}
	if err := toml.Unmarshal(data, &file); err != nil || len(file.Distinct) < 10 {
		t.Fatal(len(file.Distinct), err)
	}
	for _, g := range file.Distinct {
		for _, id := range g.Members {
			v, ok := ByID(id)
			if !ok {
				t.Errorf("%s: no vendor %q", g.Group, id)
				continue
			}
			for name := range v.usualNames {
				for _, m := range Find(name) {
					if m.Vendor != v && slices.Contains(g.Members, m.Vendor.ID) && m.Name == name {
						t.Errorf("%s: %q of %s leads to %s", g.Group, name, id, m.Vendor.ID)
					}
				}
			}
		}
	}
}

// TestCategories checks that each category is used, and says in both languages what it is.
func TestCategories(t *testing.T) {
	used := make(map[string]bool)
	for _, v := range All() {
		for _, c := range v.Categories {
			used[c] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(categories())) {
		if !used[id] {
			t.Errorf("nobody is of category %q", id)
		}
		if g := CategoryByID(id).Gathers; g != Never && g != May && g != Always {
			t.Errorf("%s: no way to gather %q", id, g)
		}
	}
}

func TestCountryNames(t *testing.T) {
	for code, name := range countryNames() {
		if len(code) != 2 || strings.ToUpper(code) != code || !unicode.Is(unicode.Hangul, []rune(name.Ko)[0]) || name.En[0] < 'A' || name.En[0] > 'Z' || len(name.En) < 3 {
			t.Errorf("%s: %+v", code, name)
		}
	}
	if got := CountryName("US"); got != (Text{Ko: "미국", En: "United States"}) {
		t.Errorf("US is %+v", got)
	}
}
