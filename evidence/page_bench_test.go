package evidence

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// BenchmarkOfPage compares what a page costs to parse and what it costs to ask what it gives away; of a
// page with many scripts and little text, and of a bundle as one file.
func BenchmarkOfPage(b *testing.B) {
	raw, err := os.ReadFile(filepath.FromSlash("../testdata/sites/01-cafe24-shop/site/index.html"))
	if err != nil {
		b.Fatal(err)
	}
	doc, err := scrape.Parse("index.html", raw, scrape.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("parse", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			if _, err := scrape.Parse("index.html", raw, scrape.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("evidence", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			if len(OfPage(doc)) == 0 {
				b.Fatal("none")
			}
		}
	})
	b.Run("bundle", func(b *testing.B) {
		unit := "(function(w,d){var s=d.createElement('script');s.src='https://a.example/b.js';/* c */ if(a/2>1)x=/d/g.test(e);mixpanel.init('x')})(window,document);\n"
		file := policy.NewFile("a.js", strings.Repeat(unit, 5000), "utf-8", nil)
		b.SetBytes(int64(len(file.Text)))
		for b.Loop() {
			var c collector
			c.script(newPassage(file.Text, file, policy.Span{End: len(file.Text)}), reading{bundled: true})
		}
	})
}
