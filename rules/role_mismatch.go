package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RoleMismatch reports a company that a policy lists for the same work both as a processor and as a third
// party to whom data are provided.
//
// The Act treats the two differently. A third party uses data for purposes of its own, and as a rule gets
// them with the data subject's consent (article 17); a processor does the controller's work, without consent,
// and is published (article 26). For one kind of work a company is one or the other. A company with different
// work in its two roles is left alone, and so are lists under one heading for both, transfers abroad, and
// provision by law. Where the work is worded otherwise, or says little, the rule asks.
//
// # 한국어
//
// 같은 회사가 같은 업무로 위탁 목록과 제3자 제공 목록에 모두 적힌 곳을 찾습니다.
//
// 개인정보 보호법은 두 경우를 다르게 다룹니다. 제3자 제공은 제공받는 자의 업무와 이익을 위한 것으로 원칙적으로 정보주체의 동의가
// 필요하고(제17조), 처리위탁은 위탁자의 업무를 위한 것으로 동의 대신 위탁업무와 수탁자를 공개합니다(제26조). 따라서 하나의
// 업무는 둘 중 하나에 해당합니다. 두 목록의 업무가 서로 다르거나, 제공과 위탁을 한 목록에 함께 적었거나, 국외 이전이나 법령에 따른
// 제공인 경우에는 알리지 않습니다. 업무의 표현이 다르거나 막연하면 다른 업무인지 묻습니다.
var RoleMismatch = &analyzer.Rule{
	Name:     "role-mismatch",
	Doc:      analyzer.Text{Ko: "같은 업무로 위탁 목록과 제3자 제공 목록에 모두 적힌 회사를 찾습니다", En: "finds companies listed both as a processor and as a third party for the same work"},
	Duty:     "roles-apart",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for all := facts.DoubleRoles.Of(p); len(all) > 0; {
			n := 1
			for n < len(all) && isSameRow(&all[n], &all[0]) {
				n++
			}
			switch facts.Kinds.Of(p)[all[0].ThirdParty.Name.At.Page] {
			case facts.PolicyKind, facts.Subpage:
				p.Report(bothRoles(p, all[:n]))
			}
			all = all[n:]
		}
	},
}

// isSameRow reports whether two companies stand in the same rows of both lists.
func isSameRow(a, b *facts.DoubleRole) bool {
	return a.ThirdParty.Row == b.ThirdParty.Row && a.Processor.Row == b.Processor.Row && a.Plain == b.Plain
}

// bothRoles is the finding about the companies of one row.
func bothRoles(p *analyzer.Pass, list []facts.DoubleRole) analyzer.Diagnostic {
	var names []string
	for _, one := range list {
		if !slices.Contains(names, one.ThirdParty.Name.Text) {
			names = append(names, one.ThirdParty.Name.Text)
		}
	}
	who, first := strings.Join(names, ", "), list[0]
	d := analyzer.Diagnostic{
		Subject: companyPart(names...),
		Message: analyzer.Text{
			Ko: fmt.Sprintf("같은 업무로 위탁 목록과 제3자 제공 목록에 모두 적혀 있습니다: %s (%s)", who, first.ThirdParty.Purpose.Text),
			En: fmt.Sprintf("listed both as a processor and as a third party for the same work: %s (%s)", who, first.ThirdParty.Purpose.Text)},
		Help: analyzer.Text{
			Ko: "위탁자의 업무를 위해 처리하면 위탁 목록에만, 제공받는 자의 업무와 이익을 위해 이용하면 제3자 제공 목록에만 적습니다",
			En: "list it only as a processor if it does the controller's work, only as a third party if it uses the data for its own purposes"}}
	if !first.Plain {
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("위탁 목록과 제3자 제공 목록에 모두 적혀 있습니다(%s). 서로 다른 업무입니까?", who),
			En: fmt.Sprintf("listed both as a processor and as a third party (%s): is the work different?", who)}
	}
	at(p, &d, first.ThirdParty.Name.At.Page, first.ThirdParty.Name.At.Range)
	other := first.Processor.Name.At
	d.Related = []analyzer.Related{related(p, other.Page, other.Range, analyzer.Text{Ko: "수탁자로 적힌 곳", En: "listed here as a processor"})}
	return d
}
