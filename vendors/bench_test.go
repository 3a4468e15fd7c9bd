package vendors

import (
	"strings"
	"testing"
)

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

// BenchmarkFind finds the names in an invented policy of 60 kB.
func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("회사는 서비스 제공을 위하여 다음과 같이 개인정보 처리업무를 외부 전문업체에 위탁하고 있습니다. 수탁자는 ㈜카카오페이(결제), Amazon Web Services, Inc. 및 가람상사이며, 이용자의 동의를 받은 경우에만 제3자에게 제공합니다. We do not sell personal information to any third party unless the user consents.\n", 180)
	b.SetBytes(int64(len(text)))
	Find(text)
	for b.Loop() {
		Find(text)
	}
}
