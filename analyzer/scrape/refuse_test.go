package scrape

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

func TestParseRefusesBytes(t *testing.T) {
	noise := make([]byte, 4096)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	utf16 := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	kr := stored(t, korean.EUCKR, koreanText)
	for _, test := range []struct {
		name, raw string
		want      error
	}{
		{"nothing", "", ErrEmpty},
		{"white space", " \n\t", ErrEmpty},
		{"a mark alone", "\xEF\xBB\xBF", ErrEmpty},
		{"a paragraph of nothing", "<html><body><p>&nbsp;</p></body></html>", ErrEmpty},
		{"signs that are not seen", "<p>\u200B&#8203;\u3000&shy;\uFEFF</p>", ErrEmpty},
		{"PDF", "%PDF-1.7 " + koreanText, ErrBinary},
		{"random bytes", string(noise), ErrBinary},
		{"zeros", "\x7Fabc\x01\x00\x00\x00\x10\x00\x00\x00\x02\x00", ErrBinary},
		{"numbers of two bytes", strings.Repeat("\x01\x00\x10\x00a\x00\x05\x00", 50), ErrBinary},
		{"control characters", strings.Repeat("\x01\x02abcd\x1Befgh", 50), ErrBinary},
		{"UTF-32", "\xFF\xFE\x00\x00<\x00\x00\x00", ErrEncoding},
		{"ISO-2022-KR", "\x1b$)C<p>\x0e0!3*\x0f", ErrEncoding},
		{"UTF-8 without its first bytes", "<p>" + strings.Repeat("\x9C\x80 \xBC\x9F ", 100), ErrEncoding},
		{"nested without end", strings.Repeat("<div>", 600) + koreanText, ErrNesting},

		{"half EUC-KR", koreanText + kr, nil},
		{"half UTF-8", kr + koreanText, nil},
		{"a lost part", strings.Repeat(koreanText, 4) + strings.Repeat("\xFF\xFE", 80) + koreanText, nil},
		{"UTF-16 without a mark", stored(t, utf16, "<p>"+koreanText), nil},
		{"Japanese by escape sequences, declared", "<meta charset=iso-2022-jp><p>" + stored(t, japanese.ISO2022JP, japaneseText), nil},
		{"a zero", koreanText + koreanText + "\x00", nil},
		{"a page of a script", "<html><body><script>render()</script></body></html>", nil},
		{"a page of an image", "<p>&nbsp;<img src=a.png></p>", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Parse("a.html", []byte(test.raw), Options{}); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
}

// TestParseDeclared checks that what a page declares counts where nobody says that it is HTML.
func TestParseDeclared(t *testing.T) {
	doc, err := Parse("a", []byte("<meta charset=windows-1252><p>the shop\x92s caf\xe9</p>"), Options{})
	if err != nil || doc.Visible != "the shop’s café" {
		t.Fatalf("got %v, %v", doc, err)
	}
}

// A page without a block is read as it is written, but for what shows nothing in a browser either.
func TestPageOfScripts(t *testing.T) {
	const page = "<html><body><app-root></app-root><style>a { color: red }</style>%s<script>render('개인정보 처리방침')</script><SCRIPT>go()</SCRIPT></body></html>"
	for _, shown := range []string{"", "개인정보 처리방침"} {
		doc, err := Parse("a.html", []byte(strings.Replace(page, "%s", shown, 1)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(doc.Visible); got != shown || len(doc.Resources) != 2 {
			t.Errorf("it shows %q and has %d resources, want %q and 2", got, len(doc.Resources), shown)
		}
	}
}
