package rules

import (
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
)

// clauseName is what a clause is called, and a sentence with which a policy would open it.
type clauseName struct {
	name  analyzer.Text
	help  analyzer.Text
	known analyzer.Text // the help to those known to do what it is about, who cannot deny it; empty where help is for them, too
	why   analyzer.Text // why it is asked for, behind the message; empty where the policy alone tells
}

// clause judges whether a policy has a clause, by what the law asks for on the day: of every controller
// or of some, in the policy or elsewhere, by an act or by a guideline.
func clause(c facts.Clause, n clauseName) func(*analyzer.Pass) {
	return func(p *analyzer.Pass) {
		does, known := p.Settled()
		status := facts.Clauses.Of(p)[c].Status
		if excluded := facts.ExcludedChildren.Of(p); c == facts.Children && does && !excluded.Range.Empty() && isWhole(p) {
			deniedWrongly(p, c, excluded)
			return
		}
		if status == facts.Present || !isWhole(p) {
			return
		}
		switch s := p.Standing(); {
		case inGrace(p, s):
		case status == facts.Denied:
			if does {
				denied(p, c, n)
			}
		case s.Obligation == law.Conditional && known:
			settled(p, c, n, does)
		case s.Obligation == law.Conditional:
			conditional(p, c, n, showsDuty(s))
		case s.Obligation == law.Mandatory && s.Binding > law.Guideline:
			missing(p, c, n)
		default:
			recommended(p, c, n)
		}
	}
}

// inGrace reports whether a policy took effect before a provision came into force that leaves such policies
// time.
func inGrace(p *analyzer.Pass, s law.Provision) bool {
	own := facts.Dates.Of(p).Effective.Date
	return !own.IsZero() && own.Before(s.From) && !s.Grace.Before(p.Until)
}

// missing judges a clause that every policy has: an error where the whole policy was read and
// nothing of it was met, a warning where its words stand elsewhere or its content may hang in what
// was not read, a question where the policy says that no personal data is processed at all.
func missing(p *analyzer.Pass, c facts.Clause, n clauseName) {
	f := facts.Clauses.Of(p)[c]
	d := analyzer.Diagnostic{Subject: clausePart(c), Help: n.help, Severity: analyzer.Warning}
	switch unread := hanging(p, c); {
	case processesNothing(p):
		d.Question = true
		atTitle(p, &d)
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("개인정보를 처리하지 않는다고 적혀 있고 ‘%s’ 항목이 없습니다. 처리하는 개인정보가 정말 없습니까?", n.name.Ko),
			En: fmt.Sprintf("the policy says that no personal data is processed and does not state %s: is there really none?", n.name.En)}
	case f.EmptyHeading:
		atHeading(p, &d, f.Page, f.Range)
		d.Message = emptyMessage(n, d.Quote, unread)
	case f.Met():
		at(p, &d, f.Page, f.Range)
		d.Message = mentionMessage(n, d.Quote)
	case unread != nil:
		atTitle(p, &d)
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("‘%s’ 항목을 찾지 못했습니다. 읽지 못한 부분(%s)에 있을 수 있습니다", n.name.Ko, kindName(unread.Kind).Ko),
			En: fmt.Sprintf("the policy does not state %s, unless %s that was not read does", n.name.En, kindName(unread.Kind).En)}
		d.Related = []analyzer.Related{{Place: unread.Place, Message: analyzer.Text{Ko: "읽지 못한 부분", En: "not read"}}}
	default:
		atTitle(p, &d)
		d.Message = unseenMessage(n)
		if d.Related = doubts(p); d.Related == nil && facts.Unknown.Of(p).Clear && !lost(p) {
			d.Severity = analyzer.Error
			d.Message = absentMessage(n)
		}
	}
	d.Message = analyzer.Text{Ko: d.Message.Ko + n.why.Ko, En: d.Message.En + n.why.En}
	p.Report(d)
}

// recommended judges a clause that is recommended to every policy: an info where nothing of it was met,
// silent where what was not read may hold it.
func recommended(p *analyzer.Pass, c facts.Clause, n clauseName) {
	if processesNothing(p) || hanging(p, c) != nil {
		return
	}
	f := facts.Clauses.Of(p)[c]
	d := analyzer.Diagnostic{Subject: clausePart(c), Help: n.help, Severity: analyzer.Info}
	switch {
	case f.EmptyHeading:
		atHeading(p, &d, f.Page, f.Range)
		d.Message = emptyMessage(n, d.Quote, nil)
	case f.Met():
		at(p, &d, f.Page, f.Range)
		d.Message = mentionMessage(n, d.Quote)
	default:
		atTitle(p, &d)
		d.Related = doubts(p)
		d.Message = absentMessage(n)
	}
	p.Report(d)
}

// manyLost is in how many places characters were lost at least where a clause may be among them.
const manyLost = 5

