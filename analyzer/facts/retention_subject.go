package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// subject finds what is kept in the words before its period. again says that another statement stands
// before them in the line.
func (k *keeper) subject(i int, left policy.Range, again bool, row *Retained) bool {
	if again {
		left = k.behindTail(left)
	}
	text := strings.TrimRight(k.doc.TextOf(left), " (（[<〈“‘「『\"'")
	left.End = left.Start + len(text)
	if law, rest, ok := k.lawAtEnd(left); ok {
		if row.Basis.Text == "" {
			row.Basis = law
		}
		if bracketed := rest.End < left.End && strings.ContainsAny(k.doc.Visible[rest.End:left.End], "(（["); bracketed {
			return k.nameOf(rest, row)
		}
		left = rest
		text = k.doc.TextOf(left)
	}
	switch s := strings.TrimRight(text, " :：-–=→"); {
	case s == "":
		return false
	case endsLabel(text):
		return k.nameOf(policy.Range{Start: left.Start + lastLabel(s), End: left.Start + len(s)}, row)
	case k.bracketed(left) && !k.unitHas(i, left, retentionWords().keeps) && !k.unitHas(i, left, retentionWords().destroys):
		return k.nameOf(left, row)
	}
	return k.caseBefore(left, row) || k.clauseBefore(left, row)
}

// clauseBefore finds what is kept in the sentence before a period: the nearest words with a particle
// that can be kept, back to where their clause begins.
func (k *keeper) clauseBefore(left policy.Range, row *Retained) bool {
	text := k.doc.TextOf(left)
	if first, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " .,")); isLatin(first) {
		return k.englishSubject(left, row)
	}
	for end := len(text); end > 0; {
		trimmed := strings.TrimRight(text[:end], " ,，、")
		for _, p := range listOf("retention.particles") {
			s, ok := strings.CutSuffix(trimmed, p)
			if !ok || s == "" || strings.HasSuffix(s, " ") || end < len(text) && slices.Contains(listOf("retention.subject_only"), p) {
				continue
			}
			at := policy.Range{Start: left.Start + clauseStart(s), End: left.Start + len(s)}
			if k.isAny(k.doc.TextOf(at), retentionWords().anything) && k.nameOf(at, row) {
				return true
			}
			break
		}
		end = strings.LastIndexAny(trimmed, " ")
	}
	return false
}

// object finds what is kept, or destroyed, behind its period: 해지일로부터 1년간 해당 이용자의 정보를 보유
func (k *keeper) object(i int, rest policy.Range, row *Retained) bool {
	verb, ok := k.verb(i, rest)
	if !ok {
		return false
	}
	words := k.doc.Visible[rest.Start:verb]
	end, best := 0, ""
	for _, p := range listOf("retention.object") {
		if n := strings.LastIndex(words, p); n > end {
			end, best = n, p
		}
	}
	if best == "" || size(words[end:]) > 12 {
		end = len(strings.TrimRight(words, " "))
		if n := strings.LastIndexByte(words[:end], ' '); n < 0 {
			return false
		}
	}
	s := words[:end]
	start := len(s) - len(afterLength(s))
	if best == "" {
		start = strings.LastIndexByte(s, ' ') + 1
	}
	start = max(start, clauseStart(s))
	return start < end && k.isAny(s[start:], retentionWords().anything) && k.nameOf(policy.Range{Start: rest.Start + start, End: rest.Start + end}, row)
}

// verb is where it is said, behind a period, that something is kept or destroyed.
func (k *keeper) verb(i int, rest policy.Range) (int, bool) {
	w := retentionWords()
	at, found := rest.End, false
	for _, id := range [...]phrases.ID{w.keeps, w.destroys} {
		if m, ok := k.lines[i].findIn(id, rest); ok && m.Start < at {
			at, found = m.Start, true
		}
	}
	return at, found
}

// clauseStart is where the last clause of a text begins: behind a comma and the like, behind the end
// of another verb, behind another subject.
func clauseStart(s string) int {
	start := 0
	for _, end := range listOf("retention.clause_ends") {
		for upto := len(s); ; {
			i := strings.LastIndex(s[:upto], end)
			if i < 0 || i+len(end) <= start {
				break
			}
			if !endsWithAny(s[:i+len(end)], listOf("retention.no_clause_ends")) {
				start = i + len(end)
				break
			}
			upto = i
		}
	}
	return start
}

// endsWithAny reports whether a text ends with one of some words.
func endsWithAny(s string, list []string) bool {
	return slices.ContainsFunc(list, func(word string) bool { return strings.HasSuffix(s, word) })
}

// englishSubject finds what is kept before or behind the verb: Payment records are kept for, we keep
// payment records for.
func (k *keeper) englishSubject(left policy.Range, row *Retained) bool {
	text := k.doc.TextOf(left)
	lower := strings.ToLower(text)
	for _, verb := range listOf("retention.verbs_behind") {
		if i := strings.Index(lower, verb); i > 0 {
			start := 0
			if j := strings.LastIndexAny(text[:i], ",;"); j >= 0 {
				start = j + 1
			}
			w, rest := retentionWords(), text[i:]
			if rest = rest[:min(len(rest), 40)]; !k.isAny(text[start:i], w.anything) || !k.isAny(rest, w.keeps) && !k.isAny(rest, w.destroys) {
				continue
			}
			return k.nameOf(policy.Range{Start: left.Start + start, End: left.Start + i}, row)
		}
	}
	for _, verb := range listOf("retention.verbs_before") {
		if i := strings.Index(lower, verb); i >= 0 {
			end := len(text)
			for _, prep := range listOf("retention.verbs_end") {
				if j := strings.LastIndex(lower, prep); j > i {
					end = min(end, j)
				}
			}
			if end > i+len(verb) {
				return k.nameOf(policy.Range{Start: left.Start + i + len(verb), End: left.Start + end}, row)
			}
		}
	}
	return false
}
