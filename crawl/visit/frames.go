package visit

import (
	"context"
	"net"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/crawl/fetch"
)

// mostFrames are looked into on a page.
const mostFrames = 5

// tiny is how many pixels the longer side of a frame has at most that shows nothing.
const tiny = 1

// withFrames is a page with those of its frames that hold anything of a policy. Where the page itself holds none and a frame
// does, it is the frame.
func (v *Visitor) withFrames(ctx context.Context, r fetch.Request, p *Page, holds func(*Page) bool) *Page {
	main := p
	frames := make(map[string]*Page) // by address; nil for what could not be read
	for i := range p.Doc.Resources {
		res := &p.Doc.Resources[i]
		address, ok := p.frameOf(*res)
		if !ok {
			continue
		}
		frame, met := frames[address]
		if !met && len(frames) < mostFrames {
			one, known := v.frame(ctx, r, address)
			if known {
				frame = one
			}
			frames[address] = frame
			if one != nil && (!known || !one.substance) {
				p.Aside = append(p.Aside, one)
			}
		}
		if frame == nil {
			continue
		}
		res.Read = true
		switch {
		case met:
		case main == p && !holds(p) && holds(frame):
			main = frame
			main.Shell, main.Asked, main.Frames = p, p.Asked, p.Frames
			p.Frames = nil
		case frame.substance:
			main.Frames = append(main.Frames, frame)
		}
	}
	return main
}

// frameOf is the address of a frame that may hold a part of the page: one of the same site that is large enough to be read.
func (p *Page) frameOf(r policy.Resource) (string, bool) {
	if r.Kind != policy.Frame || r.Read || r.URL == policy.SrcDoc || 0 < r.Side && r.Side <= tiny || isTracker(p.Doc, r) {
		return "", false
	}
	u, ok := p.Doc.Address(r.URL)
	if !ok || u.Host == "" || samePage(u.String(), p.URL) {
		return "", false
	}
	own, err := url.Parse(p.URL)
	return u.String(), err == nil && SameSite(own, u)
}

// SameSite reports whether two addresses are of one site: of the same host, or below the same domain that somebody
// registered.
func SameSite(a, b *url.URL) bool {
	one, other := strings.ToLower(a.Hostname()), strings.ToLower(b.Hostname())
	if one == other {
		return true
	}
	if net.ParseIP(one) != nil || net.ParseIP(other) != nil {
		return false
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(one)
	if err != nil {
		return false
	}
	same, err := publicsuffix.EffectiveTLDPlusOne(other)
	return err == nil && same == domain
}

// frame reads a frame; nil where it was not got. What it shows is not known where a script may fill it.
func (v *Visitor) frame(ctx context.Context, r fetch.Request, address string) (p *Page, known bool) {
	got, err := v.Fetcher.Get(ctx, fetch.Request{URL: address, Crawled: r.Crawled})
	if err != nil {
		return nil, false
	}
	p = &Page{Asked: address, URL: got.URL, State: got.State(), Redirects: got.Redirects, Status: got.Status, Header: got.Header, Raw: got.Raw}
	if v.understand(p, got.Header.Get("Content-Type")) != nil || p.behindWall() != nil {
		return nil, false
	}
	return p, p.substance || !canFill(p.Doc)
}
