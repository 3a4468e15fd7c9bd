package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
)

// IgnoreUnused reports what asks to ignore a finding that is not there: a comment in a policy, or an entry of
// pipalint.toml.
//
// Either the text was mended, and what is left would hide the next finding, or it stands at the wrong place and never
// hid anything. Only rules that judged count: one that is switched off, or left out by --only or --skip, may have had
// something to say. An entry of pipalint.toml is judged once all policies that it is about were checked, and nothing
// failed to be read.
//
// # 한국어
//
// 무시할 지적이 없는데 남아 있는 무시 설정를 찾습니다. 처리방침 안의 주석과 pipalint.toml의 [[ignore]]를 모두 봅니다.
//
// 내용을 고친 뒤에도 남아 있으면 다음에 생길 지적까지 가리고, 위치가 틀렸다면 처음부터 아무것도 가리지 못한 것입니다. 검사한
// 규칙만 셉니다. 꺼 두었거나 --only, --skip으로 뺀 규칙은 지적할 것이 있었는지 알 수 없기 때문입니다. pipalint.toml의 항목은
// 해당 처리방침을 모두 읽고 검사했을 때만 알립니다.
var IgnoreUnused = &analyzer.Rule{
	Name:     "ignore-unused",
	Doc:      analyzer.Text{Ko: "무시할 지적이 없는 무시 설정를 찾습니다", En: "finds what ignores findings that are not there"},
	Severity: analyzer.Warning,
	Late:     true,
	Run: func(p *analyzer.Pass) {
		for _, i := range p.Ignores {
			for _, name := range i.Unused(p.Today) {
				d := analyzer.Diagnostic{
					Message: analyzer.Text{
						Ko: fmt.Sprintf("무시할 지적이 없습니다: %s", name),
						En: fmt.Sprintf("there is no finding of %s to ignore", name)},
					Help: byPlace(i,
						analyzer.Text{
							Ko: "지적된 내용을 고쳤다면 이 주석을 지우고, 아니라면 지적이 시작되는 줄이나 그 문단 바로 앞으로 옮깁니다",
							En: "delete the comment if the finding was mended; else move it to the line on which the finding begins, or before its paragraph"},
						analyzer.Text{
							Ko: "지적된 내용을 고쳤다면 이 항목을 지우고, 아니라면 policy와 text를 확인합니다",
							En: "delete the entry if the finding was mended; else correct its policy or text"}),
				}
				atIgnore(&d, i, name)
				p.Report(d)
			}
		}
	},
}
