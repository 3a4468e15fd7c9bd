package find

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/crawl/fetch"
)

const (
	forSitemaps  = 6        // requests that are kept for maps of the site and what they name
	mostSitemaps = 3        // maps that are read
	mostOfMap    = 10 << 20 // bytes of a map
	mostMapped   = 3        // pages of maps that are looked at
)

// sitemaps looks at the pages that maps of the site name and whose addresses are written like that of a policy.
func (s *search) sitemaps() bool {
	maps := s.maps()
	tried := 0
	for read := 0; len(maps) > 0 && read < mostSitemaps && s.room > 0; read++ {
		u, ok := s.onSite(maps[0])
		maps = maps[1:]
		if !ok || !s.ours(u) {
			continue
		}
		pages, more := s.sitemap(u)
		maps = append(more, maps...)
		for _, page := range pages {
			to, err := url.Parse(page)
			if err != nil || !s.ours(to) || !facts.IsPolicyAddress(page) || tried == mostMapped {
				continue
			}
			tried++
			if p, ok := s.visit(to, Sitemap, ""); ok && p.Kind == facts.PolicyKind {
				s.found(p, Sitemap, nil)
				return true
			}
		}
	}
	return false
}

// maps are the addresses of maps: those that robots.txt names, then usual ones.
func (s *search) maps() []string {
	maps := slices.Clone(usualPaths().Sitemaps)
	if rules, err := s.finder.Visitor.Fetcher.Robots(s.ctx, s.result.Home.URL); err == nil {
		maps = append(slices.Clone(rules.Sitemaps), maps...)
	}
	return maps
}

// sitemap reads one map: the pages that it names, and further maps.
func (s *search) sitemap(u *url.URL) (pages, maps []string) {
	k := key(u.String())
	if s.seen[k] || s.ctx.Err() != nil {
		return nil, nil
	}
	s.seen[k] = true
	s.room--
	got, err := s.finder.Visitor.Fetcher.Get(s.ctx, fetch.Request{URL: u.String(), Crawled: true, Packed: true})
	if err != nil {
		return nil, nil
	}
	return readSitemap(unpacked(got.Raw))
}

// unpacked is a map without the gzip in which it may be kept.
func unpacked(raw []byte) []byte {
	if !bytes.HasPrefix(raw, []byte{0x1f, 0x8b}) {
		return raw
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(z, mostOfMap)) // as much as there is
	return out
}

// readSitemap reads a map in XML, as far as it can be read, or in lines.
func readSitemap(raw []byte) (pages, maps []string) {
	if !bytes.Contains(raw[:min(len(raw), 1000)], []byte("<")) {
		return strings.Fields(string(raw)), nil
	}
	dec := xml.NewDecoder(bytes.NewReader(raw))
	dec.Strict = false
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // addresses are in ASCII
	within, isLoc := "", false
	for {
		token, err := dec.Token()
		if err != nil {
			return pages, maps
		}
		switch t := token.(type) {
		case xml.StartElement:
			isLoc = t.Name.Local == "loc"
			if t.Name.Local == "url" || t.Name.Local == "sitemap" {
				within = t.Name.Local
			}
		case xml.EndElement:
			isLoc = false
		case xml.CharData:
			if address := strings.TrimSpace(string(t)); isLoc && address != "" && within == "sitemap" {
				maps = append(maps, address)
			} else if isLoc && address != "" {
				pages = append(pages, address)
			}
		}
	}
}
