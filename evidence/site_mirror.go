package evidence

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// A mirror of wget keeps each host in a folder of its name, and turns the links between them into
// relative ones: ../www.vendor.example/a.js.

// hostFolder is the host whose folder in a mirror a path begins with, and the rest of the path.
func hostFolder(name string) (host, rest string, ok bool) {
	host, rest, found := strings.Cut(name, "/")
	if !found || !isHost(host) {
		return "", "", false
	}
	suffix, official := publicsuffix.PublicSuffix(strings.ToLower(host))
	if !official && !strings.Contains(suffix, ".") || suffix == host {
		return "", "", false
	}
	return strings.ToLower(host), rest, true
}

// mirrored is where a path was that stands in a page of a mirror's folder.
func mirrored(folder, address string) (target, bool) {
	p, query, _ := strings.Cut(address, "?")
	if text, err := url.PathUnescape(p); err == nil {
		p = text
	}
	if strings.HasPrefix(p, "/") {
		return target{}, false
	}
	name := path.Join(folder, p)
	for strings.HasPrefix(name, "../") {
		name = name[len("../"):]
	}
	host, rest, ok := hostFolder(name)
	if !ok {
		return target{}, false
	}
	if file, asked := cutQuery(rest); asked != "" {
		rest, query = file, asked
	}
	return target{host: host, path: "/" + rest, query: query}, true
}

// cutQuery parts what was asked for from the name of a file: list.php?page=2, or list.php@page=2 where
// a system does not allow the other.
func cutQuery(name string) (file, query string) {
	if file, query, ok := strings.Cut(name, "?"); ok {
		return file, query
	}
	if file, query, ok := strings.Cut(name, "@"); ok && strings.Contains(query, "=") {
		return file, query
	}
	return name, ""
}

// findOwner finds the folder of a mirror with the site's own pages: that with most of them.
func (s *site) findOwner() {
	count := make(map[string]int)
	for _, name := range s.pages {
		if host, _, ok := hostFolder(name); ok {
			if count[host]++; count[host] > count[s.host] {
				s.host = host
			}
		}
	}
	s.c.own = ownerOfHost(s.host)
}

// isForeign reports whether a file stands in the folder of a host that is not of the site's domain.
func (s *site) isForeign(name string) bool {
	host, _, ok := hostFolder(name)
	return ok && s.host != "" && ownerOfHost(host).domain != ownerOfHost(s.host).domain
}
