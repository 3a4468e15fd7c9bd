package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// particulars are what a clause is called, and what each of its elements is.
type particulars struct {
	clause   analyzer.Text
	elements map[facts.Element]particular
	asks     analyzer.Text // what a question asks
}

// particular is an element of a clause: what it is called, and how a policy states it.
type particular struct{ name, line analyzer.Text }

// incomplete reports what a clause lacks of its elements, as gravely as judge says: not at all where
// that is 0. A part of a policy published alone is asked for what its lists lack.
func incomplete(c facts.Clause, n particulars, judge func(*analyzer.Pass, facts.Gap) (s analyzer.Severity, question bool)) func(*analyzer.Pass) {
	return func(p *analyzer.Pass) {
		if processesNothing(p) {
			return
		}
		for _, g := range facts.Gaps.Of(p)[c] {
			if !isOfPolicy(p, g.At.Page) && (!isPolicyPage(p, g.At.Page) || g.List == nil) {
				continue
			}
			d := analyzer.Diagnostic{Subject: lacks(c, g), Absent: g.List == nil, Message: n.message(g), Help: n.help(g)}
			if d.Severity, d.Question = judge(p, g); d.Severity == 0 {
				continue
			}
			if does, known := p.Settled(); d.Question && known {
				if !does {
					continue
				}
				d.Question, d.Severity = false, analyzer.Warning
			}
			unread := hanging(p, c)
			switch {
			case unread != nil && g.List == nil:
				d.Question = true
				d.Message.Ko += fmt.Sprintf(". 읽지 못한 부분(%s)에 있습니까?", kindName(unread.Kind).Ko)
				d.Message.En += fmt.Sprintf(", unless %s that was not read holds it: does it?", kindName(unread.Kind).En)
				d.Related = []analyzer.Related{{Place: unread.Place, Quote: p.Policy.Pages[unread.Page].Quote(unread.Place.Span), Message: analyzer.Text{Ko: "읽지 못한 부분", En: "not read"}}}
			case d.Question:
				d.Message.Ko += ". " + n.asks.Ko
				d.Message.En += ": " + n.asks.En
			}
			at(p, &d, g.At.Page, g.At.Range)
			p.Report(d)
		}
	}
}

// lacks names the elements that a clause lacks, and for whom: * for all.
func lacks(c facts.Clause, g facts.Gap) string {
	var elements, who []string
	for _, e := range g.Elements {
		elements = append(elements, string(e))
	}
	for _, row := range g.Rows {
		who = append(who, row.Name.Text)
	}
	if g.Whole {
		return subject(clausePart(c), parts("lacks", elements), part("company", "*"))
	}
	return subject(clausePart(c), parts("lacks", elements), companyPart(who...))
}

// help is a line to paste for each element that is missing.
func (n particulars) help(g facts.Gap) analyzer.Text {
	var ko, en []string
	for _, e := range g.Elements {
		ko, en = append(ko, n.elements[e].line.Ko), append(en, n.elements[e].line.En)
	}
	return analyzer.Text{Ko: "이렇게 적습니다: " + strings.Join(ko, " / "), En: "write, for example: " + strings.Join(en, " / ")}
}

// message names what is missing, and for whom.
func (n particulars) message(g facts.Gap) analyzer.Text {
	var ko, en []string
	for _, e := range g.Elements {
		ko, en = append(ko, n.elements[e].name.Ko), append(en, n.elements[e].name.En)
	}
	out := analyzer.Text{
		Ko: fmt.Sprintf("%s: %s 없습니다", n.clause.Ko, withSubject(strings.Join(ko, ", "))),
		En: fmt.Sprintf("%s: %s not stated", n.clause.En, enumerate(en)),
	}
	if who := whom(g); who.Ko != "" {
		out.Ko += " (" + who.Ko + ")"
		out.En += " (" + who.En + ")"
	}
	return out
}

// whom says for whom something is missing: the first, and how many others.
func whom(g facts.Gap) analyzer.Text {
	if len(g.Rows) == 0 {
		return analyzer.Text{}
	}
	first := g.Rows[0].Name.Text
	switch g.Others {
	case 0:
		return analyzer.Text{Ko: first, En: first}
	case 1:
		return analyzer.Text{Ko: first + " 외 1곳", En: first + " and 1 other"}
	}
	return analyzer.Text{Ko: fmt.Sprintf("%s 외 %d곳", first, g.Others), En: fmt.Sprintf("%s and %d others", first, g.Others)}
}

// enumerate joins words as the subject of an English sentence: "a, b and c are".
func enumerate(words []string) string {
	n := len(words)
	if n == 1 {
		return words[0] + " is"
	}
	return strings.Join(words[:n-1], ", ") + " and " + words[n-1] + " are"
}

// misses reports whether an element is among those that a gap lacks.
func misses(g facts.Gap, list ...facts.Element) bool {
	return slices.ContainsFunc(list, func(e facts.Element) bool { return slices.Contains(g.Elements, e) })
}
