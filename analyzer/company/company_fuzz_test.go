package company

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzSplit checks what holds for any text: names in order, apart, within the text, of whole
// characters, and not empty; keys of what has letters.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"㈜가람로지스, (주)누리페이 및 주식회사 모란", "Garam Co., Ltd., Nuri, Inc.", "1. 가람 2. 나래", "카드사(가람, 나래) 등 3개 업체",
		"가람ㆍ나래/다온 (구 라온)(미국)", "[회사명]\n(가람)\n- 해당없음", "株式会社ガラム・合同会社ナレ、ナレ等", "가람: 배송\xff, ((나래)", "주소 :\n기타 ○○은행 외2",
		"(주)", "㈜㈜ 가람 주식회사 주식회사", "and and 및 및", "A/S, LLC, Inc., , ., S.A.", "\v가람, 나래\f",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { verify(t, text) })
}

func verify(t *testing.T, text string) {
	t.Helper()
	list := Split(text)
	end, valid := 0, utf8.ValidString(text)
	for _, n := range list.Names {
		if n.Start < end || n.End <= n.Start || n.End > len(text) {
			t.Fatalf("%q: %+v after %d", text, n, end)
		}
		end = n.End
		if !valid {
			continue
		}
		name := text[n.Start:n.End]
		if !utf8.ValidString(name) || !utf8.ValidString(n.Note) || strings.TrimSpace(name) != name && n.Kind == Company {
			t.Errorf("%q: %q of %+v", text, name, n)
		}
		if n.Kind == Company && (Key(name) == "" || Bare(name) == "") {
			t.Errorf("%q: %q has no key", text, name)
		}
	}
	if list.Others < 0 || list.Others > 0 && !list.More {
		t.Errorf("%q: %+v", text, list)
	}
	if a, b := StripForms(text); a < 0 || a > b || b > len(text) {
		t.Errorf("StripForms(%q) = %d, %d", text, a, b)
	}
	if at := LastFormBefore(text); at >= len(text) && at > 0 {
		t.Errorf("LastFormBefore(%q) = %d", text, at)
	}
}

// TestSplitShuffled checks the same for texts put together of what is read.
func TestSplitShuffled(t *testing.T) {
	parts := strings.Fields("가람 나래 Garam 1. 2. ① ( ) [ ] ( ) （ ） < > , , 、 / · ㆍ ・ : : - → ㈜ (주) 주식회사 주) Inc. LLC Co., Ltd. S.A. 株式会社 ガラム 및 와 and 등 외 외2 3개사 기타 ○○ OOO 없음 택배사 은행 배송 주소 미국 a@b.kr 02-0000-0000 합니다 ' \xff \xe3 구 중 총 ㈱ 及び など 회사명 리스트 ． １ 가. http://a.b . ; |")
	parts = append(parts, "\n", "\n", " ", " ", " ", "\u00a0", "\t")
	random := rand.New(rand.NewPCG(3, 4))
	for range 8_000 {
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(parts[random.IntN(len(parts))])
			if random.IntN(3) == 0 {
				b.WriteByte(' ')
			}
		}
		verify(t, b.String())
	}
}

// longParts are what is read again and again in a long text if one is not careful.
var longParts = []string{
	"가 ", "가", "(", "()", "(가)", "((가) ", "- ", "-", "*-", "○", "a/", "a/b", "가·", "가람·", "및 ", "가 및 ", "가람 및 나래 및 ", "a and b ", "A and B and ", "1:", "a:", "http://a:b",
	"㈜", "㈜가", "가㈜ ", "㈜가와 ", "Inc. ", "A Inc ", ", Inc", ",", ", ", "S.", "S.A.", "주 식 회 사", "은행(", "택배사(가람, ", "가람 등 ", "외 ", "외2 ", "1. ", "①", "\n", "가\n", "(\n", "가람(나) ", "기타 ", "12 ", "@", "\"", "가람 (a)(b)",
}

// TestSplitLongTexts splits long texts: what holds for any text holds for them.
func TestSplitLongTexts(t *testing.T) {
	for _, part := range longParts {
		verify(t, strings.Repeat(part, 20_000/len(part)))
		if n := strings.Count(part, "("); n > 0 {
			verify(t, strings.Repeat(part, 20_000/len(part))+strings.Repeat(")", n*20_000/len(part)))
		}
	}
}

// BenchmarkLongTexts measures how many times as long texts take of twice the length: x-half is 2 where the
// time is linear, 4 where it is quadratic.
func BenchmarkLongTexts(b *testing.B) {
	var short, long time.Duration
	for b.Loop() {
		for _, part := range longParts {
			start := time.Now()
			Split(strings.Repeat(part, 20_000/len(part)))
			long += time.Since(start)
			start = time.Now()
			Split(strings.Repeat(part, 10_000/len(part)))
			short += time.Since(start)
		}
	}
	b.ReportMetric(float64(long)/float64(short), "x-half")
}
