package period

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzFind checks what holds for any text: stretches that are in order, apart and whole characters,
// and lengths that are some time.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"회원 탈퇴 후 6개월 간", "3~5년", "five (5) years from", "１年６か月", "2년 반", "최소 6개월 이상", "한 달", "六ヶ月", "until the purpose is achieved", "1,000일", "5(오)년", "십일일", "1.5년", "\xEF\xBC5년", "5\u200B년\u3099",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		check := func(start, stop int) {
			if start < end || stop <= start || stop > len(text) {
				t.Fatalf("%q: %d to %d after %d", text, start, stop, end)
			}
			if utf8.ValidString(text) && (!utf8.RuneStart(text[start]) || stop < len(text) && !utf8.RuneStart(text[stop])) {
				t.Fatalf("%q: %d to %d cuts a character", text, start, stop)
			}
			end = stop
		}
		for _, l := range Lengths(text) {
			check(l.Start, l.End)
			if l.Longest().IsZero() || !l.Max.IsZero() && !longer(l.Max, l.Amount) {
				t.Errorf("%q: %+v", text, l)
			}
		}
		end = 0
		for _, p := range Find(text) {
			check(p.Start, p.End)
		}
		if p := Parse(text); !p.IsZero() {
			end = 0
			check(p.Start, p.End)
		}
	})
}

// BenchmarkLongTexts measures how many times as long texts take of twice the length that would show a search
// that starts over from each place: x-half is 2 where the time is linear, 4 where it is quadratic.
func BenchmarkLongTexts(b *testing.B) {
	read := func(part string, n int) time.Duration {
		text := strings.Repeat(part, n/len(part))
		start := time.Now()
		Find(text)
		Lengths(text)
		return time.Since(start)
	}
	var short, long time.Duration
	for b.Loop() {
		for _, part := range []string{"5", "5~", "일", "십", "1년 ", "twenty ", "탈퇴 ", "(5", " ", "최소", "1,000,", "한한", "a a "} {
			long += read(part, 1<<16)
			short += read(part, 1<<15)
		}
	}
	b.ReportMetric(float64(long)/float64(short), "x-half")
}
