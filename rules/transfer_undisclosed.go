package rules

import (
	"cmp"
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/vendors"
)

// TransferUndisclosed reports a processor or third party that is abroad, or that is said to keep data
// there, where the policy tells of no overseas transfer to it.
//
// Who is abroad is told by the catalogue of companies, by a legal form that Korean companies do not have
// (Pte. Ltd., GmbH), or by the row itself (미국, EU 리전); that data are kept abroad by a sentence, too, which
// names a region of the company (AWS 도쿄 리전에 저장합니다). A company that no list has counts where a sentence
// says that it gets data and joins a country abroad to its name (미국에 서버를 둔 …, sent to … in the United States).
// A row that names only the Korean company of a
// group is left alone, and so is who is named anywhere in a clause, table or note about transfers abroad. A
// clause on transfers whose recipients could not be read covers all. That a company has data centres in
// Korea changes nothing, but where the policy names one the finding is a question. So it is where users
// have the account themselves, where the controller is abroad as well, where it is not sure who is named,
// where the list of transfers is open, and where the transfer may be told in what was not read. Up to 14
// March 2024 each data subject could be told, or asked for consent, instead; policies were the usual place
// by far.
//
// The option domestic lists companies of which the controller uses only a region in Korea, with no access to the data
// from abroad, by ID or name in the catalogue. Where the policy itself says that data go abroad, they are reported all
// the same.
//
// # 한국어
//
// 국외에 있거나 국외에 개인정보를 보관한다고 적힌 수탁자·제공받는 자에 대하여 국외 이전 사항이 없는 경우를 찾습니다.
//
// 국외 업체인지는 pipalint의 업체 목록, 국내에 없는 법인 형태(Pte. Ltd., GmbH), 그 행에 적힌 국가나 리전(미국, EU 리전)으로 판단하며,
// 본문에 그 업체의 국외 리전에 보관한다고 적은 경우(AWS 도쿄 리전에 저장합니다)도 같습니다. 목록에 없는 업체라도 본문의 문장에
// 개인정보가 그 업체로 간다고 적고 업체 이름에 국가를 함께 적었으면(미국에 서버를 둔 …) 알립니다.
// 국내 법인만 적은 경우와 국외 이전 항목·표·각주에 업체 이름이 있는 경우에는 알리지 않습니다. 국외 이전 항목이 있으나
// 이전받는 자를 읽지 못한 경우에도 알리지 않습니다. 국내 리전을 운영하는 업체라도 그대로 알리되, 처리방침에 국내 리전이나
// 국내 서버를 적었으면 질문으로 알립니다. 이용자 본인의 계정을 연동하는 경우, 개인정보처리자도 국외에 있는 경우, 어느 회사인지
// 확실하지 않은 경우, 국외 이전 목록에 ‘등’이나 종류로만 적은 업체가 있는 경우, 읽지 못한 부분에 적혀 있을 수 있는 경우에도
// 질문으로 알립니다. 2024년 3월 14일까지는 동의를 받거나 따로 알리는 것으로 갈음할 수 있었으나, 처리방침에 공개하는 것이
// 일반적이었으므로 마찬가지로 알립니다.
//
// 국내 리전만 이용하고 국외에서 열람하지 않는 업체는 domestic 옵션에 업체 목록의 ID나 이름으로 적습니다. 다만 처리방침에
// 국외로 이전한다고 적혀 있으면 그대로 알립니다.
var TransferUndisclosed = &analyzer.Rule{
	Name:     "transfer-undisclosed",
	Doc:      analyzer.Text{Ko: "국외 이전 사항을 적지 않은 국외 수탁자와 국외 제공받는 자를 찾습니다", En: "finds recipients abroad to whom the policy discloses no overseas transfer"},
	Duty:     "overseas-transfer-disclosed",
	Severity: analyzer.Warning,
	Options:  transferUndisclosedOptions{},
	Run: func(p *analyzer.Pass) {
		domestic := analyzer.OptionsOf[transferUndisclosedOptions](p).Domestic
		for _, f := range facts.RecipientsAbroad.Of(p) {
			kind := facts.Kinds.Of(p)[f.Name.At.Page]
			if holds(domestic, f.Vendor) && !f.Said && !f.Keeps && f.Doubt != facts.CountryStated {
				continue
			}
			if f.Told || kind != facts.PolicyKind && kind != facts.Subpage {
				continue
			}
			does, known := p.Settled()
			if known && !does && f.Doubt == facts.KeptAtHome {
				continue
			}
			d := transferUndisclosed(p, f)
			if why, ok := whyNot(p, f); ok {
				d.Question = true
				d.Message.Ko += ". " + why.Ko
				d.Message.En += ": " + why.En
			}
			at(p, &d, f.Name.At.Page, f.Name.At.Range)
			p.Report(d)
		}
	},
}

