package config

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
)

// written is a configuration as it is written: the keys, and what people are told of them here, in the schema and in
// docs/config.md.
type written struct {
	AsOf       lawDay          `toml:"as-of" eg:"\"2026-11-22\"" ko:"이 날짜에 시행 중인 법령으로 검사합니다: today(오늘), effective(처리방침마다 그 시행일), YYYY-MM-DD. 기본값 today" en:"the day by whose law policies are judged: today, effective (each policy's own date of effect) or YYYY-MM-DD; today by default"`
	Upcoming   bool            `toml:"upcoming" eg:"true" ko:"1년 안에 시행될 사항도 참고로 알립니다. 기본값 false" en:"whether to report, as an info, what comes into force within a year; false by default"`
	Language   string          `toml:"language" words:"ko en" eg:"\"ko\"" ko:"결과를 쓰는 언어: ko, en. 기본값은 로캘에 따름" en:"the language of messages: ko or en; by default that of the locale"`
	FailOn     string          `toml:"fail-on" words:"error warning info never" eg:"\"error\"" ko:"이 심각도 이상의 지적이 있으면 종료 코드가 1입니다: error, warning, info, never. 기본값 warning" en:"the least severity for which the exit code is 1: error, warning, info or never; warning by default"`
	Baseline   filePath        `toml:"baseline" eg:"\"pipalint-baseline.json\"" ko:"이미 아는 지적을 적어 둔 기준선 파일" en:"the file with the findings that are known already, the baseline"`
	Source     []folderPath    `toml:"source" eg:"[\"app\"]" ko:"의존성을 볼 소스 코드 디렉터리. 모든 처리방침에 씁니다" en:"source trees whose dependencies are looked at, for all policies"`
	Site       []folderPath    `toml:"site" eg:"[\"saved\"]" ko:"불러오는 스크립트와 태그를 볼, 저장해 둔 웹사이트 디렉터리. 모든 처리방침에 씁니다" en:"folders of saved pages whose scripts and tags are looked at, for all policies"`
	Rules      rulesTable      `toml:"rules" ko:"규칙마다 심각도를 정하거나(info, warning, error) 끄고(off), 옵션을 정합니다" en:"each rule's severity (info, warning, error) or off, and its options"`
	Controller controllerTable `toml:"controller" ko:"개인정보처리자에 관한 사실. 조건부 의무가 적용되는지 정합니다" en:"what is known of the controller: it settles which conditional duties concern it"`
	Policies   []policyTable   `toml:"policy" ko:"처리방침 하나. 여러 페이지로 나뉘어 있어도 하나로 봅니다" en:"one policy, of one page or of several that together form it"`
	Ignores    []ignoreTable   `toml:"ignore" ko:"확인하고 알리지 않기로 한 지적" en:"findings that somebody has looked at, to be left out"`
}

type policyTable struct {
	Name     string       `toml:"name" eg:"\"shop\"" ko:"결과와 기준선에서 쓸 이름. 기본값은 path" en:"what reports and the baseline call it; path by default"`
	Path     pagePath     `toml:"path" required:"true" eg:"\"web/privacy.html\"" ko:"첫 페이지의 경로나 주소" en:"the path or address of the main page"`
	Pages    []pagePath   `toml:"pages" eg:"[\"web/processors.html\"]" ko:"함께 하나의 처리방침을 이루는 다른 페이지" en:"the other pages that belong to it"`
	Language language     `toml:"language" eg:"\"ko\"" ko:"처리방침을 쓴 언어(ko, en, ja …). 기본값은 페이지에서 판단" en:"the language in which it is written, such as ko, en or ja; by default as the page tells"`
	Source   []folderPath `toml:"source" eg:"[\"app\"]" ko:"이 처리방침에만 쓰는 소스 코드 디렉터리" en:"source trees for this policy only"`
	Site     []folderPath `toml:"site" eg:"[\"saved\"]" ko:"이 처리방침에만 쓰는 저장된 웹사이트 디렉터리" en:"saved pages for this policy only"`
}

type ignoreTable struct {
	Rule   string    `toml:"rule" rule:"true" required:"true" eg:"\"vague-wording\"" ko:"규칙의 이름" en:"the name of the rule"`
	Policy string    `toml:"policy" eg:"\"shop\"" ko:"처리방침의 이름이나 경로. 없으면 모든 처리방침" en:"the name or path of the policy; all where it is left out"`
	Text   string    `toml:"text" eg:"\"배송업체 등\"" ko:"지적된 부분에 들어 있는 글. 없으면 그 규칙의 모든 지적" en:"what stands in the text reported; all findings of the rule where it is left out"`
	Reason string    `toml:"reason" blank:"true" eg:"\"배송업체는 주문 화면에서 알립니다\"" ko:"알리지 않는 이유. 없으면 그 사실을 알립니다" en:"why it is left out; that there is none is itself reported"`
	Until  date.Date `toml:"until" eg:"2027-03-01" ko:"이 날까지만 알리지 않습니다" en:"the last day on which it is left out"`
}

// lawDay is a day by whose law policies are judged, or a word for one.
type lawDay string

// UnmarshalText takes what --as-of takes.
func (d *lawDay) UnmarshalText(text []byte) error {
	*d = lawDay(text)
	if *d == "today" || *d == "effective" {
		return nil
	}
	if _, err := date.Parse(string(text)); err != nil {
		return &analyzer.WordError{Known: []string{"today", "effective"}, Reason: analyzer.Text{
			Ko: `"as-of"에는 YYYY-MM-DD 형식의 날짜, today, effective 가운데 하나를 적습니다`,
			En: `"as-of" takes a date of the form YYYY-MM-DD, today or effective`}}
	}
	return nil
}

// language is the code of a language.
type language string

// UnmarshalText takes two or three small letters.
func (l *language) UnmarshalText(text []byte) error {
	*l = language(text)
	for _, c := range text {
		if c < 'a' || c > 'z' {
			text = nil
		}
	}
	if len(text) != 2 && len(text) != 3 {
		return &analyzer.WordError{Known: []string{"ko", "en", "ja", "zh"}, Reason: analyzer.Text{
			Ko: "언어는 ko, en, ja처럼 ISO 639 부호로 적습니다", En: "a language is written as a code of ISO 639, such as ko, en or ja"}}
	}
	return nil
}
