package fetch

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// A refresh is a page's own word that another is to be shown in its place.
type refresh struct {
	after int // seconds
	to    string
}

// maxRefresh is how long a page may stand before it counts as one of its own: a notice that the address has changed stands
// for some seconds, a page that logs its reader out for minutes.
const maxRefresh = 5

// refreshOf finds the refresh of a page, in its header or in a meta element. One within noscript is for browsers without
// script, not for us.
func refreshOf(a *answer, u *url.URL) (refresh, bool) {
	if a.status < 200 || a.status > 299 {
		return refresh{}, false
	}
	if r, ok := parseRefresh(a.header.Get("Refresh")); ok {
		return r, true
	}
	head := a.body[:min(len(a.body), 1<<20)]
	if media := a.header.Get("Content-Type"); media != "" && !strings.Contains(media, "html") || !bytes.Contains(bytes.ToLower(head), []byte("http-equiv")) {
		return refresh{}, false
	}
	base := ""
	for z := html.NewTokenizer(bytes.NewReader(head)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return refresh{}, false
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			attr := func(name string) string {
				for _, a := range token.Attr {
					if a.Key == name {
						return a.Val
					}
				}
				return ""
			}
			switch token.Data {
			case "base":
				if base == "" {
					base = attr("href")
				}
			case "meta":
				if !strings.EqualFold(strings.TrimSpace(attr("http-equiv")), "refresh") {
					continue
				}
				if r, ok := parseRefresh(attr("content")); ok {
					if b, err := Normalize(base, u); err == nil && base != "" {
						if to, err := Normalize(r.to, b); err == nil {
							r.to = to.String()
						}
					}
					return r, true
				}
			}
		}
	}
}

// parseRefresh reads "0; url=/privacy" with all that browsers let pass: a comma, no "url=", quotes.
func parseRefresh(s string) (refresh, bool) {
	s = strings.TrimSpace(s)
	end := strings.IndexFunc(s, func(c rune) bool { return (c < '0' || c > '9') && c != '.' })
	if end <= 0 {
		return refresh{}, false // without a time or without an address
	}
	whole, _, _ := strings.Cut(s[:end], ".")
	after := 0
	if whole != "" {
		var err error
		if after, err = strconv.Atoi(whole); err != nil || after > maxRefresh {
			return refresh{}, false
		}
	}
	rest := strings.TrimSpace(s[end:])
	if rest == s[end:] && strings.IndexByte(";,", rest[0]) < 0 {
		return refresh{}, false // something else than a time
	}
	rest = strings.TrimSpace(strings.TrimLeft(rest, ";,"))
	if len(rest) >= 3 && strings.EqualFold(rest[:3], "url") {
		if value, ok := strings.CutPrefix(strings.TrimSpace(rest[3:]), "="); ok {
			rest = strings.TrimSpace(value)
		}
	}
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		quote := rest[:1]
		rest, _, _ = strings.Cut(rest[1:], quote)
	}
	return refresh{after, rest}, rest != ""
}
