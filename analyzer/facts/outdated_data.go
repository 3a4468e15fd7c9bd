package facts

import (
	"slices"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/statute"
)

// outdatedArticle is an article under the name by which the law knows it.
type outdatedArticle struct {
	id      string
	law     statute.ID
	level   statute.Level
	article statute.Article
}

// outdatedWords is the data of what fits the law of one time.
type outdatedWords struct {
	ids                    []string
	words                  map[string]phrases.ID
	outside                map[string]bool // it is an outside body
	articles               []outdatedArticle
	former, ground, record map[string][]statute.ID
	phones, hosts          map[string][]string
}

// The tables of the data.
const (
	staleTable   = "stale."
	matterTable  = "stale_matter."
	settledTable = "stale_settled."
)

var outdatedData = sync.OnceValue(func() *outdatedWords {
	w := &outdatedWords{words: make(map[string]phrases.ID), outside: make(map[string]bool), phones: outdatedLists("stale_phones."), hosts: outdatedLists("stale_hosts.")}
	w.former, w.ground, w.record = lawsOf("stale_former."), lawsOf("stale_ground."), lawsOf("stale_record.")
	ids := make(map[string]bool)
	for i := 1; i <= phrases.Default().Len(); i++ {
		if id, ok := strings.CutPrefix(phrases.Default().Name(phrases.ID(i)), staleTable); ok {
			w.words[id], ids[id] = phrases.ID(i), true
		}
	}
	for _, name := range phrases.ListNames() {
		if table, id, ok := strings.Cut(name, "."); ok && strings.HasPrefix(table, "stale_") {
			ids[id] = true
		}
	}
	for id := range ids {
		w.ids = append(w.ids, id)
		w.outside[id] = strings.HasPrefix(id, "stale-remedy-")
	}
	slices.Sort(w.ids)
	for id, list := range outdatedLists("stale_articles.") {
		for _, s := range list {
			w.articles = append(w.articles, readOutdatedArticle(id, s))
		}
	}
	slices.SortFunc(w.articles, func(a, b outdatedArticle) int { return strings.Compare(a.id, b.id) })
	return w
})

// readOutdatedArticle reads "pipa 시행령 제48조의2".
func readOutdatedArticle(id, s string) outdatedArticle {
	words := strings.Fields(s)
	out := outdatedArticle{id: id, law: statute.ID(words[0])}
	if len(words) == 3 && words[1] == "시행령" {
		out.level = statute.Decree
	}
	article, ok := statute.ParseArticle(words[len(words)-1])
	if !ok {
		panic("no article: " + s) // the data is part of the program; every test of the fact reads it
	}
	out.article = article
	return out
}

// outdatedLists are the lists of a table, by the name of what is outdated.
func outdatedLists(table string) map[string][]string {
	out := make(map[string][]string)
	for _, name := range phrases.ListNames() {
		if id, ok := strings.CutPrefix(name, table); ok {
			out[id] = listOf(name)
		}
	}
	return out
}

func lawsOf(table string) map[string][]statute.ID {
	out := make(map[string][]statute.ID)
	for id, list := range outdatedLists(table) {
		for _, s := range list {
			out[id] = append(out[id], statute.ID(s))
		}
	}
	return out
}

// OutdatedNames are the names of all that can be found to be outdated.
func OutdatedNames() []string { return slices.Clone(outdatedData().ids) }
