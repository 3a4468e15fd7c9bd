package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// work is what a task or a purpose is made of.
type work struct {
	parts []string // folded, without the words that say nothing of them: 상품 배송 및 본인확인 서비스 is 상품배송 and 본인확인
	note  string   // what stands in brackets, folded
}

func workOf(text string) work {
	outer, inner := cutBrackets(strings.ToLower(text))
	out := work{note: onlyLetters(inner)}
	for _, joint := range listOf("work.joints") {
		outer = strings.ReplaceAll(outer, joint, "\x00")
	}
	for part := range strings.SplitSeq(outer, "\x00") {
		words := strings.Fields(part)
		for i, w := range words {
			words[i] = withoutParticle(w)
		}
		if s := withoutEndings(onlyLetters(strings.Join(words, ""))); s != "" && !slices.Contains(out.parts, s) {
			out.parts = append(out.parts, s)
		}
	}
	return out
}

// withoutEndings is a part without the words at its end that say nothing of it.
func withoutEndings(part string) string {
	endings := listOf("work.endings")
	for {
		n := slices.IndexFunc(endings, func(end string) bool { return strings.HasSuffix(part, end) })
		if n < 0 {
			return part
		}
		part = strings.TrimSuffix(part, endings[n])
	}
}

// withoutParticle is a word of a part without the particle at its end: 상품의.
func withoutParticle(word string) string {
	const shortest = 2 // syllables that are left
	if endsWithAny(word, listOf("work.no_particles")) {
		return word
	}
	for _, p := range listOf("work.particles") {
		if rest, ok := strings.CutSuffix(word, p); ok && utf8.RuneCountInString(rest) >= shortest {
			return rest
		}
	}
	return word
}

// within reports whether all of a work is a part of another.
func (w work) within(other work) bool {
	if len(w.parts) == 0 || w.note != "" && other.note != "" && w.note != other.note {
		return false
	}
	return !slices.ContainsFunc(w.parts, func(part string) bool { return !slices.Contains(other.parts, part) })
}

// isGeneral reports whether no part says which work it is.
func (w work) isGeneral() bool {
	return !slices.ContainsFunc(w.parts, func(part string) bool { return !slices.Contains(listOf("work.general"), part) })
}

// alike reports whether two tasks or purposes, in whatever words, are of one kind of work.
func alike(a, b string) bool {
	x, y := nameUnit(a), nameUnit(b)
	return slices.ContainsFunc(kindsOfWork(), func(id phrases.ID) bool { return x.has(id) && y.has(id) })
}

// kindsOfWork are kinds of work that policies word in many ways.
var kindsOfWork = sync.OnceValue(func() []phrases.ID {
	return []phrases.ID{
		nameID("work.payment"), nameID("work.delivery"), nameID("work.messages"), nameID("work.identity"), nameID("work.calls"), nameID("work.servers"),
		nameID("work.repairs"), nameID("work.prizes"), nameID("work.surveys"), nameID("work.printing"), nameID("work.credit"),
	}
})
