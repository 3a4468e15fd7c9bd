package facts

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/fold"
)

// longestLinkName is how many bytes the name of a link has at the most: longer ones are sentences about something.
const longestLinkName = 150

// linkName is what the name of a link tells.
type linkName struct {
	naming                   Naming
	other                    bool // it leads to another document
	older, partial, combined bool
	hub, likely, enter       bool
}

type linkNamePhrases struct {
	standard, near, combined, none, other, older, partial, hub, likely, enter phrases.ID
}

var linkNameWords = sync.OnceValue(func() linkNamePhrases {
	return linkNamePhrases{linkID("link.standard"), linkID("link.near"), linkID("link.combined"), linkID("link.none"), linkID("link.other"),
		linkID("link.older"), linkID("link.partial"), linkID("link.hub"), linkID("link.likely"), linkID("link.enter")}
})

// linkID is the number of a phrase of [phrases.Links] that the data must have.
func linkID(name string) phrases.ID { return mustHave(phrases.Links(), name) }

// readName reads the name of a link.
func readName(name string) linkName {
	var out linkName
	if len(name) > longestLinkName {
		return out
	}
	scan := phrases.Links().Scan(name)
	defer scan.Close()
	var room [fewMatches]phrases.Match
	matches := scan.Unit(0, len(name), room[:0])
	has := func(id phrases.ID) bool {
		return slices.ContainsFunc(matches, func(m phrases.Match) bool { return m.Phrase == id })
	}
	w := linkNameWords()
	standard := has(w.standard)
	switch {
	case has(w.none), has(w.other) && !standard:
		out.other = true
	case standard && isExactName(name):
		out.naming = NamedExactly
	case standard:
		out.naming = NamedWithin
	case has(w.near):
		out.naming = NamedNearly
	}
	out.older, out.partial, out.combined = has(w.older), has(w.partial), has(w.combined)
	out.hub, out.likely, out.enter = has(w.hub), has(w.likely), has(w.enter)
	return out
}

// isExactName reports whether a name is the standard one, but for words that say nothing.
func isExactName(name string) bool {
	name = fold.Letters(name)
	for cut := true; cut; {
		cut = false
		for _, word := range listOf("link.decorations") {
			if rest, ok := strings.CutSuffix(name, word); ok && rest != "" {
				name, cut = rest, true
			} else if rest, ok := strings.CutPrefix(name, word); ok && rest != "" {
				name, cut = rest, true
			}
		}
	}
	return slices.Contains(listOf("link.exact"), name)
}

// IsPolicyAddress reports whether an address is written like that of a policy.
func IsPolicyAddress(address string) bool {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return false
	}
	path := strings.ToLower(u.Path + "?" + u.RawQuery)
	in := func(word string) bool { return strings.Contains(path, word) }
	return slices.ContainsFunc(listOf("link.paths"), in) && !slices.ContainsFunc(listOf("link.no_paths"), in)
}
