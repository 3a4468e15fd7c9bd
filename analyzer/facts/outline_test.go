package facts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// outline writes the headings of the first page, one a line, indented by depth; … stands where the
// text of the section begins in the same line.
func outline(p *analyzer.Pass) string {
	var out []string
	for _, h := range facts.Outline.Of(p)[0] {
		s := strings.Repeat("  ", h.Depth) + quoteAt(p, h.Range)
		if h.Glued {
			s += " …"
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

// TestMarks reads headings under each kind of numbering: both are found, as siblings, each with its
// clause and the text under it.
func TestMarks(t *testing.T) {
	for _, tt := range [][2]string{
		{"제1조(%s)", "제2조(%s)"}, {"제1조 %s", "제2조 %s"}, {"제 1 조 (%s)", "제 2 조 (%s)"}, {"제1조의2(%s)", "제2조(%s)"},
		{"[제 9-11 조] %s", "[제 12 조] %s"}, {"【제1조】 %s", "【제2조】 %s"}, {"<제1조> %s", "<제2조> %s"}, {"제 1 장 %s", "제 2 장 %s"}, {"제1절 %s", "제2절 %s"},
		{"1. %s", "2. %s"}, {"1) %s", "2) %s"}, {"(1) %s", "(2) %s"}, {"01. %s", "02. %s"}, {"1.1 %s", "1.2 %s"}, {"1.1. %s", "1.2. %s"}, {"1-1. %s", "1-2. %s"},
		{"가. %s", "나. %s"}, {"가) %s", "나) %s"}, {"(가) %s", "(나) %s"}, {"① %s", "② %s"}, {"㉮ %s", "㉯ %s"},
		{"■ %s", "■ %s"}, {"▶ %s", "▶ %s"}, {"● %s", "● %s"}, {"◇ %s", "◇ %s"}, {"- %s", "- %s"},
		{"Ⅰ. %s", "Ⅱ. %s"}, {"I. %s", "V. %s"}, {"A. %s", "B. %s"}, {"あ. %s", "い. %s"},
		{"第3条 %s", "第4条 %s"}, {"第3条(%s)", "第4条(%s)"}, {"Article 4 %s", "Article 5 %s"}, {"Article 4 (%s)", "Article 5 (%s)"}, {"Section 1. %s", "Section 2. %s"},
		{"첫째, %s", "둘째, %s"}, {"Q1. %s", "Q2. %s"}, {"%s", "%s"},
	} {
		first, second := strings.ReplaceAll(tt[0], "%s", "개인정보의 처리 목적"), strings.ReplaceAll(tt[1], "%s", "처리하는 개인정보의 항목")
		escape := strings.NewReplacer("<", "&lt;", ">", "&gt;")
		p := body(t, lines(escape.Replace(first), "회원을 식별하고 상품을 배송합니다.", escape.Replace(second), "성명과 주소입니다."))
		if got, want := outline(p), first+"\n"+second; got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
			continue
		}
		for i, want := range []facts.Clause{facts.Purpose, facts.Items} {
			h := facts.Outline.Of(p)[0][i]
			if !slices.Equal(h.Clauses, []facts.Clause{want}) || h.Line != 2*i || h.End != 2*i+2 {
				t.Errorf("%q: opens %v, from line %d to %d", quoteAt(p, h.Range), h.Clauses, h.Line, h.End)
			}
		}
	}
}

func TestNoHeadings(t *testing.T) {
	for _, line := range []string{
		"제15조에 따라 동의를 받아", "제15조의 규정", "제15조제1항 각 호", "제1조와 제2조에서 정한 바", "제24조부터 제26조까지",
		"「개인정보 보호법」 제30조에 따라 개인정보의 처리 목적을 공개합니다.", "제30조에 따라 개인정보의 처리 목적을 공개합니다.",
		"회사는 개인정보의 처리 목적을 공개합니다.", "1. 회원 식별", "① 회원 식별", "- 상품의 배송", "가. 성명과 주소", "3년", "2026. 1. 5.", "1234-5678", "",
		"3.5 버전", "10일 이내", "가나다라", "I am here", "Mr. Kim",
	} {
		if p := body(t, lines("안녕하세요.", line)); outline(p) != "" {
			t.Errorf("%q is a heading: %s", line, outline(p))
		}
	}
}

func TestHeadingForms(t *testing.T) {
	const text = "<p>회원을 식별합니다.</p>"
	for _, tt := range []struct{ name, html, want string }{
		{"by element", "<h1>방침</h1><h3>인사말</h3>" + text, "방침\n  인사말"},
		{"a sentence is none, whatever its element", "<h4>회사는 개인정보를 소중히 여깁니다.</h4>" + text, ""},
		{"bold", "<p><b>인사말</b></p>" + text + "<p><b>맺음말</b></p>" + text, "인사말\n맺음말"},
		{"a word in bold is none", "<p><b>인사말</b>을 적습니다</p>" + text, ""},
		{"term", "<dl><dt>인사말<dd>반갑습니다.</dl>", "인사말"},
		{"summary", "<details><summary>인사말</summary>반갑습니다.</details>", "인사말"},
		{"accordion", "<button>처리 목적</button><div>회원 식별</div><button>보기</button>", "처리 목적"},
		{"by words alone", lines("개인정보의 처리 목적", "회원을 식별합니다."), "개인정보의 처리 목적"},
		{"item", "<ul><li>개인정보의 처리 목적<p>회원을 식별합니다.</ul>", "개인정보의 처리 목적"},
		{"a cell is none", "<table><tr><th>처리 목적<th>항목<tr><td>회원 식별<td>성명</table>", ""},
		{"alternative text that names a clause", "<img src=a.png alt='개인정보의 처리 목적'>" + text, "개인정보의 처리 목적"},
		{"alternative text of something else is none", "<img src=a.png alt='모란상점 전경'>" + text, ""},
		{"long alternative text is none", "<img src=a.png alt='개인정보의 처리 목적을 그림으로 나타낸 안내. 자세한 것은 아래에 있습니다.'>" + text, ""},
		{"a long heading in bold", "<p><b>8. Information on the personal information protection officer, the department in charge and the department that handles your complaints</b></p>" + text,
			"8. Information on the personal information protection officer, the department in charge and the department that handles your complaints"},
		{"too long", lines(strings.Repeat("개인정보의 처리 목적과 방법 ", 8)), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := outline(body(t, tt.html)); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestGluedHeadings(t *testing.T) {
	for _, tt := range []struct{ name, line, want string }{
		{"article", "제1조(처리 목적) 회사는 회원 식별을 위하여 개인정보를 처리합니다.", "제1조(처리 목적) …"},
		{"article in square brackets", "제1조 [처리 목적] 회사는 회원 식별을 위하여 개인정보를 처리합니다.", "제1조 [처리 목적] …"},
		{"article, then numbering", "제3조(보유 기간) ① 회사는 회원 탈퇴 시까지 보유합니다. ② 다만 법령에 따릅니다.", "제3조(보유 기간) …"},
		{"colon", "1. 처리 목적: 회사는 회원을 식별하고 상품을 배송하며 문의에 답하기 위하여 개인정보를 처리합니다.", "1. 처리 목적 …"},
		{"colon in a short line", "보유 기간: 회원 탈퇴 시까지", "보유 기간 …"},
		{"colon behind a sentence", "열람을 요구할 수 있습니다. 담당: 고객팀", ""},
		{"mark and colon in a short line", "3) 보유 기간 : 회원 탈퇴 시까지", "3) 보유 기간 …"},
		{"second mark", "2. 처리 항목 ① 회원 가입할 때에는 성명, 아이디, 비밀번호를 처리합니다. ② 상품을 주문할 때에는 주소를 처리합니다.", "2. 처리 항목 …"},
		{"a line of its own is not glued", "제1조(처리 목적)", "제1조(처리 목적)"},
		{"a label without a clause is none", "담당자 말씀: 늘 고맙습니다", ""},
		{"a label without text is no label", "보유 기간:", "보유 기간:"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.ReplaceAll(outline(body(t, lines(tt.line))), "  …", " …"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestNesting(t *testing.T) {
	for _, tt := range []struct{ name, html, want string }{
		{"elements", "<h1>방침</h1><h2>목적</h2><p>가</p><h3>회원</h3><p>나</p><h2>항목</h2><p>다</p>", "방침\n  목적\n    회원\n  항목"},
		{"articles, then numbers", lines("제1조(수집 항목)", "1. 필수 항목", "성명", "2. 선택 항목", "생년월일", "제2조(보유 기간)", "1년"),
			"제1조(수집 항목)\n  1. 필수 항목\n  2. 선택 항목\n제2조(보유 기간)"},
		{"numbers, then letters", lines("1. 수집 항목", "가. 필수 항목", "성명", "나. 선택 항목", "생년월일", "2. 보유 기간", "1년"),
			"1. 수집 항목\n  가. 필수 항목\n  나. 선택 항목\n2. 보유 기간"},
		{"numbers of another form", lines("1. 수집 항목", "1) 필수 항목", "성명", "2) 선택 항목", "생년월일", "2. 보유 기간", "1년"),
			"1. 수집 항목\n  1) 필수 항목\n  2) 선택 항목\n2. 보유 기간"},
		{"bullets", lines("■ 수집 항목", "● 필수 항목", "성명", "■ 보유 기간", "1년"), "■ 수집 항목\n  ● 필수 항목\n■ 보유 기간"},
		{"Roman numerals over numbers", lines("Ⅰ. 수집 항목", "1. 필수 항목", "성명", "Ⅱ. 보유 기간", "1년"), "Ⅰ. 수집 항목\n  1. 필수 항목\nⅡ. 보유 기간"},
		{"bold over numbers", "<p><b>수집 항목</b></p>" + lines("1. 필수 항목", "성명") + "<p><b>보유 기간</b></p>" + lines("1년"), "수집 항목\n  1. 필수 항목\n보유 기간"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, tt.html)
			if got := outline(p); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			verifyNesting(t, p)
		})
	}
}

// verifyNesting checks that sections lie within one another, and that headings stand in their lines.
func verifyNesting(t *testing.T, p *analyzer.Pass) {
	t.Helper()
	for i, doc := range p.Policy.Pages {
		var open []facts.Heading
		for _, h := range facts.Outline.Of(p)[i] {
			what := fmt.Sprintf("%s: %q", doc.File.Name, doc.TextOf(h.Range))
			for len(open) > 0 && open[len(open)-1].End <= h.Line {
				open = open[:len(open)-1]
			}
			if h.Depth != len(open) {
				t.Errorf("%s has depth %d within %d sections", what, h.Depth, len(open))
				return
			}
			if h.End <= h.Line || h.End > len(doc.Blocks) || len(open) > 0 && h.End > open[len(open)-1].End {
				t.Errorf("%s reaches from line %d to %d", what, h.Line, h.End)
			}
			if !doc.Blocks[h.Line].Range.Contains(h.Range) || h.Range.Empty() {
				t.Errorf("%s stands at %v, its line at %v", what, h.Range, doc.Blocks[h.Line].Range)
			}
			open = append(open, h)
		}
	}
}

func TestOutlineFixture(t *testing.T) {
	testFixture(t, "outline", func(p *analyzer.Pass) string {
		var out strings.Builder
		for _, h := range facts.Outline.Of(p)[0] {
			var clauses []string
			for _, c := range h.Clauses {
				clauses = append(clauses, string(c))
			}
			line := strings.Repeat("  ", h.Depth) + strings.TrimSpace(quoteAt(p, h.Range))
			if len(clauses) > 0 {
				line += " → " + strings.Join(clauses, ", ")
			}
			out.WriteString(line + "\n")
		}
		return out.String()
	})
}
