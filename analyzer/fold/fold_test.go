package fold

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"Hangul stays", "개인정보", "개인정보"},
		{"white space goes", " 보유\t기간\n", "보유기간"},
		{"lower case", "Privacy POLICY", "privacypolicy"},
		{"other capitals", "ÉΔ", "éδ"},
		{"decomposed Hangul", norm.NFD.String("개인정보의 항목"), "개인정보의항목"},
		{"decomposed Hangul between letters", "a" + norm.NFD.String("책") + "b", "a책b"},
		{"compatibility letters", "㈜모란상점", "(주)모란상점"},
		{"full-width", "ＤＰＯ（１）：", "dpo(1):"},
		{"half-width katakana", "ﾌﾟﾗｲﾊﾞｼｰ", "プライバシー"},
		{"half-width Hangul", "ﾡﾢ", "ᄀᄁ"},
		{"circled numbers", "①보유 ⑳기간", "1보유20기간"},
		{"circled letters", "㉮항목", "가항목"},
		{"Roman numerals", "Ⅳ. 항목", "iv.항목"},
		{"no-break space", "보유\u00a0기간", "보유기간"},
		{"ideographic space", "保有\u3000期間", "保有期間"},
		{"other spaces", "가\u2003나\u202f다\u2009라", "가나다라"},
		{"zero-width space", "개인\u200b정보", "개인정보"},
		{"joiners, soft hyphen, byte order mark", "개\u200d인\u200c정\u00ad보\ufeff", "개인정보"},
		{"line ends", "가\r\n나\u2028다\u0085라", "가나다라"},
		{"punctuation stays", "「법」 제3조(목적)", "「법」제3조(목적)"},
		{"Japanese", "個人情報の取扱い、", "個人情報の取扱い、"},
		{"nothing", "", ""},
		{"nothing but space", " \u00a0\u200b", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(Of(tt.text).Runes); got != tt.want {
				t.Errorf("Fold(%q) = %q, want %q", tt.text, got, tt.want)
			}
			verifyFolded(t, tt.text)
		})
	}
}

// TestFoldDots checks that each sign used as a middle dot is one dot, wherever it stands.
func TestFoldDots(t *testing.T) {
	for _, dot := range "·ㆍᆞ･・‧∙•⋅․●‥" {
		for _, tt := range []struct{ text, want string }{
			{"권리%의무", "권리·의무"}, {"권리 % 의무", "권리·의무"}, {"%권리", "·권리"}, {"의무%", "의무·"},
			{"①%②", "1·2"}, {"%%", "··"}, {"a%b", "a·b"}, {norm.NFD.String("권리%의무"), "권리·의무"},
		} {
			text := strings.ReplaceAll(tt.text, "%", string(dot))
			if got := string(Of(text).Runes); got != tt.want {
				t.Errorf("%U: Fold(%q) = %q, want %q", dot, text, got, tt.want)
			}
			verifyFolded(t, text)
		}
	}
}

// TestFoldMapsBack checks the place of each folded character.
func TestFoldMapsBack(t *testing.T) {
	han := norm.NFD.String("한")
	text := "㈜ " + han + " ①ㆍA"
	f := Of(text)
	want := []string{"㈜", "㈜", "㈜", han, "①", "ㆍ", "A"}
	if len(f.Runes) != len(want) {
		t.Fatalf("Fold(%q) = %q", text, string(f.Runes))
	}
	for i, w := range want {
		last := i
		for last+1 < len(want) && f.Starts[last+1] == f.Starts[i] {
			last++
		}
		if got := text[f.Starts[i]:f.Ends[last]]; got != w {
			t.Errorf("character %d, %q, comes from %q, want %q", i, f.Runes[i], got, w)
		}
	}
}

// verifyFolded checks that the characters of a folded text come from whole characters of the text,
// in their order. Where one becomes several, they share its start, and the last has its end.
func verifyFolded(t *testing.T, text string) {
	t.Helper()
	f := Of(text)
	if len(f.Starts) != len(f.Runes) || len(f.Ends) != len(f.Runes) {
		t.Fatalf("%q: %d characters, %d starts, %d ends", text, len(f.Runes), len(f.Starts), len(f.Ends))
	}
	for i := range f.Runes {
		start, end := int(f.Starts[i]), int(f.Ends[i])
		last := i+1 == len(f.Runes) || f.Starts[i+1] != f.Starts[i]
		switch {
		case start < 0 || end < start || end > len(text) || last && end == start:
			t.Fatalf("%q: character %d comes from %d to %d", text, i, start, end)
		case !utf8.RuneStart(text[start]) || end < len(text) && !utf8.RuneStart(text[end]):
			t.Fatalf("%q: character %d comes from within a character: %d to %d", text, i, start, end)
		case !last && int(f.Starts[i+1]) < start || last && i+1 < len(f.Runes) && int(f.Starts[i+1]) < end:
			t.Fatalf("%q: character %d, up to %d, overlaps the next, from %d", text, i, end, f.Starts[i+1])
		}
	}
}

// FuzzFold checks the way back, and that it makes no difference how wide a space is.
func FuzzFold(f *testing.F) {
	for _, text := range []string{"개인정보", "㈜①ㆍＡ \u00a0", norm.NFD.String("각 권리"), "ﾌﾟﾗｲﾊﾞｼｰ", "e\u0301\u200b가\u11a8", "\uFFFD\u034f\u0300", "İ\u1e9eß"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		verifyFolded(t, text)
		spaced := strings.Join(strings.Split(text, " "), "  ")
		if once, twice := string(Of(text).Runes), string(Of(spaced).Runes); once != twice {
			t.Fatalf("%q folds to %q, with more space to %q", text, once, twice)
		}
	})
}

func TestLetters(t *testing.T) {
	for text, want := range map[string]string{
		"":                   "",
		"「개인정보 보호법」 제15조":    "개인정보보호법제15조",
		"수집·이용ㆍ제공, 보관":       "수집이용제공보관",
		"Ａｃｍｅ Co., Ltd. 2.0": "acmecoltd20",
		"가(나)":               "가나",
	} {
		if got := Letters(text); got != want {
			t.Errorf("Letters(%q) = %q, want %q", text, got, want)
		}
	}
	if got := String("성 명 : ＡＢ·ㆍ"); got != "성명:ab··" {
		t.Errorf("String = %q", got)
	}
}
