package company

import (
	"strings"
	"unicode"
)

// Bare is a name as written without the legal forms around it; all of it where it is nothing else.
func Bare(name string) string {
	start, end := StripForms(name)
	if start >= end {
		return strings.TrimSpace(name)
	}
	return name[start:end]
}

// Key is the form in which names are compared: without legal forms in all their spellings, without
// notes in brackets, spaces, hyphens and dots, in lower case; & and + stay. Two spellings of one
// name have one key. It is empty only where a text has no letters or digits.
func Key(name string) string {
	s := usual(name) // not yet in lower case, by which some forms are told from words
	bare := Bare(withoutNotes(Bare(s)))
	if k := keep(bare); k != "" {
		return k
	}
	return keep(s)
}

// keep is what of a text counts for comparison, in lower case.
func keep(s string) string {
	return strings.Map(func(r rune) rune {
		if r = unicode.ToLower(r); unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '&' || r == '+' {
			return r
		}
		return -1
	}, s)
}

// withoutNotes takes out of a text what stands in brackets, unless nothing else is left.
func withoutNotes(s string) string {
	closing := pairs(s)
	if closing == nil {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		n := runeLenAt(s, i)
		if end, ok := closing[i]; ok {
			i = end + runeLenAt(s, end)
			b.WriteByte(' ')
			continue
		}
		b.WriteString(s[i : i+n])
		i += n
	}
	if keep(b.String()) == "" {
		return s
	}
	return b.String()
}
