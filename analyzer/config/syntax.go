package config

import (
	"fmt"
	"strings"

	"github.com/pipalint/pipalint/tomltree"
)

// syntax notes where a text is no TOML, in the words of the library; in Korean in ours for what is met most.
func (r *reader) syntax(at tomltree.Span, message string) {
	message = strings.TrimPrefix(message, "toml: ")
	r.fault(at, "TOML 문법에 맞지 않습니다: %[2]s", "invalid TOML: %[1]s", message, inKorean(message))
}

// inKorean is a message of the library in Korean, or as it is where it is a rare one.
func inKorean(message string) string {
	for _, m := range [...]struct{ part, ko string }{
		{"at start of value", "값이 아닙니다. 문자열은 큰따옴표로 묶어야 합니다"},
		{"strings cannot have new lines", "따옴표가 같은 줄에서 닫히지 않았습니다"},
		{"unterminated", "따옴표가 닫히지 않았습니다"},
		{"strings must be quoted", "값이 아닙니다. 문자열은 큰따옴표로 묶어야 합니다"},
		{"expected keyword", "값이 아닙니다. 문자열은 큰따옴표로 묶어야 합니다"},
		{"array is incomplete", "목록이 ]로 닫히지 않았습니다"},
		{"after array value", "목록의 값 다음에 쉼표(,)나 ]가 와야 합니다"},
		{"inline table is incomplete", "표가 }로 닫히지 않았습니다"},
		{"expected '=' after key", "키 다음에 =이 와야 합니다"},
		{"to close table name", "표 이름이 ]로 닫히지 않았습니다"},
		{"to close array table name", "표 이름이 ]]로 닫히지 않았습니다"},
		{"expected newline", "값 다음에는 줄을 바꾸어야 합니다"},
		{"not end of input", "값이 없습니다"},
		{"invalid escape character", "큰따옴표 안의 \\는 정해진 문자 앞에만 쓸 수 있습니다. \\\\로 적거나 작은따옴표로 묶어야 합니다"},
		{"invalid character at start of key", "키에는 영문자, 숫자, -, _만 씁니다. 그 밖의 글자는 따옴표로 묶습니다"},
		{"control characters", "쓸 수 없는 제어 문자가 있습니다"},
		{"should be a table, not", "앞에서 값을 적은 키를 표로 다시 적었습니다"},
		{"nested more than", "너무 깊이 들어 있습니다"},
		{"already exists", "같은 표가 앞에 있습니다"},
		{"is already defined", "같은 키가 앞에 있습니다"},
	} {
		if strings.Contains(message, m.part) {
			return fmt.Sprintf("%s (%s)", m.ko, message)
		}
	}
	return message
}
