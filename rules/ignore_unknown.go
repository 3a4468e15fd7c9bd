package rules

import (
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/spelling"
)

// IgnoreUnknown reports a comment that was meant to ignore a finding and cannot: its directive is misspelt, it names
// no rule, or one that is not there, or its last day is no date.
//
// The rules about ignoring cannot be ignored, neither by a comment nor by an entry of pipalint.toml; its [rules] can
// switch them off. Other mistakes in pipalint.toml end the program before anything is checked.
//
// # 한국어
//
// 지적을 무시하려고 적었으나 효과가 없는 주석을 찾습니다. 지시어가 틀렸거나, 규칙 이름이 없거나 틀렸거나, 기한이 날짜가 아닌
// 경우입니다.
//
// 무시 설정에 관한 규칙은 주석으로도 pipalint.toml의 [[ignore]]로도 무시할 수 없고, [rules]에서 끌 수 있습니다. 그 밖에
// pipalint.toml을 잘못 적으면 검사하지 않고 끝냅니다.
var IgnoreUnknown = &analyzer.Rule{
	Name:     "ignore-unknown",
	Doc:      analyzer.Text{Ko: "지시어나 규칙 이름이 틀려 효과가 없는 무시 설정을 찾습니다", En: "finds what was meant to ignore a finding and is misspelt"},
	Severity: analyzer.Warning,
	Late:     true,
	Run: func(p *analyzer.Pass) {
		for _, i := range p.Ignores {
			if i.Fault.Kind != analyzer.NoFault {
				reportUnknown(p, i, "", faultMessage(i.Fault), ignoreForm)
				continue
			}
			for _, name := range i.Rules {
				if message, help, ok := notIgnorable(p, name); ok {
					reportUnknown(p, i, name, message, help)
				}
			}
		}
	},
}

// ignoreForm is how a comment is written.
var ignoreForm = analyzer.Text{
	Ko: "<!-- pipalint:ignore 규칙: 이유 --> 형식으로 적습니다. 규칙이 여럿이면 쉼표로 나누고, 기한은 콜론 앞에 until 2027-03-01처럼 적습니다",
	En: "write <!-- pipalint:ignore RULE: reason -->, with commas between rules, and a last day before the colon, as until 2027-03-01"}

// reportUnknown reports an ignore that does not do what it was meant to.
func reportUnknown(p *analyzer.Pass, i *analyzer.Ignore, name string, message, help analyzer.Text) {
	d := analyzer.Diagnostic{Message: message, Help: help}
	atIgnore(&d, i, name)
	p.Report(d)
}

func faultMessage(f analyzer.IgnoreFault) analyzer.Text {
	switch f.Kind {
	case analyzer.NoRule:
		return analyzer.Text{Ko: "무시할 규칙을 적지 않았습니다", En: "it does not say which rule to ignore"}
	case analyzer.WrongName:
		return analyzer.Text{
			Ko: fmt.Sprintf("규칙 이름과 이유가 나뉘어 있지 않습니다: “%s”", f.Text),
			En: fmt.Sprintf("no colon or comma parts the names of rules and the reason: “%s”", f.Text)}
	case analyzer.WrongDate:
		return analyzer.Text{
			Ko: fmt.Sprintf("until 뒤에 적은 것이 날짜가 아닙니다: “%s”", f.Text),
			En: fmt.Sprintf("what stands behind until is no date: “%s”", f.Text)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("알 수 없는 지시어입니다: “%s”", f.Text),
		En: fmt.Sprintf("there is no directive “%s”", f.Text)}
}

// notIgnorable says why the findings of a rule cannot be ignored, if so.
func notIgnorable(p *analyzer.Pass, name string) (message, help analyzer.Text, ok bool) {
	all := p.AllRules()
	if n := slices.IndexFunc(all, func(r *analyzer.Rule) bool { return r.Name == name }); n >= 0 {
		return analyzer.Text{
				Ko: fmt.Sprintf("무시 설정에 관한 규칙은 무시할 수 없습니다: %s", name),
				En: fmt.Sprintf("%s is about ignoring, and cannot be ignored", name)}, analyzer.Text{
				Ko: fmt.Sprintf("필요 없으면 pipalint.toml의 [rules]에 %s = \"off\"를 적습니다", name),
				En: fmt.Sprintf("if it is not wanted, write %s = \"off\" under [rules] in pipalint.toml", name)},
			all[n].Late
	}
	var names []string
	for _, r := range all {
		if !r.Late {
			names = append(names, r.Name)
		}
	}
	help = analyzer.Text{Ko: "규칙 이름은 pipalint rules로 볼 수 있습니다", En: "pipalint rules lists the names"}
	if near, found := spelling.Nearest(name, names); found {
		help = analyzer.Text{Ko: fmt.Sprintf("%s 규칙을 뜻한 것인지 확인합니다", near), En: fmt.Sprintf("did you mean %s?", near)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("그런 규칙이 없습니다: %s", name),
		En: fmt.Sprintf("there is no rule “%s”", name)}, help, true
}
