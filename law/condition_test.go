package law

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// TestConditions: each condition is a question in both languages, under a key as a configuration writes it, and
// duties that concern some controllers alone stand on it.
func TestConditions(t *testing.T) {
	key := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	asked := make(map[string]bool)
	for _, r := range Default().Requirements() {
		asked[r.Condition], asked[r.Unless] = true, true
		if s, _ := Default().Standing(r.ID, r.Provisions[len(r.Provisions)-1].From); r.Condition != "" && s.Obligation != Conditional {
			t.Errorf("%s has a condition and concerns every controller", r.ID)
		}
		if r.Unless != "" && r.Provisions[len(r.Provisions)-1].Place != PolicyOrOther {
			t.Errorf("%s may not be met elsewhere, and has %q", r.ID, r.Unless)
		}
	}
	for _, c := range Default().Conditions() {
		if !key.MatchString(c.Key) || !asked[c.Key] {
			t.Errorf("%q is no key, or no duty depends on it", c.Key)
		}
		if !hangul.MatchString(c.Question.Ko) || !strings.HasSuffix(c.Question.Ko, "까?") || hangul.MatchString(c.Question.En) || !strings.HasSuffix(c.Question.En, "?") {
			t.Errorf("%s: no question in both languages: %+v", c.Key, c.Question)
		}
		if got, ok := Default().Condition(c.Key); !ok || got != c {
			t.Errorf("%s: found as %+v, %v", c.Key, got, ok)
		}
	}
	if _, ok := Default().Condition("wears-hats"); ok {
		t.Error("an unknown condition is found")
	}
}

// TestUnknownCondition refuses a duty that depends on what no condition tells, and a condition that stands there twice.
func TestUnknownCondition(t *testing.T) {
	for name, data := range map[string]struct{ conditions, duties, want string }{
		"unknown": {"", "[[duty]]\nid = \"purpose\"\ncondition = \"wears-hats\"", `no condition "wears-hats"`},
		"unless":  {"", "[[duty]]\nid = \"purpose\"\nunless = \"wears-hats\"", `no condition "wears-hats"`},
		"twice":   {"[[condition]]\nkey = \"cctv\"\n[[condition]]\nkey = \"cctv\"", "", `condition "cctv"`},
	} {
		files := fstest.MapFS{}
		for _, f := range []string{"conditions.toml", "duties.toml", "periods.toml", "stale.toml", "bodies.toml", "notices.toml"} {
			files[f] = &fstest.MapFile{}
		}
		files["conditions.toml"] = &fstest.MapFile{Data: []byte(data.conditions)}
		files["duties.toml"] = &fstest.MapFile{Data: []byte(data.duties)}
		if _, err := Read(files); err == nil || !strings.Contains(err.Error(), data.want) {
			t.Errorf("%s: %v, want %s", name, err, data.want)
		}
	}
}
