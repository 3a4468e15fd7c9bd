package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
)

// PublicBody reports whether who issues the policy is a public body, a school among them: where that is not
// known from outside, by its name, or by what only such bodies say. They keep records in classes that a law of
// their own sets.
var PublicBody = analyzer.NewFact("public body", func(p *analyzer.Pass) bool {
	if t := p.Controller.Type; t != "" {
		return t == analyzer.Public
	}
	if name := Controller.Of(p).Name; textHas(name, detail("controller.public")) || isTown(name) {
		return true
	}
	for _, r := range readers.Of(p) {
		for _, o := range r.index.of(detail("controller.public_says")) {
			if r.body[o.line] == Own {
				return true
			}
		}
	}
	return false
})

// isTown reports whether a name is that of a city, county or district, alone or behind a larger one:
// 가람시, 누리도 가람군.
func isTown(name string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return utf8.RuneCountInString(last) == 3 && endsWithAny(last, listOf("controller.towns"))
}
