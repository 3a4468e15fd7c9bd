package inspect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// A list is one of the lists of recipients.
type list struct {
	clause  facts.Clause
	id      string
	title   analyzer.Text
	name    analyzer.Text
	of      func(*Report) []Recipient
	columns []column
}

// A column is one particular of recipients.
type column struct {
	head    analyzer.Text
	element facts.Element // by which the law asks for it; "" where it does not
	detail  detail
}

// column is that of a particular; nil where the list does not show it.
func (l *list) column(d detail) *column {
	for i := range l.columns {
		if l.columns[i].detail == d {
			return &l.columns[i]
		}
	}
	return nil
}

// A detail is one of the particulars that may be told of a recipient.
type detail int

const (
	ofTask detail = iota
	ofPurpose
	ofItems
	ofKept
	ofContact
	ofCountry
	ofTiming
	ofMethod
	ofRefusal
	ofBasis
	ofSubprocessor
)

// details are what is told of a recipient, by detail.
func (r *Recipient) details() [ofSubprocessor + 1]*string {
	return [...]*string{r.Task, r.Purpose, r.Items, r.Retention, r.Contact, r.Country, r.Timing, r.Method, r.Refusal, r.Basis, r.Subprocessor}
}

// detail is what is told of one particular, "" where nothing is.
func (r *Recipient) detail(d detail) string { return shown(r.details()[d]) }

// lists are the lists of recipients, what the law asks for first.
var lists = []list{
	{facts.Entrustment, "processors", analyzer.Text{Ko: "처리 위탁", En: "Processors"}, analyzer.Text{Ko: "수탁자", En: "processor"},
		func(r *Report) []Recipient { return r.Processors }, []column{
			{analyzer.Text{Ko: "위탁업무", En: "task"}, "task", ofTask},
			{analyzer.Text{Ko: "항목", En: "items"}, "", ofItems},
			{analyzer.Text{Ko: "보유 기간", En: "kept for"}, "", ofKept},
			{analyzer.Text{Ko: "재수탁자", En: "subprocessor"}, "", ofSubprocessor},
			{analyzer.Text{Ko: "연락처", En: "contact"}, "", ofContact},
			{analyzer.Text{Ko: "국가", En: "country"}, "", ofCountry},
		}},
	{facts.ThirdParty, "third-parties", analyzer.Text{Ko: "제3자 제공", En: "Third parties"}, analyzer.Text{Ko: "제공받는 자", En: "recipient"},
		func(r *Report) []Recipient { return r.ThirdParties }, []column{
			{analyzer.Text{Ko: "이용 목적", En: "purpose"}, "purpose", ofPurpose},
			{analyzer.Text{Ko: "제공 항목", En: "items"}, "items", ofItems},
			{analyzer.Text{Ko: "보유·이용 기간", En: "kept for"}, "retention", ofKept},
			{analyzer.Text{Ko: "근거", En: "ground"}, "", ofBasis},
			{analyzer.Text{Ko: "연락처", En: "contact"}, "", ofContact},
			{analyzer.Text{Ko: "제공 방법", En: "method"}, "", ofMethod},
			{analyzer.Text{Ko: "거부 방법", En: "how to refuse"}, "", ofRefusal},
			{analyzer.Text{Ko: "국가", En: "country"}, "", ofCountry},
		}},
	{facts.OverseasTransfer, "transfers", analyzer.Text{Ko: "국외 이전", En: "Transfers abroad"}, analyzer.Text{Ko: "이전받는 자", En: "recipient"},
		func(r *Report) []Recipient { return r.Transfers }, []column{
			{analyzer.Text{Ko: "국가", En: "country"}, "country", ofCountry},
			{analyzer.Text{Ko: "이용 목적", En: "purpose"}, "purpose", ofPurpose},
			{analyzer.Text{Ko: "이전 항목", En: "items"}, "items", ofItems},
			{analyzer.Text{Ko: "보유·이용 기간", En: "kept for"}, "retention", ofKept},
			{analyzer.Text{Ko: "이전 시기", En: "when"}, "timing", ofTiming},
			{analyzer.Text{Ko: "이전 방법", En: "method"}, "method", ofMethod},
			{analyzer.Text{Ko: "연락처", En: "contact"}, "contact", ofContact},
			{analyzer.Text{Ko: "거부 방법", En: "how to refuse"}, "refusal", ofRefusal},
			{analyzer.Text{Ko: "근거", En: "ground"}, "", ofBasis},
			{analyzer.Text{Ko: "재수탁자", En: "subprocessor"}, "", ofSubprocessor},
		}},
}

