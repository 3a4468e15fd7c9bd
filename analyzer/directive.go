package analyzer

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// The directives that a comment may hold, behind the name of the program:
//
//	pipalint:ignore RULE[, RULE …] [until 2027-03-01][: reason]
//	pipalint:ignore-file RULE …
const (
	programName  = "pipalint"
	ignoreHere   = "ignore"
	ignoreInFile = "ignore-file"
	untilWord    = "until"
)

// ignoresOf are the ignores that the comments of a page ask for.
func ignoresOf(p *policy.Policy, page int) []*Ignore {
	doc := p.Pages[page]
	if len(doc.Comments) == 0 {
		return nil
	}
	lay := layoutOf(doc)
	var out []*Ignore
	for _, c := range doc.Comments {
		i, whole, ok := parseDirective(c.Text)
		if !ok {
			continue
		}
		i.Place, i.Quote = policy.Place{File: doc.File, Span: c.Span}, c.Text
		if whole {
			i.scope = scope{file: doc.File, whole: true, first: page == 0}
		} else {
			i.scope = lay.scopeOf(c.Span)
		}
		out = append(out, i)
	}
	return out
}

// parseDirective reads a comment. It is no directive where it only begins with the name of the program.
func parseDirective(text string) (i *Ignore, whole, ok bool) {
	rest := strings.TrimSpace(text[len(programName):])
	rest, colon := strings.CutPrefix(rest, ":")
	if !colon {
		rest, colon = strings.CutPrefix(rest, "：")
	}
	word, rest := directiveWord(strings.TrimLeft(rest, " -"))
	i = &Ignore{InFile: true}
	switch {
	case colon && strings.EqualFold(word, ignoreHere):
	case colon && strings.EqualFold(word, ignoreInFile):
		whole = true
	case colon || resemblesIgnore(word):
		i.Fault = IgnoreFault{WrongDirective, text[:len(text)-len(rest)]}
		return i, false, true
	default:
		return nil, false, false
	}
	head, reason := cutColon(rest)
	i.Reason = strings.TrimSpace(reason)
	names := i.until(head)
	for name := range strings.SplitSeq(names, ",") {
		name = strings.TrimSpace(name)
		if name == "" || slices.Contains(i.Rules, name) {
			continue
		}
		if strings.Contains(name, " ") && i.Fault.Kind == NoFault {
			i.Fault = IgnoreFault{WrongName, name}
		}
		i.Rules = append(i.Rules, name)
	}
	if len(i.Rules) == 0 {
		i.Fault = IgnoreFault{NoRule, text}
	}
	return i, whole, true
}

// directiveWord is the word that a text begins with, and what follows.
func directiveWord(s string) (word, rest string) {
	n := strings.IndexFunc(s, func(r rune) bool { return r == ' ' || r == ':' || r == '：' || r == ',' })
	if n < 0 {
		n = len(s)
	}
	return s[:n], s[n:]
}

// resemblesIgnore reports whether a word without a colon before it was meant as a directive all the same.
func resemblesIgnore(word string) bool {
	word = strings.ToLower(word)
	return strings.HasPrefix(word, ignoreHere) || strings.HasPrefix(word, "disable")
}

// cutColon cuts at the first colon, as it is written in Latin or in Korean and Japanese text.
func cutColon(s string) (before, after string) {
	n := strings.IndexAny(s, ":：")
	if n < 0 {
		return s, ""
	}
	return s[:n], strings.TrimLeft(s[n:], ":：")
}

// until takes the last day off what stands before the colon, and returns the names before it.
func (i *Ignore) until(head string) (names string) {
	words := strings.Fields(head)
	n := slices.IndexFunc(words, func(w string) bool { return strings.EqualFold(w, untilWord) })
	if n < 0 {
		return strings.Join(words, " ")
	}
	written := strings.Join(words[n+1:], " ")
	day, err := date.Parse(written)
	if err != nil {
		i.Fault = IgnoreFault{WrongDate, written}
	}
	i.Until = day
	return strings.Join(words[:n], " ")
}
