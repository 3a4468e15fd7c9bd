package date

import (
	"testing"
	"unicode/utf8"
)

// FuzzFind checks what holds for any text: dates that exist, in stretches that are in order, apart
// and whole characters.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"2022. 6. 15.(수)", "’22.6.15", "2024년 O4월 1O일", "令和元年5月1日", "July 1st, 2026", "2026 July 1", "1-Jul-2026",
		"２０２２．６．１５", "*2022*년 6월 15일", "20220615", "1.2022.6.15", "\xEF\xBC2022\xE4", "2022-06-15-2023-06-14",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, d := range Find(text) {
			if d.Start < end || d.End <= d.Start || d.End > len(text) {
				t.Fatalf("%q: %+v after %d", text, d, end)
			}
			end = d.End
			if !d.Date.IsValid() || d.Date.Year < 1990 || d.Date.Year > 2099 {
				t.Errorf("%q: %+v", text, d)
			}
			whole := utf8.RuneStart(text[d.Start]) && (end == len(text) || utf8.RuneStart(text[end]))
			if utf8.ValidString(text) && !whole {
				t.Errorf("%q: %+v cuts a character", text, d)
			}
		}
	})
}
