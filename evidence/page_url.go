package evidence

import (
	"net/url"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// A target is what a URL leads to.
type target struct {
	host  string // in lower case, without a port; "" of the page's own
	path  string
	query string
}

// parseTarget reads a URL as browsers do, who forgive much; ok is false for one that leads nowhere on
// the web: javascript:, data:, a fragment.
func parseTarget(s string) (t target, ok bool) {
	s = strings.TrimSpace(s)
	rest := s
	if scheme, behind, found := strings.Cut(s, ":"); found && isScheme(scheme) {
		switch strings.ToLower(scheme) {
		case "http", "https", "ws", "wss":
		default:
			return t, false
		}
		rest = behind
	}
	if rest == "" || rest[0] == '#' {
		return t, false
	}
	if authority, found := strings.CutPrefix(strings.ReplaceAll(rest[:min(len(rest), 2)], `\`, "/"), "//"); found {
		rest = authority + rest[2:]
		end := strings.IndexAny(rest, `/\?#`)
		if end < 0 {
			end = len(rest)
		}
		if t.host = hostOf(rest[:end]); t.host == "" {
			return t, false
		}
		rest = rest[end:]
	} else if len(rest) < len(s) {
		return t, false // a scheme without a host
	}
	rest, _, _ = strings.Cut(rest, "#")
	t.path, t.query, _ = strings.Cut(rest, "?")
	return t, true
}

func isScheme(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; c < 'a' || 'z' < c {
			return false
		}
	}
	return s != ""
}

// hostOf is the host of an authority, without user and port; "" for what is no name of a host.
func hostOf(authority string) string {
	if i := strings.LastIndexByte(authority, '@'); i >= 0 {
		authority = authority[i+1:]
	}
	host, _, _ := strings.Cut(authority, ":")
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if !isHost(host) {
		return ""
	}
	return host
}

// isHost reports whether s is written as the name of a host of the web: labels with a point between.
func isHost(s string) bool {
	labels := 0
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || strings.ContainsFunc(label, func(r rune) bool {
			return r < 0x80 && r != '-' && r != '_' && (r < '0' || '9' < r) && (r < 'a' || 'z' < r) && (r < 'A' || 'Z' < r)
		}) {
			return false
		}
		labels++
	}
	return labels > 1
}

// key is how a target stands in evidence.
func (t target) key() string { return t.host + t.path }

// sign is the vendor of a target. Software in the site's own folders that anybody may run is run there.
func (t target) sign() (vendors.Sign, bool) {
	if t.host == "" && !strings.HasPrefix(t.path, "/") {
		return vendors.Sign{}, false
	}
	s, ok := vendors.ByHost(t.host, t.path)
	if ok && t.host == "" && s.Vendor.SelfHostable {
		return vendors.Sign{}, false
	}
	return s, ok
}

// tag is the ID of a tag in the query of a target, as Google's tags have it.
func (t target) tag() (id string, sign vendors.Sign, ok bool) {
	for pair := range strings.SplitSeq(t.query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		if name != "id" && name != "tid" {
			continue
		}
		if text, err := url.QueryUnescape(value); err == nil {
			value = text
		}
		if id, sign, ok = tagID(value); ok {
			return id, sign, true
		}
	}
	return "", sign, false
}

// url keeps what a URL gives away that a page or script loads or sends to. Its span covers the URL as
// it is written. Where the ID of a tag stands in it, that tells more than the host.
func (c *collector) url(t target, file *policy.File, span policy.Span, indirect bool) {
	s, ok := sightingOf(t)
	if !ok {
		return
	}
	s.Indirect, s.Place = indirect, policy.Place{File: file, Span: span}
	if s.Kind == policy.EvidenceTagID {
		if i := strings.Index(file.Text[span.Start:span.End], s.Key); i >= 0 {
			s.Place.Span = policy.Span{Start: span.Start + i, End: span.Start + i + len(s.Key)}
		}
	}
	c.add(s)
}

// sightingOf is what a target gives away, wherever it is seen.
func sightingOf(t target) (s sighting, ok bool) {
	sign, ok := t.sign()
	if !ok {
		return s, false
	}
	s = sighting{Evidence: policy.Evidence{Kind: policy.EvidenceHost, Key: t.key()}, sign: sign, host: t.host}
	if id, by, ok := t.tag(); ok && by.Vendor.Root() == sign.Vendor.Root() {
		s.Kind, s.Key, s.sign = policy.EvidenceTagID, id, by
	}
	return s, true
}
