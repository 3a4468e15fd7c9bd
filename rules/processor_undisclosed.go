package rules

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// ProcessorUndisclosed reports companies that handle users' data, and that the policy discloses nowhere:
// neither as a processor, nor as a third party, nor as a recipient abroad.
//
// That a company handles data is seen in the text, where a sentence says what its product is used for; on
// the page or a saved site, by what they load; in a source tree, by its dependencies. A company
// counts as disclosed under any of its names, those of its Korean entity, its parent or its products, in a
// list, in a sentence or in what a row says of its work. Names in passing are no ground: browsers and
// settings, app stores, outside bodies, the controller's own channels, accounts to log in with, means of
// payment among the items.
//
// It is a question where what was seen does not prove that the company gets data, where a list of
// recipients stands on a page that was not read, and where a list has a category in place of a name.
//
// # 한국어
//
// 이용자의 개인정보를 다루는 업체인데 처리방침의 처리위탁, 제3자 제공, 국외 이전 어디에도 적혀 있지 않은 경우를 찾습니다.
//
// 업체가 정보를 다룬다는 사실은 본문의 문장(무엇을 위해 그 업체의 도구를 쓰는지), 페이지나 저장된 사이트가 불러오는 주소와
// 태그, 소스 코드의 의존성에서 봅니다. 업체의 다른 이름, 한국 법인, 모회사, 서비스 이름으로 적혀 있어도 공개한 것으로 보고,
// 목록이 아닌 문장이나 위탁업무 칸에 적혀 있어도 마찬가지입니다. 브라우저 설정, 앱 마켓, 권익침해 구제 기관, 공식 계정,
// 간편 로그인 계정, 수집 항목의 결제수단처럼 지나가며 적은 이름은 보지 않습니다.
//
// 본 것만으로는 정보가 넘어가는지 알 수 없거나, 위탁 목록이 읽지 않은 다른 페이지에 있거나, 목록에 상호 대신 종류만 적혀
// 있으면 질문으로만 알립니다.
var ProcessorUndisclosed = &analyzer.Rule{
	Name:     "processor-undisclosed",
	Doc:      analyzer.Text{Ko: "개인정보를 다루는데 처리방침에 공개하지 않은 업체를 찾습니다", En: "finds companies that handle data of users and that the policy does not disclose"},
	Duty:     "entrustment-details",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		if !isWhole(p) {
			return
		}
		for _, u := range facts.UndisclosedVendors.Of(p) {
			p.Report(undisclosed(p, u))
		}
	},
}

