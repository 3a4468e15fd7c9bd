package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
)

// IgnoreUnused reports an ignore without any finding to ignore: a comment in a policy, or an [[ignore]] of pipalint.toml.
//
// Either the text was fixed, and the ignore would hide the next finding, or it stands in the wrong place and never hid
// anything. Only rules that ran count: one that is off, or left out by --only or --skip, might have had something to
// report. An entry of pipalint.toml is reported only if all policies that it is about were read and checked.
//
// # 한국어
//
// 제외할 지적이 없는데 남아 있는 제외 설정을 찾습니다. 처리방침 안의 주석과 pipalint.toml의 [[ignore]]를 모두 봅니다.
//
// 내용을 고친 뒤에도 남겨 두면 다음에 생기는 지적까지 가리고, 위치가 틀렸다면 처음부터 아무것도 제외하지 못한 것입니다. 실행한
// 규칙에 대해서만 알립니다. 꺼 두었거나 --only, --skip으로 뺀 규칙은 지적할 것이 있었는지 알 수 없기 때문입니다.
// pipalint.toml의 항목은 해당하는 처리방침을 모두 읽고 검사했을 때만 알립니다.
var IgnoreUnused = &analyzer.Rule{
	Name:     "ignore-unused",
	Doc:      analyzer.Text{Ko: "제외할 지적이 없는 제외 설정을 찾습니다", En: "finds an ignore without any finding to ignore"},
	Severity: analyzer.Warning,
	Late:     true,
	Run: func(p *analyzer.Pass) {
		for _, i := range p.Ignores {
			for _, name := range i.Unused(p.Today) {
				d := analyzer.Diagnostic{
					Message: analyzer.Text{
						Ko: fmt.Sprintf("제외할 지적이 없습니다: %s", name),
						En: fmt.Sprintf("there is no finding of %s to ignore", name)},
					Help: byPlace(i,
						analyzer.Text{
							Ko: "지적된 내용을 고쳤다면 이 주석을 지우고, 아니라면 지적이 시작되는 줄이나 그 문단의 바로 앞으로 옮깁니다",
							En: "delete the comment if the finding was fixed; otherwise move it to the line where the finding begins, or just before its paragraph"},
						analyzer.Text{
							Ko: "지적된 내용을 고쳤다면 이 항목을 지우고, 아니라면 policy와 text를 확인합니다",
							En: "delete the entry if the finding was fixed; otherwise check its policy and text"}),
				}
				atIgnore(&d, i, name)
				p.Report(d)
			}
		}
	},
}
