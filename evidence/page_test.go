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

// describe is a piece of evidence as the tests write it: kind, key, a question mark where it is indirect,
// and what its place covers.
func describe(e policy.Evidence) string {
	mark := ""
	if e.Indirect {
		mark = "?"
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
