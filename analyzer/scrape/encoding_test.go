package scrape

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/pipalint/pipalint/analyzer/policy"
)

const (
	koreanText   = "주식회사 가나다는 개인정보를 다음의 목적을 위하여 처리합니다. (보유기간: 5년)\n"
	japaneseText = "当社は、お客様の個人情報を次の目的のために利用いたします。カタカナもあります。\n"
	englishText  = "We process personal information for the purposes below.\n"
	longScript   = "<script>var s = 'abcdefghijklmnopqrstuvwxyz';</script>\n"
)

// stored is text as e stores it.
func stored(t testing.TB, e encoding.Encoding, text string) string {
	t.Helper()
	s, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatalf("cannot store %q: %v", text, err)
	}
	return s
}

func TestDecodeChoosesEncoding(t *testing.T) {
	late := strings.Repeat(longScript, 60)
	meta := func(label string) string { return `<meta charset="` + label + `">` + "\n" }
	kr := stored(t, korean.EUCKR, koreanText)
	for _, test := range []struct {
		name, raw, contentType string
		encoding, want         string // want is the decoded text
	}{
		{"nothing", "", "", "utf-8", ""},
		{"ASCII", englishText, "", "utf-8", englishText},
		{"ASCII, declared", meta("euc-kr") + englishText, "", "euc-kr", meta("euc-kr") + englishText},
		{"ASCII, UTF-16 in the header", englishText, "text/html; charset=utf-16", "utf-8", englishText},
		{"UTF-8, undeclared", koreanText, "", "utf-8", koreanText},
		{"UTF-8, undeclared, late", late + koreanText, "", "utf-8", late + koreanText},
		{"UTF-8 declared EUC-KR", meta("euc-kr") + koreanText, "", "utf-8", meta("euc-kr") + koreanText},
		{"UTF-8, header says EUC-KR", koreanText, "text/html; charset=EUC-KR", "utf-8", koreanText},
		{"UTF-8 with a mark", "\xEF\xBB\xBF" + koreanText, "", "utf-8", koreanText},
		{"UTF-8 with two marks", "\xEF\xBB\xBF\xEF\xBB\xBF" + koreanText, "", "utf-8", koreanText},
		{"UTF-8 mark, ASCII, other meta", "\xEF\xBB\xBF" + meta("euc-kr"), "", "utf-8", meta("euc-kr")},
		{"EUC-KR, undeclared", kr, "", "euc-kr", koreanText},
		{"EUC-KR, undeclared, late", late + kr, "", "euc-kr", late + koreanText},
		{"EUC-KR in the header", kr, "text/html;charset=euc-kr", "euc-kr", koreanText},
		{"EUC-KR, header quoted", kr, `text/html; Charset = "EUC-KR"; x=y`, "euc-kr", koreanText},
		{"EUC-KR, late meta", late + meta("cp949") + kr, "", "euc-kr", late + meta("cp949") + koreanText},
		{"EUC-KR declared UTF-8", meta("utf-8") + kr, "", "euc-kr", meta("utf-8") + koreanText},
		{"EUC-KR, header says UTF-8", kr, "text/html; charset=utf-8", "euc-kr", koreanText},
		{"EUC-KR, header says Latin", meta("euc-kr") + kr, "text/html; charset=iso-8859-1", "euc-kr", meta("euc-kr") + koreanText},
		{"EUC-KR declared Latin", meta("iso-8859-1") + kr, "", "euc-kr", meta("iso-8859-1") + koreanText},
		{"EUC-KR declared Shift_JIS", meta("shift_jis") + kr, "", "euc-kr", meta("shift_jis") + koreanText},
		{"EUC-KR, unknown label", meta("hangul") + kr, "", "euc-kr", meta("hangul") + koreanText},
		{"EUC-KR behind a UTF-8 mark", "\xEF\xBB\xBF" + kr, "", "euc-kr", koreanText},
		{"bullets", stored(t, korean.EUCKR, "ㅇ 이름\nㆍ 주소\n"), "", "euc-kr", "ㅇ 이름\nㆍ 주소\n"},
		{"UTF-16LE", "\xFF\xFE" + stored(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), koreanText), "", "utf-16le", koreanText},
		{"UTF-16BE", "\xFE\xFF" + stored(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), koreanText), "", "utf-16be", koreanText},
		{"UTF-16BE in the header", stored(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), koreanText), "text/plain; charset=utf-16be", "utf-16be", koreanText},
		{"Shift_JIS, undeclared", stored(t, japanese.ShiftJIS, japaneseText), "", "shift_jis", japaneseText},
		{"Shift_JIS declared", meta("shift_jis") + stored(t, japanese.ShiftJIS, japaneseText), "", "shift_jis", meta("shift_jis") + japaneseText},
		{"EUC-JP, undeclared", stored(t, japanese.EUCJP, japaneseText), "", "euc-jp", japaneseText},
		{"EUC-JP declared UTF-8", meta("utf-8") + stored(t, japanese.EUCJP, japaneseText), "", "euc-jp", meta("utf-8") + japaneseText},
		{"ISO-2022-JP declared", meta("iso-2022-jp") + stored(t, japanese.ISO2022JP, japaneseText), "", "iso-2022-jp", meta("iso-2022-jp") + japaneseText},
		{"ISO-2022-JP, declared UTF-8", meta("utf-8") + stored(t, japanese.ISO2022JP, japaneseText) + ".", "", "iso-2022-jp", meta("utf-8") + japaneseText + "."},
		{"Latin declared", meta("iso-8859-1") + "Caf\xe9 Z\xfcrich", "", "windows-1252", meta("iso-8859-1") + "Café Zürich"},
		{"GBK declared", meta("gb2312") + stored(t, simplifiedchinese.GBK, "个人信息保护政策"), "", "gbk", meta("gb2312") + "个人信息保护政策"},
		{"Big5, pair of code points", meta("big5") + stored(t, traditionalchinese.Big5, "個人資料保護政策") + "\x88\x62.", "", "big5", meta("big5") + "個人資料保護政策\u00ca\u0304."},
		{"Latin of Windows declared", meta("windows-1252") + "the shop\x92s caf\xe9", "", "windows-1252", meta("windows-1252") + "the shop’s café"},
		{"GB18030 declared", meta("gb18030") + stored(t, simplifiedchinese.GB18030, "个人信息保护政策"), "", "gb18030", meta("gb18030") + "个人信息保护政策"},
		{"UTF-16LE, no mark", stored(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), meta("utf-8")+koreanText), "", "utf-16le", meta("utf-8") + koreanText},
		{"UTF-16BE, no mark, no markup", stored(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), koreanText+"대가 저가\n"), "", "utf-16be", koreanText + "대가 저가\n"},
		{"UTF-8 with a zero", koreanText + "\x00", "", "utf-8", koreanText + "\x00"},
		{"Latin, undeclared", "caf\xe9 noir", "", "utf-8", "caf\uFFFD noir"},
		{"replacement declared", meta("iso-2022-kr") + englishText, "", "utf-8", meta("iso-2022-kr") + englishText},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, _ := decode("a.html", []byte(test.raw), test.contentType, policy.HTML)
			if f.Encoding != test.encoding || f.Text != test.want {
				t.Errorf("got %s %q, want %s %q", f.Encoding, f.Text, test.encoding, test.want)
			}
			if raw := f.Raw(policy.Span{Start: 0, End: len(f.Text)}); raw.Start < 0 || raw.End != len(test.raw) && test.name != "ISO-2022-JP declared" {
				t.Errorf("stored text is %v of %d bytes", raw, len(test.raw))
			}
		})
	}
}

