package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// An ItemTwice is an item that one list names twice, or that stands among the required and among the
// optional ones of one purpose.
type ItemTwice struct {
	First, Second DataItem
	Both          bool // required and optional
	List          int  // those of one number stand in the same lists
}

// ItemsTwice are the items that a policy names twice for one purpose, in its order. Only lists that
// follow each other with nothing between them but whether their items are required are held together:
// what else stands there may be another case.
var ItemsTwice = analyzer.NewFact("items named twice", func(p *analyzer.Pass) []ItemTwice {
	var out []ItemTwice
	lists := 0
	for all := DataItems.Of(p); len(all) > 0; {
		r := readers.Of(p)[all[0].At.Page]
		n := 1
		for n < len(all) && r.goesOn(&all[n-1], &all[n]) {
			n++
		}
		for _, twice := range r.twice(all[:n]) {
			twice.List = lists
			out = append(out, twice)
		}
		lists++
		all = all[n:]
	}
	return out
})

// goesOn reports whether an item stands in the same list as the one before it, or in that of the
// optional ones right behind the required ones.
func (r *reader) goesOn(a, b *DataItem) bool {
	if a.At.Page != b.At.Page || a.Purpose != b.Purpose || a.Auto || b.Auto || a.At.Range.End > b.At.Range.Start {
		return false
	}
	gap := r.trimSigns(policy.Range{Start: a.At.Range.End, End: b.At.Range.Start})
	if strings.ContainsAny(r.doc.TextOf(gap), "()（）") {
		return false
	}
	from, to := r.lines[r.lineAt(a.At.Range.Start)].cell, r.lines[r.lineAt(b.At.Range.Start)].cell
	if (from == nil) != (to == nil) || from != nil && (from.Table != to.Table || from.Row != to.Row && (a.Required == b.Required || a.Purpose == "")) {
		return false
	}
	if !hasLetters(r.doc.TextOf(gap)) {
		return a.Required == b.Required || r.sameLine(a, b) || from != to
	}
	_, only := r.isRequirement(gap)
	return only && a.Required != b.Required
}

// trimSigns is a range without the signs and line breaks around it.
func (r *reader) trimSigns(at policy.Range) policy.Range {
	s := r.doc.TextOf(at)
	left := strings.TrimLeft(s, " \n,.:：-–·•*․ㆍ[<")
	at.Start += len(s) - len(left)
	at.End = at.Start + len(strings.TrimRight(left, " \n,.:：-–·•*․ㆍ]>"))
	return at
}

func (r *reader) sameLine(a, b *DataItem) bool {
	return !strings.Contains(r.doc.Visible[a.At.Range.Start:b.At.Range.Start], "\n")
}

// twice are the items of one run of lists that are named twice, each once.
func (r *reader) twice(list []DataItem) []ItemTwice {
	var out []ItemTwice
	note := r.endsInNote(list[len(list)-1].At.Range.End)
	first := make(map[string]int)
	for i := range list {
		if !r.isWholeEntry(&list[i]) {
			continue
		}
		name := strings.ReplaceAll(list[i].Text, " ", "")
		j, met := first[name]
		if !met {
			first[name] = i
			continue
		}
		a, b := &list[j], &list[i]
		both := a.Required != b.Required && a.Required != Unsaid && b.Required != Unsaid
		if both || a.Required == b.Required && r.sameLine(a, b) && !note {
			out = append(out, ItemTwice{First: *a, Second: *b, Both: both})
			delete(first, name)
		}
	}
	return out
}

// longestNote is how many bytes of a line are looked at for a note behind its items.
const longestNote = 600

// endsInNote reports whether the line goes on behind a place to say when the items are collected: it names
// them again, and lists none.
func (r *reader) endsInNote(end int) bool {
	rest, _, _ := strings.Cut(r.doc.Visible[end:min(len(r.doc.Visible), end+longestNote)], "\n")
	rest, _, _ = strings.Cut(rest, ".")
	return slices.ContainsFunc(listOf("items.only_when"), func(words string) bool { return strings.Contains(rest, words) })
}

// isWholeEntry reports whether an item is all that its entry of the list says: no more words stand
// before it, nor brackets or words behind it.
func (r *reader) isWholeEntry(item *DataItem) bool {
	before := strings.TrimRight(r.doc.Visible[:item.At.Range.Start], " ")
	behind := strings.TrimLeft(r.doc.Visible[item.At.Range.End:], " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(behind)
	return (before == "" || strings.ContainsRune("\n,:：;·ㆍ、/-–•*․]>)", last)) &&
		(behind == "" || strings.ContainsRune("\n,.;·ㆍ、/", next))
}
