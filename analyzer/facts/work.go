package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// work is what a task or a purpose is made of, its parts folded and without the words that say nothing of
// it: 상품 배송 및 본인확인 서비스 is 상품배송 and 본인확인.
type work []string

func workOf(text string) work {
	outer, _ := cutBrackets(strings.ToLower(text))
	for _, joint := range listOf("work.joints") {
		outer = strings.ReplaceAll(outer, joint, "\x00")
	}
	var out work
	for part := range strings.SplitSeq(outer, "\x00") {
		words := strings.Fields(part)
		for i, w := range words {
			words[i] = withoutParticle(w)
		}
		s := onlyLetters(strings.Join(words, ""))
		for {
			n := slices.IndexFunc(listOf("work.endings"), func(end string) bool { return strings.HasSuffix(s, end) })
			if n < 0 {
				break
			}
			s = strings.TrimSuffix(s, listOf("work.endings")[n])
		}
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
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

// common is what two works have in common where all of the one stands in the other; else nothing.
func (w work) common(other work) work {
	if len(w) > len(other) {
		w, other = other, w
	}
	for _, part := range w {
		if !slices.Contains(other, part) {
			return nil
		}
	}
	return w
}

// isGeneral reports whether no part says which work it is.
func (w work) isGeneral() bool {
	return !slices.ContainsFunc(w, func(part string) bool { return !slices.Contains(listOf("work.general"), part) })
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