func TestLabelled(t *testing.T) {
	for _, test := range []struct{ label, want string }{
		{"euc-kr", "euc-kr"}, {"EUC-KR", "euc-kr"}, {"euckr", "euc-kr"}, {"cp949", "euc-kr"}, {"MS949", "euc-kr"},
		{"uhc", "euc-kr"}, {"ks_c_5601-1987", "euc-kr"}, {"ksc5601", "euc-kr"}, {"x-windows-949", "euc-kr"},
		{"windows-949", "euc-kr"}, {"korean", "euc-kr"}, {" 'euc-kr' ", "euc-kr"}, {"iso-ir-149", "euc-kr"},
		{"utf8", "utf-8"}, {"UTF-8/", "utf-8"}, {"shift-jis", "shift_jis"}, {"x-sjis", "shift_jis"},
		{"euc-jp", "euc-jp"}, {"utf-16", "utf-16le"}, {"latin1", "windows-1252"}, {"gb2312", "gbk"},
		{"", ""}, {"hangul", ""}, {"iso-2022-kr", ""}, {"x-user-defined", ""}, {"<%=enc%>", ""},
	} {
		if c, _ := labelled(test.label); c.name != test.want {
			t.Errorf("%q is %q, want %q", test.label, c.name, test.want)
		}
	}
}

