package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// ItemsMissing reports a policy that does not list the items of personal data processed.
//
// A reader must be able to tell which data about them is held. Data that arises by itself, such as
// access logs and cookies, counts among the items.
//
// # 한국어
//
// 처리하는 개인정보의 항목을 적지 않은 처리방침을 찾습니다.
//
// 정보주체가 자신의 어떤 정보가 처리되는지 알 수 있어야 합니다. 접속 기록이나 쿠키처럼 자동으로 생성되는
// 정보도 항목에 해당합니다.
var ItemsMissing = &analyzer.Rule{
	Name:     "items-missing",
	Doc:      analyzer.Text{Ko: "처리하는 개인정보의 항목이 없는 처리방침을 찾습니다", En: "finds a policy that does not list the personal data it is about"},
	Duty:     "items",
	Severity: analyzer.Error,
	Run: clause(facts.Items, clauseName{
		name: analyzer.Text{Ko: "처리하는 개인정보의 항목", En: "the items of personal data processed"},
		help: analyzer.Text{
			Ko: "수집·이용하는 개인정보의 항목을 필수와 선택으로 나누어 적습니다. 예: “필수항목: 성명, 이메일 주소”",
			En: "list the items of personal data, required and optional ones apart"},
	}),
}
