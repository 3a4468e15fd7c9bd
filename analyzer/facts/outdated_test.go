package facts_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// outdatedIn are the names under which something outdated is found in a policy that says a text and no more.
func outdatedIn(t *testing.T, id, text string) (*analyzer.Pass, []string) {
	t.Helper()
	heading := "2. 안내"
	if strings.HasPrefix(id, "stale-remedy-") {
		heading = "2. 권익침해 구제방법"
	}
	if !strings.HasPrefix(text, "<") {
		text = "<h2>" + heading + "</h2><p>" + text + "</p>"
	}
	p := body(t, "<h1>개인정보 처리방침</h1><h2>1. 처리 목적</h2><p>회원 관리</p>"+text+"<h2>3. 대한민국</h2><p>끝.</p>")
	var ids []string
	for _, w := range facts.OutdatedWords.Of(p) {
		ids = append(ids, w.ID)
	}
	for _, b := range facts.OutdatedBodies.Of(p) {
		for _, part := range b.Parts {
			ids = append(ids, part.ID)
		}
	}
	return p, ids
}

// TestOutdated reads what holds each outdated matter, and what only looks so.
func TestOutdated(t *testing.T) {
	data, err := os.ReadFile("../../testdata/facts/outdated.toml")
	if err != nil {
		t.Fatal(err)
	}
	var said map[string]struct{ Found, Not []string }
	if err := toml.Unmarshal(data, &said); err != nil {
		t.Fatal(err)
	}
	if names := slices.Sorted(maps.Keys(said)); !slices.Equal(names, facts.OutdatedNames()) {
		t.Errorf("sentences for %v, data for %v", names, facts.OutdatedNames())
	}
	for id, s := range said {
		if len(s.Found) == 0 || len(s.Not) == 0 {
			t.Errorf("%s: %d sentences that hold it, %d that do not", id, len(s.Found), len(s.Not))
		}
		for _, text := range s.Found {
			if _, ids := outdatedIn(t, id, text); !slices.Contains(ids, id) {
				t.Errorf("%s is not found: %s (found: %v)", id, text, ids)
			}
		}
		for _, text := range s.Not {
			if _, ids := outdatedIn(t, id, text); slices.Contains(ids, id) {
				t.Errorf("%s is found: %s", id, text)
			}
		}
	}
}

// Words are quoted as they stand, where they stand; two phrases of one matter in the same words are one.
func TestOutdatedPlaces(t *testing.T) {
	p, _ := outdatedIn(t, "", "저희는 정보통신부가 제정한 지침을 따르며, 「정보통신망법」 제25조제1항도 지킵니다.")
	var got []string
	for _, w := range facts.OutdatedWords.Of(p) {
		if quote := quoteAt(p, w.Words.Range); quote != w.Words.Text {
			t.Errorf("%q stands at %q", w.Words.Text, quote)
		}
		got = append(got, w.ID+": "+w.Words.Text)
	}
	want := []string{"term-mic-guideline: 정보통신부가 제정한 지침", "article-ict-deleted: 「정보통신망법」 제25조제1항"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
