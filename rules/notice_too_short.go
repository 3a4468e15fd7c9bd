package rules

import (
	"fmt"
	"strconv"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// NoticeTooShort reports a policy whose own dates break its own promise: it was announced fewer days before
// it takes effect than it promises to give notice of changes.
//
// The law sets no number of days for this; seven and thirty are custom. But a policy that promises a number
// of days and prints both dates shows whether it was kept. What is promised for important changes alone is
// not compared, because the dates do not say whether this change is important. A first version is no change,
// and an exception to the promise may apply: where the text leaves either open, it is a question.
//
// The option least is the least notice, in days, that the controller has set for itself, whatever the policy promises.
//
// # 한국어
//
// 공고일과 시행일의 간격이 처리방침 스스로 약속한 사전 고지 기간보다 짧은 경우를 찾습니다.
//
// 처리방침 변경을 며칠 전에 알려야 하는지는 법령에 정해져 있지 않으며, 7일·30일은 관행입니다. 이 규칙은 처리방침이 스스로
// 정한 기간을 지켰는지만 봅니다. 중요한 변경에 관한 약속은 이번 변경이 중요한지 알 수 없으므로 비교하지 않습니다. 처음 정한
// 처리방침일 수 있거나 약속에 예외가 있으면 질문으로 알립니다.
//
// 처리방침의 약속과 관계없이 내부에서 정한 최소 사전 고지 기간(일)은 least 옵션에 적습니다.
var NoticeTooShort = &analyzer.Rule{
	Name:     "notice-too-short",
	Doc:      analyzer.Text{Ko: "약속한 사전 고지 기간보다 늦게 공고한 처리방침을 찾습니다", En: "finds policies announced later than they promise"},
	Severity: analyzer.Warning,
	Options:  noticeTooShortOptions{},
	Run: func(p *analyzer.Pass) {
		n, least := facts.Announcement.Of(p), analyzer.OptionsOf[noticeTooShortOptions](p).Least
		if !n.Known() || facts.Kinds.Of(p)[n.Announced.Page] != facts.PolicyKind {
			return
		}
		broken := n.Promised.Known() && n.Given < n.Promised.Days
		if !broken && n.Given >= least {
			return
		}
		d := shorterThanPromised(n)
		if !broken {
			d = shorterThanSet(n, least)
		}
		switch {
		case n.Hedged && broken:
			d.Question = true
			d.Message.Ko += ". 약속에 둔 예외에 해당합니까?"
			d.Message.En += ": does one of the exceptions to the promise apply?"
		case n.First, !n.Changed && n.Given == 0:
			d.Question = true
			d.Message.Ko += ". 최초로 제정한 처리방침입니까?"
			d.Message.En += ": is this the first version?"
		}
		d.Subject = subject(datePart("announced", n.Announced.Date), datePart("effective", n.Effective.Date), part("promised", strconv.Itoa(max(n.Promised.Days, least))))
		at(p, &d, n.Announced.Page, n.Announced.Range)
		d.Related = []analyzer.Related{
			related(p, n.Effective.Page, n.Effective.Range, analyzer.Text{Ko: "시행일", En: "date of effect"}),
		}
		if broken {
			d.Related = append(d.Related, related(p, n.Promised.Page, n.Promised.Range, analyzer.Text{Ko: "약속한 기간", En: "what is promised"}))
		}
		p.Report(d)
	},
}

type noticeTooShortOptions struct {
	Least int `toml:"least" eg:"30" ko:"내부에서 정한 최소 사전 고지 기간(일). 0이면 처리방침이 약속한 기간만 봅니다" en:"the least notice, in days, that the controller has set for itself; with 0, only what the policy promises counts"`
}

// shorterThanPromised is the finding about a promise that was not kept, but for its places.
func shorterThanPromised(n facts.NoticeGiven) analyzer.Diagnostic {
	return analyzer.Diagnostic{
		Message: analyzer.Text{
			Ko: fmt.Sprintf("공고일(%s)부터 시행일(%s)까지 %d일로, 이 처리방침이 약속한 %d일보다 짧습니다", n.Announced.Date, n.Effective.Date, n.Given, n.Promised.Days),
			En: fmt.Sprintf("the policy promises %d days of notice and gave %d: announced on %s, in effect on %s", n.Promised.Days, n.Given, n.Announced.Date, n.Effective.Date)},
		Help: analyzer.Text{
			Ko: "약속한 기간이 지난 뒤의 날을 시행일로 정하거나, 지킬 수 있는 기간으로 고쳐 적습니다",
			En: "choose a date of effect after that time has passed, or promise a time that can be kept"},
	}
}

// shorterThanSet is the finding about days that only the configuration asks for, but for its places.
func shorterThanSet(n facts.NoticeGiven, least int) analyzer.Diagnostic {
	return analyzer.Diagnostic{
		Message: analyzer.Text{
			Ko: fmt.Sprintf("공고일(%s)부터 시행일(%s)까지 %d일로, 설정에서 정한 %d일보다 짧습니다", n.Announced.Date, n.Effective.Date, n.Given, least),
			En: fmt.Sprintf("the configuration asks for %d days of notice, but the policy gave %d: announced on %s, in effect on %s", least, n.Given, n.Announced.Date, n.Effective.Date)},
		Help: analyzer.Text{
			Ko: fmt.Sprintf("시행일을 공고일부터 %d일 이상 지난 날로 정합니다", least),
			En: fmt.Sprintf("choose a date of effect at least %d days after the announcement", least)},
	}
}
