package scrape

import (
	"errors"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// markdownPage reads Markdown.
func markdownPage(s string) (*policy.Document, error) {
	b := newBuilder(&policy.Document{File: policy.NewFile("page.md", s, "utf-8", nil), Format: policy.Markdown})
	if err := readMarkdown(b); err != nil {
		return nil, err
	}
	return b.finish(), nil
}

func mustMarkdown(t *testing.T, s string) *policy.Document {
	t.Helper()
	d, err := markdownPage(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestMarkdownBlocks(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"headings and paragraphs",
			lines("# 개인정보 처리방침", "", "## 제1조(목적) ##", "본문입니다.", "", "기간", "---", "둘째 제목", "==="),
			lines("h1: 개인정보 처리방침", "h2: 제1조(목적)", "p: 본문입니다.", "h2: 기간", "h1: 둘째 제목")},
		{"a rule below a paragraph makes no heading",
			lines("회사는 개인정보를 파기합니다.", "---", "가나", "라마", "---"),
			lines("p: 회사는 개인정보를 파기합니다.", "p: 가나", "p joined: 라마")},
		{"lists",
			lines("- 성명", "  - 본명", "- 주소", "", "1. 목적", "2) 항목", "   둘째 문단", "", "   셋째 문단"),
			lines("li1: 성명", "li2: 본명", "li1: 주소", "li1: 1. 목적", "li1: 2) 항목", "li1 joined: 둘째 문단", "p: 셋째 문단")},
		{"code is kept line by line",
			lines("```", "제1조", "- 성명", "```", "", "    들여 쓴 글"),
			lines("p verbatim: 제1조", "li1 verbatim: - 성명", "p verbatim: 들여 쓴 글")},
		{"a quotation", lines("> 인용한", "> 글을 읽는다."), lines("p: 인용한", "p joined: 글을 읽는다.")},
		{"line breaks", "첫 줄  \n둘째 줄\\\n셋째 줄<br>넷째 줄<BR/>끝",
			lines("p: 첫 줄", "p joined: 둘째 줄", "p joined: 셋째 줄", "p joined: 넷째 줄", "p joined: 끝")},
		{"a sentence over two lines", lines("회사는 개인정보를", "처리합니다. 그리고", "파기합니다.", "또한 알립니다."),
			lines("p: 회사는 개인정보를 처리합니다. 그리고", "p joined: 파기합니다. 또한 알립니다.")},
		{"lines pasted as text", lines("1. 보호책임자", "성명: 홍길동", "전화: 02-0000-0000", "② 이용자는 문의합니다."),
			lines("li1: 1. 보호책임자", "li1 joined: 성명: 홍길동", "li1 joined: 전화: 02-0000-0000", "li1 joined: ② 이용자는 문의합니다.")},
		{"front matter in YAML", lines("---", "# 주석", "---", "본문"), lines("h1: 주석", "p: 본문")},
		{"carriage returns", "# 제목\r\n\r\n본문  \r\n다음\r\n", lines("h1: 제목", "p: 본문", "p joined: 다음")},
		{"old Macintosh line breaks", "# 제목\r\r- 항목\r- 주소\r", lines("h1: 제목", "li1: 항목", "li1: 주소")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := mustMarkdown(t, tt.in)
			if got := form(d.Blocks); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			checkPieces(t, d)
		})
	}
}

func TestMarkdownInlines(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"bold as a whole and in part", "**제1조**\n\n회사는 **반드시** 알립니다.", lines("p bold: 제1조", "p: 회사는 반드시 알립니다.")},
		{"a bold line is a block", "**보호책임자**\n홍길동이 맡습니다.", lines("p bold: 보호책임자", "p joined: 홍길동이 맡습니다.")},
		{"bold before a particle", `**"개인정보"**는 **제1조(목적)**은 **‘회사’**가`, lines(`p: "개인정보"는 제1조(목적)은 ‘회사’가`)},
		{"bold behind a letter", `이용자의**(동의)** 없이`, lines(`p: 이용자의(동의) 없이`)},
		{"bold with blanks inside", "** 제1조(목적) **", lines("p bold: 제1조(목적)")},
		{"emphasis before a counter", "_2024_년 _1_월 시행", lines("p: 2024년 1월 시행")},
		{"underscores in names", "user_id와 회원_번호와 회사_이름", lines("p: user_id와 회원_번호와 회사_이름")},
		{"masked names", "홍*동, 010-****-0000, 김**", lines("p: 홍*동, 010-****-0000, 김**")},
		{"ranges are not struck out", "3~5년, 7~9일, ~~폐지~~", lines("p: 3~5년, 7~9일, 폐지")},
		{"escapes and entities", `\*회사\* A&amp;B &lt;주&gt; &#45; &nope; 1\. \가`, lines(`p: *회사* A&B <주> - &nope; 1. \가`)},
		{"code", "`a&amp;b` \\`", lines("p: a&amp;b `")},
		{"tags are dropped", `<span id="a">회사</span>는 <주식회사 가나>와`, lines("p: 회사는 <주식회사 가나>와")},
		{"a link alone", "[이전 방침](https://example.com/old \"옛\")", lines("p linked: 이전 방침")},
		{"an image", "앞 ![로고](logo.png) 뒤", lines("p: 앞", "alt: 로고", "p joined: 뒤")},
		{"an image alone", "![처리방침 표시](a.png)", lines("alt: 처리방침 표시")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := mustMarkdown(t, tt.in)
			if got := form(d.Blocks); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			checkPieces(t, d)
			checkAscending(t, d)
		})
	}
}

