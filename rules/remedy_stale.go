package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/law"
)

// RemedyStale reports outside bodies for remedies under a former name, number or address: 경찰청 사이버안전국, 1566-0112,
// kopico.or.kr, 대검찰청 since 2026-10-02.
//
// Whoever seeks help there does not reach anybody. Each is held against the time in which it was right: 사이버안전국 is
// right in a policy of 2016 and not in one of 2021. One finding for a body quotes all that is out of date, and names
// what to write. A body that awards a mark and gives no remedy is an info.
//
// # 한국어
//
// 권익침해 구제기관의 예전 이름, 번호, 주소를 찾습니다: 경찰청 사이버안전국, 1566-0112, kopico.or.kr, 2026-10-02부터의 대검찰청.
//
// 도움을 구하는 정보주체가 연락할 수 없게 됩니다. 이름과 번호마다 맞았던 기간과 비교하므로, 사이버안전국은 2016년 처리방침에서는
// 맞고 2021년 처리방침에서는 알립니다. 기관마다 한 번씩, 바꿀 이름과 연락처를 함께 알립니다. 인증마크 단체처럼 구제기관이 아닌
// 곳은 참고로만 알립니다.
var RemedyStale = &analyzer.Rule{
	Name:     "remedy-stale",
	Doc:      analyzer.Text{Ko: "구제기관의 예전 이름과 연락처를 찾습니다", En: "finds former names and contacts of outside bodies for remedies"},
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
	d := analyzer.Diagnostic{Severity: severity, Help: bodyHelp(p, b, parts[0].Stale, how)}
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("구제기관의 이름이나 연락처가 맞지 않습니다: %s (%s)", strings.Join(quotes, ", "), strings.Join(whyKo, "; ")),
		En: fmt.Sprintf("an outside body under a name or contact that does not hold: %s (%s)", strings.Join(quotes, ", "), strings.Join(whyEn, "; "))}
	if how == comingStale {
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("%s부터 맞지 않게 됩니다: %s (%s)", parts[0].Since, strings.Join(quotes, ", "), strings.Join(whyKo, "; ")),
			En: fmt.Sprintf("will not hold from %s: %s (%s)", parts[0].Since, strings.Join(quotes, ", "), strings.Join(whyEn, "; "))}
	}
	at(p, &d, parts[0].words.Page, parts[0].words.Range)
	p.Report(d)
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
			return analyzer.Text{
				Ko: fmt.Sprintf("%s (국번없이) %s, %s로 고쳐 적습니다", now.Name.Ko, now.Phone, now.Host),
				En: fmt.Sprintf("write %s, %s, %s", now.Name.En, now.Phone, now.Host)}
		}
	}
	return helpFor(s)
}
