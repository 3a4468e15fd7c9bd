package vendors

import (
	"slices"
	"strings"
	"sync"
)

// Ecosystem is a registry of packages.
type Ecosystem string

// The ecosystems, and how they write a package.
const (
	NPM       Ecosystem = "npm"       // @scope/name
	Maven     Ecosystem = "maven"     // group:artifact
	CocoaPods Ecosystem = "cocoapods" // Pod/Subspec
	SwiftPM   Ecosystem = "swiftpm"   // host/owner/repository
	Pub       Ecosystem = "pub"
	PyPI      Ecosystem = "pypi"
	Go        Ecosystem = "go" // path of a module
)

// Ecosystems are all of them.
var Ecosystems = [...]Ecosystem{NPM, Maven, CocoaPods, SwiftPM, Pub, PyPI, Go}

// ByPackage is the vendor to whom a package sends data, where the catalogue proves it: not by packages
// that nobody saw in a registry, nor by those that are innocent. Software that may run on the
// controller's own servers is a weak sign, and so is a generic client.
func ByPackage(e Ecosystem, name string) (Sign, bool) {
	s, ok := lookUp(e, name)
	if !ok || slices.Contains(s.Vendor.UnverifiedPackages, s.Key) {
		return Sign{}, false
	}
	return s, true
}

// IsUnverified reports whether the catalogue has a package that nobody saw in a registry.
func IsUnverified(e Ecosystem, name string) (Sign, bool) {
	s, ok := lookUp(e, name)
	return s, ok && slices.Contains(s.Vendor.UnverifiedPackages, s.Key)
}

func lookUp(e Ecosystem, name string) (Sign, bool) {
	name = PackageKey(e, name)
	index := packageIndex()[e]
	if index.innocent[name] {
		return Sign{}, false
	}
	if s, ok := index.signs[name]; ok {
		return s, true
	}
	switch e {
	case Maven:
		group, _, _ := strings.Cut(name, ":")
		if index.innocent[group+":*"] {
			return Sign{}, false
		}
		s, ok := index.signs[group+":*"]
		return s, ok
	case Go: // a package of a module, or its next major version
		for at := strings.LastIndexByte(name, '/'); at > 0; at = strings.LastIndexByte(name[:at], '/') {
			if index.innocent[name[:at]] {
				return Sign{}, false
			}
			if s, ok := index.signs[name[:at]]; ok {
				return s, true
			}
		}
	case CocoaPods: // a subspec
		pod, _, _ := strings.Cut(name, "/")
		if index.innocent[pod] {
			return Sign{}, false
		}
		s, ok := index.signs[pod]
		return s, ok
	}
	return Sign{}, false
}

// PackageKey is the form in which names of packages are compared.
func PackageKey(e Ecosystem, name string) string {
	name = strings.TrimSpace(name)
	switch e {
	case NPM, Pub:
		return strings.ToLower(name)
	case PyPI: // as PEP 503 has it, without extras, version and markers
		if i := strings.IndexAny(name, "[<>=!~; "); i >= 0 {
			name = name[:i]
		}
		return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '-' || r == '_' || r == '.' }), "-")
	case Maven: // without a version
		if parts := strings.SplitN(name, ":", 3); len(parts) == 3 {
			return parts[0] + ":" + parts[1]
		}
	case SwiftPM:
		return repositoryKey(name)
	}
	return name
}

// repositoryKey is host/owner/repository of an address of a repository in any of its forms.
func repositoryKey(address string) string {
	address = strings.ToLower(address)
	if _, rest, ok := strings.Cut(address, "://"); ok {
		address = rest
	}
	if user, rest, ok := strings.Cut(address, "@"); ok && !strings.Contains(user, "/") {
		address = rest
	}
	address = strings.TrimPrefix(strings.Replace(address, ":", "/", 1), "www.")
	return strings.TrimSuffix(strings.TrimRight(address, "/"), ".git")
}

type packages struct {
	signs    map[string]Sign
	innocent map[string]bool
}

var packageIndex = sync.OnceValue(func() map[Ecosystem]packages {
	out := make(map[Ecosystem]packages)
	for _, e := range Ecosystems {
		out[e] = packages{make(map[string]Sign), make(map[string]bool)}
	}
	for _, v := range All() {
		for e, names := range v.Packages {
			for _, name := range names {
				weak := v.SelfHostable || slices.Contains(v.WeakPackages, name)
				out[e].signs[PackageKey(e, name)] = Sign{v, name, weak}
			}
		}
		for _, name := range v.InnocentPackages {
			for _, e := range Ecosystems {
				out[e].innocent[PackageKey(e, name)] = true
			}
		}
	}
	return out
})