func TestDeclarations(t *testing.T) {
	for _, test := range []struct {
		name, page, contentType string
		want                    string
	}{
		{"none", `<p>charset=euc-kr</p>`, "", ""},
		{"header first", `<meta charset=utf-8>`, "text/html; charset=ms949", "euc-kr utf-8"},
		{"header without", `<meta charset=utf-8>`, "text/html", "utf-8"},
		{"unquoted and closed", `<meta charset=euc-kr/>`, "", "euc-kr"},
		{"upper case", `<META CHARSET='EUC-KR'>`, "", "euc-kr"},
		{"http-equiv", `<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">`, "", "euc-kr"},
		{"http-equiv, other order", `<meta content='text/html;charset=euc-kr' http-equiv='content-type' />`, "", "euc-kr"},
		{"http-equiv, unquoted", `<meta http-equiv=Content-Type content=text/html;charset=euc-kr>`, "", "euc-kr"},
		{"content alone", `<meta name="x" content="text/html; charset=euc-kr">`, "", ""},
		{"another element", `<metadata charset="euc-kr"><script charset="euc-kr"></script>`, "", ""},
		{"XML declaration", `<?xml version="1.0" encoding="EUC-KR"?><html>`, "", "euc-kr"},
		{"JSP pageEncoding", `<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="MS949"%>`, "", "utf-8 euc-kr"},
		{"JSP contentType", `<%@page contentType="text/html;charset=euc-kr" %>`, "", "euc-kr"},
		{"in a comment", `<!-- <meta charset="euc-kr"> --><meta charset="utf-8">`, "", "utf-8"},
		{"in a script", `<script>d.write('<meta charset="euc-kr">')</script><meta charset="utf-8">`, "", "utf-8"},
		{"in an open comment", `<!-- <meta charset="euc-kr">`, "", ""},
		{"cut off", `<meta charset="euc-kr"`, "", ""},
		{"cut off in a value", `<meta charset="euc-kr>`, "", ""},
		{"late", strings.Repeat(longScript, 60) + `<meta charset="euc-kr">`, "", "euc-kr"},
		{"twice", `<meta charset="euc-kr"><meta charset="cp949">`, "", "euc-kr"},
	} {
		var got []string
		for _, c := range declarations([]byte(test.page), test.contentType, policy.HTML) {
			got = append(got, c.name)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
	if got := declarations([]byte("<meta charset=euc-kr>"), "", policy.Markdown); got != nil {
		t.Errorf("a Markdown file declares %v", got)
	}
}

func TestDecodeFaults(t *testing.T) {
	kr := stored(t, korean.EUCKR, koreanText)
	for _, test := range []struct {
		name, raw  string
		encoding   string
		faults     []policy.Span
		raws       []policy.Span // the stored bytes of each fault
		replacings int           // U+FFFD in the text
	}{
		{"own U+FFFD", koreanText + "\uFFFD", "utf-8", nil, nil, 1},
		{"one byte", koreanText + "가\xFF나", "utf-8",
			[]policy.Span{{Start: len(koreanText) + 3, End: len(koreanText) + 6}},
			[]policy.Span{{Start: len(koreanText) + 3, End: len(koreanText) + 4}}, 1},
		{"cut syllable, declared", "<meta charset=utf-8>" + koreanText + "\xEA\xB0", "utf-8",
			[]policy.Span{{Start: len(koreanText) + 20, End: len(koreanText) + 26}},
			[]policy.Span{{Start: len(koreanText) + 20, End: len(koreanText) + 22}}, 2},
		{"first byte, own U+FFFD after it", "\xFF\uFFFD" + koreanText, "utf-8",
			[]policy.Span{{Start: 0, End: 3}}, []policy.Span{{Start: 0, End: 1}}, 2},
		{"two places behind a mark", "\xEF\xBB\xBF\x80가\x80" + koreanText, "utf-8",
			[]policy.Span{{Start: 0, End: 3}, {Start: 6, End: 9}},
			[]policy.Span{{Start: 3, End: 4}, {Start: 7, End: 8}}, 2},
		{"declared EUC-KR, broken UTF-8", "<meta charset=euc-kr>" + koreanText + "\xFF.", "utf-8",
			[]policy.Span{{Start: len(koreanText) + 21, End: len(koreanText) + 24}},
			[]policy.Span{{Start: len(koreanText) + 21, End: len(koreanText) + 22}}, 1},
		{"EUC-KR, byte before ASCII", kr + "\xB0 .", "euc-kr",
			[]policy.Span{{Start: len(koreanText), End: len(koreanText) + 3}},
			[]policy.Span{{Start: len(kr), End: len(kr) + 1}}, 1},
		{"EUC-KR, cut at the end", kr + "\xB0", "euc-kr",
			[]policy.Span{{Start: len(koreanText), End: len(koreanText) + 3}},
			[]policy.Span{{Start: len(kr), End: len(kr) + 1}}, 1},
		{"UTF-16, half a pair and half a unit", "\xFF\xFE\x00\xD8A\x00B", "utf-16le",
			[]policy.Span{{Start: 0, End: 3}, {Start: 4, End: 7}},
			[]policy.Span{{Start: 2, End: 4}, {Start: 6, End: 7}}, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, faults := decode("a.html", []byte(test.raw), "", policy.HTML)
			if f.Encoding != test.encoding {
				t.Errorf("got %s, want %s", f.Encoding, test.encoding)
			}
			if len(faults) != len(test.faults) {
				t.Fatalf("got %v, want %v", faults, test.faults)
			}
			for i, s := range faults {
				if s.Span != test.faults[i] || f.Raw(s.Span) != test.raws[i] {
					t.Errorf("got %v of %v, want %v of %v", s, f.Raw(s.Span), test.faults[i], test.raws[i])
				}
			}
			if n := strings.Count(f.Text, "\uFFFD"); n != test.replacings {
				t.Errorf("got %d U+FFFD, want %d", n, test.replacings)
			}
		})
	}
}

// TestDecodeMixed checks files whose parts are stored in two encodings.
func TestDecodeMixed(t *testing.T) {
	line, next := koreanText, "정보주체는 열람을 요구할 수 있습니다.\n"
	kr := stored(t, korean.EUCKR, line)
	for _, test := range []struct {
		name, raw, encoding, text string
		mixed, lost               []string // what stands at the faults
	}{
		{"a line of EUC-KR", next + kr + next, "utf-8", next + line + next, []string{line[:len(line)-1]}, nil},
		{"a line of UTF-8", kr + next + kr, "euc-kr", line + next + line, []string{next[:len(next)-1]}, nil},
		{"half and half", next + next + kr, "utf-8", next + next + line, []string{line[:len(line)-1]}, nil},
		{"half and half, the other way", kr + next + next, "utf-8", line + next + next, []string{line[:len(line)-1]}, nil},
		{"two lines of EUC-KR are one place", next + kr + kr + next + next, "utf-8", next + line + line + next + next, []string{line + line[:len(line)-1]}, nil},
		{"between two tags of a line", next + next + "<b>" + stored(t, korean.EUCKR, "이용") + "</b>" + next, "utf-8", next + next + "<b>이용</b>" + next, []string{"이용"}, nil},
		{"a word", next + "회원 " + stored(t, korean.EUCKR, "정보") + " 관리", "utf-8", next + "회원 정보 관리", []string{"정보"}, nil},
		{"a word of one syllable is no proof", next + "회원 " + stored(t, korean.EUCKR, "등") + " 관리", "utf-8", next + "회원 \uFFFD\uFFFD 관리", nil, []string{"\uFFFD\uFFFD"}},
		{"a sign alone in a line of UTF-8", kr + kr + "②\n" + kr, "euc-kr", line + line + "②\n" + line, []string{"②"}, nil},
		{"a broken character", next + "회\xEC\x9B 관리", "utf-8", next + "회\uFFFD\uFFFD 관리", nil, []string{"\uFFFD\uFFFD"}},
		{"a name in Latin", next + "Caf\xE9 Z\xFCrich", "utf-8", next + "Caf\uFFFD Z\uFFFDrich", nil, []string{"\uFFFD", "\uFFFD"}},
		{"EUC-KR that is valid UTF-8", kr + stored(t, korean.EUCKR, "처 책"), "euc-kr", line + "처 책", nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, faults := decode("a.html", []byte(test.raw), "", policy.HTML)
			if f.Encoding != test.encoding || f.Text != test.text {
				t.Errorf("got %s %q, want %s %q", f.Encoding, f.Text, test.encoding, test.text)
			}
			var mixed, lost []string
			for _, s := range faults {
				text := f.Text[s.Start:s.End]
				if s.kind == policy.FaultBytes {
					lost = append(lost, text)
					continue
				}
				mixed = append(mixed, text)
				raw := test.raw[f.Raw(s.Span).Start:f.Raw(s.Span).End]
				if back := stored(t, korean.EUCKR, text); raw != back && raw != text {
					t.Errorf("%q leads to %q", text, raw)
				}
			}
			if !slices.Equal(mixed, test.mixed) || !slices.Equal(lost, test.lost) {
				t.Errorf("got mixed %q, lost %q, want %q, %q", mixed, lost, test.mixed, test.lost)
			}
		})
	}
}

