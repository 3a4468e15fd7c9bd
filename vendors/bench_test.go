package vendors

import "testing"

func BenchmarkRegistry(b *testing.B) {
	for b.Loop() {
		if _, err := readRegistry(files); err != nil {
			b.Fatal(err)
		}
	}
}
