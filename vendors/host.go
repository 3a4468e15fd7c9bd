package vendors

import (
	"strings"
	"sync"
)

// A Sign is what a trace in a page or a source tree tells of a vendor.
type Sign struct {
	Vendor *Vendor
	Key    string // what the catalogue has, which the trace met

	// Weak tells that the trace does not prove that data of users reach the vendor: its host serves files
	// of others, its package is a generic client.
	Weak bool
}

// ByHost is the vendor that a script, frame, pixel or form is loaded from or sends to: by its host and
// path, host "" for one of the page's own. The longest entry of the catalogue that fits counts.
func ByHost(host, path string) (Sign, bool) {
	host, path = strings.ToLower(strings.TrimSuffix(host, ".")), "/"+strings.TrimLeft(path, "/")
	var best hostEntry
	for at := host; ; {
		for _, e := range hostIndex()[at] {
			if (at == host || e.path == "") && e.fits(path) && len(e.path) >= len(best.path) && (best.Vendor == nil || best.host == at) {
				best = e
			}
		}
		_, rest, ok := strings.Cut(at, ".")
		if best.Vendor != nil || !ok {
			return best.Sign, best.Vendor != nil
		}
		at = rest
	}
}

type hostEntry struct {
	Sign
	host, path string
}

// fits reports whether a path begins with that of an entry, whose segment * is any one.
func (e hostEntry) fits(path string) bool {
	want := e.path
	for {
		before, after, ok := strings.Cut(want, "*")
		if !strings.HasPrefix(path, before) {
			return false
		}
		path = path[len(before):]
		if !ok {
			return path == "" || want == "" || !isAlphanumeric(path[0])
		}
		i := strings.IndexByte(path, '/')
		if i < 0 {
			return false
		}
		path, want = path[i:], after
	}
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

var hostIndex = sync.OnceValue(func() map[string][]hostEntry {
	out := make(map[string][]hostEntry)
	add := func(v *Vendor, entry string, weak bool) {
		host, path, ok := strings.Cut(entry, "/")
		if ok {
			path = "/" + path
		}
		out[host] = append(out[host], hostEntry{Sign{v, entry, weak}, host, path})
	}
	for _, v := range All() {
		for _, entry := range v.Hosts {
			add(v, entry, false)
		}
		for _, entry := range v.WeakHosts {
			add(v, entry, true)
		}
	}
	return out
})

// ByGlobal is the vendor whose script defines a global variable of JavaScript.
func ByGlobal(name string) (Sign, bool) {
	s, ok := globalIndex()[name]
	return s, ok
}

var globalIndex = sync.OnceValue(func() map[string]Sign {
	out := make(map[string]Sign)
	for _, v := range All() {
		for _, name := range v.Globals {
			out[name] = Sign{v, name, false}
		}
		for _, name := range v.WeakGlobals {
			out[name] = Sign{v, name, true}
		}
	}
	return out
})

// ByTagID is the vendor of the ID of a tag: "AW-123456789" is one of Google Ads.
func ByTagID(id string) (Sign, bool) {
	for _, v := range tagged() {
		for _, prefix := range v.TagIDs {
			if strings.HasPrefix(id, prefix) {
				return Sign{v, prefix, false}, true
			}
		}
	}
	return Sign{}, false
}

// tagged are the vendors whose tags have IDs.
var tagged = sync.OnceValue(func() []*Vendor {
	var out []*Vendor
	for _, v := range All() {
		if len(v.TagIDs) > 0 {
			out = append(out, v)
		}
	}
	return out
})
