package phrases

import (
	"strings"
	"testing"
)

func TestTry(t *testing.T) {
	for _, w := range []string{"개인정보 수집 목적 파기 제공 ", "개인정보", "파기 ", "목적 수집 이용 "} {
		for _, n := range []int{100000} {
			text := strings.Repeat(w, n)
			b := testing.Benchmark(func(b *testing.B) {
				for range b.N {
					met(Default(), text)
				}
			})
			t.Log("default", w, n, b.NsPerOp()/1000, "us")
		}
	}
}
