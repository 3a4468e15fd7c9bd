package evidence

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// globals keeps the global variables of vendors that a script uses: calls, sets, or calls or sets a
// member of. That a script asks whether one is there tells nothing.
func (s *code) globals() {
	var local map[string]bool
	for i := range s.words {
		name, last, rooted, ok := s.global(i)
		if !ok {
			continue
		}
		sign, ok := vendors.ByGlobal(name)
		if !ok || !s.uses(name, last, rooted) {
			continue
		}
		if isPlain(name) && !rooted {
			if local == nil {
				local = s.locals()
			}
			if local[name] {
				continue
			}
		}
		found := s.sighting(policy.EvidenceGlobal, name, sign, int(s.words[i].Start), int(s.words[last].End))
		if name == googleTag {
			if !s.configures(last) {
				continue
			}
			found.google = true
		}
		s.c.add(found)
	}
}

// googleTag is the function of Google's tag: of Analytics, Ads and others.
const googleTag = "gtag"

// configures reports whether a call of Google's tag sets one up or sends something. That it tells of
// consent, or sets a value, is also what pages do that have a tag manager alone.
func (s *code) configures(i int) bool {
	if !s.is(i+1, "(") || !s.isString(i+2) {
		return false
	}
	text, _ := s.words[i+2].Text(s.text)
	return text == "config" || text == "event" || text == "js"
}

// global is the global variable of the catalogue that a name is, or begins: the longest of naver.maps
// and naver. Rooted is one that is named as a member of the window.
func (s *code) global(i int) (name string, last int, rooted, ok bool) {
	if !s.isName(i) {
		return "", 0, false, false
	}
	if s.isMember(i) {
		if rooted = s.isWindow(i - 2); !rooted {
			return "", 0, false, false
		}
	}
	if s.isName(i+2) && s.is(i+1, ".") {
		two := s.text[s.words[i].Start:s.words[i+2].End]
		if _, ok := vendors.ByGlobal(two); ok {
			return two, i + 2, rooted, true
		}
	}
	name = s.word(i)
	_, ok = vendors.ByGlobal(name)
	return name, i, rooted, ok
}

// isWindow reports whether a word is the global object.
func (s *code) isWindow(i int) bool {
	if !s.isName(i) || s.isMember(i) {
		return false
	}
	switch s.word(i) {
	case "window", "self", "globalThis", "top", "parent":
		return true
	}
	return false
}

// uses reports whether a name is called or set, or a member of it is.
func (s *code) uses(name string, i int, rooted bool) bool {
	switch {
	case s.is(i+1, "("):
		return !s.is(i-1, "function") || name == googleTag
	case s.is(i+1, "=") || s.is(i+1, "||="):
		return rooted || !isPlain(name)
	case s.is(i+1, "["):
		return !isPlain(name)
	}
	for s.isName(i+2) && (s.is(i+1, ".") || s.is(i+1, "?.")) {
		i += 2
		if (s.is(i+1, "(") || s.is(i+1, "=")) && !(isPlain(name) && isBuiltIn(s.word(i))) {
			return true
		}
	}
	return false
}

// isPlain reports whether a name is a word that any script may use as its own: amplitude, Paddle.
func isPlain(name string) bool {
	for i := 0; i < len(name); i++ {
		if c := name[i]; (c < 'a' || 'z' < c) && (i > 0 || c < 'A' || 'Z' < c) {
			return false
		}
	}
	return true
}

// isBuiltIn tells members that numbers, strings, lists and functions have.
func isBuiltIn(member string) bool {
	return slices.Contains([]string{
		"toFixed", "toString", "valueOf", "map", "forEach", "filter", "push", "pop", "shift", "slice", "splice", "join", "indexOf",
		"concat", "length", "reduce", "some", "every", "sort", "call", "apply", "bind", "prototype", "hasOwnProperty", "charAt",
		"split", "replace", "trim", "keys", "includes", "style", "classList", "addEventListener", "then", "catch", "test", "exec",
	}, member)
}

// locals are the names that a script makes its own: variables, functions, parameters. One that is set
// to what the window has is none.
func (s *code) locals() map[string]bool {
	out := make(map[string]bool)
	for i := range s.words {
		switch {
		case s.isName(i) && (s.is(i-1, "class") || s.is(i-1, "function") || s.is(i-1, "import")):
			out[s.word(i)] = true
		case s.isName(i) && s.is(i+1, "=") && !s.isMember(i) && !s.isWindow(i+2):
			out[s.word(i)] = true
		case s.is(i, "=>"):
			if s.isName(i - 1) {
				out[s.word(i-1)] = true
			} else if s.is(i-1, ")") {
				s.parameters(int(s.pairs[i-1]), i-1, out)
			}
		case s.is(i, "(") && (s.is(i-1, "function") || s.is(i-2, "function")):
			s.parameters(i, int(s.pairs[i]), out)
		}
	}
	return out
}

// parameters adds the names between two parentheses.
func (s *code) parameters(from, to int, out map[string]bool) {
	const most = 200
	if from < 0 {
		return
	}
	for i := from + 1; i < min(to, from+most); i++ {
		if s.isName(i) && !strings.Contains(s.word(i), "$") {
			out[s.word(i)] = true
		}
	}
}
