package vendors

import "testing"

func BenchmarkRegistry(b *testing.B) {
	for b.Loop() {
		if _, err := readRegistry(files); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNameIndex(b *testing.B) {
	All()
	for b.Loop() {
		newNameIndex()
	}
}

func BenchmarkKeys(b *testing.B) {
	All()
	for b.Loop() {
		newKeys()
	}
}
