package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Titles are, page by page, the words by which a page names itself, or where it begins: the place
// of what is missing from all of it.
var Titles = analyzer.NewFact("titles", func(p *analyzer.Pass) []policy.Range {
	out := make([]policy.Range, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		switch l := r.title(); {
		case r.named() >= 0:
			out[i] = r.headings[r.named()].Range
		case l != nil:
			out[i] = l.Block.Range
		case len(r.headings) > 0:
			out[i] = r.headings[0].Range
		case len(r.lines) > 0:
			out[i] = r.lines[0].Block.Range
		}
	}
	return out
})

// named is the first heading that calls the page a policy, or -1.
func (r *reader) named() int {
	for i := range r.headings {
		if len(r.headings[i].Clauses) == 0 && r.lines[r.headings[i].Line].has(titleWords().policy) {
			return i
		}
	}
	return -1
}

// OtherTitles are, page by page, the name by which a Korean page calls itself where that is another than
// 개인정보 처리방침: 개인정보취급방침, 프라이버시 정책. Empty where its title has that name, too, or was
// not read, or is in another language.
var OtherTitles = analyzer.NewFact("other titles", func(p *analyzer.Pass) []policy.Range {
	out := make([]policy.Range, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		if Languages.Of(p)[i] == "ko" {
			out[i] = r.otherTitle()
		}
	}
	return out
})

// otherTitle is the name in the first line that titles the page, unless another of them has the standard
// one.
func (r *reader) otherTitle() policy.Range {
	var out policy.Range
	for i := range r.lines {
		l := &r.lines[i]
		if !r.titles(i) {
			continue
		}
		if l.has(otherTitleWords().standard) {
			return policy.Range{}
		}
		if m, ok := l.find(otherTitleWords().nonstandard); ok && out.Empty() {
			out = policy.Range{Start: m.Start, End: m.End}
		}
	}
	return out
}

// titles reports whether a line may be the title of the page: that of the browser, a heading, or a short
// line above the first clause, but no article about the policy.
func (r *reader) titles(line int) bool {
	l := &r.lines[line]
	switch {
	case l.has(titleWords().notice), l.cell != nil, l.ended, l.size > longHeading:
		return false
	case r.body[line] == Title:
		return true
	}
	return r.body[line] == Own && l.mark.style == "" && (l.Block.Kind == policy.Heading || r.before(line) && !l.Block.Has(policy.Linked))
}

var otherTitleWords = sync.OnceValue(func() struct{ standard, nonstandard phrases.ID } {
	return struct{ standard, nonstandard phrases.ID }{phrase("title.standard"), phrase("title.nonstandard")}
})
