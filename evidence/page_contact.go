package evidence

import (
	"path"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// A Contact is something that a page, or a frame in it, asked for when a browser opened it.
type Contact struct {
	URL  string
	Type string // what for, as DevTools calls it in lower case: script, image, xhr, ping, document …
	From string // the document that asked; "" where it is the page
}

// contacts keeps what a page contacted when it was opened, as far as the page itself does not tell the same: what a tag
// manager loads stands nowhere in it. That a page names somebody whom it asks nothing before consent is made sure by
// a contact. Of each entry of the catalogue the first contact is kept.
func (c *collector) contacts(doc *policy.Document, contacts []Contact) {
	inPage := len(c.seen)
	for _, contact := range contacts {
		s, ok := c.contact(doc, contact)
		if !ok {
			continue
		}
		if i := slices.IndexFunc(c.seen[:inPage], s.isSame); i >= 0 {
			if c.seen[i].Indirect && !s.Indirect {
				c.seen[i].Indirect, c.seen[i].Contacted = false, true
			}
			continue
		}
		if i := slices.IndexFunc(c.seen[inPage:], s.isOfEntry); i >= 0 {
			if before := &c.seen[inPage+i]; before.Indirect && !s.Indirect {
				before.Indirect, before.Key = false, s.Key
			}
			continue
		}
		c.add(s)
	}
}

func (s sighting) isSame(t sighting) bool { return s.Kind == t.Kind && s.Key == t.Key }

// isOfEntry reports whether a contact tells no more than another.
func (s sighting) isOfEntry(t sighting) bool {
	if s.Kind == policy.EvidenceTagID || t.Kind == policy.EvidenceTagID {
		return s.isSame(t)
	}
	return s.sign.Vendor == t.sign.Vendor && s.sign.Key == t.sign.Key
}

// contact is what a contact gives away. Data reach whom a script or a pixel is loaded from, or something is sent to; a
// frame of another company may contact others on its own account.
func (c *collector) contact(doc *policy.Document, contact Contact) (s sighting, ok bool) {
	t, ok := parseTarget(contact.URL)
	if !ok || t.host == "" {
		return s, false
	}
	if s, ok = sightingOf(t); !ok || !tells(contact.Type, t, s.sign) {
		return s, false
	}
	if s.Kind == policy.EvidenceHost {
		s.Key = t.keyOf(s.sign)
		if id, by, ok := t.account(); ok && by.Vendor.Root() == s.sign.Vendor.Root() {
			s.Kind, s.Key, s.sign = policy.EvidenceTagID, id, by
		}
	}
	s.Contacted, s.Place = true, policy.Place{File: doc.File, Span: c.whereNamed(doc, s.host)}
	s.Indirect = c.isOther(contact.From)
	if contact.From == contact.URL { // a document of a frame, which the page or another frame may hold
		s.Indirect = s.Place.Span.Len() == 0
	}
	return s, true
}

// isOther reports whether an address is known to be of another site. Frames without one are the page's own.
func (c *collector) isOther(address string) bool {
	t, ok := parseTarget(address)
	return ok && t.host != "" && (c.own.domain == "" || ownerOfHost(t.host).domain != c.own.domain)
}

// tells reports whether a request of a type gives its host data of visitors, rather than only serving the page a file. Of
// hosts that serve others, that is so only where no file is asked for.
func tells(kind string, t target, sign vendors.Sign) bool {
	switch kind {
	case "font", "manifest", "texttrack", "prefetch", "preflight", "signedexchange":
		return false
	case "image":
		return isBeacon(t, sign, policy.Image)
	case "script", "stylesheet", "media", "document":
		return !sign.Weak
	}
	return !sign.Weak || path.Ext(t.path) == ""
}

// keyOf is a key that is the same whenever the page is opened: of a long path the first parts, up to one that looks like
// the number of a visit, as far as the catalogue is content with them.
func (t target) keyOf(sign vendors.Sign) string {
	const most, longest = 3, 32
	parts := strings.Split(t.path, "/")[1:]
	n := slices.IndexFunc(parts, func(part string) bool { return len(part) > longest })
	if n < 0 {
		n = len(parts)
	}
	short := t
	short.path = ""
	for _, part := range parts[:min(n, most)] {
		short.path += "/" + part
	}
	if s, ok := short.sign(); ok && s.Key == sign.Key {
		return short.key()
	}
	return t.key()
}

// account is the ID of the tag of Google Ads whose number stands in the path of a conversion:
// /pagead/viewthroughconversion/1234567890/.
func (t target) account() (id string, sign vendors.Sign, ok bool) {
	parts := strings.Split(strings.TrimPrefix(t.path, "/"), "/")
	if len(parts) < 3 || parts[0] != "pagead" {
		return "", sign, false
	}
	return tagID("AW-" + parts[2])
}

// whereNamed is where a page names a host: the tag that loads from it, else a script that speaks of it; an empty span
// where it does not.
func (c *collector) whereNamed(doc *policy.Document, host string) policy.Span {
	for _, r := range doc.Resources {
		if r.Kind == policy.Link || r.Kind == policy.InlineScript || c.isOther(r.Frame) {
			continue // nobody is contacted by a link that nobody follows
		}
		if t, ok := parseTarget(r.URL); ok && t.host == host {
			return placeOf(doc.File.Text, r.Span, r.URL)
		}
	}
	for _, r := range doc.Resources {
		if r.Kind != policy.InlineScript || c.isOther(r.Frame) {
			continue
		}
		if i := indexHost(r.Text, host); i >= 0 {
			return newPassage(r.Text, doc.File, r.Span).place(i, i+len(host))
		}
	}
	return policy.Span{}
}

// indexHost is where a text has the whole name of a host; below 0 where it does not.
func indexHost(text, host string) int {
	inName := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i] == '-' || text[i] == '.' || '0' <= text[i] && text[i] <= '9' || 'a' <= text[i]|0x20 && text[i]|0x20 <= 'z')
	}
	for from := 0; ; {
		n := strings.Index(text[from:], host)
		if n < 0 {
			return -1
		}
		if at := from + n; !inName(at-1) && !inName(at+len(host)) {
			return at
		}
		from += n + len(host)
	}
}
