package vendors

import (
	"strings"
	"sync"
	"unicode"
)

// A Sign is what a trace in a page or a source tree tells of a vendor.
type Sign struct {
	Vendor *Vendor
	Key    string // what the catalogue has, which the trace met

	// Weak tells that the trace does not prove that data of users reach the vendor: its host serves files
	// of others, its package is a generic client.
	Weak bool
}

// ByHost is the vendor that a script, frame, pixel or form is loaded from or sends to: by its host, with or
// without a port, and path; host "" for a path of the page's own host. The longest entry of the catalogue that
// fits counts: entries with a path stand for the very host, with www. or without, others for all below it, too.
func ByHost(host, path string) (Sign, bool) {
	if h, port, ok := strings.Cut(host, ":"); ok && strings.Trim(port, "0123456789") == "" {
		host = h
	}
	host, path = strings.ToLower(strings.TrimSuffix(host, ".")), "/"+strings.TrimLeft(path, "/")
	bare := strings.TrimPrefix(host, "www.")
	if host != "" {
		for _, same := range [...]string{host, bare, "www." + bare} {
			if e, ok := longestPath(same, path); ok {
				return e.Sign, true
			}
		}
	} else if e, ok := longestPath("", path); ok {
		return e.Sign, true
	}
	for at, ok := host, host != ""; ok; _, at, ok = strings.Cut(at, ".") {
		for _, e := range hostIndex()[at] {
			if e.path == "" {
				return e.Sign, true
			}
		}
	}
	return Sign{}, false
}

// longestPath is the entry of a host with the longest path that fits.
func longestPath(host, path string) (best hostEntry, ok bool) {
	for _, e := range hostIndex()[host] {
		if e.path != "" && len(e.path) > len(best.path) && e.fits(path) {
			best, ok = e, true
		}
	}
	return best, ok
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
			return path == "" || !isAlphanumeric(path[0]) || strings.HasSuffix(before, "/")
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
			if rest, ok := strings.CutPrefix(id, prefix); ok && isTagNumber(rest) {
				return Sign{v, prefix, false}, true
			}
		}
	}
	return Sign{}, false
}

// isTagNumber reports whether a text is what stands behind the prefix of the ID of a tag.
func isTagNumber(s string) bool {
	digit, letters := false, strings.Trim(s, "-/_") == s && s != ""
	for _, r := range s {
		digit = digit || unicode.IsDigit(r)
		letters = letters && (isLatin(r) || r == '-' || r == '/' || r == '_')
	}
	return digit && letters
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