// recipientSheet shows a list of recipients. Those of whom it says the same share a row.
func (r *Report) recipientSheet(l *list, lang string) sheet {
	all := l.of(r)
	s := sheet{ID: l.id, Title: l.title.In(lang), Count: counted(all, lang), None: r.none(l.clause, lang), Heads: []string{l.name.In(lang)}}
	for _, c := range l.columns {
		s.Heads = append(s.Heads, c.head.In(lang))
	}
	for _, group := range r.groups(l) {
		var one row
		for i := range group {
			one.Names = append(one.Names, r.recipientName(l, &group[i], lang))
		}
		for _, c := range l.columns {
			text := group[0].detail(c.detail)
			one.Cells = append(one.Cells, cell{text, text == "" && r.asked(l.clause, c.element)})
		}
		s.Rows = append(s.Rows, one)
	}
	s.dropEmpty()
	s.joinAlike()
	return s
}

// groups are the recipients of a list, those of whom it says the same together, in the order of the
// first. Of those abroad the list of transfers tells the rest.
func (r *Report) groups(l *list) [][]Recipient {
	var out [][]Recipient
	seen := make(map[string]int)
	for _, one := range l.of(r) {
		if l.clause != facts.OverseasTransfer && r.abroad(&one) {
			one = one.only(l)
		}
		key := one.key()
		at, ok := seen[key]
		if !ok {
			at = len(out)
			seen[key] = at
			out = append(out, nil)
		}
		out[at] = append(out[at], one)
	}
	return out
}

// key tells apart what is said of recipients.
func (r *Recipient) key() string {
	var b strings.Builder
	for _, d := range r.details() {
		b.WriteString(shown(d))
		b.WriteByte(0)
	}
	return b.String()
}

// only is the recipient with nothing but what the law asks for in a list.
func (r Recipient) only(l *list) Recipient {
	out := Recipient{Name: r.Name, Category: r.Category, Note: r.Note, More: r.More, Others: r.Others, At: r.At}
	if l.clause == facts.Entrustment {
		out.Task = r.Task
		return out
	}
	out.Purpose, out.Items, out.Retention = r.Purpose, r.Items, r.Retention
	return out
}

// abroad reports whether the row of a recipient stands in the list of transfers, too.
func (r *Report) abroad(one *Recipient) bool {
	return slices.ContainsFunc(r.Transfers, func(t Recipient) bool { return *t.At == *one.At })
}

// asked reports whether the law asks for an element of a clause that the policy does not state for
// every entry.
func (r *Report) asked(c facts.Clause, e facts.Element) bool {
	return e != "" && r.Elements[c][e] != true
}

func (r *Report) recipientName(l *list, one *Recipient, lang string) name {
	var marks []string
	if one.Note != nil && shown(one.Note) != shown(one.Contact) {
		marks = append(marks, *one.Note)
	}
	if one.Category {
		marks = append(marks, analyzer.Text{Ko: "업체 유형", En: "a kind of company"}.In(lang))
	}
	if l.clause != facts.OverseasTransfer && r.abroad(one) {
		marks = append(marks, analyzer.Text{Ko: "국외", En: "abroad"}.In(lang))
	}
	switch {
	case one.Others != nil:
		marks = append(marks, fmt.Sprintf(analyzer.Text{Ko: "외 %d곳", En: "and %d more"}.In(lang), *one.Others))
	case one.More:
		marks = append(marks, analyzer.Text{Ko: "외 더 있음", En: "and more"}.In(lang))
	}
	return name{Text: one.Name, Mark: strings.Join(marks, ", "), At: one.At}
}

// counted is how many companies, and kinds of them, a list names.
func counted(all []Recipient, lang string) string {
	companies, kinds := make(map[string]bool), make(map[string]bool)
	for _, r := range all {
		key := cmp.Or(company.Key(r.Name), r.Name)
		if r.Category {
			kinds[key] = true
		} else {
			companies[key] = true
		}
	}
	var parts []string
	add := func(n int, one, many analyzer.Text) {
		switch {
		case n == 1:
			parts = append(parts, one.In(lang))
		case n > 1:
			parts = append(parts, fmt.Sprintf(many.In(lang), n))
		}
	}
	add(len(companies), analyzer.Text{Ko: "1곳", En: "1 company"}, analyzer.Text{Ko: "%d곳", En: "%d companies"})
	add(len(kinds), analyzer.Text{Ko: "업체 유형 1개", En: "1 kind of company"}, analyzer.Text{Ko: "업체 유형 %d개", En: "%d kinds of company"})
	return strings.Join(parts, ", ")
}

// none says why a list has no rows.
func (r *Report) none(c facts.Clause, lang string) string {
	switch r.Clauses[c].Status {
	case facts.Denied:
		return analyzer.Text{Ko: "하지 않는다고 적음", En: "the policy says that there are none"}.In(lang)
	case facts.Present:
		return analyzer.Text{Ko: "조항은 있으나 내용을 찾지 못함", En: "the policy speaks of it, but nothing was found in it"}.In(lang)
	}
	return notStated.In(lang)
}
