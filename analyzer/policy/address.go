package policy

import (
	"net/url"
	"strings"
)

// Address is where a reference in the page leads, without what only points into a page. It is whole where the page is named
// by its address, or gives its base; else as it is written. Nothing that is fetched, as mailto:, is none.
func (d *Document) Address(ref string) (*url.URL, bool) {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || u.Opaque != "" {
		return nil, false
	}
	base := &url.URL{}
	if page, err := url.Parse(d.File.Name); err == nil && page.Host != "" {
		base = page
	}
	if own, err := url.Parse(strings.TrimSpace(d.Base)); err == nil && d.Base != "" {
		base = base.ResolveReference(own) // which may be relative to the page
	}
	if base.Host != "" {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return nil, false
	}
	u.Fragment, u.RawFragment = "", ""
	return u, true
}
