package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/law"
)

// RemedyStale reports remedy bodies under a former name, number or address: 경찰청 사이버안전국, 1566-0112,
// kopico.or.kr, 대검찰청 from 2026-10-02.
//
// A data subject who seeks help there reaches nobody. The time in which each name and number was right is
// compared with the day by which the policy is judged: with --as-of 2016-04-01, 사이버안전국 is right. What is
// out of date of one body is one finding, which says what to write instead. A body that awards a mark and
// gives no remedy is an info, and so is a change to come that --upcoming shows.
//
// # 한국어
//
// 권익침해 구제기관의 예전 이름, 번호, 주소를 찾습니다: 경찰청 사이버안전국, 1566-0112, kopico.or.kr, 2026-10-02부터의 대검찰청.
//
// 도움을 구하는 정보주체가 그곳에 연락할 수 없습니다. 이름과 번호마다 실제로 쓰인 기간을 점검 기준일과 비교하므로, 사이버안전국은
// 2016년 법령으로 검사하면(--as-of 2016-04-01) 알리지 않습니다. 한 기관에 관한 것은 한 번에 알리고, 대신 적을 이름과 연락처를
// 보여 줍니다. 인증마크 단체처럼 구제기관이 아닌 곳과, --upcoming을 썼을 때 앞으로 바뀔 기관은 참고로 알립니다.
var RemedyStale = &analyzer.Rule{
	Name:     "remedy-stale",
	Doc:      analyzer.Text{Ko: "구제기관의 예전 이름과 연락처를 찾습니다", En: "finds former names and contacts of remedy bodies"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, b := range facts.OutdatedBodies.Of(p) {
			if !isPolicyPage(p, b.Body.Page) {
				continue
			}
			for _, how := range [...]staleness{isStale, comingStale} {
				if parts := outdatedParts(p, b, how); len(parts) > 0 {
					reportBody(p, b, parts, how)
					break
				}
			}
		}
	},
}

// outdatedPart is one name, number or address, with what is known of it.
type outdatedPart struct {
	law.Stale
	words facts.Quoted
}

// outdatedParts are what is out of date of a body.
func outdatedParts(p *analyzer.Pass, b facts.OutdatedBody, how staleness) []outdatedPart {
	var out []outdatedPart
	for _, part := range b.Parts {
		if s, ok := p.Law.StaleNamed(part.ID); ok && stalenessOf(p, s) == how {
			out = append(out, outdatedPart{s, part.Words})
		}
	}
	return out
}

// reportBody reports what is out of date of one body.
func reportBody(p *analyzer.Pass, b facts.OutdatedBody, parts []outdatedPart, how staleness) {
	var quotes []string
	var whyKo, whyEn []string
	severity := analyzer.Info
	for _, part := range parts {
		if quote := "“" + part.words.Text + "”"; !slices.Contains(quotes, quote) {
			quotes = append(quotes, quote)
		}
		if !slices.Contains(whyKo, part.Title.Ko) {
			whyKo, whyEn = append(whyKo, part.Title.Ko), append(whyEn, part.Title.En)
		}
		if part.Gravity > law.Slight && how == isStale {
			severity = analyzer.Warning
		}
	}
	d := analyzer.Diagnostic{Subject: bodyPart(b, parts), Severity: severity, Help: bodyHelp(p, b, parts[0].Stale, how)}
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("구제기관의 이름이나 연락처가 맞지 않습니다: %s (%s)", strings.Join(quotes, ", "), strings.Join(whyKo, "; ")),
		En: fmt.Sprintf("the name or contact of a remedy body is not right: %s (%s)", strings.Join(quotes, ", "), strings.Join(whyEn, "; "))}
	if how == comingStale {
		d.From = parts[0].Since
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("구제기관의 이름이나 연락처가 %s부터 맞지 않게 됩니다: %s (%s)", parts[0].Since, strings.Join(quotes, ", "), strings.Join(whyKo, "; ")),
			En: fmt.Sprintf("the name or contact of a remedy body will not be right from %s: %s (%s)", parts[0].Since, strings.Join(quotes, ", "), strings.Join(whyEn, "; "))}
	}
	at(p, &d, parts[0].words.Page, parts[0].words.Range)
	p.Report(d)
}

// bodyPart names a body and what is out of date of it.
func bodyPart(b facts.OutdatedBody, of []outdatedPart) string {
	ids := make([]string, len(of))
	for i, one := range of {
		ids[i] = one.ID
	}
	return subject(part("body", cmp.Or(b.Kind, b.Body.Text)), parts("stale", ids))
}

// bodyHelp names the body as it is reached on the day, or on that from which it will be another, or what stands in
// its place.
func bodyHelp(p *analyzer.Pass, b facts.OutdatedBody, s law.Stale, how staleness) analyzer.Text {
	day := p.Day
	if how == comingStale {
		day = s.Since
	}
	for _, now := range p.Law.Bodies(day) {
		if now.ID == b.Kind {
			line := fmt.Sprintf("%s (국번없이) %s, %s", now.Name.Ko, now.Phone, now.Host)
			return analyzer.Text{
				Ko: withDirection("‘"+line+"’") + " 고쳐 적습니다",
				En: fmt.Sprintf("write “%s” (%s)", line, now.Name.En)}
		}
	}
	if s.Replaced.Ko == "" {
		return analyzer.Text{
			Ko: "구제기관에서 빼고, 개인정보 분쟁조정위원회, 개인정보침해 신고센터, 경찰청을 적습니다",
			En: "take it out, and name 개인정보 분쟁조정위원회, 개인정보침해 신고센터 and 경찰청"}
	}
	return helpFor(s)
}
