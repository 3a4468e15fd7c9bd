package facts

import (
	"slices"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Kinds of companies that stand as entries, one each, are read here: as the label of a sentence that says
// that data are shared with them, or below a sentence that says so of all of them.

// entryReader reads the entries of a page.
type entryReader struct {
	*reader
	others  []record     // what else was read
	entries map[int]bool // the places of the entries
	out     []record
}

// recordsByEntry reads the entries of a page, in lines from which nobody else was read.
func (r *reader) recordsByEntry(others []record) []record {
	x := &entryReader{reader: r, others: others, entries: make(map[int]bool)}
	for _, v := range entryVerbs() {
		for _, o := range r.index.of(v.verb) {
			if x.body[o.line] != Own || x.lines[o.line].cell != nil {
				continue
			}
			if v.list {
				x.below(o, v.side)
			} else {
				x.labelled(o, v.side)
			}
		}
	}
	return x.out
}

// add adds an entry. Where processors are named, a word for those who work for the company is none of its own.
func (x *entryReader) add(line int, name policy.Range, s side) {
	if saysOf(x.doc.TextOf(name), kindWords().agent) {
		s = entrusted
	}
	if x.entries[name.Start] || slices.ContainsFunc(x.others, func(rec record) bool {
		return (rec.line == line || s == entrusted && slices.Contains(rec.clauses(x.reader), Entrustment)) && x.names(&rec)
	}) {
		return
	}
	x.entries[name.Start] = true
	rec := record{list: &list{line: line, said: true, entries: true, names: s}, line: line}
	rec.add(FieldName, name)
	x.out = append(x.out, rec)
}

// names reports whether a record of a list of recipients names somebody.
func (x *entryReader) names(rec *record) bool {
	isNamed := func(v policy.Range) bool { return namesSomebody(x.doc.TextOf(v)) }
	return slices.ContainsFunc(rec.values[FieldName], isNamed) && len(rec.clauses(x.reader)) > 0
}

// labelled reads a sentence whose label is a kind of companies, and that says that they are given
// something. Outside of the sections about recipients it names them again.
func (x *entryReader) labelled(o occurrence, s side) {
	label := x.entryLabel(o)
	if o.at.Start < label.End || !x.isKind(label) {
		return
	}
	if x.sectionsAt(o.line).any() || x.recurs(label, policy.Range{Start: o.at.Start, End: o.unit.Range.End}) {
		x.add(o.line, label, s)
	}
}

// recurs reports whether the last word of a label stands in its sentence again.
func (r *reader) recurs(label, said policy.Range) bool {
	words := strings.Fields(strings.ToLower(r.doc.TextOf(label)))
	return len(words) > 0 && strings.Contains(strings.ToLower(r.doc.TextOf(said)), words[len(words)-1])
}

// entryLabel is the label of a sentence: what stands in bold at the start of its line, before its first
// colon or dash, or as a short sentence before it. Empty where it has none.
func (x *entryReader) entryLabel(o occurrence) policy.Range {
	l := &x.lines[o.line]
	at := policy.Range{Start: max(o.unit.Range.Start, l.content().Start), End: o.unit.Range.End}
	end := at.Start
	if left, _, ok := x.halves(at); ok {
		end = left.End
	} else if bold := l.Block.Range.Start + l.Block.Lead; len(l.Units) > 1 && &l.Units[1] == o.unit {
		at.Start = l.content().Start
		end = l.Units[0].Range.End
	} else if l.Block.Lead > 0 {
		end = max(end, bold)
	}
	text := strings.TrimLeft(x.doc.TextOf(policy.Range{Start: at.Start, End: end}), " ・·")
	at.Start = end - len(text)
	for _, begin := range listOf("recipients.entry_begins") {
		if rest, ok := strings.CutPrefix(text, begin); ok {
			at.Start, text = at.Start+len(begin), rest
		}
	}
	at.End = at.Start + len(strings.TrimRight(text, " .:：-–—"))
	return at
}

// below reads the lines below a sentence that says to whom something is given, where each of them is a
// kind of companies and nothing else, or a company beside such.
func (x *entryReader) below(o occurrence, s side) {
	section := x.sectionsAt(o.line)
	if !section.any() {
		return
	}
	var names []policy.Range
	kinds, from := 0, o.line+1
	for i := from; i < len(x.lines); i++ {
		l := &x.lines[i]
		if l.cell != nil || x.body[i] != Own || l.bullet() == "" || l.bullet() != x.lines[from].bullet() || x.sectionsAt(i) != section {
			break
		}
		at := l.content()
		switch {
		case !l.ended && x.isKind(at):
			kinds++
		case l.ended, !isFirm(x.doc.TextOf(at)):
			return
		}
		names = append(names, at)
	}
	for i, at := range names {
		if kinds > 0 {
			x.add(from+i, at, s)
		}
	}
}

// isKind reports whether words are kinds of companies and nothing else, and no bodies to whom a law has
// data given.
func (r *reader) isKind(at policy.Range) bool {
	text := r.doc.TextOf(at)
	if at.Empty() || isLonger(text, longHeading) || saysInTitle(text, pairWords().anyFirm) || saysOf(text, kindWords().authority) {
		return false
	}
	names := company.Split(text).Names
	return len(names) > 0 && !slices.ContainsFunc(names, func(n company.Name) bool { return n.Kind != company.Category }) &&
		names[0].Start == 0 && len(text)-names[len(names)-1].End <= len(names[len(names)-1].Note)+len(" ()")
}

// entryVerbs say that something is given: to the label of their sentence, or to the list below it.
var entryVerbs = sync.OnceValue(func() []entryVerb {
	return []entryVerb{
		{giving{detail("giving.entry"), provided}, false}, {giving{detail("giving.work"), entrusted}, false}, {giving{detail("giving.data"), provided}, false},
		{giving{detail("giving.to_work"), entrusted}, true}, {giving{detail("giving.work_list"), entrusted}, true},
		{giving{detail("giving.to_data"), provided}, true}, {giving{detail("giving.data_list"), provided}, true},
	}
})

type entryVerb struct {
	giving
	list bool // it stands before a list
}

var kindWords = sync.OnceValue(func() struct{ agent, authority, ours phrases.ID } {
	return struct{ agent, authority, ours phrases.ID }{nameID("category.agent"), nameID("category.authority"), detail("giving.ours")}
})
