package rules

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// sign is one thing seen of a company.
type sign struct {
	vendor *vendors.Vendor
	place  policy.Place
	quote  string
	what   analyzer.Text // what was seen, as the beginning of a sentence

	outside bool // it is no text of the policy
	loaded  bool // a browser saw it at work in a page that does not name it
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
		s := sign{vendor: e.Vendor, place: e.Evidence.Place, quote: e.Evidence.Key, what: seenOf(e), outside: true,
			loaded: e.Evidence.Contacted && e.Evidence.Place.Span.Len() == 0}
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
		file, _, _ = strings.Cut(path.Base(e.Evidence.Place.File.Name), "?") // of an address
		page = analyzer.Text{Ko: "페이지(" + file + ")", En: "the page (" + file + ")"}
		if strings.HasSuffix(strings.TrimSuffix(file, ".download"), "js") { // .js, .mjs, as saved
			page = analyzer.Text{Ko: "스크립트(" + file + ")", En: "the script (" + file + ")"}
		}
	}
	if e.Evidence.Contacted {
		return seenContact(e, page)
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

// seenContact tells what a page did when a browser opened it, which its source need not show.
func seenContact(e facts.EvidentVendor, page analyzer.Text) analyzer.Text {
	key, v := e.Evidence.Key, e.Vendor
	opened := analyzer.Text{Ko: page.Ko + objectParticle(page.Ko) + " 브라우저로 열었을 때", En: "opened in a browser, " + page.En}
	if e.Evidence.Indirect {
		opened.Ko += " 그 안에 있는 다른 사이트의 프레임이"
		opened.En = "opened in a browser, a frame of another site in " + page.En
	}
	if e.Evidence.Kind == policy.EvidenceTagID {
		return analyzer.Text{
			Ko: fmt.Sprintf("%s %s 태그(‘%s’)를 실행했는데(%s)", opened.Ko, v.Ko, key, v.Task().Ko),
			En: fmt.Sprintf("%s runs a tag of %s, “%s” (%s)", opened.En, v.En, key, v.Task().En)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("%s ‘%s’에 접속했는데(%s, %s)", opened.Ko, key, v.Ko, v.Task().Ko),
		En: fmt.Sprintf("%s contacts “%s”, which is %s (%s)", opened.En, key, v.En, v.Task().En)}
}

// seenPackage tells what a package shows, in the words of who reads manifests.
func seenPackage(e facts.EvidentVendor, file string) analyzer.Text {
	v, in, of := e.Vendor, "", "the source"
	if file != "" {
		in, of = file+"에 ", file
	}
	t := analyzer.Text{
		Ko: fmt.Sprintf("%s‘%s’(%s) 패키지가 있는데(%s)", in, e.Evidence.Key, v.Ko, v.Task().Ko),
		En: fmt.Sprintf("%s depends on “%s”, a package of %s (%s)", of, e.Evidence.Key, v.En, v.Task().En)}
	if e.Evidence.Indirect {
		t.Ko = fmt.Sprintf("%s다른 패키지가 끌어온 ‘%s’(%s) 패키지가 있는데(%s)", in, e.Evidence.Key, v.Ko, v.Task().Ko)
		t.En = fmt.Sprintf("%s has “%s”, a package of %s that another one asks for (%s)", of, e.Evidence.Key, v.En, v.Task().En)
	}
	return t
}
