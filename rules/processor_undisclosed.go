package rules

import (
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// ProcessorUndisclosed reports companies that handle users' data, and that the policy discloses nowhere:
// neither as a processor, nor as a third party, nor as a recipient abroad.
//
// That a company handles data is seen in the text, where a sentence says what its product is used for; on
// the page or a site, by what they load, and by whom they contact when a browser opens them (--render); in a
// source tree, by its dependencies. What a frame of another company contacts is asked at most. A company
// counts as disclosed under any of its names, those of its Korean entity, its parent or its products, in a
// list, in a sentence or in what a row says of its work. Names in passing are no ground: browsers and
// settings, app stores, outside bodies, the controller's own channels, accounts to log in with, means of
// payment among the items.
//
// It is a question where what was seen does not prove that the company gets data, where a list of
// recipients stands on a page that was not read, and where a list has a category in place of a name.
//
// The option allow lists companies that were found to receive no personal data of users, such as a tool that only
// developers use, by ID or name in the catalogue. Naming a company covers its products.
//
// # 한국어
//
// 이용자의 개인정보를 다루는 업체인데 처리방침의 처리위탁, 제3자 제공, 국외 이전 어디에도 적혀 있지 않은 경우를 찾습니다.
//
// 업체가 정보를 다룬다는 사실은 본문의 문장(무엇을 위해 그 업체의 도구를 쓰는지), 페이지나 사이트가 불러오는 주소와 태그,
// 브라우저로 열었을 때(--render) 실제로 접속한 곳, 소스 코드의 의존성에서 봅니다. 페이지 안에 있는 다른 회사의 프레임이
// 접속한 곳은 질문으로만 알립니다. 업체의 다른 이름, 한국 법인, 모회사, 서비스 이름으로 적혀 있어도 공개한 것으로 보고,
// 목록이 아닌 문장이나 위탁업무 칸에 적혀 있어도 마찬가지입니다. 브라우저 설정, 앱 마켓, 권익침해 구제 기관, 공식 계정,
// 간편 로그인 계정, 수집 항목의 결제수단처럼 지나가며 적은 이름은 보지 않습니다.
//
// 본 것만으로는 정보가 넘어가는지 알 수 없거나, 위탁 목록이 읽지 않은 다른 페이지에 있거나, 목록에 상호 대신 종류만 적혀
// 있으면 질문으로만 알립니다.
//
// 이용자의 개인정보를 다루지 않는다고 확인한 업체(개발자만 쓰는 도구 등)는 allow 옵션에 업체 목록의 ID나 이름으로 적습니다. 회사를
// 적으면 그 회사의 서비스도 함께 뺍니다.
var ProcessorUndisclosed = &analyzer.Rule{
	Name:     "processor-undisclosed",
	Doc:      analyzer.Text{Ko: "개인정보를 다루는데 처리방침에 공개하지 않은 업체를 찾습니다", En: "finds companies that handle data of users and that the policy does not disclose"},
	Duty:     "entrustment-details",
	Severity: analyzer.Warning,
	Options:  processorUndisclosedOptions{},
	Run: func(p *analyzer.Pass) {
		if !isWhole(p) {
			return
		}
		allow := analyzer.OptionsOf[processorUndisclosedOptions](p).Allow
		for _, u := range facts.UndisclosedVendors.Of(p) {
			if u, ok := without(u, allow); ok {
				p.Report(undisclosed(p, u))
			}
		}
	},
}

type processorUndisclosedOptions struct {
	Allow []vendorName `toml:"allow" eg:"[\"sentry\"]" ko:"이용자의 개인정보를 다루지 않는다고 확인한 업체(업체 목록의 ID나 이름)" en:"companies found to receive no personal data of users: IDs or names in the catalogue"`
}

// without is what is left of a company without the products that get no data, and whether anything is.
func without(u facts.UndisclosedVendor, allow []vendorName) (facts.UndisclosedVendor, bool) {
	if len(allow) == 0 {
		return u, true
	}
	u.Named = slices.DeleteFunc(slices.Clone(u.Named), func(n facts.NamedVendor) bool { return holds(allow, n.Vendor) })
	u.Evident = slices.DeleteFunc(slices.Clone(u.Evident), func(e facts.EvidentVendor) bool { return holds(allow, e.Vendor) })
	if u.Sure && !u.Proved() {
		u.Sure, u.Why = false, facts.WeakSign
	}
	return u, len(u.Named)+len(u.Evident) > 0
}

// undisclosed is the finding about one company.
func undisclosed(p *analyzer.Pass, u facts.UndisclosedVendor) analyzer.Diagnostic {
	signs := signsOf(p, u)
	first := signs[0]
	d := analyzer.Diagnostic{Subject: vendorPart(u.Company), Place: first.place, Quote: first.quote, Question: !u.Sure, Help: rowToPaste(u, first.vendor)}
	for _, s := range signs[1:min(len(signs), maxRelated+1)] {
		d.Related = append(d.Related, analyzer.Related{Place: s.place, Quote: s.quote, Message: s.what})
	}
	if !isOnPage(p, d.Place) {
		d.Related = append(d.Related, whereListed(p))
	}
	if first.loaded {
		d.Help.Ko += ". 페이지 소스에 없는 접속이므로 태그 관리자 등 다른 스크립트가 불러온 것이며, 쓰지 않는 태그이면 거기에서 뺍니다"
		d.Help.En += "; the page does not name it, so another script, such as a tag manager, loads it: remove it there if it is not used"
	}
	of := ""
	if first.outside {
		of = "처리방침의 "
	}
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("%s %s처리위탁·제3자 제공·국외 이전 어디에도 적혀 있지 않습니다", first.what.Ko, of),
		En: fmt.Sprintf("%s, and the policy lists it neither as a processor nor as a third party nor as a recipient abroad", first.what.En)}
	if u.Sure {
		return d
	}
	ask := whyAsked(u.Why)
	d.Message.Ko += ". " + ask.Ko
	d.Message.En += ": " + ask.En
	return d
}

