package scrape

import (
	"strings"

	"golang.org/x/net/html"
)

// openedBy is the address that a link opens by script, where it leads nowhere by itself: that which stands in a call of
// window.open, or is given to location. "" where none is written out.
func openedBy(n *html.Node) string {
	href := strings.TrimSpace(attr(n, "href"))
	script, isScript := cutFold(href, "javascript:")
	switch {
	case isScript:
	case href != "" && !strings.HasPrefix(href, "#"):
		return ""
	}
	if to := openedIn(script); to != "" {
		return to
	}
	return openedIn(attr(n, "onclick"))
}

// cutFold cuts a prefix off, whatever the case of its letters.
func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return "", false
	}
	return s[len(prefix):], true
}

// openedIn is the first address that a script opens in so many words.
func openedIn(script string) string {
	for _, call := range [...]string{"window.open", "location.href", "location.assign", "location.replace", "location"} {
		for rest := script; ; {
			_, behind, ok := strings.Cut(rest, call)
			if !ok {
				break
			}
			rest = behind
			if to, ok := given(behind); ok {
				return to
			}
		}
	}
	return ""
}

// given is the text that is all of the first argument of a call, or all that is assigned.
func given(s string) (string, bool) {
	s = strings.TrimLeft(s, " \t\r\n")
	if s == "" || s[0] != '(' && s[0] != '=' {
		return "", false
	}
	s = strings.TrimLeft(s[1:], " \t\r\n")
	if s == "" || s[0] != '\'' && s[0] != '"' {
		return "", false
	}
	text, behind, ok := strings.Cut(s[1:], s[:1])
	behind = strings.TrimLeft(behind, " \t\r\n")
	if !ok || text == "" || strings.Contains(text, `\`) || strings.HasPrefix(behind, "+") {
		return "", false
	}
	return text, true
}
