package company

import "testing"

// BenchmarkSplit splits what cells hold: one name, and five with what stands around them.
func BenchmarkSplit(b *testing.B) {
	for name, text := range map[string]string{
		"one":  "㈜가람로지스",
		"five": "㈜가람로지스, (주)누리페이(구 나래), 다온택배·라온택배 및 Garam Web Services, Inc. 등",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Split(text)
			}
		})
	}
}