type transferUndisclosedOptions struct {
	Domestic []vendorName `toml:"domestic" eg:"[\"aws\"]" ko:"국내 리전만 이용하고 국외에서 열람하지 않는 업체(업체 목록의 ID나 이름)" en:"companies of which only a region in Korea is used, with no access from abroad: IDs or names in the catalogue"`
}

// transferUndisclosed is the finding about a recipient, but for its place.
func transferUndisclosed(p *analyzer.Pass, f facts.RecipientAbroad) analyzer.Diagnostic {
	who, does := analyzer.Text{Ko: "수탁자", En: "a processor"}, "위탁한다고"
	if f.Clause == facts.ThirdParty {
		who, does = analyzer.Text{Ko: "제공받는 자", En: "a third party"}, "제공한다고"
	}
	d := analyzer.Diagnostic{
		Subject: subject(clausePart(f.Clause), abroadPart(f)),
		Message: analyzer.Text{
			Ko: fmt.Sprintf("국외에 있는 %s ‘%s’에 대한 국외 이전 사항이 없습니다", who.Ko, f.Name.Text),
			En: fmt.Sprintf("no overseas transfer is disclosed to “%s”, %s abroad", f.Name.Text, who.En)},
		Help: transferRow(f),
	}
	if f.Keeps {
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("국외에 개인정보를 보관하는 %s ‘%s’에 대한 국외 이전 사항이 없습니다", who.Ko, f.Name.Text),
			En: fmt.Sprintf("no overseas transfer is disclosed to “%s”, %s that keeps data abroad", f.Name.Text, who.En)}
	}
	if f.Said {
		country := vendors.CountryName(f.Country)
		who, does = analyzer.Text{Ko: "업체", En: "a company"}, "개인정보가 전달된다고"
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("본문에 국외(%s)에서 개인정보를 처리한다고 적은 ‘%s’에 대한 국외 이전 사항이 없습니다", country.Ko, f.Name.Text),
			En: fmt.Sprintf("no overseas transfer is disclosed to “%s”, to which the text says that data go abroad (%s)", f.Name.Text, country.En)}
	}
	if c := facts.Clauses.Of(p)[facts.OverseasTransfer]; c.Status == facts.Denied {
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("국외로 이전하지 않는다고 하면서 국외에 있는 %s ‘%s’에 %s 적혀 있습니다", who.Ko, f.Name.Text, does),
			En: fmt.Sprintf("the policy says that nothing is transferred abroad, and names “%s”, %s abroad", f.Name.Text, who.En)}
		d.Related = append(d.Related, related(p, c.Page, c.Range, analyzer.Text{Ko: "이전하지 않는다고 적힌 곳", En: "denied here"}))
	}
	if f.Where.Range.Empty() {
		return d
	}
	d.Related = append(d.Related, related(p, f.Where.Page, f.Where.Range, analyzer.Text{Ko: "국가나 장소가 적힌 곳", En: "the place is named here"}))
	return d
}

// abroadPart names who is abroad.
func abroadPart(f facts.RecipientAbroad) string {
	if f.Vendor != nil {
		return vendorPart(f.Vendor)
	}
	return companyPart(f.Name.Text)
}

