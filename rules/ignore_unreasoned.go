package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
)

// IgnoreUnreasoned reports an ignore that gives no reason: a comment in a policy, or an [[ignore]] of pipalint.toml.
//
// Whoever reads it later must be able to tell whether the reason still holds. The findings are ignored all the same.
//
// # 한국어
//
// 사유를 적지 않은 제외 설정을 찾습니다. 처리방침 안의 주석과 pipalint.toml의 [[ignore]]를 모두 봅니다.
//
// 나중에 보는 사람이 그 사유가 아직 타당한지 판단할 수 있어야 합니다. 사유가 없어도 지적은 제외됩니다.
var IgnoreUnreasoned = &analyzer.Rule{
	Name:     "ignore-unreasoned",
	Doc:      analyzer.Text{Ko: "사유를 적지 않은 제외 설정을 찾습니다", En: "finds an ignore that gives no reason"},
	Severity: analyzer.Warning,
	Late:     true,
	Run: func(p *analyzer.Pass) {
		for _, i := range p.Ignores {
			if i.Reason != "" || i.Fault.Kind != analyzer.NoFault {
				continue
			}
			names := listed(i.Rules)
			d := analyzer.Diagnostic{
				Message: analyzer.Text{
					Ko: fmt.Sprintf("제외 사유를 적지 않았습니다: %s", names),
					En: fmt.Sprintf("no reason is given for ignoring %s", names)},
				Help: byPlace(i,
					analyzer.Text{
						Ko: fmt.Sprintf("규칙 이름 뒤에 콜론을 찍고 사유를 적습니다: <!-- pipalint:ignore %s: 사유 -->", names),
						En: fmt.Sprintf("write the reason after a colon: <!-- pipalint:ignore %s: reason -->", names)},
					analyzer.Text{Ko: "reason에 사유를 적습니다", En: "give the reason in the entry's reason key"}),
			}
			atIgnore(&d, i, "")
			p.Report(d)
		}
	},
}
