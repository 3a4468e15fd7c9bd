package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// PortabilityMissing asks where a policy speaks of MyData or transmission of personal data and does not say
// how to request it, and reports an empty heading.
//
// Only controllers that the decree designates must, and they may publish it elsewhere.
//
// With `portability = true` in the configuration, the rule asks whether what the policy does not state is
// published elsewhere; with `portability-elsewhere = false` as well, it is an error. A policy that denies it is a
// warning. With `portability = false` nothing is asked.
//
// # 한국어
//
// 마이데이터나 개인정보의 전송을 언급하면서 전송을 요구하는 방법을 적지 않은 처리방침에 대하여 질문으로 알리고, 제목만
// 있고 내용이 없으면 경고로 알립니다.
//
// 시행령이 정한 정보전송자만 알리면 되고 처리방침이 아닌 곳에 게재할 수도 있으므로, 아무런 언급이 없으면 알리지 않습니다.
//
// 설정에 `portability = true`가 있으면 그 내용이 없는 처리방침에 대하여 다른 곳에 공개하는지 묻고,
// `portability-elsewhere = false`까지 있으면 오류로 알립니다. 해당 사항이 없다고 적은 처리방침은 경고로 알립니다.
// `portability = false`이면 묻지 않습니다.
var PortabilityMissing = &analyzer.Rule{
	Name:     "portability-missing",
	Doc:      analyzer.Text{Ko: "마이데이터를 언급하면서 전송 요구 방법을 적지 않은 처리방침을 찾습니다", En: "finds a policy that speaks of MyData and not of how to request transmission"},
	Duty:     "right-portability",
	Severity: analyzer.Error,
	Run: clause(facts.Portability, clauseName{
		name: analyzer.Text{Ko: "개인정보의 전송 요구 방법", En: "how to request transmission of personal data"},
		help: analyzer.Text{
			Ko: "본인전송요구의 방법과 전송 현황·내역을 확인하는 방법을 적습니다",
			En: "say how to request transmission, and how to check its status and history"},
	}),
}