// allSyllables has each of the 11,172 Hangul syllables, most of them outside KS X 1001, in lines of
// mixed text.
func allSyllables() string {
	var b strings.Builder
	for r := '가'; r <= '힣'; r++ {
		b.WriteRune(r)
		switch {
		case r%7 == 0:
			b.WriteString("<br>\n")
		case r%5 == 0:
			b.WriteString("·①漢 x")
		}
	}
	return b.String()
}

// TestDecodeMapsBack checks that each character leads back to the bytes that encode it.
func TestDecodeMapsBack(t *testing.T) {
	run := strings.Repeat("개인정보처리방침", 200)
	utf16le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	for _, test := range []struct {
		name, head, label, text string
		enc                     encoding.Encoding
	}{
		{"EUC-KR, all syllables", "", "euc-kr", allSyllables(), korean.EUCKR},
		{"EUC-KR, extended syllables", "", "euc-kr", koreanText + "똠방각하 뷁 펲시 쌰ㅑ", korean.EUCKR},
		{"EUC-KR, one long run", "", "euc-kr", run, korean.EUCKR},
		{"UTF-8", "", "utf-8", allSyllables(), encoding.Nop},
		{"UTF-8 with a mark", "\xEF\xBB\xBF", "utf-8", allSyllables(), encoding.Nop},
		{"UTF-16LE", "\xFF\xFE", "utf-16le", allSyllables() + "😀x😀😀", utf16le},
		{"Shift_JIS", "", "shift_jis", japaneseText + "ｱｲｳ\\~" + japaneseText, japanese.ShiftJIS},
		{"EUC-JP", "", "euc-jp", japaneseText + "ｱｲｳ丂" + japaneseText, japanese.EUCJP},
		{"GB18030", "", "gb18030", "个人信息保护政策 €😀ㄅ가\n" + run, simplifiedchinese.GB18030},
		{"Big5", "", "big5", "個人資料保護政策 abc", traditionalchinese.Big5},
		{"Latin", "", "windows-1252", "Café “Zürich” €", charmap.Windows1252},
	} {
		t.Run(test.name, func(t *testing.T) {
			raw := test.head + stored(t, test.enc, test.text)
			f, faults := decode("a.txt", []byte(raw), "text/plain; charset="+test.label, policy.Text)
			if f.Encoding != test.label || f.Text != test.text || len(faults) > 0 {
				t.Fatalf("got %s, faults %v, text %.80q", f.Encoding, faults, f.Text)
			}
			for at := 0; at < len(f.Text); {
				_, n := utf8.DecodeRuneInString(f.Text[at:])
				c := f.Text[at : at+n]
				s := f.Raw(policy.Span{Start: at, End: at + n})
				if s.Start < 0 || s.End > len(raw) || raw[s.Start:s.End] != stored(t, test.enc, c) {
					t.Fatalf("%s at %d leads to %v", c, at, s)
				}
				at += n
			}
		})
	}
}

