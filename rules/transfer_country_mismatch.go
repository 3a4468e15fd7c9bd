package rules

import (
	"cmp"
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/vendors"
)

// TransferCountryMismatch reports a recipient abroad whose country does not agree with what the policy says
// elsewhere.
//
// Two rows about the same recipient, the same work and the same items that name different countries are a
// warning, and so are two lists with a row each about one recipient and like work. All else is a question,
// for servers may rightly stand elsewhere than the company: another country in the bracket behind the name
// or in the contact, another one in the catalogue of companies, and Korea as the country of a transfer
// abroad. The country of the seat is not held against companies that run servers in many countries, nor
// where the row names a country full of data centres, other than the United States. What the catalogue does
// not have is not compared with it.
//
// # 한국어
//
// 국외 이전 항목에 적힌 국가가 처리방침의 다른 곳과 맞지 않는 이전받는 자를 찾습니다.
//
// 이전받는 자, 업무, 항목이 같은 두 행에 서로 다른 국가를 적은 경우와, 위탁 목록과 국외 이전 목록에 한 번씩 적은 같은 업체의
// 국가가 다르고 업무가 비슷한 경우에는 경고합니다. 이름 뒤의 괄호나 연락처에 다른 국가가 있는 경우, pipalint 업체 목록의 국가와
// 다른 경우, 이전 국가를 대한민국으로 적은 경우에는 서버가 회사와 다른 나라에 있을 수 있으므로 질문으로 알립니다. 여러 나라에
// 서버를 두는 클라우드 업체이거나 미국 외에 데이터센터가 흔한 국가를 적은 경우에는 소재지와 달라도 알리지 않으며, 업체 목록에
// 없는 업체는 소재지와 비교하지 않습니다.
var TransferCountryMismatch = &analyzer.Rule{
	Name:     "transfer-country-mismatch",
	Doc:      analyzer.Text{Ko: "이전 국가가 서로 맞지 않는 이전받는 자를 찾습니다", En: "finds recipients abroad whose country is stated in different ways"},
	Duty:     "overseas-transfer-details",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, c := range facts.CountryConflicts.Of(p) {
			switch facts.Kinds.Of(p)[c.Name.At.Page] {
			case facts.PolicyKind, facts.Subpage:
				d := countryMismatch(c)
				at(p, &d, c.Country.At.Page, c.Country.At.Range)
				if c.Why == facts.OtherRow || c.Why == facts.SameRow {
					d.Related = []analyzer.Related{related(p, c.Where.Page, c.Where.Range, analyzer.Text{Ko: "다른 국가가 적힌 곳", En: "another country is named here"})}
				}
				p.Report(d)
			}
		}
	},
}

// countryMismatch is the finding about a row, but for its places.
func countryMismatch(c facts.CountryConflict) analyzer.Diagnostic {
	d := analyzer.Diagnostic{
		Subject:  subject(companyPart(c.Name.Text), parts("country", []string{cmp.Or(c.Said, c.Country.Text), c.Other})),
		Question: c.Why != facts.OtherRow,
		Help: analyzer.Text{
			Ko: "개인정보를 실제로 이전하는 국가를 확인하여 같게 적고, 여러 국가이면 모두 적습니다",
			En: "find out to which country the data go and state it everywhere; if there are several, state them all"},
	}
	name, said, other := c.Name.Text, c.Country.Text, vendors.CountryName(c.Other)
	switch c.Why {
	case facts.OtherRow:
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("%s의 이전 국가가 두 행에 다르게 적혀 있습니다: %s", name, said),
			En: fmt.Sprintf("two rows state different countries for the transfer to %s: %s", name, said)}
	case facts.SameRow:
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("%s의 이전 국가는 ‘%s’인데 같은 행에 다른 국가가 있습니다(%s). %s 이전하는 것이 맞습니까?", name, said, other.Ko, withDirection("‘"+said+"’")),
			En: fmt.Sprintf("the country of the transfer to %s is “%s”, and the row names another one (%s): do the data go to the first?", name, said, other.En)}
	case facts.ByCatalogue:
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("%s의 이전 국가가 알려진 소재지(%s)와 다르게 %s 적혀 있습니다. 서버가 있는 국가가 맞습니까?", name, other.Ko, withDirection("‘"+said+"’")),
			En: fmt.Sprintf("the country of the transfer to %s is “%s”, and the company is known to be elsewhere (%s): are its servers in the first?", name, said, other.En)}
	case facts.NotAbroad:
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("%s의 이전 국가가 %s 적혀 있습니다. 국외로 이전하는 것이 맞습니까?", name, withDirection("‘"+said+"’")),
			En: fmt.Sprintf("the country of the transfer to %s is “%s”: are data transferred abroad at all?", name, said)}
		d.Help = analyzer.Text{
			Ko: "국내에서만 처리하면 처리위탁 항목에만 적고, 국외에서 처리하거나 열람하면 그 국가를 적습니다",
			En: "if the data stay in Korea, list it only as a processor; if they are processed or seen abroad, state that country"}
	}
	return d
}
