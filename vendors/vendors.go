package vendors

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/fold"
)

// A Vendor is a company, or a product of one, that handles data of users for others. Where what is known
// of it comes from is told in docs/vendors.md.
type Vendor struct {
	ID         string
	Ko, En, Ja string // what it is usually called; Ja may be ""
	Aliases    []string

	RiskyAliases   []string `toml:"risky_aliases"`   // ordinary words, or very short: they name it only in the right company
	KoreanEntities []string `toml:"korean_entities"` // of a foreign vendor: naming one of these names nobody abroad

	Categories    []string  // the IDs of what it does, the main one first
	Gathering     Gathering `toml:"gathers"` // where its main category does not tell
	Country       string    // of the company usually named, ISO 3166-1 alpha-2
	ParentCountry string    `toml:"parent_country"` // of the company behind it, where that is another country; or ""
	Foreign       bool      // the company usually named is not Korean
	KoreanRegion  bool      `toml:"korean_region"` // it may be run in a Korean data centre

	Chosen  bool   // a means of payment or an account that people choose themselves, and that policies name for that alone
	Company string // the ID of the vendor whose product it is: who discloses that one discloses it; or ""
	Role    Role

	Hosts       []string // host, for it and what is below it; host/path, for what begins so; /path, of a first party
	WeakHosts   []string `toml:"weak_hosts"` // they serve files of others, too
	Globals     []string // of JavaScript
	WeakGlobals []string `toml:"weak_globals"` // too short or too common to tell by themselves
	TagIDs      []string `toml:"tag_ids"`      // how the IDs of its tags begin: "G-"

	Packages           map[Ecosystem][]string
	WeakPackages       []string `toml:"weak_packages"`       // they do not prove that it gets data: generic, transitive or of one's own server
	UnverifiedPackages []string `toml:"unverified_packages"` // never seen in a registry or in public code: they prove nothing
	InnocentPackages   []string `toml:"innocent_packages"`   // of the same makers, and send nothing

	SelfHostable bool `toml:"self_hostable"` // its software may run on the controller's own servers; then there is no recipient
	Confidence   Confidence
}

// Role is what a vendor usually is in a policy.
type Role string

// The roles.
const (
	Processor         Role = "processor"
	OverseasProcessor Role = "overseas-processor"
	ThirdParty        Role = "third-party"
	Pixel             Role = "pixel" // it gathers behavioural data by a tag of its own
)

// Confidence tells how far an entry may be trusted.
type Confidence string

// The confidences, the best first.
const (
	Checked Confidence = "checked" // at least one field was found in a source
	Partly  Confidence = "partly"  // so, but other fields are uncertain
	Memory  Confidence = "memory"  // well known, and looked up nowhere
	Low     Confidence = "low"     // identity or spelling uncertain: worth a question at most
)

// Names are all ways to write a vendor, the usual ones first.
func (v *Vendor) Names() []string {
	names := append([]string{v.Ko, v.En}, v.Aliases...)
	if v.Ja != "" {
		names = append(names, v.Ja)
	}
	return append(names, v.KoreanEntities...)
}

// LegalName is its English name with the legal form, where the catalogue has it: Mixpanel, Inc., and for Sentry
// Functional Software, Inc.
func (v *Vendor) LegalName() string {
	best := ""
	for _, name := range v.Aliases {
		if _, old := RenameOf(name); old || name[0] >= utf8.RuneSelf || company.Bare(name) == name || v.IsKorean(name) {
			continue
		}
		if strings.HasPrefix(name, v.En) {
			return name
		}
		best = cmp.Or(best, name)
	}
	return cmp.Or(best, v.En)
}

// IsKorean reports whether a name is one of its Korean companies: who names 구글코리아 names nobody abroad.
func (v *Vendor) IsKorean(name string) bool {
	for _, same := range [...]string{name, company.Bare(name)} {
		key := fold.Of(same).Runes
		if slices.ContainsFunc(v.KoreanEntities, func(entity string) bool { return slices.Equal(key, fold.Of(entity).Runes) }) {
			return true
		}
	}
	return false
}

// In is what a vendor is called in a language, "ko" or "en".
func (v *Vendor) In(lang string) string {
	if lang == "ko" {
		return v.Ko
	}
	return v.En
}

// Gathers tells whether its software, on a page or in an app, sends it data of users: as companies of its
// main category do, unless its entry says otherwise.
func (v *Vendor) Gathers() Gathering {
	if v.Gathering != Never {
		return v.Gathering
	}
	return CategoryByID(v.Categories[0]).Gathers
}

// Task is how a list of processors words what it does.
func (v *Vendor) Task() Text { return CategoryByID(v.Categories[0]).Task() }

// Root is the company whose product a vendor is, or itself.
func (v *Vendor) Root() *Vendor {
	for v.Company != "" {
		v, _ = ByID(v.Company)
	}
	return v
}

// All are all vendors, by the files of the catalogue.
func All() []*Vendor { return registry().all }

// ByID is the vendor of an ID.
func ByID(id string) (*Vendor, bool) {
	v, ok := registry().byID[id]
	return v, ok
}

// Discloses reports whether who names one vendor as a recipient leaves another not undisclosed: they are
// of one company, or the name of the one is loosely used for the other.
func Discloses(named, asked *Vendor) bool {
	a, b := named.Root(), asked.Root()
	return a == b || slices.Contains(loosely()[a.ID], b.ID)
}

//go:embed catalogue/*.toml categories.toml countries.toml renames.toml names.toml
var files embed.FS

// vendorRegistry is the catalogue, read.
type vendorRegistry struct {
	all  []*Vendor
	byID map[string]*Vendor
}

// registry reads the catalogue when first asked for.
var registry = sync.OnceValue(func() *vendorRegistry {
	r, err := readRegistry(files)
	if err != nil {
		panic(err) // the catalogue is part of the program; its test reads it
	}
	return r
})

func readRegistry(fsys fs.FS) (*vendorRegistry, error) {
	const about = 1000 // vendors
	r := &vendorRegistry{all: make([]*Vendor, 0, about), byID: make(map[string]*Vendor, about)}
	names, err := fs.Glob(fsys, "catalogue/*.toml")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		var file struct{ Vendor []*Vendor }
		if err := decode(fsys, name, &file); err != nil {
			return nil, err
		}
		for _, v := range file.Vendor {
			r.all, r.byID[v.ID] = append(r.all, v), v
		}
	}
	return r, nil
}

// decode reads a file of the catalogue, in which nothing unknown may stand.
func decode(fsys fs.FS, name string, to any) error {
	data, err := fs.ReadFile(fsys, name)
	if err == nil {
		err = toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(to)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// mustDecode is decode of a file of the program, which its test reads.
func mustDecode(name string, to any) {
	if err := decode(files, name, to); err != nil {
		panic(err)
	}
}
