package rules

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// TwinDiffers reports what a policy and the same policy in another language, its twin, tell differently: processors
// and other recipients, periods, clauses, the privacy officer, dates.
//
// It compares only where a twin is named (`--twin`, or `twin` in a `[[policy]]`), and only what must be the same in every
// language: which companies are named, the countries of transfers, how long records are kept, telephone numbers and
// e-mail addresses, dates, and which clauses there are. Headings, order and wording may differ. Companies are told by the
// catalogue, by their Latin letters, or by how the names sound (한빛소프트, Hanbit Soft); whoever is named anywhere in the
// other text is not missing there.
//
// Two values that contradict each other are a warning: one of them is wrong. So is what only one of them says where the
// other surely has it nowhere: a company in a list, the period of a kind of record that laws know, and a clause that the
// Korean version lacks, for that is what people in Korea read, and the writing guideline asks even controllers abroad for
// it. A foreign version that lacks what readers look for first (items, retention, recipients, transfers, rights, the
// officer) is a warning, too; other clauses, and the periods where it gives none at all, are often left to the Korean
// text, and are a question. So is whatever was not read for certain: part of one hangs in an image or on another page, the
// list goes on with “and others”, a name may be translated. No provision asks for a version in a second language, and so
// none is cited; but a policy is to say what is done, and two that differ do not both say it.
//
// Versions in Korean, English and Japanese are read; for another language, and for a twin that is no policy, an info says
// that nothing was compared.
//
// # 한국어
//
// 같은 처리방침의 다른 언어본과 견주어 서로 다르게 적었거나 한쪽에만 적은 내용을 찾습니다. 수탁자와 제공받는 자, 보유기간,
// 항목, 개인정보 보호책임자, 시행일을 비교합니다.
//
// 비교할 문서를 `--twin`이나 설정 파일의 `twin`으로 지정한 경우에만 비교합니다. 어느 언어로 쓰든 같아야 하는 내용, 곧 업체,
// 이전 국가, 보유기간, 전화번호와 이메일 주소, 날짜, 어떤 항목이 있는지만 보며, 제목이나 순서, 표현은 달라도 됩니다. 업체는 업체
// 목록과 이름의 로마자, 읽는 소리(한빛소프트, Hanbit Soft)로 맞추어 보고, 상대 문서의 어디에든 이름이 나오면 빠진 것으로 보지 않습니다.
//
// 두 문서의 내용이 서로 어긋나면 한쪽이 틀린 것이므로 경고합니다. 한쪽에만 적은 내용은 다른 쪽에 없는 것이 확실하면
// 경고합니다. 목록에 적은 업체, 법령에 정함이 있는 기록의 보유기간, 국문본에 없는 항목이 그렇습니다. 국내 정보주체가 보는
// 것은 국문본이고, 작성지침도 국외 사업자에게까지 한국어로 작성하도록 하고 있습니다. 외국어본에 처리 항목, 보유기간,
// 제공·위탁·국외 이전, 정보주체의 권리, 보호책임자가 없어도 경고하지만, 그 밖의 항목이 없거나 보유기간을 하나도 적지 않은
// 경우는 국문본에 맡겨 두는 일이 많아 질문으로 알립니다. 이미지나 다른 페이지에 있을 수 있는 경우, 목록이 ‘등’으로 끝나는
// 경우, 업체 이름을 번역했을 수 있는 경우도 질문으로 알립니다. 외국어본을 두도록 정한 조항은 없어 근거 조항을 붙이지
// 않습니다. 다만 처리방침은 실제와 같아야 하는데, 두 문서가 서로 다르면 적어도 한쪽은 실제와 다릅니다.
//
// 한국어, 영어, 일본어로 쓴 문서를 비교합니다. 다른 언어이거나 처리방침이 아닌 문서이면 비교하지 않았다고 참고로 알립니다.
var TwinDiffers = &analyzer.Rule{
	Name:     "twin-differs",
	Doc:      analyzer.Text{Ko: "다른 언어본과 서로 다르거나 한쪽에만 있는 내용을 찾습니다", En: "finds what the policy and its version in another language tell differently"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, x := range facts.TwinDifferences.Of(p) {
			twin := p.Twins[x.Twin]
			here, there := facts.TwinLanguageOf(p), facts.TwinLanguageOf(twin)
			t := twinTeller{TwinDifference: x, names: editionNames(here, there), clause: clauseTitle(p, x.Clause)}
			d := analyzer.Diagnostic{Subject: t.subject(there), Help: t.help()}
			t.judge(&d, here, there)
			t.unsure = d.Question
			d.Message = t.message()
			atQuote(p, &d, x.Here)
			if !x.There.At.Range.Empty() {
				d.Related = []analyzer.Related{related(twin, x.There.At.Page, x.There.At.Range, t.names[1])}
			}
			p.Report(d)
		}
	},
}

// clauseTitle is what the law calls a clause.
func clauseTitle(p *analyzer.Pass, c facts.Clause) analyzer.Text {
	for _, r := range p.Law.Requirements() {
		if r.Clause == string(c) {
			return analyzer.Text(r.Title)
		}
	}
	return analyzer.Text{}
}

// atQuote puts a finding at what the policy says; at the title where it says nothing and nothing is near.
func atQuote(p *analyzer.Pass, d *analyzer.Diagnostic, q facts.Quote) {
	switch {
	case q.At.Range.Empty():
		atTitle(p, d)
	case q.Text == "":
		atHeading(p, d, q.At.Page, q.At.Range)
	default:
		at(p, d, q.At.Page, q.At.Range)
	}
}

// judge gives a difference its weight: a question where it is not sure, or where a foreign version lacks a clause or
// all periods, which are often left to the Korean one.
func (t *twinTeller) judge(d *analyzer.Diagnostic, here, there string) {
	lacking := there
	if t.Here.Text == "" {
		lacking = here
	}
	switch t.Kind {
	case facts.TwinLanguage, facts.TwinDocument:
		d.Severity = analyzer.Info
		return
	case facts.TwinClause:
		d.Question = lacking != korean && !looksFor(t.Clause)
	case facts.TwinPeriodMissing, facts.TwinPeriodsMissing:
		d.Question = lacking != korean && slices.Contains(t.Counts[:], 0)
	}
	d.Question = d.Question || !t.Sure
}

// korean is the language of the version that people in Korea read.
const korean = "ko"

// looksFor reports whether a reader of any language looks for a clause.
func looksFor(c facts.Clause) bool {
	switch c {
	case facts.Items, facts.Retention, facts.ThirdParty, facts.Entrustment, facts.OverseasTransfer, facts.Rights, facts.Officer:
		return true
	}
	return false
}
