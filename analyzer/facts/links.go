package facts

import (
	"net/url"
	"path"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// leadsWithin reports whether a link or frame of a page leads to one of the pages of its policy, so that what it
// holds is read. Pages are known by their address, or by their path as a site has it: a link that begins at the
// root, or names a host, is held against the end of a path. What became of a link that was followed is known.
func leadsWithin(p *analyzer.Pass, page int, link string, at policy.Span) bool {
	return linkedPage(p, page, link, at) >= 0
}

// linkedPage is the page of the policy to which a link of a page leads, or -1.
func linkedPage(p *analyzer.Pass, page int, link string, at policy.Span) int {
	for _, f := range p.Policy.Followed {
		if f.Place.File == p.Policy.Pages[page].File && f.Place.Span == at {
			if f.State == policy.LinkRead {
				return f.Page
			}
			return -1
		}
	}
	if len(p.Policy.Pages) < 2 {
		return -1
	}
	if doc := p.Policy.Pages[page]; doc.Base != "" {
		if u, ok := doc.Address(link); ok {
			link = u.String()
		}
	}
	for i, other := range p.Policy.Pages {
		if leadsTo(p.Policy.Pages[page].File.Name, link, other.File.Name, i == page) {
			return i
		}
	}
	return -1
}

// leadsTo reports whether a link in a page leads to another, or with self to the page itself.
func leadsTo(from, link, to string, self bool) bool {
	ref, err := url.Parse(strings.TrimSpace(link))
	if err != nil || ref.Opaque != "" || ref.Path == "" && ref.RawQuery == "" {
		return false
	}
	target, isAddress := addressOf(to)
	if self && ref.RawQuery != target.RawQuery {
		return false // the same script shows another page
	}
	if isAddress {
		base, _ := addressOf(from)
		ref = base.ResolveReference(ref)
		return strings.EqualFold(ref.Host, target.Host) && (target.RawQuery == "" || ref.RawQuery == target.RawQuery) &&
			sitePath(ref.Path) == sitePath(target.Path)
	}
	want := sitePath(target.Path)
	if ref.Host == "" && !strings.HasPrefix(ref.Path, "/") {
		return sitePath(path.Join(path.Dir(slashed(from)), ref.Path)) == want
	}
	tail := strings.TrimPrefix(sitePath(ref.Path), "/")
	return tail != "" && (want == tail || strings.HasSuffix(want, "/"+tail))
}

// addressOf is the address that a page is named by, or its path as that of an address.
func addressOf(name string) (u *url.URL, isAddress bool) {
	if u, err := url.Parse(name); err == nil && u.Host != "" {
		return u, true
	}
	return &url.URL{Path: slashed(name)}, false
}

func slashed(name string) string { return strings.ReplaceAll(name, `\`, "/") }

// sitePath is a path as addresses differ in it: without the ending of its file, and without that of an index.
func sitePath(name string) string {
	name = path.Clean(name)
	if ext := path.Ext(name); len(ext) > 1 && ext != path.Base(name) {
		name = strings.TrimSuffix(name, ext)
	}
	if path.Base(name) == "index" {
		name = path.Dir(name)
	}
	return name
}
