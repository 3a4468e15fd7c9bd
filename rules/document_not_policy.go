package rules

import (
	"fmt"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// DocumentNotPolicy reports a page that is something else: terms of use, a consent form, or text
// that addresses none of what a policy must.
//
// No other rule judges such a page, so that a wrong file or an error page is not taken for a clean
// policy. A part of a policy that is published alone, such as a list of processors, is one. A page in
// a language that pipalint does not read is reported as such.
//
// # 한국어
//
// 처리방침이 아닌 문서를 찾습니다: 이용약관, 동의서, 처리방침의 내용을 다루지 않는 글.
//
// 이러한 문서에는 다른 규칙을 적용하지 않습니다. 잘못 지정한 파일이나 오류 페이지를 문제없는 처리방침으로 보지 않기 위한
// 것입니다. 수탁자 현황처럼 처리방침의 일부를 따로 공개한 문서는 처리방침으로 봅니다. 읽지 못하는 언어로 된 문서는 그렇다고
// 알립니다.
var DocumentNotPolicy = &analyzer.Rule{
	Name:     "document-not-policy",
	Doc:      analyzer.Text{Ko: "개인정보 처리방침이 아닌 문서를 찾습니다", En: "finds pages that are no privacy policy"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for i, k := range facts.Kinds.Of(p) {
			what, ok := notPolicy(k)
			if !ok {
				continue
			}
			d := analyzer.Diagnostic{Subject: part("document", string(k)), Help: analyzer.Text{Ko: "처리방침 파일이나 주소를 지정합니다", En: "name the file or address of the policy"}}
			at(p, &d, i, facts.Titles.Of(p)[i])
			d.Message = analyzer.Text{
				Ko: fmt.Sprintf("개인정보 처리방침이 아니라 %s입니다: %s", what.Ko, d.Quote),
				En: fmt.Sprintf("this is no privacy policy but %s: %s", what.En, d.Quote)}
			if k == facts.Other && facts.TitlesPolicy.Of(p)[i] {
				d.Message = analyzer.Text{
					Ko: fmt.Sprintf("제목은 처리방침이지만 그 내용을 찾지 못했습니다: %s", d.Quote),
					En: fmt.Sprintf("the page is titled a privacy policy and states nothing of one: %s", d.Quote)}
				d.Help = elsewhere
			}
			if strings.TrimSpace(p.Policy.Pages[i].Visible) == "" {
				d.Quote = ""
				d.Message = analyzer.Text{Ko: "보이는 글이 없는 페이지입니다", En: "the page shows no text"}
				d.Help = elsewhere
			} else if lang := facts.Languages.Of(p)[i]; k == facts.Other && !isRead(lang) {
				d.Help = analyzer.Text{Ko: "한국어, 영어, 일본어로 된 처리방침을 지정합니다", En: "name a policy in Korean, English or Japanese"}
				d.Message = analyzer.Text{
					Ko: fmt.Sprintf("이 언어(%s)로 된 문서는 읽지 못합니다: %s", lang, d.Quote),
					En: fmt.Sprintf("this language (%s) cannot be read: %s", lang, d.Quote)}
			}
			p.Report(d)
		}
	},
}

// elsewhere is what helps where the text of a page is none of its source.
var elsewhere = analyzer.Text{
	Ko: "본문이 스크립트, 이미지, 첨부 파일에 있으면 화면에 나타난 글을 저장하여 검사합니다",
	En: "where a script, an image or an attached file holds the text, save what the page shows and check that"}

// isRead reports whether there is wording for a language.
func isRead(lang string) bool {
	switch lang {
	case "ko", "en", "ja", "mixed":
		return true
	}
	return false
}

func notPolicy(k facts.Kind) (analyzer.Text, bool) {
	switch k {
	case facts.Terms:
		return analyzer.Text{Ko: "이용약관", En: "terms of use"}, true
	case facts.ConsentForm:
		return analyzer.Text{Ko: "동의서", En: "a consent form"}, true
	case facts.Other:
		return analyzer.Text{Ko: "다른 문서", En: "another document"}, true
	}
	return analyzer.Text{}, false
}
