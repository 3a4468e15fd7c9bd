package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
)

// IgnoreExpired reports an ignore whose last day has passed: a comment in a policy, or an [[ignore]] of pipalint.toml.
//
// From the next day on it ignores nothing, and the findings that it covered are reported again. What counts is the day
// of the check, not the day whose law is applied.
//
// # 한국어
//
// 기한이 지난 제외 설정을 찾습니다. 처리방침 안의 주석과 pipalint.toml의 [[ignore]]를 모두 봅니다.
//
// 기한이 지나면 아무것도 제외하지 않으므로 제외했던 지적도 다시 나옵니다. 적용하는 법령의 기준일이 아니라 검사하는 날을 기준으로
// 합니다.
var IgnoreExpired = &analyzer.Rule{
	Name:     "ignore-expired",
	Doc:      analyzer.Text{Ko: "기한이 지난 제외 설정을 찾습니다", En: "finds an ignore whose last day has passed"},
	Severity: analyzer.Warning,
	Late:     true,
	Run: func(p *analyzer.Pass) {
		for _, i := range p.Ignores {
			if !i.Expired(p.Today) || i.Fault.Kind != analyzer.NoFault {
				continue
			}
			names := listed(i.Rules)
			d := analyzer.Diagnostic{
				Message: analyzer.Text{
					Ko: fmt.Sprintf("제외 기한(%s)이 지났습니다: %s", i.Until, names),
					En: fmt.Sprintf("the last day to ignore %s was %s", names, i.Until)},
				Help: analyzer.Text{
					Ko: "지적된 내용을 고치고 제외 설정을 지웁니다. 더 미뤄야 한다면 제외 사유를 다시 확인하고 기한을 새로 정합니다",
					En: "fix what is reported and delete the ignore; if that must wait, check that the reason still holds and set a later day"},
			}
			atIgnore(&d, i, "")
			p.Report(d)
		}
	},
}
