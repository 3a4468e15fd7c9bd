package rules

import (
	"fmt"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// particulars are what a clause is called and what each of its elements is, and a line to paste.
type particulars struct {
	clause   analyzer.Text
	elements map[facts.Element]analyzer.Text
	help     analyzer.Text
}

// incomplete reports what a clause lacks of its elements, as gravely as judge says: not at all where
// that is 0. A part of a policy published alone is asked for what its lists lack.
func incomplete(c facts.Clause, n particulars, judge func(facts.Gap) (s analyzer.Severity, question bool)) func(*analyzer.Pass) {
	return func(p *analyzer.Pass) {
		if processesNothing(p) {
			return
		}
		for _, g := range facts.Gaps.Of(p)[c] {
			if kind := facts.Kinds.Of(p)[g.At.Page]; kind != facts.PolicyKind && (kind != facts.Subpage || g.List == nil) {
				continue
			}
			d := analyzer.Diagnostic{Help: n.help}
			if d.Severity, d.Question = judge(g); d.Severity == 0 {
				continue
			}
			if unread := hanging(p, c); unread != nil && g.List == nil {
				d.Question = true // it may stand there
				d.Related = []analyzer.Related{{Place: unread.Place, Message: analyzer.Text{Ko: "읽지 못한 부분", En: "not read"}}}
			}
			at(p, &d, g.At.Page, g.At.Range)
			d.Message = n.message(g)
			p.Report(d)
		}
	}
}

// message names what is missing, and for whom.
func (n particulars) message(g facts.Gap) analyzer.Text {
	var ko, en []string
	for _, e := range g.Elements {
		ko, en = append(ko, n.elements[e].Ko), append(en, n.elements[e].En)
	}
	out := analyzer.Text{
		Ko: fmt.Sprintf("%s: %s 없습니다", n.clause.Ko, withSubject(strings.Join(ko, ", "))),
		En: fmt.Sprintf("%s: %s not stated", n.clause.En, enumerate(en)),
	}
	if who := named(g.Rows); who.Ko != "" {
		out.Ko += " (" + who.Ko + ")"
		out.En += " (" + who.En + ")"
	}
	return out
}

// named are those whom rows name: the first, and how many others.
func named(rows []facts.Recipient) analyzer.Text {
	seen := make(map[string]bool)
	others := 0
	for _, one := range rows {
		seen[company.Key(one.Name.Text)] = true
		others = max(others, one.Others)
	}
	switch n := len(seen) - 1 + others; {
	case len(rows) == 0:
		return analyzer.Text{}
	case n == 0:
		return analyzer.Text{Ko: rows[0].Name.Text, En: rows[0].Name.Text}
	case n == 1:
		return analyzer.Text{Ko: rows[0].Name.Text + " 외 1곳", En: rows[0].Name.Text + " and 1 other"}
	default:
		return analyzer.Text{Ko: fmt.Sprintf("%s 외 %d곳", rows[0].Name.Text, n), En: fmt.Sprintf("%s and %d others", rows[0].Name.Text, n)}
	}
}

// withSubject adds the particle that makes Korean words the subject.
func withSubject(s string) string {
	r := []rune(s)
	if last := r[len(r)-1]; last >= '가' && last <= '힣' && (last-'가')%28 == 0 {
		return s + "가"
	}
	return s + "이"
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
	for _, e := range g.Elements {
		for _, want := range list {
			if e == want {
				return true
			}
		}
	}
	return false
}
