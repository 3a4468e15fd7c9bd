package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
)

// IgnoreUnreasoned reports what asks to ignore a finding and does not say why: a comment in a policy, or an
// entry of pipalint.toml.
//
// Whoever reads it later must be able to tell whether the reason still holds. The finding is ignored all the same.
//
// # 한국어
//
// 이유를 적지 않고 지적을 무시한 곳을 찾습니다. 처리방침 안의 주석과 pipalint.toml의 [[ignore]]를 모두 봅니다.
//
// 나중에 보는 사람이 그 이유가 아직 맞는지 판단할 수 있어야 합니다. 이유가 없어도 지적은 무시됩니다.
var IgnoreUnreasoned = &analyzer.Rule{
	Name:     "ignore-unreasoned",
	Doc:      analyzer.Text{Ko: "이유를 적지 않고 지적을 무시한 곳을 찾습니다", En: "finds what ignores findings and does not say why"},
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
					Ko: fmt.Sprintf("무시하는 이유를 적지 않았습니다: %s", names),
					En: fmt.Sprintf("no reason is given for ignoring %s", names)},
				Help: byPlace(i,
					analyzer.Text{
						Ko: fmt.Sprintf("규칙 이름 뒤에 콜론을 찍고 이유를 적습니다: <!-- pipalint:ignore %s: 이유 -->", names),
						En: fmt.Sprintf("write the reason behind a colon: <!-- pipalint:ignore %s: reason -->", names)},
					analyzer.Text{Ko: "reason에 이유를 적습니다", En: "write it as the entry's reason"}),
			}
			atIgnore(&d, i, "")
			p.Report(d)
		}
	},
}
