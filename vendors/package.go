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
		s, ok := index.signs[pod]
		return s, ok
	}
	return Sign{}, false
}

// PackageKey is the form in which names of packages are compared.
func PackageKey(e Ecosystem, name string) string {
	switch e {
	case NPM, Pub:
		return strings.ToLower(name)
	case PyPI:
		name, _, _ = strings.Cut(strings.ToLower(name), "[")
		return strings.NewReplacer("_", "-", ".", "-").Replace(strings.TrimSpace(name))
	case SwiftPM:
		name = strings.ToLower(name)
		for _, prefix := range [...]string{"https://", "http://", "ssh://", "git@", "git://"} {
			name = strings.TrimPrefix(name, prefix)
		}
		return strings.TrimSuffix(strings.TrimSuffix(strings.Replace(name, ":", "/", 1), "/"), ".git")
	}
	return name
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
