package scrape

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// FuzzDecode checks what holds for any bytes: the text is valid, its offsets lead into the file in
// order, and the faults are stretches of U+FFFD.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		koreanText, stored(f, korean.EUCKR, koreanText), stored(f, japanese.ShiftJIS, japaneseText),
		stored(f, japanese.EUCJP, japaneseText), "\xEF\xBB\xBF가\xFF나", "\xFF\xFEa\x00\x00\xD8", "\xFE\xFF\xD8\x00",
		"<meta charset=euc-kr>\xB0\xA1\xB0", "<!-- <meta charset=big5> -->\x88\x62", "<?xml encoding='gb18030'?>\x81\x30\x81\x30",
		koreanText + stored(f, korean.EUCKR, koreanText), "<p>가나</p>\xB0\xA1\xB3\xAA <p>\xFF가</p>\xB0\xA1\xB3\xAA", "a\x00\x00\xB3\n\x00",
		"<meta charset=iso-2022-jp>\x1b$B$\"\x1b(B", "<%@ page pageEncoding=\"MS949\" %>\x8Cc", "<meta http-equiv=content-type content=\"",
	} {
		f.Add([]byte(seed), "")
		f.Add([]byte(seed), "text/html; charset=euc-kr")
	}
	f.Add([]byte("\x00a\x00b"), "charset=utf-16be")
	f.Fuzz(func(t *testing.T, raw []byte, contentType string) {
		file, faults := decode("a.html", raw, contentType, policy.HTML)
		if !utf8.ValidString(file.Text) || file.Encoding == "" {
			t.Fatalf("%s text %q", file.Encoding, file.Text)
		}
		last := 0
		for at, r := range file.Text {
			s := file.Raw(policy.Span{Start: at, End: at + utf8.RuneLen(r)})
			if s.Start < last || s.End < s.Start || s.End > len(raw) {
				t.Fatalf("offset %d leads to %v after %d, of %d bytes", at, s, last, len(raw))
			}
			last = s.Start
		}
		end, kind := 0, policy.FaultKind("")
		for _, s := range faults {
			if s.Start < end || s.Start == end && s.kind == kind || s.Len() <= 0 || s.End > len(file.Text) {
				t.Fatalf("fault %v after %d of %d", s, end, len(file.Text))
			}
			end, kind = s.End, s.kind
			for _, r := range file.Text[s.Start:s.End] {
				if kind == policy.FaultBytes && r != utf8.RuneError {
					t.Fatalf("fault %v covers %q", s, file.Text[s.Start:s.End])
				}
			}
		}
	})
}
