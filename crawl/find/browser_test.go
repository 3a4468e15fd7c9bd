package find_test

import (
	"testing"

	"github.com/pipalint/pipalint/analyzer/look/looktest"
	"github.com/pipalint/pipalint/crawl/render"
	"github.com/pipalint/pipalint/crawl/visit"
)

// browser is Chromium; without it the test is skipped, and fails in CI.
func browser(t *testing.T) visit.Renderer {
	t.Helper()
	b := render.New(render.Options{Chrome: looktest.Chromium(t), Agent: agent, AllowPrivate: true})
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}