// isOnPage reports whether a place is one of the policy's own pages.
func isOnPage(p *analyzer.Pass, place policy.Place) bool {
	return slices.ContainsFunc(p.Policy.Pages, func(doc *policy.Document) bool { return doc.File == place.File })
}

// whereListed is the list in which a company is missed that was seen outside of the policy: the heading of the
// processors or, where there is none, the title. It tells which of several policies is meant.
func whereListed(p *analyzer.Pass) analyzer.Related {
	if f := facts.Clauses.Of(p)[facts.Entrustment]; f.Status == facts.Present && !f.Range.Empty() {
		return related(p, f.Page, f.Range, analyzer.Text{Ko: "수탁자 목록", En: "the list of processors"})
	}
	page := max(0, slices.Index(facts.Kinds.Of(p), facts.PolicyKind))
	return related(p, page, facts.Titles.Of(p)[page], analyzer.Text{Ko: "수탁자 목록이 없는 처리방침", En: "the policy, which has no list of processors"})
}

// whyAsked is what has to be looked up before it is known whether a company is missing.
func whyAsked(w facts.UndisclosedWhy) analyzer.Text {
	switch w {
	case facts.ListAway:
		return analyzer.Text{Ko: "따로 공개한 목록에 들어 있습니까?", En: "is it in the list that stands elsewhere?"}
	case facts.OneOfAKind:
		return analyzer.Text{Ko: "상호 없이 종류로만 적은 업체가 이곳입니까?", En: "is it the one that a list gives as a category only?"}
	}
	return analyzer.Text{Ko: "이 업체가 개인정보를 처리합니까?", En: "does it process personal data?"}
}

// rowToPaste is the row that would disclose a company.
func rowToPaste(u facts.UndisclosedVendor, v *vendors.Vendor) analyzer.Text {
	company := analyzer.Text{Ko: u.Company.Ko, En: u.Company.LegalName()}
	if u.Company.Foreign {
		company.Ko = u.Company.LegalName()
	}
	if v != u.Company {
		company.Ko += " (" + v.Ko + ")"
		company.En += " (" + v.En + ")"
	}
	task := v.Task()
	t := analyzer.Text{
		Ko: fmt.Sprintf("위탁한다면 위탁 목록에 다음 행을 넣습니다: 수탁자 %s | 위탁업무 %s", company.Ko, task.Ko),
		En: fmt.Sprintf("if it is a processor, add this row to the list: processor %s | task %s", company.En, task.En)}
	if u.Company.Foreign {
		t.Ko += ". 외국 업체이므로 국외 이전 사항(이전받는 자와 연락처, 국가, 항목, 시기와 방법, 목적과 보유 기간, 거부 방법)도 적습니다"
		t.En += "; it is a foreign company, so state the overseas transfer, too: recipient and contact, country, items, when and how, purpose and period, how to refuse"
	}
	return t
}
