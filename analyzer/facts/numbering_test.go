package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// numbering writes the breaks of the first page: what follows what, and what was expected.
func numbering(p *analyzer.Pass) string {
	var out []string
	for _, b := range facts.Numbering.Of(p) {
		out = append(out, fmt.Sprintf("%s > %s: %s", quoteAt(p, b.Before), quoteAt(p, b.Range), b.Want))
	}
	return strings.Join(out, "\n")
}

// TestNumbers reads the number in each kind of mark: the third of three headings leaves one out, and
// what is expected has the form of the others.
func TestNumbers(t *testing.T) {
	for _, tt := range [][4]string{
		{"제1조(%s)", "제2조(%s)", "제4조(%s)", "제3조"}, {"제 9 조 %s", "제 10 조 %s", "제 12 조 %s", ""}, {"제 1 조 %s", "제 2 조 %s", "제 4 조 %s", "제 3 조"},
		{"제1조 %s", "제1조의2 %s", "제3조 %s", "제2조"}, {"[제 1-3 조] %s", "[제 4 조] %s", "[제 6 조] %s", "제 5 조"}, {"제1장 %s", "제2장 %s", "제4장 %s", "제3장"},
		{"第1条 %s", "第2条 %s", "第4条 %s", "第3条"}, {"Article 1 %s", "Article 2 %s", "Article 4 %s", "Article 3"}, {"Section 1. %s", "Section 2. %s", "Section 4. %s", "Section 3."},
		{"1. %s", "2. %s", "4. %s", "3."}, {"01. %s", "02. %s", "04. %s", "3."}, {"1) %s", "2) %s", "4) %s", "3)"}, {"(1) %s", "(2) %s", "(4) %s", "(3)"},
		{"1.1 %s", "1.2 %s", "1.4 %s", "1.3"}, {"2-1. %s", "2-2. %s", "2-4. %s", "2-3."}, {"1.1. %s", "1.2. %s", "2.4. %s", ""},
		{"가. %s", "나. %s", "라. %s", "다."}, {"가) %s", "나) %s", "라) %s", "다)"}, {"(가) %s", "(나) %s", "(라) %s", "(다)"}, {"あ. %s", "い. %s", "え. %s", "う."},
		{"① %s", "② %s", "④ %s", "③"}, {"㉮ %s", "㉯ %s", "㉱ %s", "㉰"}, {"Ⅰ. %s", "Ⅱ. %s", "Ⅳ. %s", "Ⅲ."},
		{"I. %s", "II. %s", "IV. %s", "III."}, {"i. %s", "ii. %s", "iv. %s", "iii."}, {"(i) %s", "(ii) %s", "(iv) %s", "(iii)"}, {"A. %s", "B. %s", "D. %s", "C."}, {"a) %s", "b) %s", "d) %s", "c)"},
		{"■ %s", "■ %s", "■ %s", ""}, {"첫째, %s", "둘째, %s", "넷째, %s", ""}, {"2024. %s", "2025. %s", "2027. %s", ""}, {"1,200 %s", "2,200 %s", "4,200 %s", ""},
	} {
		var h []string
		for i, name := range []string{"개인정보의 처리 목적", "처리하는 개인정보의 항목", "개인정보의 보유 기간"} {
			h = append(h, strings.ReplaceAll(tt[i], "%s", name))
		}
		p := body(t, lines(h[0], "회원을 식별합니다.", h[1], "성명과 주소입니다.", h[2], "회원 탈퇴 시까지입니다."))
		want := ""
		if tt[3] != "" {
			want = fmt.Sprintf("%s > %s: %s", h[1], h[2], tt[3])
		}
		if got := numbering(p); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestNoBreaks reads lines of items under a heading in which nothing is amiss beyond doubt.
func TestNoBreaks(t *testing.T) {
	for name, items := range map[string][]string{
		"in order":              {"1. 이름을 처리합니다.", "2. 주소를 처리합니다.", "3. 연락처를 처리합니다."},
		"not from 1":            {"3. 이름을 처리합니다.", "4. 주소를 처리합니다.", "6. 연락처를 처리합니다."},
		"a list in a list":      {"1. 다음과 같습니다.", "1. 이름입니다.", "2. 주소입니다.", "2. 연락처를 처리합니다.", "3. 그밖에는 없습니다."},
		"a list after another":  {"① 이름입니다.", "② 주소입니다.", "① 연락처입니다.", "② 생년월일입니다."},
		"glued":                 {"1. 이름입니다. 2. 주소입니다.", "3. 연락처입니다."},
		"glued without a space": {"1. 이름입니다.", "2. 주소입니다.3.연락처입니다.", "4. 생년월일입니다.", "5. 성별입니다."},
		"another bracket":       {"1. 이름입니다.", "2. 주소입니다.", "3) 연락처입니다.", "4. 생년월일입니다.", "5. 성별입니다."},
		"swapped":               {"1. 이름입니다.", "2. 주소입니다.", "4. 연락처입니다.", "3. 생년월일입니다.", "5. 성별입니다."},
		"one of the law's":      {"1. 이름입니다.", "2. 주소입니다.", "5. 이름과 그 밖의 정보를 말합니다.", "3. 생년월일입니다.", "4. 성별입니다."},
		"at the end, far off":   {"1. 이름입니다.", "2. 주소입니다.", "12. 연락처입니다."},
		"a title between":       {"① 이름입니다.", "② 주소입니다.", "⑵ 비회원의 정보", "② 연락처입니다."},
		"a list glued":          {"① 이름입니다.", "② 주소입니다. ① 회원", "② 비회원입니다.", "③ 연락처입니다."},
		"translated":            {"1. 이름을 처리합니다.", "2. 주소를 처리합니다.", "2. We process your address.", "3. 연락처를 처리합니다."},
		"references":            {"제1조 이름입니다.", "제2조 주소입니다.", "제1조 제1항의 정보입니다.", "제4조 제2호의 정보입니다.", "제3조 연락처입니다."},
		"a count in a sentence": {"① 이름입니다.", "② 주소입니다.", "그 밖의 정보는 ① 연락처와 같습니다.", "② 생년월일입니다."},
		"said again":            {"1. 이름을 처리합니다.", "2. 주소를 처리합니다.", "2. 주소를 처리합니다.", "3. 연락처를 처리합니다."},
		"letters":               letters("%c. We use names.", 'A', 'Z'),
		"letters in brackets":   letters("(%c) We use names.", 'a', 'z'),
		"decimals and dates":    {"1. 이름입니다.", "2. 주소입니다.", "4. 5. 시행합니다.", "2.5 버전입니다.", "2) 0000-0000 번입니다."},
	} {
		t.Run(name, func(t *testing.T) {
			p := body(t, "<h2>처리하는 개인정보의 항목</h2>"+lines(items...))
			if got := numbering(p); got != "" {
				t.Errorf("found %s", got)
			}
		})
	}
}

// letters writes items that are counted with letters, I, V and X among them.
func letters(form string, from, to rune) []string {
	var out []string
	for c := from; c <= to; c++ {
		out = append(out, fmt.Sprintf(form, c))
	}
	return out
}

// TestBreaksOfItems reads lines of items under a heading in which a number is amiss.
func TestBreaksOfItems(t *testing.T) {
	for _, tt := range []struct {
		name  string
		items []string
		want  string
	}{
		{"a gap", []string{"1. 이름입니다.", "2. 주소입니다.", "4. 연락처입니다."}, "2. 주소입니다. > 4. 연락처입니다.: 3."},
		{"early, and the list goes on", []string{"1) 이름입니다.", "3) 주소입니다.", "4) 연락처입니다."}, "1) 이름입니다. > 3) 주소입니다.: 2)"},
		{"two left out", []string{"1. 이름입니다.", "2. 주소입니다.", "5. 성별입니다.", "6. 연락처입니다."}, "2. 주소입니다. > 5. 성별입니다.: 3."},
		{"a list between counts up to it", []string{"1. 이름입니다.", "2. 다음 정보입니다.", "1) 주소입니다.", "2) 성별입니다.", "3) 나이입니다.", "4. 연락처입니다."}, "2. 다음 정보입니다. > 4. 연락처입니다.: 3."},
		{"twice, and on from there", []string{"가. 이름입니다.", "나. 주소입니다.", "나. 성별입니다.", "다. 연락처입니다."}, "나. 주소입니다. > 나. 성별입니다.: 다."},
		{"twice, and on as counted", []string{"가. 이름입니다.", "나. 주소입니다.", "나. 성별입니다.", "라. 연락처입니다."}, "나. 주소입니다. > 나. 성별입니다.: 다."},
		{"a Roman number", []string{"i. Names.", "ii. Dates.", "iii. Numbers.", "v. Addresses.", "vi. Posts."}, "iii. Numbers. > v. Addresses.: iv."},
		{"two firsts alone", []string{"① 이름입니다.", "① 주소입니다."}, "① 이름입니다. > ① 주소입니다.: ②"},
		{"the last letter twice", []string{"가. 가", "나. 나", "다. 다", "라. 라", "마. 마", "바. 바", "사. 사", "아. 아", "자. 자", "차. 차", "카. 카", "타. 타", "파. 파", "하. 하", "하. 끝"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, "<h2>처리하는 개인정보의 항목</h2>"+lines(tt.items...))
			if got := numbering(p); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
