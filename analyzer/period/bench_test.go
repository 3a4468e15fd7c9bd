package period

import (
	"strings"
	"testing"
)

// BenchmarkFind reads a page of prose that is nearly all other words.
func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("회사는 이용자의 개인정보를 수집 및 이용 목적이 달성된 후에는 지체 없이 파기하며, 계약에 관한 기록은 5년간 보관합니다. ", 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
