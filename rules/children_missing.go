package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// ChildrenMissing asks where a policy speaks of members under 14, or collects data of children or of
// their legal representatives, and gives no rule for them; it reports an empty heading.
//
// A legal representative who exercises rights for the data subject shows no children.
//
// With `takes-children = true` in the configuration, a policy that says nothing about it, or denies it, is a
// warning. With `takes-children = false` nothing is asked.
//
// # 한국어
//
// 만 14세 미만 회원을 언급하거나 아동 또는 법정대리인의 정보를 수집하면서 아동의 개인정보 처리에 관한 사항을 적지 않은
// 처리방침에 대하여 질문으로 알리고, 제목만 있고 내용이 없으면 경고로 알립니다.
//
// 법정대리인이 정보주체의 권리를 대신 행사할 수 있다는 안내만으로는 아동의 개인정보를 처리하는 것으로 보지 않습니다.
//
// 설정에 `takes-children = true`가 있으면 그 내용이 없거나 해당 사항이 없다고 적은 처리방침을 경고로 알립니다.
// `takes-children = false`이면 묻지 않습니다.
var ChildrenMissing = &analyzer.Rule{
	Name:     "children-missing",
	Doc:      analyzer.Text{Ko: "만 14세 미만 아동을 언급하면서 아동의 개인정보 처리에 관한 사항을 적지 않은 처리방침을 찾습니다", En: "finds a policy that speaks of children under 14 and gives no rule for them"},
	Duty:     "children-under-14",
	Severity: analyzer.Warning,
	Run: clause(facts.Children, clauseName{
		name: analyzer.Text{Ko: "만 14세 미만 아동의 개인정보 처리", En: "how data of children under 14 is processed"},
		help: analyzer.Text{
			Ko: "법정대리인의 동의를 받는다는 사실과 동의를 확인하는 방법을 적거나, 만 14세 미만 아동의 개인정보를 처리하지 않는다고 적습니다",
			En: "say that consent of the legal representative is obtained and how it is verified, or that no data of children under 14 is processed"},
		known: analyzer.Text{
			Ko: "법정대리인의 동의를 받는다는 사실과 동의를 확인하는 방법을 적습니다",
			En: "say that consent of the legal representative is obtained and how it is verified"},
	}),
}