// lost reports whether many characters were lost, and with them maybe the words of a clause.
func lost(p *analyzer.Pass) bool {
	n := 0
	for _, l := range facts.Garbled.Of(p) {
		switch l.Kind {
		case facts.LostCharacter:
			n++
		case facts.LostLetters:
			return true // whole words at a time
		}
	}
	return n >= manyLost
}

// doubts are the sections that were read and not understood, which may hold what seems to be missing.
func doubts(p *analyzer.Pass) []analyzer.Related {
	var out []analyzer.Related
	unknown := facts.Unknown.Of(p).Headings
	for _, h := range unknown[:min(len(unknown), maxRelated)] {
		out = append(out, related(p, h.Page, h.Range, analyzer.Text{Ko: "이 제목 아래에 있는지 확인하십시오", En: "unless it stands under this heading"}))
	}
	return out
}

// maxRelated is how many headings are shown where what is missing may stand.
const maxRelated = 3

// absentMessage says that nothing was met.
func absentMessage(n clauseName) analyzer.Text {
	return analyzer.Text{
		Ko: fmt.Sprintf("‘%s’ 항목이 없습니다", n.name.Ko),
		En: fmt.Sprintf("the policy does not state %s", n.name.En)}
}

// unseenMessage says that nothing was met in a policy that was not understood throughout.
func unseenMessage(n clauseName) analyzer.Text {
	return analyzer.Text{
		Ko: fmt.Sprintf("‘%s’ 항목을 찾지 못했습니다", n.name.Ko),
		En: fmt.Sprintf("the policy does not seem to state %s", n.name.En)}
}

// mentionMessage says that words come near a clause and are not enough.
func mentionMessage(n clauseName, quote string) analyzer.Text {
	return analyzer.Text{
		Ko: fmt.Sprintf("‘%s’의 내용을 찾지 못했습니다. 관련 표현만 있습니다: “%s”", n.name.Ko, quote),
		En: fmt.Sprintf("the policy does not state %s: it only says “%s”", n.name.En, quote)}
}

// emptyMessage says that a heading has nothing under it, or nothing that was read.
func emptyMessage(n clauseName, quote string, unread *facts.Hanging) analyzer.Text {
	if unread != nil && unread.Kind != policy.Link {
		return analyzer.Text{
			Ko: fmt.Sprintf("‘%s’ 제목 아래의 내용을 읽지 못했습니다(%s): %s", n.name.Ko, kindName(unread.Kind).Ko, quote),
			En: fmt.Sprintf("under the heading on %s stands only %s, which was not read: %s", n.name.En, kindName(unread.Kind).En, quote)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("‘%s’ 제목 아래에 내용이 없습니다: %s", n.name.Ko, quote),
		En: fmt.Sprintf("nothing follows the heading on %s: %s", n.name.En, quote)}
}

// isWhole reports whether one of the pages is a policy: parts of one need not say everything.
func isWhole(p *analyzer.Pass) bool {
	return slices.Contains(facts.Kinds.Of(p), facts.PolicyKind)
}

// processesNothing reports whether the policy says that no personal data is processed.
func processesNothing(p *analyzer.Pass) bool {
	return facts.Clauses.Of(p)[facts.Items].Status == facts.Denied
}

// hanging is what may hold the content of a clause and was not read, or nil.
func hanging(p *analyzer.Pass, c facts.Clause) *facts.Hanging {
	for _, h := range facts.Unread.Of(p) {
		if len(h.Clauses) == 0 || slices.Contains(h.Clauses, c) {
			return &h
		}
	}
	return nil
}

func kindName(k policy.ResourceKind) analyzer.Text {
	switch k {
	case policy.Frame, policy.Object:
		return analyzer.Text{Ko: "프레임", En: "a frame"}
	case policy.Image:
		return analyzer.Text{Ko: "이미지", En: "an image"}
	}
	return analyzer.Text{Ko: "링크된 페이지", En: "a linked page"}
}

// at puts a finding at words of a page.
func at(p *analyzer.Pass, d *analyzer.Diagnostic, page int, r policy.Range) {
	doc := p.Policy.Pages[page]
	d.Place = doc.Place(r)
	d.Quote = doc.Quote(d.Place.Span)
}

// related are words of a page that a finding speaks of besides.
func related(p *analyzer.Pass, page int, r policy.Range, message analyzer.Text) analyzer.Related {
	doc := p.Policy.Pages[page]
	place := doc.Place(r)
	return analyzer.Related{Place: place, Quote: doc.Quote(place.Span), Message: message}
}

// atTitle puts a finding where the first policy among the pages names itself.
func atTitle(p *analyzer.Pass, d *analyzer.Diagnostic) {
	page := max(0, slices.Index(facts.Kinds.Of(p), facts.PolicyKind))
	atHeading(p, d, page, facts.Titles.Of(p)[page])
}

// atHeading puts a finding about what is not there at the title or heading where it is missed.
func atHeading(p *analyzer.Pass, d *analyzer.Diagnostic, page int, r policy.Range) {
	d.Absent = true
	at(p, d, page, r)
}
