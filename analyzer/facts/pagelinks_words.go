package facts

import (
	"strings"
	"sync"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// linkWords are the phrases about links that a few words hold.
type linkWords struct{ wordsMet }

func linkWordsIn(text string) linkWords {
	scan := phrases.Links().Scan(text)
	defer scan.Close()
	return linkWords{scan.Unit(0, len(text), nil)}
}

// isGeneric reports whether a link says nothing of where it leads.
func (w linkWords) isGeneric() bool { return w.has(linkPhrases().generic) && len(w.parts()) == 0 }

// parts are the clauses that a part of a policy is about, by the words of a link to it.
func (w linkWords) parts() []Clause {
	var out []Clause
	for _, part := range linkPhrases().parts {
		if w.has(part.id) {
			out = append(out, part.clause)
		}
	}
	return out
}

type linkPart struct {
	clause Clause
	id     phrases.ID
}

type linkPhraseIDs struct {
	generic, earlier, version, current, function, document, policy, procedure phrases.ID
	parts                                                                     []linkPart
}

var linkPhrases = sync.OnceValue(func() linkPhraseIDs {
	return linkPhraseIDs{linkID("link.generic"), linkID("link.earlier"), linkID("link.version"), linkID("link.current"),
		linkID("link.function"), linkID("link.document"), linkID("link.policy"), linkID("part.procedure"),
		[]linkPart{{Entrustment, linkID("part.entrustment")}, {ThirdParty, linkID("part.third-party")}, {OverseasTransfer, linkID("part.overseas-transfer")},
			{AutoCollection, linkID("part.auto-collection")}, {BehaviouralAds, linkID("part.behavioural-ads")},
			{Items, linkID("part.items")}, {Retention, linkID("part.retention")}}}
})

// tellsVersion reports whether a link leads to an earlier version: it says so, or tells little but the days of one.
func tellsVersion(text string, words linkWords) bool {
	switch {
	case words.has(linkPhrases().current):
		return false
	case words.has(linkPhrases().earlier):
		return true
	}
	days := date.Find(text)
	if len(days) == 0 || len(words.parts()) > 0 {
		return false
	}
	return len(days) > 1 || words.has(linkPhrases().version) || words.has(linkPhrases().policy) || !hasMore(text, days[0].End-days[0].Start+fewAround)
}

// fewAround is how many bytes stand around the day of a version at most that say nothing else: brackets, v1.2.
const fewAround = 12

// isBareAddress reports whether a link shows where it leads and nothing else.
func isBareAddress(text string) bool {
	text = strings.TrimSpace(text)
	return !strings.ContainsFunc(text, unicode.IsSpace) && (strings.Contains(text, "://") || strings.HasPrefix(text, "www.") || strings.HasPrefix(text, "/"))
}