// undisclosed is the finding about one company.
func undisclosed(p *analyzer.Pass, u facts.UndisclosedVendor) analyzer.Diagnostic {
	signs := signsOf(p, u)
	first := signs[0]
	d := analyzer.Diagnostic{Place: first.place, Quote: first.quote, Question: !u.Sure, Help: rowToPaste(u, first.vendor)}
	for _, s := range signs[1:min(len(signs), maxRelated+1)] {
		d.Related = append(d.Related, analyzer.Related{Place: s.place, Quote: s.quote, Message: s.what})
	}
	if !isOnPage(p, d.Place) {
		d.Related = append(d.Related, whereListed(p))
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

// sign is one thing seen of a company.
type sign struct {
	vendor *vendors.Vendor
	place  policy.Place
	quote  string
	what   analyzer.Text // what was seen, as the beginning of a sentence

	outside bool // it is no text of the policy
}

// signsOf are the things seen of a company: what the text says, then what was seen elsewhere, sure ones first.
func signsOf(p *analyzer.Pass, u facts.UndisclosedVendor) []sign {
	var sure, rest []sign
	for _, n := range u.Named {
		s := sign{vendor: n.Vendor, place: p.Policy.Pages[n.Name.At.Page].Place(n.Name.At.Range), quote: n.Name.Text, what: saidOf(n)}
		if n.Doubt {
			rest = append(rest, s)
		} else {
			sure = append(sure, s)
		}
	}
	for _, e := range u.Evident {
		s := sign{vendor: e.Vendor, place: e.Evidence.Place, quote: e.Evidence.Key, what: seenOf(e), outside: true}
		if e.Sure {
			sure = append(sure, s)
		} else {
			rest = append(rest, s)
		}
	}
	return append(sure, rest...)
}

// saidOf tells what the text says of a vendor.
func saidOf(n facts.NamedVendor) analyzer.Text {
	name, task := called(n.Vendor, n.Name.Text), n.Vendor.Task()
	return analyzer.Text{
		Ko: fmt.Sprintf("‘%s’%s 쓴다고 적혀 있는데(%s)", n.Name.Text, objectParticle(spoken(n)), cmp.Or(roleNames[n.Role].Ko, task.Ko)+name.Ko),
		En: fmt.Sprintf("“%s”%s is said to be used for %s", n.Name.Text, name.En, cmp.Or(roleNames[n.Role].En, task.En))}
}

// spoken is how the name of a vendor is read aloud in Korean, for the particle behind it: Google is 구글.
func spoken(n facts.NamedVendor) string {
	if last := n.Name.Text[len(n.Name.Text)-1]; last < 0x80 && len(n.Vendor.Ko) > 0 {
		return n.Vendor.Ko
	}
	return n.Name.Text
}

// called adds the usual name of a vendor where it is written otherwise.
func called(v *vendors.Vendor, written string) analyzer.Text {
	var t analyzer.Text
	if v.En != "" && v.En != written {
		t.En = " (" + v.En + ")"
	}
	if v.Ko != "" && v.Ko != written {
		t.Ko = ", " + v.Ko
	}
	return t
}

// roleNames are what a vendor is used for, as the text says.
var roleNames = map[facts.VendorRole]analyzer.Text{
	facts.ForAnalytics:   {Ko: "이용 분석", En: "analytics"},
	facts.ForAdvertising: {Ko: "광고", En: "advertising"},
	facts.ForMonitoring:  {Ko: "오류·성능 모니터링", En: "monitoring"},
	facts.ForPayment:     {Ko: "결제", En: "payment"},
	facts.ForStorage:     {Ko: "데이터 보관", En: "storage of data"},
	facts.ForMessaging:   {Ko: "메시지 발송", En: "sending messages"},
	facts.ForDelivery:    {Ko: "배송", En: "delivery"},
	facts.ForIdentity:    {Ko: "본인확인", En: "identity verification"},
	facts.ForSupport:     {Ko: "고객 상담", En: "customer support"},
	facts.ForSurvey:      {Ko: "설문·신청 접수", En: "surveys and forms"},
	facts.ForAI:          {Ko: "인공지능 기능", En: "artificial intelligence"},
	facts.ForCRM:         {Ko: "고객 관리", En: "customer relationship management"},
}

// seenOf tells what a sign outside the text shows.
func seenOf(e facts.EvidentVendor) analyzer.Text {
	key, v := e.Evidence.Key, e.Vendor
	file, page := "", analyzer.Text{Ko: "페이지", En: "the page"}
	if e.Evidence.Place.File != nil {
		file = path.Base(e.Evidence.Place.File.Name)
		page = analyzer.Text{Ko: "페이지(" + file + ")", En: "the page (" + file + ")"}
		if strings.HasSuffix(strings.TrimSuffix(file, ".download"), "js") { // .js, .mjs, as saved
			page = analyzer.Text{Ko: "스크립트(" + file + ")", En: "the script (" + file + ")"}
		}
	}
	switch e.Evidence.Kind {
	case policy.EvidencePackage:
		return seenPackage(e, file)
	case policy.EvidenceGlobal:
		return analyzer.Text{
			Ko: fmt.Sprintf("%s에 %s 스크립트(‘%s’)가 있는데(%s)", page.Ko, v.Ko, key, v.Task().Ko),
			En: fmt.Sprintf("%s has a script of %s, “%s” (%s)", page.En, v.En, key, v.Task().En)}
	case policy.EvidenceTagID:
		return analyzer.Text{
			Ko: fmt.Sprintf("%s에 %s 태그(‘%s’)가 있는데(%s)", page.Ko, v.Ko, key, v.Task().Ko),
			En: fmt.Sprintf("%s has a tag of %s, “%s” (%s)", page.En, v.En, key, v.Task().En)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("%s ‘%s’에 접속하는데(%s, %s)", withSubject(page.Ko), key, v.Ko, v.Task().Ko),
		En: fmt.Sprintf("%s connects to “%s”, which is %s (%s)", page.En, key, v.En, v.Task().En)}
}

// seenPackage tells what a package shows, in the words of who reads manifests.
func seenPackage(e facts.EvidentVendor, file string) analyzer.Text {
	v, in, of := e.Vendor, "", "the source"
	if file != "" {
		in, of = file+"에 ", file
	}
	t := analyzer.Text{
		Ko: fmt.Sprintf("%s%s SDK 패키지 ‘%s’%s 있는데(%s)", in, v.Ko, e.Evidence.Key, subjectParticle(e.Evidence.Key), v.Task().Ko),
		En: fmt.Sprintf("%s depends on “%s”, a package of %s (%s)", of, e.Evidence.Key, v.En, v.Task().En)}
	if e.Evidence.Indirect {
		t.Ko = fmt.Sprintf("%s다른 패키지가 끌어온 %s 패키지 ‘%s’%s 있는데(%s)", in, v.Ko, e.Evidence.Key, subjectParticle(e.Evidence.Key), v.Task().Ko)
		t.En = fmt.Sprintf("%s has “%s”, a package of %s that another one asks for (%s)", of, e.Evidence.Key, v.En, v.Task().En)
	}
	return t
}

// rowToPaste is the row that would disclose a company.
func rowToPaste(u facts.UndisclosedVendor, v *vendors.Vendor) analyzer.Text {
	company := analyzer.Text{Ko: u.Company.Ko, En: u.Company.En}
	if u.Company.Foreign {
		company.Ko = u.Company.En
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

func objectParticle(s string) string {
	if lastSound(s) == openSyllable {
		return "를"
	}
	return "을"
}

func subjectParticle(s string) string { return withSubject(s)[len(s):] }
