package evidence

import (
	"net/netip"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// An owner is whose site a page belongs to, as far as the page tells: what it loads from there reaches
// nobody else.
type owner struct {
	domain string          // that is registered, "example.co.kr", or a number; "" where the page does not tell
	vendor *vendors.Vendor // whose own site it is, or nil
}

// ownerOf reads the address of a page from its name, from what a browser notes in a page that it saves,
// or from its canonical link.
func ownerOf(doc *policy.Document) owner {
	return ownerOfHost(addressOf(doc).host)
}

// addressOf is the address of a page; its host is "" where the page does not tell.
func addressOf(doc *policy.Document) target {
	for _, address := range [...]string{doc.File.Name, savedFrom(doc.File.Text).url, canonical(doc)} {
		if t, ok := parseTarget(address); ok && t.host != "" && strings.Contains(address, "//") {
			return t
		}
	}
	return target{}
}

func canonical(doc *policy.Document) string {
	for _, r := range doc.Resources {
		if r.Kind == policy.HeadLink && strings.EqualFold(strings.TrimSpace(r.Rel), "canonical") {
			return r.URL
		}
	}
	return ""
}

func ownerOfHost(host string) owner {
	if _, err := netip.ParseAddr(host); err == nil {
		return owner{domain: host}
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return owner{}
	}
	o := owner{domain: domain}
	if sign, ok := vendors.ByHost(host, "/"); ok && isFront(strings.TrimSuffix(host, domain)) {
		o.vendor = sign.Vendor
	}
	return o
}

// isFront reports whether what stands before a domain is how a company calls its own front door. Other
// names below the domain of a vendor may be those of its customers: shop.vendor.example.
func isFront(label string) bool {
	return slices.Contains([]string{"", "www.", "m.", "about.", "corp.", "privacy.", "policy.", "policies.", "legal."}, label)
}

// has reports whether what was seen is the owner's own: of the same site, or of the same company.
func (o owner) has(s sighting) bool {
	if o.domain != "" && (s.host == o.domain || strings.HasSuffix(s.host, "."+o.domain)) {
		return true
	}
	return o.vendor != nil && o.vendor.Root() == s.sign.Vendor.Root()
}

// A saved is the address that a browser notes when it saves a page: <!-- saved from url=(0029)https://… -->.
type saved struct {
	url  string
	span policy.Span
}

func savedFrom(text string) saved {
	const head, note = 2048, "<!-- saved from url=("
	at := strings.Index(text[:min(len(text), head)], note)
	if at < 0 {
		return saved{}
	}
	at += len(note)
	n := strings.IndexByte(text[at:], ')')
	if n < 0 || n > len("99999") {
		return saved{}
	}
	at += n + 1
	n = strings.Index(text[at:], "-->")
	if n < 0 {
		return saved{}
	}
	url := strings.TrimRight(text[at:at+n], " ")
	return saved{url, policy.Span{Start: at, End: at + len(url)}}
}
