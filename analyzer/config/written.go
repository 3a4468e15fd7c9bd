package config

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
)

// written is a configuration as it is written: the keys, and what people are told of them here, in the schema and in
// docs/config.md.
type written struct {
	AsOf       lawDay          `toml:"as-of" eg:"\"2026-11-22\"" ko:"법령의 기준일. 이 날에 시행 중인 법령으로 검사합니다: today(오늘), effective(처리방침마다 그 시행일), YYYY-MM-DD. 기본값 today" en:"the day whose law applies: today, effective (each policy's own date of effect) or YYYY-MM-DD; default today"`
	Upcoming   bool            `toml:"upcoming" eg:"true" ko:"1년 안에 시행될 사항도 참고로 알립니다. 기본값 false" en:"whether to report, as info, what comes into force within a year; default false"`
	Language   string          `toml:"language" words:"ko en" eg:"\"ko\"" ko:"메시지의 언어: ko, en. 기본값은 로캘에 따름" en:"the language of messages: ko or en; by default that of the locale"`
	FailOn     string          `toml:"fail-on" words:"error warning info never" eg:"\"error\"" ko:"이 심각도 이상의 지적이 있으면 종료 코드가 1입니다: error, warning, info, never. 기본값 warning" en:"the lowest severity for which the exit code is 1: error, warning, info or never; default warning"`
	Baseline   filePath        `toml:"baseline" eg:"\"pipalint-baseline.json\"" ko:"기존 지적을 적어 둔 기준선 파일" en:"the baseline: the file of known findings"`
	Source     []folderPath    `toml:"source" eg:"[\"app\"]" ko:"의존성을 살펴볼 소스 코드 디렉터리. 모든 처리방침에 적용합니다" en:"source trees whose dependencies are examined, for all policies"`
	Site       []pagePath      `toml:"site" eg:"[\"saved\"]" ko:"웹사이트의 주소나, 저장해 둔 웹사이트의 디렉터리. 불러오는 스크립트와 태그를 살펴봅니다. 모든 처리방침에 적용합니다" en:"addresses of sites, or folders of saved pages, whose scripts and tags are examined, for all policies"`
	Rules      rulesTable      `toml:"rules" ko:"규칙마다 심각도(info, warning, error)를 정하거나 규칙을 끄고(off), 옵션을 정합니다" en:"each rule's severity (info, warning, error) or off, and its options"`
	Controller controllerTable `toml:"controller" ko:"개인정보처리자에 관한 사실. 해당하는 경우에만 적용되는 의무가 적용되는지를 정합니다" en:"facts about the controller, which settle what conditional duties concern it"`
	Policies   []policyTable   `toml:"policy" ko:"처리방침 하나. 여러 페이지로 나뉘어 있어도 하나로 봅니다" en:"one policy, of one page or several"`
	Ignores    []ignoreTable   `toml:"ignore" ko:"검토하고 제외하기로 한 지적" en:"reviewed findings that are to be ignored"`
}

type policyTable struct {
	Name     string       `toml:"name" eg:"\"shop\"" ko:"보고서와 기준선에서 쓰는 이름. 기본값은 path" en:"its name in reports and in the baseline; by default its path"`
	Path     pagePath     `toml:"path" required:"true" eg:"\"web/privacy.html\"" ko:"첫 페이지의 경로나 주소" en:"the path or address of the main page"`
	Pages    []pagePath   `toml:"pages" eg:"[\"web/processors.html\"]" ko:"함께 하나의 처리방침을 이루는 다른 페이지" en:"the other pages that form the policy with it"`
	Follow   bool         `toml:"follow" eg:"true" ko:"true이면 처리방침에 링크된 하위 페이지(위탁 현황, 제3자 제공 현황 등)도 읽어 하나의 처리방침으로 봅니다" en:"whether pages that it links as parts of it, such as a list of processors, are read with it"`
	Language language     `toml:"language" eg:"\"ko\"" ko:"처리방침을 작성한 언어(ko, en, ja 등). 기본값은 페이지를 보고 판단" en:"the language in which it is written, such as ko, en or ja; by default detected from the page"`
	Twin     []pagePath   `toml:"twin" alone:"true" eg:"\"web/privacy.en.html\"" ko:"이 처리방침의 다른 언어본(여럿이면 목록). 서로 다른 내용을 찾습니다" en:"the same policy in another language, or a list of several: what they tell differently is reported"`
	Source   []folderPath `toml:"source" eg:"[\"app\"]" ko:"이 처리방침에만 적용하는 소스 코드 디렉터리" en:"source trees for this policy only"`
	Site     []pagePath   `toml:"site" eg:"[\"saved\"]" ko:"이 처리방침에만 적용하는 웹사이트의 주소나 저장해 둔 디렉터리" en:"addresses of sites, or folders of saved pages, for this policy only"`
}

type ignoreTable struct {
	Rule   string    `toml:"rule" rule:"true" required:"true" eg:"\"vague-wording\"" ko:"규칙 이름" en:"the name of the rule"`
	Policy string    `toml:"policy" eg:"\"shop\"" ko:"처리방침의 이름이나 경로. 없으면 모든 처리방침" en:"the name or path of the policy; by default all policies"`
	Text   string    `toml:"text" eg:"\"배송업체 등\"" ko:"지적된 글에 들어 있는 말. 없으면 그 규칙의 모든 지적" en:"words in the text that the finding quotes; by default all findings of the rule"`
	Reason string    `toml:"reason" blank:"true" eg:"\"배송업체는 주문 화면에서 알립니다\"" ko:"제외 사유. 적지 않으면 그 사실을 알립니다" en:"why the findings are ignored; a missing reason is itself reported"`
	Until  date.Date `toml:"until" eg:"2027-03-01" ko:"제외 기한. 이날까지만 제외합니다" en:"the last day on which they are ignored"`
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
			Ko: `"as-of"에는 YYYY-MM-DD 형식의 날짜, today, effective 가운데 하나를 적어야 합니다`,
			En: `"as-of" takes a date (YYYY-MM-DD), today or effective`}}
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
			Ko: "언어는 ko, en, ja처럼 ISO 639 코드로 적어야 합니다", En: "a language is an ISO 639 code, such as ko, en or ja"}}
	}
	return nil
}
