package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
)

// IgnoreExpired reports what asks to ignore a finding until a day that is past: a comment in a policy, or an entry
// of pipalint.toml.
//
// From the day after it covers nothing any more, so that the finding is reported again beside this one. The day of
// the check counts, not the day whose law is applied.
//
// # 한국어
//
// 기한이 지난 무시 설정를 찾습니다. 처리방침 안의 주석과 pipalint.toml의 [[ignore]]를 모두 봅니다.
//
// 기한 다음 날부터는 아무것도 무시하지 않으므로, 가려졌던 지적도 다시 나옵니다. 적용하는 법령의 날짜가 아니라 검사하는 날을
// 기준으로 합니다.
var IgnoreExpired = &analyzer.Rule{
	Name:     "ignore-expired",
	Doc:      analyzer.Text{Ko: "기한이 지난 무시 설정를 찾습니다", En: "finds what ignored findings until a day that is past"},
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
					Ko: fmt.Sprintf("무시 기한(%s)이 지났습니다: %s", i.Until, names),
					En: fmt.Sprintf("the last day to ignore %s was %s", names, i.Until)},
				Help: analyzer.Text{
					Ko: "지적된 내용을 고치고 무시 설정을 지웁니다. 더 미뤄야 한다면 이유를 확인하고 기한을 다시 정합니다",
					En: "mend what is reported and delete this; if that must wait, see whether the reason holds and set another day"},
			}
			atIgnore(&d, i, "")
			p.Report(d)
		}
	},
}
