package config_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// TestDraftIsReadBack holds what a draft writes to what is read of it, with names that must be quoted.
func TestDraftIsReadBack(t *testing.T) {
	for _, lang := range []string{"ko", "en"} {
		for _, odd := range []string{"shop", "모란 상점", `a"b\c`, "# = [x]", "tab\there", "del\x7f", "…\u0085…"} {
			d := config.Draft{
				Policies: []config.Policy{
					{Name: "one-" + odd, Path: "web/" + odd + ".html", Pages: []string{odd + "/a.html", "b.html"}, Language: "ko"},
					{Name: "two", Path: "en.html", Language: "en"},
				},
				Older: []string{"old/" + odd + ".html"}, Loose: []string{odd + ".md"},
				Trees: []string{odd}, Unread: []string{odd + "/x"}, Sites: []string{"a-long-folder/of-saved-pages/that-need-some-room", "another-long-folder/of-saved-pages/" + odd},
				Name: odd, NameAt: odd + ".html:3",
			}
			c, err := config.Read(policy.NewFile("pipalint.toml", d.Text(lang), "utf-8", nil), nil)
			if err != nil {
				t.Fatalf("%q in %s: %v\n%s", odd, lang, err, d.Text(lang))
			}
			for _, diff := range []string{
				cmp.Diff(d.Policies, c.Policies, cmpopts.IgnoreFields(config.Policy{}, "Place"), cmpopts.EquateEmpty()),
				cmp.Diff(d.Trees, c.Source), cmp.Diff(d.Sites, c.Site), cmp.Diff(d.Name, c.Controller.Name),
			} {
				if diff != "" {
					t.Errorf("%q in %s: %s", odd, lang, diff)
				}
			}
			if len(c.Rules)+len(c.Ignores)+len(c.Controller.Does) > 0 || c.FailOn+c.AsOf+c.Baseline+c.Language+string(c.Controller.Type) != "" {
				t.Errorf("%s: something is set that only a comment should show", lang)
			}
		}
	}
}
