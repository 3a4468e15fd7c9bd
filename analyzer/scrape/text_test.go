package scrape

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// textPage reads plain text.
func textPage(s string) *policy.Document {
	b := newBuilder(&policy.Document{File: policy.NewFile("page.txt", s, "utf-8", nil), Format: policy.Text})
	readText(b)
	return b.finish()
}

// form writes blocks a line each: kind, level, traits, text.
func form(blocks []*policy.Block) string {
	kinds := map[policy.BlockKind]string{policy.Paragraph: "p", policy.Heading: "h", policy.Item: "li", policy.TitleText: "title", policy.Alt: "alt"}
	var out strings.Builder
	for _, b := range blocks {
		out.WriteString(kinds[b.Kind])
		if b.Level > 0 {
			fmt.Fprint(&out, b.Level)
		}
		for _, t := range []struct {
			trait policy.Traits
			name  string
		}{{policy.Bold, "bold"}, {policy.Linked, "linked"}, {policy.Verbatim, "verbatim"}, {policy.InForm, "form"}, {policy.Joined, "joined"}} {
			if b.Has(t.trait) {
				out.WriteString(" " + t.name)
			}
		}
		out.WriteString(": " + b.Text + "\n")
	}
	return out.String()
}

// grids writes tables a row a line, cells between bars, header cells starred, "-" where no cell
// reaches; the blocks of a cell are separated by " / ".
func grids(tables []*policy.Table) string {
	var out strings.Builder
	for i, t := range tables {
		if i > 0 {
			out.WriteString("\n")
		}
		for r, row := range t.Grid {
			for _, c := range row {
				switch {
				case c == nil:
					out.WriteString("| - ")
				case r < t.HeaderRows:
					out.WriteString("| *" + strings.ReplaceAll(c.Text, "\n", " / ") + " ")
				default:
					out.WriteString("| " + strings.ReplaceAll(c.Text, "\n", " / ") + " ")
				}
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

// lines joins the lines of a page.
func lines(s ...string) string { return strings.Join(s, "\n") + "\n" }

func TestTextBlocks(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"blank lines separate, lines below are joined",
			lines("개인정보 처리방침", "", "제1조(목적)", "회사는 다음과 같이 처리합니다.", "", "제2조(항목)"),
			lines("p: 개인정보 처리방침", "p: 제1조(목적)", "p joined: 회사는 다음과 같이 처리합니다.", "p: 제2조(항목)")},
		{"bullets stay and make items",
			lines("- 성명", "• 전화번호", "  - 휴대전화", "· 주소", "▶ 보호책임자", "성명: 홍길동"),
			lines("li1: - 성명", "li2: • 전화번호", "li3: - 휴대전화", "li3: · 주소", "li4: ▶ 보호책임자", "p joined: 성명: 홍길동")},
		{"an item goes on where it is indented",
			lines("- 파기절차", "  내부 방침에 따라 파기합니다."),
			lines("li1: - 파기절차", "li1 joined: 내부 방침에 따라 파기합니다.")},
		{"what only looks like a bullet",
			lines("-5도 이하", "○○○ 회사", "*강조", "10-20"),
			lines("p: -5도 이하", "p joined: ○○○ 회사", "p joined: *강조", "p joined: 10-20")},
		{"rules are no text and separate",
			lines("제1조", "======", "목적", "-----", "| |"),
			lines("p: 제1조", "p: 목적")},
		{"a broken Korean line goes on",
			lines("회사는 법령에 따른 개인정보 보유 기간 또는 정보주체로부터 개인정보를 수집할 때 동의받은 기간을", "지켜 처리합니다."),
			lines("p: 회사는 법령에 따른 개인정보 보유 기간 또는 정보주체로부터 개인정보를 수집할 때 동의받은 기간을 지켜 처리합니다.")},
		{"a list of long lines does not",
			lines("가입 시: 성명, 이메일, 휴대전화번호, 비밀번호, 생년월일, 성별, 주소, 서비스 이용 기록, 접속 기록", "결제 시: 카드 종류"),
			lines("p: 가입 시: 성명, 이메일, 휴대전화번호, 비밀번호, 생년월일, 성별, 주소, 서비스 이용 기록, 접속 기록", "p joined: 결제 시: 카드 종류")},
		{"nor does a numbered line",
			lines("회사는 다음의 개인정보를 수집하고 있으며 정보주체가 요청하면 지체 없이 이를 열람할 수 있도록 하고", "② 회사는 정정합니다."),
			lines("p: 회사는 다음의 개인정보를 수집하고 있으며 정보주체가 요청하면 지체 없이 이를 열람할 수 있도록 하고", "p joined: ② 회사는 정정합니다.")},
		{"a broken English line goes on",
			lines("We collect only the personal data", "that is needed.", "Contact us."),
			lines("p: We collect only the personal data that is needed.", "p joined: Contact us.")},
		{"Japanese lines are joined without a space",
			lines("当社は、お客様から取得した個人情報を、あらかじめ同意を得ることなく第三者に対して開示又は提供を", "行いません。"),
			lines("p: 当社は、お客様から取得した個人情報を、あらかじめ同意を得ることなく第三者に対して開示又は提供を行いません。")},
		{"line breaks of any kind", "가\r\n나\r다\n\r\n라",
			lines("p: 가", "p joined: 나", "p joined: 다", "p: 라")},
		{"a menu is no table", lines("회사소개 | 이용약관 | 개인정보처리방침", "본문입니다."),
			lines("p: 회사소개 | 이용약관 | 개인정보처리방침", "p joined: 본문입니다.")},
		{"numbers set off by tabs are no table", lines("1.\t목적", "2.\t항목"),
			lines("p: 1. 목적", "p joined: 2. 항목")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := textPage(tt.in)
			if got := form(d.Blocks); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			if len(d.Tables) > 0 {
				t.Errorf("tables:\n%s", grids(d.Tables))
			}
			checkPieces(t, d)
		})
	}
}

func TestTextWrapped(t *testing.T) {
	text := "주식회사 가나다는 이용자의 개인정보를 중요하게 생각하며 개인정보 보호법 등 관련 법령을 지키고 이 방침의 내용을 늘 쉽게 찾아볼 수 " +
		"있도록 홈페이지의 첫 화면에 공개하고 있으며 개정하는 때에는 시행일 칠 일 전부터 공지사항에 변경 내용과 시행일을 함께 알리고 이용자의 " +
		"권리에 중대한 변경이 있는 때에는 삼십 일 전부터 전자우편 문자메시지 등으로도 알려 드립니다."
	var in strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		if n := width(word); column+1+n > 72 {
			in.WriteString("\n" + word)
			column = n
		} else {
			in.WriteString(" " + word)
			column += 1 + n
		}
	}
	d := textPage(in.String())
	if got, want := form(d.Blocks), "p: "+text+"\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	checkPieces(t, d)
}

