package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// OfficerIncomplete reports a clause on the privacy officer that names neither a person nor a department,
// or that gives no telephone number, address or other contact.
//
// The Act asks for the name of the officer or of the department in charge, and for the contact. The
// numbers of outside bodies are no contact of the officer.
//
// # 한국어
//
// 개인정보 보호책임자 항목에 성명이나 부서명, 또는 연락처가 빠진 처리방침을 찾습니다.
//
// 법 제30조제1항제6호는 보호책임자의 성명 또는 담당 부서의 명칭과 전화번호 등 연락처를 적게 합니다. 외부 기관의 전화번호는
// 보호책임자의 연락처로 보지 않습니다.
var OfficerIncomplete = &analyzer.Rule{
	Name:     "officer-incomplete",
	Doc:      analyzer.Text{Ko: "보호책임자 항목에서 성명·부서명이나 연락처가 빠진 곳을 찾습니다", En: "finds a clause on the privacy officer without a name or without a contact"},
	Duty:     "cpo",
	Severity: analyzer.Warning,
	Run: incomplete(facts.Officer, particulars{
		clause: analyzer.Text{Ko: "개인정보 보호책임자", En: "the privacy officer"},
		elements: map[facts.Element]particular{
			"name_or_department": {analyzer.Text{Ko: "성명이나 담당 부서명", En: "the name or the department"}, analyzer.Text{Ko: "담당 부서: 개인정보보호팀", En: "Department: Privacy Team"}},
			"contact":            {analyzer.Text{Ko: "연락처", En: "a contact"}, analyzer.Text{Ko: "연락처: 02-0000-0000, privacy@example.com", En: "Contact: 02-0000-0000, privacy@example.com"}},
		},
	}, func(*analyzer.Pass, facts.Gap) (analyzer.Severity, bool) { return analyzer.Warning, false }),
}
