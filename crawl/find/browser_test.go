package find_test

import (
	"context"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/crawl/render"
	"github.com/pipalint/pipalint/crawl/render/rendertest"
	"github.com/pipalint/pipalint/crawl/visit"
)

// browser is Chromium; without it the test is skipped, and fails in CI.
func browser(t *testing.T) visit.Renderer {
	t.Helper()
	b := render.New(render.Options{Chrome: rendertest.Chromium(t), Agent: agent, AllowPrivate: true, LinkStyles: true})
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// A browser tells how the link to the policy looks beside others.
func TestLooks(t *testing.T) {
	s := serve(t, "spa")
	r, err := finder(browser(t)).Find(context.Background(), s.url+"/")
	if err != nil || r.Policy == nil {
		t.Fatalf("%+v, %v", r, err)
	}
	pass := analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{r.Policy.Doc}, Way: r.Way}, date.Date{Year: 2026, Month: 11, Day: 22})
	if way := facts.Way.Of(pass); way.Likeness != facts.LooksAlike || way.Last.Hidden || !way.Whole {
		t.Errorf("likeness %d, hidden %v, whole %v", way.Likeness, way.Last.Hidden, way.Whole)
	}
}