func TestTextLinesOfAPart(t *testing.T) {
	src := "<pre>제1조\n\n- 목적</pre>"
	b := newBuilder(&policy.Document{File: policy.NewFile("page.html", src, "utf-8", nil)})
	b.textLines(len("<pre>"), strings.Index(src, "</pre>"), policy.Verbatim|policy.InForm)
	d := b.finish()
	want := lines("p verbatim form: 제1조", "li1 verbatim form: - 목적")
	if got := form(d.Blocks); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := d.Span(d.Blocks[1].Range), (policy.Span{Start: 14, End: 22}); got != want {
		t.Errorf("the item stands at %v, want %v", got, want)
	}
	checkPieces(t, d)
}

// TestHostileText reads lines that repeat one sign 200,000 times, alone and as tables.
func TestHostileText(t *testing.T) {
	for _, s := range []string{"- ", "> ", "|", "a|", "a|\n", "|\n", "a\t", "a\tb\n", "① ", "1. ", "제1조 ", "+-", "a | b |\n---|---|\n"} {
		page := strings.Repeat(s, 200_000)
		d := textPage(page)
		checkPieces(t, d)
		if got := len(d.Visible); got > len(page) {
			t.Errorf("%q repeated shows %d bytes of %d", s, got, len(page))
		}
	}
}
