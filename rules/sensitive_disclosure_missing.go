package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// SensitiveDisclosureMissing asks where a policy collects sensitive data and lets users publish posts or
// profiles, and does not say that such data may become public; it reports an empty heading.
//
// Whether what is published may hold sensitive data, only the controller knows.
//
// With `discloses-sensitive-data = true` in the configuration, a policy that says nothing about it is an error,
// and one that denies it is a warning. With `discloses-sensitive-data = false` nothing is asked.
//
// # 한국어
//
// 민감정보를 수집하고 게시글이나 프로필을 공개하는 서비스이면서 민감정보의 공개 가능성을 알리지 않은 처리방침에 대하여
// 질문으로 알리고, 제목만 있고 내용이 없으면 경고로 알립니다.
//
// 공개되는 정보에 민감정보가 포함될 수 있는지는 개인정보처리자만 알 수 있으므로 질문으로만 알립니다.
//
// 설정에 `discloses-sensitive-data = true`가 있으면 그 내용이 전혀 없는 처리방침은 오류로, 해당 사항이 없다고 적은
// 처리방침은 경고로 알립니다. `discloses-sensitive-data = false`이면 묻지 않습니다.
var SensitiveDisclosureMissing = &analyzer.Rule{
	Name:     "sensitive-disclosure-missing",
	Doc:      analyzer.Text{Ko: "민감정보를 수집하고 게시글 등을 공개하면서 공개 가능성을 알리지 않은 처리방침을 찾습니다", En: "finds a policy with sensitive data and public posts that does not say what may become public"},
	Duty:     "sensitive-disclosure",
	Severity: analyzer.Error,
	Run: clause(facts.SensitiveDisclosure, clauseName{
		name: analyzer.Text{Ko: "민감정보의 공개 가능성 및 비공개 선택 방법", En: "that sensitive data may become public and how to keep it private"},
		help: analyzer.Text{
			Ko: "공개되는 정보에 민감정보가 포함될 수 있다는 사실과 비공개를 선택하는 방법을 적습니다",
			En: "say that what is published may hold sensitive data, and how to keep it private"},
	}),
}
