package phrases

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// compiled is a set with one phrase.
func compiled(t testing.TB, ways ...string) *Set {
	t.Helper()
	s, err := Compile(map[string][]string{"test": ways})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// met is what each match of a text that is one unit covers.
func met(s *Set, text string) []string {
	var out []string
	for _, m := range s.Scan(text).Unit(0, len(text), nil) {
		out = append(out, text[m.Start:m.End])
	}
	return out
}

func TestNotation(t *testing.T) {
	for _, tt := range []struct {
		way  string
		yes  []string
		noes []string
	}{
		{"보유 기간", []string{"보유기간", "보유 기간", "보유·이용 기간", "보유 및 이용기간", "개인정보의 처리 및 보유기간", "보유\u00a0기간", norm.NFD.String("보유기간")},
			[]string{"기간 보유", "보유", "보유하는 개인정보를 이용하는 기간"}},
		{"수집|이용 목적", []string{"수집 목적", "이용의 목적", "수집·이용 목적"}, []string{"목적", "수집", "처리 목적"}},
		{"위탁 … 없다", []string{"위탁하는 업무는 지금까지도 앞으로도 없다", "위탁없다"}, []string{"없다 위탁"}},
		{"위탁 ~3 않", []string{"위탁하지 않"}, []string{"위탁하고 있지 않"}},
		{"위탁 ~0 :", []string{"위탁:", "위탁 :"}, []string{"위탁은:"}},
		{"제공 !제3자", []string{"제공합니다"}, []string{"제3자에게 제공", "제공받는 제3자"}},
		{"제공 !제3자|외부", []string{"제공합니다"}, []string{"제3자에게 제공", "외부에 제공"}},
		{"^ 목적", []string{"목적과 방법", "1. 목적", "제3조(목적)", "가) 목적", "■ 목적", "[목적]", "Ⅳ. 목적"}, []string{"처리 목적", "회사의 목적"}},
		{"^ 目的", []string{"目的", "第3条 目的", "1. 目的"}, []string{"利用目的"}},
		{"파기 $", []string{"개인정보의 파기", "파기)", "파기는", "파기 (3)"}, []string{"파기 절차 및 방법", "파기합니다"}},
		{"^ 기간 $", []string{"기간", "1. 기간:", "(기간)"}, []string{"보유 기간", "기간 연장 안내"}},
		{"<이용", []string{"이용자", "· 이용", "「이용」"}, []string{"재이용", "미이용자"}},
		{"이용>", []string{"재이용", "이용 약관", "이용·제공"}, []string{"이용자"}},
		{"<이용>", []string{"이용", "(이용)", "이용, 제공"}, []string{"이용자", "재이용"}},
		{"#년", []string{"5년", "5 년", "５년", "①년"}, []string{"년", "매년", "오년"}},
		{"이용자", []string{"이용자의", "이 용 자"}, []string{"이용 자", "이 용자", "재이 용 자"}},
		{"이용_기간", []string{"이용기간", "이용 기간"}, []string{"이용의 기간"}},
		{"<제_3자>", []string{"제3자", "제 3자", "(제3자)"}, []string{"제3자에게", "자제3자"}},
	} {
		s := compiled(t, tt.way)
		for _, text := range tt.yes {
			if len(met(s, text)) == 0 {
				t.Errorf("%q is not found in %q", tt.way, text)
			}
		}
		for _, text := range tt.noes {
			if got := met(s, text); len(got) > 0 {
				t.Errorf("%q is found in %q: %q", tt.way, text, got)
			}
		}
	}
}

// TestWordStarts checks where stems may begin: in Hangul anywhere but across a space, in Latin
// letters only where a word does.
func TestWordStarts(t *testing.T) {
	for _, tt := range []struct {
		stem, text string
		want       bool
	}{
		{"이용자", "서비스이용자의", true},
		{"이용자", "이용 자문", false},
		{"이용자", "이용\n자문", false},
		{"right", "Your rights", true},
		{"right", "copyright", false},
		{"right", "RIGHT-hand", true},
		{"right", "권리(right)", true},
		{"right", "제3right", false},
		{"privacy_policy", "Privacy Policy", true},
		{"privacy_policy", "privacypolicy", true},
		{"DPO", "dpo@moran.example.com", true},
		{"<dpo>", "dpos", false},
		{"個人情報", "本個人情報", true},
	} {
		if got := len(met(compiled(t, tt.stem), tt.text)) > 0; got != tt.want {
			t.Errorf("%q in %q: %t, want %t", tt.stem, tt.text, got, tt.want)
		}
	}
}

func TestDistances(t *testing.T) {
	for _, tt := range []struct {
		first, second string
		near          int
	}{{"보유", "기간", nearCJK}, {"保有", "期間", nearCJK}, {"keep", "data", nearLatin}, {"보유", "data", nearLatin}} {
		s := compiled(t, tt.first+" "+tt.second)
		for _, n := range []int{1, tt.near, tt.near + 1} {
			text := tt.first + strings.Repeat(".", n) + tt.second
			if got := len(met(s, text)) > 0; got != (n <= tt.near) {
				t.Errorf("%q: found %t, where %d characters are near", text, got, tt.near)
			}
		}
	}
	s := compiled(t, "가 … 나")
	for _, n := range []int{anywhere, anywhere + 1} {
		if got := len(met(s, "가"+strings.Repeat(".", n)+"나")) > 0; got != (n <= anywhere) {
			t.Errorf("over %d characters: found %t", n, got)
		}
	}
}

func TestLongestStemWins(t *testing.T) {
	for _, tt := range []struct {
		ways       []string
		text, want string
	}{
		{[]string{"처리|처리방침"}, "개인정보 처리방침 안내", "처리방침"},
		{[]string{"처리방침|처리"}, "개인정보 처리방침 안내", "처리방침"},
		{[]string{"개인 정보|정보보호"}, "개인정보보호", "개인정보보호"},
		{[]string{"보유|보유_기간 후"}, "보유 기간 후", "보유 기간 후"},
	} {
		if got := met(compiled(t, tt.ways...), tt.text); !slices.Equal(got, []string{tt.want}) {
			t.Errorf("%q in %q: %q, want %q", tt.ways, tt.text, got, tt.want)
		}
	}
}

// TestUnits checks that a phrase is decided within a unit, and that its place is one in the text.
func TestUnits(t *testing.T) {
	s := compiled(t, "보유 기간", "제공 !않")
	const text = "보유 기간. 보유합니다. 기간은 제공하지 않는다. 제공합니다."
	scan := s.Scan(text)
	var got []string
	start := 0
	for _, sentence := range strings.SplitAfter(text, ".") {
		for _, m := range scan.Unit(start, start+len(sentence), nil) {
			got = append(got, fmt.Sprintf("%s %q", s.Name(m.Phrase), text[m.Start:m.End]))
		}
		start += len(sentence)
	}
	if want := []string{`test "보유 기간"`, `test "제공"`}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	kept := []Match{{Phrase: 7}}
	if got := scan.Unit(0, len("보유 기간"), kept); len(got) != 2 || got[0] != kept[0] {
		t.Errorf("Unit does not append: %v", got)
	}
	if got := scan.Unit(5, 5, nil); len(got) != 0 {
		t.Errorf("an empty unit has %v", got)
	}
}

// TestManyEqualStems decides a unit in which a stem stands 100,000 times.
func TestManyEqualStems(t *testing.T) {
	const n = 100_000
	for _, tt := range []struct {
		way, unit, tail string
		want            int
	}{
		{"개인정보", "개인정보", "", 1},
		{"개인정보 개인정보 개인정보 파기", "개인정보 ", "", 0},
		{"개인정보 수집", "개인정보 수집 ", "", 1},
		{"개인정보 … 개인정보 파기", "개인정보 ", "수집 목적을 이루면 파기", 0},
		{"!파기 개인정보 … 수집", "개인정보 ", "파기 수집", 0},
	} {
		got := met(compiled(t, tt.way), strings.Repeat(tt.unit, n)+tt.tail)
		if len(got) != tt.want {
			t.Errorf("%q is found %d times in many %q", tt.way, len(got), tt.unit)
		}
	}
}

// verifyMatches checks that what is found stands within its unit, on whole characters, once each
// phrase and way.
func verifyMatches(t *testing.T, s *Set, text string, cuts ...int) {
	t.Helper()
	scan := s.Scan(text)
	start := 0
	for _, end := range append(cuts, len(text)) {
		if end < start || end > len(text) || end < len(text) && !utf8.RuneStart(text[end]) {
			continue
		}
		matches := scan.Unit(start, end, nil)
		for _, m := range matches {
			if m.Start < start || m.End < m.Start || m.End > end || m.Phrase < 1 || int(m.Phrase) > s.Len() {
				t.Fatalf("%q: %+v in the unit from %d to %d", text, m, start, end)
			}
			if !utf8.RuneStart(text[m.Start]) || m.End < len(text) && !utf8.RuneStart(text[m.End]) {
				t.Fatalf("%q: %+v is no place between characters", text, m)
			}
		}
		if len(matches) > len(s.exprs) {
			t.Fatalf("%q: %d matches of %d ways", text, len(matches), len(s.exprs))
		}
		start = end
	}
}

// FuzzScan checks matches of random phrases, and of those of the program, in random texts.
func FuzzScan(f *testing.F) {
	f.Add("보유 기간", "보유·이용 기간. 기간은 보유", 20)
	f.Add("^ 목적|<이용 ~3 기간> $", "제1조(목적) 이용의 기간", 0)
	f.Add("(주) !#년 … a_b", "㈜ 3년 A  B", 1)
	f.Add("≯|é 가", "e\u0301 가≯가", 3)
	f.Add("\uFFFD", "\uFFFD\u0740", 3)
	f.Fuzz(func(t *testing.T, way, text string, cut int) {
		if len(way) > 60 || len(text) > 2000 {
			return // places far apart that fail at the last cost much, and show nothing more
		}
		text = strings.ToValidUTF8(text, "\uFFFD")
		verifyMatches(t, Default(), text, cut)
		if s, err := Compile(map[string][]string{"test": {way}}); err == nil {
			verifyMatches(t, s, text, cut)
			verifyMatches(t, s, strings.Repeat(text, 3), cut)
		}
	})
}
