package rules

import (
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

const shopPolicy = `<h1>개인정보 처리방침</h1>
<h2>1. 처리하는 개인정보의 항목</h2>
<p>성명, 연락처를 회원 탈퇴 시까지 보유합니다.</p>
<h2>2. 개인정보 처리의 위탁</h2>
<table><tr><th>수탁자</th><th>위탁업무</th></tr><tr><td>가람로지스</td><td>상품 배송</td></tr>ROW</table>`

// judged is what the rule says of the invented policy with a row more, and with signs from outside it.
func judged(t *testing.T, row string, signs ...policy.Evidence) []analyzer.Diagnostic {
	t.Helper()
	p := analyzertest.Parse(t, "privacy.html", strings.Replace(shopPolicy, "ROW", row, 1))
	p.Evidence = signs
	c := analyzer.Check{Rules: []*analyzer.Rule{ProcessorUndisclosed}, Day: date.Date{Year: 2026, Month: 11, Day: 21}}
	return c.Run(p)
}

// TestUndisclosedPackage points at the line of a manifest, and is content with a row in the policy.
func TestUndisclosedPackage(t *testing.T) {
	const text = "{\n  \"dependencies\": {\n    \"mixpanel-browser\": \"^2.0.0\"\n  }\n}\n"
	manifest := policy.NewFile("app/package.json", text, "utf-8", nil)
	at := strings.Index(text, `"mixpanel`)
	sign := policy.Evidence{Kind: policy.EvidencePackage, Ecosystem: "npm", Key: "mixpanel-browser",
		Place: policy.Place{File: manifest, Span: policy.Span{Start: at, End: at + len(`"mixpanel-browser"`)}}}
	found := judged(t, "", sign)
	if len(found) != 1 {
		t.Fatalf("%d findings", len(found))
	}
	d := found[0]
	if d.Severity != analyzer.Warning || d.Place != sign.Place {
		t.Errorf("%v at %+v", d.Severity, d.Place)
	}
	if len(d.Related) != 1 || d.Related[0].Message.En != "the list of processors" || !strings.Contains(d.Related[0].Quote, "위탁") {
		t.Errorf("related: %+v", d.Related)
	}
	for _, want := range []string{"package.json에", "‘mixpanel-browser’", "처리위탁·제3자 제공·국외 이전 어디에도"} {
		if !strings.Contains(d.Message.Ko, want) {
			t.Errorf("%q does not say %q", d.Message.Ko, want)
		}
	}
	if !strings.Contains(d.Help.Ko, "수탁자 Mixpanel, Inc. | 위탁업무") || !strings.Contains(d.Help.Ko, "국외 이전") {
		t.Errorf("help: %q", d.Help.Ko)
	}
	for _, row := range []string{"<tr><td>Mixpanel, Inc.</td><td>이용 분석</td></tr>", "<tr><td>다온분석</td><td>앱 이용 분석(믹스패널)</td></tr>"} {
		if found := judged(t, row, sign); len(found) != 0 {
			t.Errorf("%s: %v", row, found[0].Message.En)
		}
	}
	sign.Indirect = true
	if found := judged(t, "", sign); len(found) != 1 || !found[0].Question || found[0].Severity != analyzer.Info {
		t.Errorf("of another package: %+v", found)
	}
}

// TestUndisclosedOnPage puts the signs of one company together.
func TestUndisclosedOnPage(t *testing.T) {
	file := policy.NewFile("index.html", "<script></script>", "utf-8", nil)
	place := policy.Place{File: file, Span: policy.Span{End: 8}}
	found := judged(t, "",
		policy.Evidence{Kind: policy.EvidenceTagID, Key: "GTM-ABCD123", Place: place},
		policy.Evidence{Kind: policy.EvidenceTagID, Key: "G-ABCDEFGH12", Place: place})
	if len(found) != 1 || len(found[0].Related) != 2 || found[0].Question || found[0].Quote != "G-ABCDEFGH12" {
		t.Fatalf("%+v", found)
	}
	if found := judged(t, "", policy.Evidence{Kind: policy.EvidenceTagID, Key: "GTM-ABCD123", Place: place}); len(found) != 1 || !found[0].Question {
		t.Errorf("a tag manager alone: %+v", found)
	}
}

// TestUndisclosedContact tells what a browser saw: where the page names the host, there; else at the beginning, with the
// hint that another script loads it. What a frame of another company does is asked.
func TestUndisclosedContact(t *testing.T) {
	file := policy.NewFile("https://www.shop.example/privacy?v=2", `<script src="https://www.facebook.com/x.js"></script>`, "utf-8", nil)
	sign := policy.Evidence{Kind: policy.EvidenceHost, Key: "www.facebook.com/tr", Contacted: true, Place: policy.Place{File: file}}
	found := judged(t, "", sign)
	if len(found) != 1 || found[0].Question || found[0].Severity != analyzer.Warning || found[0].Place != sign.Place {
		t.Fatalf("%+v", found)
	}
	d := found[0]
	if want := "페이지(privacy)를 브라우저로 열었을 때 ‘www.facebook.com/tr’에 접속했는데(메타 픽셀, "; !strings.HasPrefix(d.Message.Ko, want) {
		t.Errorf("%q does not begin with %q", d.Message.Ko, want)
	}
	if want := "opened in a browser, the page (privacy) contacts “www.facebook.com/tr”, which is Meta Pixel ("; !strings.HasPrefix(d.Message.En, want) {
		t.Errorf("%q does not begin with %q", d.Message.En, want)
	}
	if !strings.Contains(d.Help.Ko, "태그 관리자") || !strings.Contains(d.Help.En, "tag manager") {
		t.Errorf("help: %+v", d.Help)
	}
	named := sign
	named.Place.Span = policy.Span{Start: 13, End: 42}
	if found := judged(t, "", named); len(found) != 1 || strings.Contains(found[0].Help.Ko, "태그 관리자") {
		t.Errorf("named in the page: %+v", found)
	}
	tag := policy.Evidence{Kind: policy.EvidenceTagID, Key: "AW-1234567890", Contacted: true, Place: policy.Place{File: file}}
	if found := judged(t, "", tag); len(found) != 1 || !strings.Contains(found[0].Message.Ko, "구글 애즈 태그(‘AW-1234567890’)를 실행했는데") {
		t.Errorf("a tag: %+v", found)
	}
	sign.Indirect = true
	if found := judged(t, "", sign); len(found) != 1 || !found[0].Question || !strings.Contains(found[0].Message.Ko, "다른 사이트의 프레임이") {
		t.Errorf("of a frame: %+v", found)
	}
	if found := judged(t, "<tr><td>Meta Platforms, Inc.</td><td>광고 성과 측정</td></tr>", named); len(found) != 0 {
		t.Errorf("listed: %v", found[0].Message.En)
	}
}
