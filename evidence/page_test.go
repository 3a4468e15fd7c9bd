package evidence

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// page reads a page of HTML.
func page(t testing.TB, name, html string) *policy.Document {
	t.Helper()
	doc, err := scrape.Parse(name, []byte(html), scrape.Options{Format: policy.HTML, ContentType: "text/html; charset=utf-8"})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// describe is a piece of evidence as the tests write it: kind, key, an exclamation mark where a browser saw it, a question
// mark where it is indirect, and what its place covers.
func describe(e policy.Evidence) string {
	mark := ""
	if e.Contacted {
		mark = "!"
	}
	if e.Indirect {
		mark += "?"
	}
	return fmt.Sprintf("%s %s%s @%s", e.Kind, e.Key, mark, e.Place.File.Text[e.Place.Span.Start:e.Place.Span.End])
}

func TestOfPage(t *testing.T) {
	for _, tt := range pages {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, e := range OfPage(page(t, "page.html", "<p>본문</p>"+tt.html)) {
				got = append(got, describe(e))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%s\ngot\n\t%s\nwant\n\t%s", tt.html, strings.Join(got, "\n\t"), strings.Join(tt.want, "\n\t"))
			}
		})
	}
}

// TestOwnSite reads pages of vendors, which send data to nobody else when they load what is their own.
func TestOwnSite(t *testing.T) {
	const scripts = `<p>본문</p><script src="https://static.zdassets.com/a.js"></script><script src="https://cdn.mxpnl.com/b.js"></script>`
	for _, tt := range []struct {
		name, file, head, want string
	}{
		{"by its address", "https://www.zendesk.com/policy", "", "cdn.mxpnl.com/b.js"},
		{"by its canonical link", "a.html", `<link rel="canonical" href="https://zendesk.com/policy">`, "cdn.mxpnl.com/b.js"},
		{"by the note of a browser", "a.html", "<!-- saved from url=(0030)https://www.zendesk.com/policy -->", "cdn.mxpnl.com/b.js"},
		{"a customer of the vendor", "https://invented.zendesk.com/hc/policy", "", "static.zdassets.com/a.js cdn.mxpnl.com/b.js"},
		{"somebody else", "https://www.invented.example/policy", `<link rel="canonical" href="https://zendesk.com/policy">`, "static.zdassets.com/a.js cdn.mxpnl.com/b.js"},
		{"nobody knows", "zendesk.com.html", `<link rel="canonical" href="/policy"><!-- saved from url=(https://www.zendesk.com -->`, "static.zdassets.com/a.js cdn.mxpnl.com/b.js"},
		{"a host of the same domain", "https://shop.mxpnl.com/", "", "static.zdassets.com/a.js"},
	} {
		var keys []string
		for _, e := range OfPage(page(t, tt.file, tt.head+scripts)) {
			keys = append(keys, e.Key)
		}
		if got := strings.Join(keys, " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