func TestMarkdownPlaces(t *testing.T) {
	src := "> - **\"동의\"**는 A&amp;B \\* 이다\n"
	d := mustMarkdown(t, src)
	for _, tt := range []struct{ shown, written string }{
		{`"동의"는`, `"동의"**는`}, {"A&B", "A&amp;B"}, {"* 이다", "* 이다"},
	} {
		at := strings.Index(d.Visible, tt.shown)
		if at < 0 {
			t.Fatalf("%q is not in %q", tt.shown, d.Visible)
		}
		s := d.Span(policy.Range{Start: at, End: at + len(tt.shown)})
		if got := src[s.Start:s.End]; got != tt.written {
			t.Errorf("%q stands at %q, want %q", tt.shown, got, tt.written)
		}
	}
}

func TestMarkdownResources(t *testing.T) {
	src := "[**약관** 보기](/terms(1).html?a=1&amp;b=2 \"약관\") https://example.com/a에서, [참고][r], <privacy@example.com> ![로고](l.png)\n\n[r]: https://example.com/r\n"
	d := mustMarkdown(t, src)
	want := []struct {
		kind               policy.ResourceKind
		url, text, written string
	}{
		{policy.Link, "/terms(1).html?a=1&b=2", "약관 보기", "[**약관** 보기](/terms(1).html?a=1&amp;b=2 \"약관\")"},
		{policy.Link, "https://example.com/a", "https://example.com/a", "https://example.com/a"},
		{policy.Link, "https://example.com/r", "참고", "[참고][r]"},
		{policy.Link, "mailto:privacy@example.com", "privacy@example.com", "privacy@example.com"},
		{policy.Image, "l.png", "", "![로고](l.png)"},
	}
	if len(d.Resources) != len(want) {
		t.Fatalf("%d resources, want %d: %+v", len(d.Resources), len(want), d.Resources)
	}
	for i, w := range want {
		r := d.Resources[i]
		if r.Kind != w.kind || r.URL != w.url || r.Text != w.text || src[r.Span.Start:r.Span.End] != w.written {
			t.Errorf("resource %d is %+v at %q, want %+v", i, r, src[r.Span.Start:r.Span.End], w)
		}
	}
}

func TestMarkdownTables(t *testing.T) {
	tests := []struct{ name, in, want, after string }{
		{"headers, breaks and styles",
			lines("| 수탁자 | 업무 |", "|:--|--:|", "| **㈜가나** | 배송<br>상담 |", "| ㈜다라 |"),
			lines("| *수탁자 | *업무 ", "| ㈜가나 | 배송 / 상담 ", "| ㈜다라 |  "), ""},
		{"a bar within a cell",
			lines("a | b", "--|--", "`x\\|y` | 가\\|나"),
			lines("| *a | *b ", "| x|y | 가|나 "), ""},
		{"text directly above and below",
			lines("아래와 같습니다.", "|가|나|", "|-|-|", "|1|2|", "※ 참고하세요."),
			lines("| *가 | *나 ", "| 1 | 2 "), "아래와 같습니다.\n※ 참고하세요.\n"},
		{"in a list", lines("- 표", "", "  |가|나|", "  |-|-|", "  |1|2|"), lines("| *가 | *나 ", "| 1 | 2 "), "표\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := mustMarkdown(t, tt.in)
			if got := grids(d.Tables); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			var outside string
			for _, b := range d.Blocks {
				if b.Cell == nil {
					outside += b.Text + "\n"
				}
			}
			if outside != tt.after {
				t.Errorf("outside stands %q, want %q", outside, tt.after)
			}
			checkPieces(t, d)
		})
	}
}

func TestMarkdownHTML(t *testing.T) {
	src := lines("<div>", "<b>첫째</b>", "</div>", "", "둘째", "", "<br />", "", "<table><tr><th>가</th><th>나</th></tr>", "", "<tr><td>1</td><td>2</td></tr></table>", "", "> <p>셋째</p>")
	d := mustMarkdown(t, src)
	var texts []string
	for _, b := range d.Blocks {
		texts = append(texts, b.Text)
	}
	if got, want := strings.Join(texts, ","), "첫째,둘째,가,나,1,2,셋째"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := grids(d.Tables), lines("| *가 | *나 ", "| 1 | 2 "); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	checkPieces(t, d)
}

func TestMarkdownNesting(t *testing.T) {
	for _, in := range []string{
		"본문\n" + strings.Repeat(">", 200_000) + " 글", strings.Repeat("> ", 101) + "글", strings.Repeat("* + ", 50_000) + "글",
		strings.Repeat("1. ", 200_000), strings.Repeat(" ", 5000) + "- 글",
	} {
		if _, err := markdownPage(in); !errors.Is(err, errNested) {
			t.Errorf("%.20q…: error %v, want %v", in, err, errNested)
		}
	}
	for _, in := range []string{
		strings.Repeat("> ", 50) + "글", strings.Repeat("- ", 300), strings.Repeat("[", 200_000) + "글", strings.Repeat("[글](", 50_000),
		strings.Repeat("*글 ", 50_000) + strings.Repeat("글_ ", 50_000), "# " + strings.Repeat("![", 100_000) + "글",
		strings.Repeat(strings.Repeat("[글](", 300)+"\n", 100), strings.Repeat("[r]: 글\n", 20_000), strings.Repeat("| `\\|` | 글\n", 10_000),
	} {
		d, err := markdownPage(in)
		if err != nil {
			t.Errorf("%.20q…: %v", in, err)
		} else if strings.Contains(in, "글") && !strings.Contains(d.Visible, "글") {
			t.Errorf("%.20q…: the text is not shown", in)
		}
	}
}
