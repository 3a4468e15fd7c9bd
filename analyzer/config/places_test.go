package config_test

import (
	"errors"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

const placed = `# 설정
as-of = "effective"
ignore = [{ reason = "가", rule = "law-stale" }]

[rules.notice-too-short]
severity = "info"
least = 30

[[policy]]
name = "가게"
path = "a.html"
[[policy]]
path = "b.html"
`

// TestPlaces finds entries and keys where they stand.
func TestPlaces(t *testing.T) {
	c, err := read("conf/pipalint.toml", placed)
	if err != nil {
		t.Fatal(err)
	}
	covered := func(p policy.Place) string { return p.File.Text[p.Span.Start:p.Span.End] }
	if got := covered(c.Ignores[0].Place); got != `rule = "law-stale"` || got != c.Ignores[0].Quote {
		t.Errorf("the ignore stands at %q, quoted %q", got, c.Ignores[0].Quote)
	}
	for i, want := range []string{`path = "a.html"`, `path = "b.html"`} {
		if got := covered(c.Policies[i].Place); got != want {
			t.Errorf("policy %d stands at %q", i, got)
		}
	}
	for _, tt := range []struct {
		path []string
		want string
	}{
		{[]string{"as-of"}, `as-of = "effective"`},
		{[]string{"rules", "notice-too-short", "least"}, "least = 30"},
		{[]string{"rules", "notice-too-short"}, "notice-too-short"},
		{[]string{"upcoming"}, ""},
		{nil, ""},
	} {
		p, ok := c.At(tt.path...)
		if got := covered(p); got != tt.want || ok != (tt.want != "") {
			t.Errorf("At(%q) = %q, %v, want %q", tt.path, got, ok, tt.want)
		}
	}
	if c.Dir != "conf" || c.File.Name != "conf/pipalint.toml" {
		t.Errorf("folder %q, file %q", c.Dir, c.File.Name)
	}
	if _, ok := new(config.Config).At("as-of"); ok {
		t.Error("a configuration that says nothing has a key")
	}
}

// TestValues reads what is written into what is said.
func TestValues(t *testing.T) {
	found := false
	for _, f := range samples(t, "good.txtar") {
		if f.Name != "all.toml" {
			continue
		}
		found = true
		c, err := read(f.Name, string(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		if c.AsOf != "effective" || !c.Upcoming || c.Language != "ko" || c.FailOn != "never" || c.Baseline != "ci/pipalint-baseline.json" || len(c.Source) != 2 {
			t.Errorf("the first keys: %+v", c)
		}
		if !c.Rules["vague-wording"].Off || c.Rules["law-stale"].Setting.Severity != analyzer.Warning || c.Rules["purpose-missing"].Setting.Severity != 0 {
			t.Errorf("rules: %+v", c.Rules)
		}
		if set := c.Rules["processor-undisclosed"].Setting; set.Severity != analyzer.Error || set.Options == nil {
			t.Errorf("options: %+v", set)
		}
		if w := c.Controller; w.Name != "모란상점" || w.Type != "private" || !w.Does["sells-online"] {
			t.Errorf("controller: %+v", w)
		}
		if yes, told := c.Controller.Does["takes-children"]; yes || !told {
			t.Error("a no is an answer")
		}
		if len(c.Policies) != 3 || len(c.Policies[1].Twins) != 1 || c.Policies[2].Twins[1] != "web/help.ja.html" || c.Policies[0].Name != "shop" || c.Policies[0].Pages[0] != "web/processors.html" {
			t.Errorf("policies: %+v", c.Policies)
		}
		if i := c.Ignores[0]; i.Until != (date.Date{Year: 2027, Month: 3, Day: 1}) || i.Policy != "shop" || i.Text != "등" || c.Ignores[1].Reason != "" {
			t.Errorf("ignores: %+v", c.Ignores)
		}
	}
	if !found {
		t.Error("no all.toml")
	}
}

// FuzzRead reads any text without a panic: into a configuration, or into faults that lie in it, each with what is said
// of it in both languages.
func FuzzRead(f *testing.F) {
	for _, archive := range []string{"good.txtar", "bad.txtar", "beyond.txtar", "broken.txtar"} {
		for _, s := range samples(f, archive) {
			f.Add(string(s.Data))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := read("pipalint.toml", text)
		if err == nil {
			for _, i := range c.Ignores {
				if i.Quote != text[i.Place.Span.Start:i.Place.Span.End] {
					t.Fatalf("ignore quoted as %q", i.Quote)
				}
			}
			return
		}
		faults, ok := errors.AsType[config.Faults](err)
		if !ok || len(faults) == 0 {
			t.Fatalf("error %v", err)
		}
		last := 0
		for _, one := range faults {
			s := one.Place.Span
			if s.Start < last || s.End < s.Start || s.End > len(text) || one.Message.Ko == "" || one.Message.En == "" {
				t.Fatalf("fault %+v behind %d in %d bytes", one, last, len(text))
			}
			last = s.Start
		}
	})
}
