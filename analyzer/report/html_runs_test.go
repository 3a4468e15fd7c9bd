package report

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/law"
)

// shopPage is an invented policy with something of every form.
const shopPage = `<!DOCTYPE html><html lang="ko"><head><title>개인정보 처리방침 - 단풍상점</title></head><body>
<nav><a href="/">처음</a> <a href="/new">새 상품</a></nav>
<h1>개인정보 처리방침</h1>
<p>단풍상점은 고객의 개인정보를 소중히 다룹니다.</p>
<h2>제1조 (보유 기간)</h2>
<ul><li>회원 정보: <b>영구</b><ul><li>탈퇴한 회원: 30일</li></ul></li><li>1. 문의 기록: 3년</li></ul>
<h2>제2조 (위탁)</h2>
<table><caption>수탁자</caption>
<thead><tr><th>업무</th><th>수탁자</th></tr></thead>
<tbody><tr><td rowspan="2">배송</td><td>가람택배</td></tr><tr><td>누리택배</td></tr><tr><td>결제</td><td></td></tr></tbody></table>
<p>책임자: ○○○<br>전화: 02-0000-0000</p>
<img src="map.png" alt="찾아오시는 길">
<footer>단풍상점 | 고객센터</footer>
</body></html>
`

// parsed reads an invented page.
func parsed(t *testing.T, name, text string) *policy.Document {
	t.Helper()
	doc, err := scrape.Parse(name, []byte(text), scrape.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// found is a finding at a visible text of a page.
func found(t *testing.T, doc *policy.Document, rule, at string, severity analyzer.Severity) Finding {
	t.Helper()
	i := strings.Index(doc.Visible, at)
	if i < 0 {
		t.Fatalf("%q is not in %s", at, doc.File.Name)
	}
	f := Resolve(analyzer.Diagnostic{
		Rule: &analyzer.Rule{Name: rule}, Severity: severity, Quote: at, Place: doc.Place(policy.Range{Start: i, End: i + len(at)}),
		Message: analyzer.Text{Ko: rule + ": 고칠 곳입니다", En: rule + ": to be mended"},
		Help:    analyzer.Text{Ko: "고쳐 적으십시오", En: "write it anew"},
		Provisions: []law.Provision{{Cite: "개인정보 보호법 제30조제1항제2호", Title: law.Text{Ko: "보유 기간", En: "retention period"},
			Span: law.Span{From: date.Date{Year: 2011, Month: 9, Day: 30}}}},
	})
	f.Document, f.Policy, f.Fingerprint = doc.File.Name, doc.File.Name, fmt.Sprintf("%x", sha256.Sum256([]byte(rule+at)))[:32]
	return f
}

// shopRun is a run with something of everything.
func shopRun(t *testing.T) *Run {
	t.Helper()
	shop := parsed(t, "shop.html", shopPage)
	clean := parsed(t, "clean.html", "<h1>개인정보 처리방침</h1><p>아무 정보도 처리하지 않습니다.</p>")
	terms := parsed(t, "terms.html", "<h1>이용약관</h1>")

	absent := found(t, shop, "safety-missing", "개인정보 처리방침", analyzer.Error)
	absent.Absent = true
	forever := found(t, shop, "retention-indefinite", "영구", analyzer.Error)
	forever.Baseline = New
	row := found(t, shop, "retention-vague", "회원 정보: 영구", analyzer.Warning)
	row.Baseline = Unchanged
	row.Related = []Related{{At: found(t, shop, "x", "탈퇴한 회원: 30일", analyzer.Info).At, Message: analyzer.Text{Ko: "다른 기간", En: "another period"}},
		{At: Location{File: "law.txt", Start: policy.Position{Line: 3, Column: 1}}, Message: analyzer.Text{Ko: "법령", En: "the law"}}}
	slot := found(t, shop, "placeholder-left", "○○○", analyzer.Warning)
	slot.Ignored = &Ignored{Reason: "담당자를 뽑는 중", Until: date.Date{Year: 2027, Month: 3, Day: 1}}
	question := found(t, shop, "image-unread", "찾아오시는 길", analyzer.Info)
	question.Question = true
	lines := found(t, shop, "lines-crossed", "○○○\n전화", analyzer.Info)
	empty := found(t, shop, "cell-empty", "결제", analyzer.Warning)
	cell := strings.Index(shopPage, "<td></td>")
	empty.At.Span = policy.Span{Start: cell, End: cell + len("<td>")}
	source := found(t, shop, "tag-undisclosed", "결제", analyzer.Warning)
	at := strings.Index(shopPage, `src="map.png"`)
	source.At.Span = policy.Span{Start: at, End: at + 3}
	source.At.Line = excerpt(shop.File, 13, source.At.Span)
	manifest := policy.NewFile("app/package.json", "{\n  \"dependencies\": {\"@noir/track\": \"^1\"}\n}\n", "utf-8", nil)
	i := strings.Index(manifest.Text, `"@noir`)
	other := found(t, shop, "processor-undisclosed", "배송", analyzer.Warning)
	other.At = locate(policy.Place{File: manifest, Span: policy.Span{Start: i, End: i + len(`"@noir/track"`)}}, "@noir/track")

	return &Run{
		Version: "v1.2.3",
		Rules:   []Rule{{Name: "retention-indefinite", Doc: analyzer.Text{Ko: "끝이 없는 보유 기간", En: "a period without an end"}}, {Name: "not-met"}},
		Pages:   []*policy.Document{shop, clean, terms},
		Documents: []Document{
			{File: "shop.html", Policy: "shop.html", Kind: "policy", Status: OK, Language: "ko", Findings: 9, Day: date.Date{Year: 2026, Month: 11, Day: 22},
				LeftOut: []LeftOut{{Range: rangeOf(t, shop, "처음 새 상품"), Name: analyzer.Text{Ko: "메뉴·링크", En: "menu"}},
					{Range: rangeOf(t, shop, "단풍상점 | 고객센터"), Name: analyzer.Text{Ko: "머리글·바닥글", En: "header or footer"}}}},
			{File: "clean.html", Policy: "clean", Kind: "policy", Status: OK, Day: date.Date{Year: 2026, Month: 11, Day: 22}},
			{File: "terms.html", Policy: "terms.html", Kind: "terms", Status: NotPolicy, Day: date.Date{Year: 2026, Month: 11, Day: 22}},
			{File: "lost.html", Policy: "lost.html", Status: Unread},
		},
		Findings: []Finding{absent, forever, row, slot, lines, question, empty, source, other},
		Failures: []Failure{{File: "lost.html", Code: "missing", Message: analyzer.Text{Ko: "파일이 없습니다", En: "no such file"}}},
		Stale:    []Stale{{Fingerprint: "00ff", Rule: "vague-wording", Policy: "shop.html", Subject: "기간"}},
	}
}

func rangeOf(t *testing.T, doc *policy.Document, text string) policy.Range {
	t.Helper()
	i := strings.Index(doc.Visible, text)
	if i < 0 {
		t.Fatalf("%q is not in %s", text, doc.File.Name)
	}
	return policy.Range{Start: i, End: i + len(text)}
}

// small is a run of one page with two findings.
func small(t *testing.T) *Run {
	t.Helper()
	doc := parsed(t, "small.html", "<h1>개인정보 처리방침</h1>\n<p>보유 기간: <b>영구</b></p>\n")
	absent := found(t, doc, "purpose-missing", "개인정보 처리방침", analyzer.Error)
	absent.Absent = true
	return &Run{
		Documents: []Document{{File: "small.html", Policy: "small.html", Kind: "policy", Status: OK, Findings: 2, Day: date.Date{Year: 2026, Month: 11, Day: 22}}},
		Pages:     []*policy.Document{doc},
		Findings:  []Finding{absent, found(t, doc, "retention-indefinite", "영구", analyzer.Error)},
	}
}

// evil tries to become part of the page wherever it is put.
const evil = `</title></svg></style></textarea></script>--><script>alert(1)</script><img src=x onerror=alert(2)>" onload="alert(3)' onclick='alert(4) javascript:alert(5) {{.}}`

// hostileRun is a run in which everything that comes from others is evil.
func hostileRun(t *testing.T) *Run {
	t.Helper()
	run := shopRun(t)
	both := analyzer.Text{Ko: evil, En: evil + "!"}
	escaped := html.EscapeString(evil)
	run.Pages[0] = parsed(t, evil, strings.NewReplacer("단풍상점", escaped, "가람택배", escaped, `lang="ko"`, `lang="`+escaped+`"`).Replace(shopPage))
	run.Documents[0].LeftOut, run.Documents[0].Language = nil, evil
	for i := range run.Documents {
		run.Documents[i].File, run.Documents[i].Policy = evil+run.Documents[i].File, evil
	}
	run.Documents[0].File, run.Documents[0].Policy = evil, evil
	for i := range run.Findings {
		f := &run.Findings[i]
		f.Document, f.Policy, f.Rule, f.Message, f.Help, f.Fingerprint = evil, evil, evil, both, both, evil
		f.At.Quote, f.At.Line.Text = evil, evil
		f.At.Line.Start, f.At.Line.End = 10, 20
		if f.At.File == "shop.html" {
			f.At.File = evil
		} else {
			f.At.File = evil + "2"
		}
		for j := range f.Related {
			f.Related[j].Message, f.Related[j].At.Quote, f.Related[j].At.File = both, evil, evil
		}
		if f.Ignored != nil {
			f.Ignored.Reason = evil
		}
	}
	run.Failures[0] = Failure{File: evil + "lost.html", Message: both}
	run.Stale[0] = Stale{evil, evil, evil, evil}
	run.Version = evil
	run.Rules = []Rule{{Name: evil, Doc: both}}
	return run
}
