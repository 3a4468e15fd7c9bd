package company

import "testing"

// BenchmarkSplit splits a cell of five names.
func BenchmarkSplit(b *testing.B) {
	for b.Loop() {
		Split("㈜가람로지스, (주)누리페이(구 나래), 다온택배·라온택배 및 Garam Web Services, Inc. 등")
	}
}
