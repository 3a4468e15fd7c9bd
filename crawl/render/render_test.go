package render

import (
	"context"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/pipalint/pipalint/crawl/render/rendertest"
)

// TestMain lets more tests run at once than there are processors: they wait for pages more than they compute.
func TestMain(m *testing.M) {
	flag.Parse()
	said := false
	flag.Visit(func(f *flag.Flag) { said = said || f.Name == "test.parallel" })
	if !said {
		if err := flag.Set("test.parallel", "6"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// newBrowser is one for a test, that is closed at its end.
func newBrowser(t *testing.T, o Options) *Browser {
	t.Helper()
	o.Chrome = rendertest.Chromium(t)
	o.AllowPrivate = true
	b := New(o)
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// within bounds a test that waits for a browser.
func within(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// show is what a browser makes of a page.
func show(t *testing.T, b *Browser, address string) *Page {
	t.Helper()
	p, err := b.Render(within(t), address)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// hold looks for texts in a page, in this order, each where no other is.
func hold(t *testing.T, page []byte, texts ...string) {
	t.Helper()
	rest := string(page)
	for _, want := range texts {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Fatalf("no %q (after those before it) in:\n%.4000s", want, page)
		}
		rest = after
	}
}

// lack looks for texts that may not be there.
func lack(t *testing.T, page []byte, texts ...string) {
	t.Helper()
	for _, not := range texts {
		if strings.Contains(string(page), not) {
			t.Errorf("%q in:\n%.4000s", not, page)
		}
	}
}
