package rules

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/law"
)

// RetentionMismatch reports records that are kept for another time than the statute named as the ground
// has them kept: complaints for five years by the E-Commerce Act, which says three.
//
// Shorter than the statute is an error where the row names one statute and one kind of record; longer is a
// warning, unless a further law, consent or a reason of the company's own is given for it. Only
// statutes whose periods the catalogue knows are compared, each with the records that it is about: what
// the words leave open is a question, as is a statute in which no rule on keeping was found. Periods
// that were repealed are another matter. A month counts as 30 days, and what a statute has kept in
// special cases (7 years for offshore transactions) is taken as it is written.
//
// # 한국어
//
// 보유기간이 근거로 든 법률에서 정한 기간과 다른 곳을 찾습니다. 소비자의 불만 또는 분쟁처리에 관한 기록은 전자상거래법에서 3년인데
// 5년으로 적은 경우가 그렇습니다.
//
// 법률 하나와 기록 한 가지를 적고 그 기간이 법정 기간보다 짧으면 오류입니다. 더 길면 경고하며, 다른 법률이나 동의, 내부 방침 등
// 더 오래 보관하는 근거를 함께 적었으면 알리지 않습니다. 기록의 종류가 분명하지 않거나 법률에서 보존 규정을 찾지 못한 경우에는
// 묻기만 합니다. 폐지된 보존 의무는 이 규칙에서 다루지 않습니다. 30일은 1개월로 보고, 역외거래 7년처럼 법에서 따로 정한
// 기간은 그대로 인정합니다.
var RetentionMismatch = &analyzer.Rule{
	Name:     "retention-mismatch",
	Doc:      analyzer.Text{Ko: "근거 법률에서 정한 기간과 다른 보유기간을 찾습니다", En: "finds periods that differ from those of the statute that is named"},
	Severity: analyzer.Error,
	Run: func(p *analyzer.Pass) {
		for _, s := range facts.StatedPeriods.Of(p) {
			if !isPolicyPage(p, s.Period.At.Page) {
				continue
			}
			if d, ok := compare(p, s).finding(); ok {
				d.Subject = statedPart(s)
				at(p, &d, s.Period.At.Page, s.Period.At.Range)
				p.Report(d)
			}
		}
	},
}

// statedPart names a record, the laws named for it and the period stated.
func statedPart(s facts.StatedPeriod) string {
	var laws []string
	for _, c := range s.Laws {
		laws = append(laws, c.Official)
	}
	return subject(recordPart(s.Record), parts("law", laws), periodPart(s.Retained))
}

// compared is a stated period beside those of the statutes named.
type compared struct {
	facts.StatedPeriod
	short, long    []law.Period // of the records named, those that it falls short of or goes beyond
	equal          []law.Period // and those that it meets
	doubtful       []law.Period // of records that its words may mean, those that it does not meet
	without        []law.Period // statutes in which no rule on keeping was found
	others         bool         // a statute is named that is not about these records
	closeToAnother bool         // it meets the period of records that its words may mean
}

// compare holds a stated period against each statute that the row names.
func compare(p *analyzer.Pass, s facts.StatedPeriod) *compared {
	c := &compared{StatedPeriod: s}
	for _, cited := range s.Laws {
		about := false
		for _, of := range p.Law.PeriodsOf(cited.Official, p.Day) {
			switch {
			case cited.Foreign || cited.Past:
			case of.Kind == law.NoBasis:
				c.without = append(c.without, of)
			case slices.Contains(s.Kinds, of.ID):
				about = c.hold(of) || about
			case slices.Contains(s.Perhaps, of.ID):
				about = c.mayHold(of) || about
			}
		}
		c.others = c.others || !about
	}
	return c
}

// hold compares with the period of a record that is named; false where the period binds to no length.
func (c *compared) hold(of law.Period) bool {
	order, ok := differs(c.StatedPeriod, of)
	switch {
	case !ok:
		return false
	case order < 0:
		c.short = append(c.short, of)
	case order > 0:
		c.long = append(c.long, of)
	default:
		c.equal = append(c.equal, of)
	}
	return true
}

// mayHold compares with the period of a record that may be meant.
func (c *compared) mayHold(of law.Period) bool {
	order, ok := differs(c.StatedPeriod, of)
	switch {
	case !ok:
		return false
	case order == 0:
		c.closeToAnother = c.closeToAnother || isMet(c.StatedPeriod, of)
	default:
		c.doubtful = append(c.doubtful, of)
	}
	return true
}

// differs is -1 where what is stated is shorter than a statute's period allows, 1 where it is longer; ok is
// false where they cannot be compared.
func differs(s facts.StatedPeriod, of law.Period) (order int, ok bool) {
	if len(of.Lengths()) == 0 || len(s.Parsed.Lengths) > 1 {
		return 0, false
	}
	switch {
	case len(s.Parsed.Lengths) == 1:
		order = of.Compare(s.Parsed.Lengths[0])
	case s.Parsed.Indefinite:
		order = 1
	default:
		return 0, false
	}
	switch of.Kind {
	case law.Minimum:
		return order, true
	case law.OptionalMin:
		return min(order, 0), true
	case law.Maximum, law.DefaultMax:
		return max(order, 0), true
	}
	return 0, false
}

// isMet reports whether what is stated is a length of a statute's period, not only within what it allows.
func isMet(s facts.StatedPeriod, of law.Period) bool {
	return len(s.Parsed.Lengths) == 1 && of.Compare(s.Parsed.Lengths[0]) == 0
}