// TestDecodeEscapes checks the map of an encoding whose escape sequences stand for no character.
func TestDecodeEscapes(t *testing.T) {
	const raw = "ab\x1b$B$\"$$\x1b(Bcd"
	f, _ := decode("a.txt", []byte(raw), "text/plain; charset=iso-2022-jp", policy.Text)
	if f.Text != "abあいcd" {
		t.Fatalf("got %q", f.Text)
	}
	for _, test := range []struct{ at, want int }{{0, 0}, {1, 1}, {2, 5}, {5, 7}, {8, 12}, {9, 13}, {10, 14}} {
		if got := f.Raw(policy.Span{Start: test.at, End: test.at}).Start; got != test.want {
			t.Errorf("offset %d leads to %d, want %d", test.at, got, test.want)
		}
	}
}

// TestDecodePlainAllocates checks that valid UTF-8 costs what its string and its file cost.
func TestDecodePlainAllocates(t *testing.T) {
	raw := []byte(strings.Repeat("<p>"+strings.TrimSpace(koreanText)+"</p>", 100))
	bare := testing.AllocsPerRun(20, func() { policy.NewFile("a.html", string(raw), "utf-8", nil) })
	if got := testing.AllocsPerRun(20, func() { decode("a.html", raw, "text/html; charset=utf-8", policy.HTML) }); got > bare {
		t.Errorf("%v allocations, want %v", got, bare)
	}
}
