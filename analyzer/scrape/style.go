package scrape

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// inlineStyle takes over what a style attribute says about weight and display.
func (w *walker) inlineStyle(css string) {
	if !strings.Contains(css, "none") && !strings.Contains(css, "font") && !strings.Contains(css, "white-space") {
		return
	}
	for rule := range strings.SplitSeq(css, ";") {
		property, value, _ := strings.Cut(rule, ":")
		property, value = strings.ToLower(strings.TrimSpace(property)), strings.ToLower(strings.TrimSpace(value))
		switch {
		case property == "display" && strings.HasPrefix(value, "none"):
			w.traits |= policy.Hidden
		case property == "white-space":
			w.lines = strings.HasPrefix(value, "pre") || value == "break-spaces"
		case property == "font-weight" && (strings.HasPrefix(value, "bold") || value >= "600" && value <= "900"):
			w.style |= policy.Bold
		case property == "font-weight":
			w.style &^= policy.Bold
		}
	}
}

// isBlockStyled reports whether an inline element is shown as a block.
func isBlockStyled(n *html.Node) bool {
	css := attr(n, "style")
	i := strings.Index(css, "display")
	if i < 0 {
		return false
	}
	value, _, _ := strings.Cut(css[i+len("display"):], ";")
	value = strings.Trim(value, ": \t")
	return strings.HasPrefix(value, "block") || strings.HasPrefix(value, "flex") || strings.HasPrefix(value, "grid") || strings.HasPrefix(value, "table")
}
