package facts

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// recordsByNotice reads the companies that stand as titles over what is said of their own services and
// policies: "Garam Analytics", and below it "Their Privacy Policy can be viewed at …"; and lists of links
// to such policies.
func (r *reader) recordsByNotice() []record {
	var out []record
	last := -1
	for _, o := range r.index.of(noticeOfOthers().own) {
		i := r.titleAbove(o.line)
		if i <= last || r.body[o.line] != Own || !r.speaksOf(o, i) {
			continue
		}
		last = i
		rec := record{list: &list{line: i, names: entrusted, said: true}, line: i}
		rec.add(FieldName, r.lines[i].content())
		if h := r.sections[i]; h >= 0 && r.headings[h].Line != i {
			rec.add(FieldTask, r.headings[h].Range)
		}
		out = append(out, rec)
	}
	for _, o := range r.index.of(noticeOfOthers().links) {
		l := &list{line: o.line, names: entrusted, said: true}
		for i := o.line + 1; i < len(r.lines) && r.lines[i].Block.Has(policy.Linked) && r.lines[i].cell == nil; i++ {
			rec := record{list: l, line: i}
			rec.add(FieldName, r.lines[i].content())
			out = append(out, rec)
		}
	}
	return out
}

// speaksOf reports whether a sentence is about what a line over it names.
func (r *reader) speaksOf(o occurrence, title int) bool {
	said := strings.ToLower(r.doc.TextOf(o.unit.Range))
	return strings.HasPrefix(said, "their ") || strings.Contains(said, strings.ToLower(r.doc.TextOf(r.lines[title].content())))
}

// titleAbove is the nearest line over another that can be the name of a service in Latin letters, before
// any heading of a clause; -1 where there is none.
func (r *reader) titleAbove(line int) int {
	const far = 4
	for i := line - 1; i >= max(0, line-far); i-- {
		l := &r.lines[i]
		if l.cell != nil || r.body[i] != Own {
			return -1
		}
		if !l.isShort(longestName) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(r.doc.TextOf(l.content()))
		if len(l.clauses) > 0 || !unicode.IsUpper(first) || first > unicode.MaxLatin1 {
			return -1
		}
		return i
	}
	return -1
}

// noticeOfOthers are the words that speak of the policies of others.
var noticeOfOthers = sync.OnceValue(func() struct{ own, links phrases.ID } {
	return struct{ own, links phrases.ID }{detail("giving.notice"), detail("giving.links")}
})