// whyNot is what would make a finding none, as a question.
func whyNot(p *analyzer.Pass, f facts.RecipientAbroad) (analyzer.Text, bool) {
	switch f.Doubt {
	case facts.WhoIsUncertain:
		return analyzer.Text{Ko: "국외에 있는 회사가 맞습니까?", En: "is it really a company abroad?"}, true
	case facts.OwnAccount:
		return analyzer.Text{Ko: "이용자가 자신의 계정으로 직접 제공하는 것입니까?", En: "do users give it the data themselves, through accounts of their own?"}, true
	case facts.CountryStated:
		return analyzer.Text{Ko: "국가 외의 이전 사항은 다른 곳에 적었습니까?", En: "are the other particulars of the transfer stated elsewhere?"}, true
	case facts.KeptAtHome:
		return analyzer.Text{Ko: "개인정보를 국내에만 보관하고 국외에서는 열람하지 않습니까?", En: "do the data stay in Korea, and does nobody see them from abroad?"}, true
	case facts.IssuerAbroad:
		return analyzer.Text{Ko: "국내에서 국외로 이전하는 것입니까?", En: "is it a transfer out of Korea, the controller being abroad itself?"}, true
	case facts.ListGoesOn:
		return analyzer.Text{Ko: "국외 이전 목록에 ‘등’이나 종류로만 적은 업체에 포함됩니까?", En: "is it among those that the list of transfers leaves unnamed?"}, true
	}
	if u := hanging(p, facts.OverseasTransfer); u != nil {
		return analyzer.Text{
			Ko: fmt.Sprintf("읽지 못한 부분(%s)에 있습니까?", kindName(u.Kind).Ko),
			En: fmt.Sprintf("does %s that was not read disclose it?", kindName(u.Kind).En)}, true
	}
	if does, known := p.Settled(); known && !does {
		said := setting(p, false)
		return analyzer.Text{
			Ko: fmt.Sprintf("설정에는 %s로 되어 있습니다. 개인정보를 국내에만 보관하고 국외에서 열람하지 않는 것이 맞습니까?", said),
			En: fmt.Sprintf("the configuration says %s: do the data stay in Korea, and are they never viewed from abroad?", said)}, true
	}
	if !isWhole(p) {
		return analyzer.Text{Ko: "처리방침의 다른 부분에 적었습니까?", En: "does another part of the policy disclose it?"}, true
	}
	return analyzer.Text{}, false
}

// transferRow is a row of a list of transfers, to be filled in: what the policy and the catalogue tell
// stands in it.
func transferRow(f facts.RecipientAbroad) analyzer.Text {
	country := vendors.CountryName(f.Country)
	purpose := cmp.Or(f.Purpose.Text, f.Task.Text)
	return analyzer.Text{
		Ko: fmt.Sprintf("국외 이전 항목에 다음 사항을 적습니다: 이전받는 자 %s(연락처 …) | 이전 국가 %s | 이전 시기와 방법 … | 이전 항목 %s | 이용 목적 %s | 보유·이용 기간 %s | 거부 방법·절차와 효과 … | 이전의 법적 근거 …",
			f.Name.Text, toConfirm(country.Ko, "(확인 필요)"), cmp.Or(f.Items.Text, "…"), cmp.Or(purpose, "…"), cmp.Or(f.Period.Text, "…")),
		En: fmt.Sprintf("state this in the clause on overseas transfer: recipient %s (contact …) | country %s | time and method … | items %s | purpose %s | retention %s | how to refuse, and the effect … | legal ground …",
			f.Name.Text, toConfirm(country.En, " (to be confirmed)"), cmp.Or(f.Items.Text, "…"), cmp.Or(purpose, "…"), cmp.Or(f.Period.Text, "…"))}
}

// toConfirm is a country with the remark that the catalogue is no proof of where data go.
func toConfirm(country, remark string) string {
	if country == "" {
		return "…"
	}
	return country + remark
}
