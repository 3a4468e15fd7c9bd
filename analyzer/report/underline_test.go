package report

import (
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// excerptOf cuts a one-line file around the first place where covered stands.
func excerptOf(t *testing.T, line, covered string) Excerpt {
	t.Helper()
	i := strings.Index(line, covered)
	if i < 0 {
		t.Fatalf("%q does not stand in %q", covered, line)
	}
	f := policy.NewFile("page.html", line, "utf-8", nil)
	return excerpt(f, 1, policy.Span{Start: i, End: i + len(covered)})
}

func TestUnderline(t *testing.T) {
	tests := []struct {
		name, line, covered, source, marks string
	}{
		{"letters", "keep it for ever", "for", "keep it for ever", "        ^~~"},
		{"Hangul is two columns wide", "보유 기간: 영구", "영구", "보유 기간: 영구", "           ^~~~"},
		{"Hanja, kana and full width", "第１条 かな", "かな", "第１条 かな", "       ^~~~"},
		{"decomposed syllables", "\u1100\u1161 나", "나", "\u1100\u1161 나", "   ^~"},
		{"what combines takes no room", "cafe\u0301 파기", "파기", "cafe\u0301 파기", "     ^~~~"},
		{"ambiguous width is narrow", "○○○ 팀장", "팀장", "○○○ 팀장", "    ^~~~"},
		{"tabs are kept", "\t<td>\t항목</td>", "항목", "\t<td>\t항목</td>", "\t    \t^~~~"},
		{"tabs within the place", "가\t나", "가\t나", "가\t나", "^~\t~~"},
		{"a place that begins with a tab", "가\t나", "\t나", "가\t나", "  \t^~"},
		{"an empty place", "처리방침", "", "처리방침", "^~"},
		{"controls do not reach the terminal", "a\x1b[2J목적\u202e", "목적", "a\uFFFD[2J목적\uFFFD", "     ^~~~"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			source, marks := underline(excerptOf(t, test.line, test.covered), 100)
			if source != test.source || marks != test.marks {
				t.Errorf("got\n%q\n%q\nwant\n%q\n%q", source, marks, test.source, test.marks)
			}
		})
	}
}

func TestUnderlineEndOfLine(t *testing.T) {
	f := policy.NewFile("page.html", "목적\n항목", "utf-8", nil)
	end := len("목적")
	source, marks := underline(excerpt(f, 1, policy.Span{Start: end, End: end}), 100)
	if source != "목적" || marks != "    ^" {
		t.Errorf("got\n%q\n%q", source, marks)
	}
}

func TestUnderlineSeveralLines(t *testing.T) {
	f := policy.NewFile("page.html", "<p>보유\r\n기간</p>", "utf-8", nil)
	source, marks := underline(excerpt(f, 1, policy.Span{Start: 3, End: len("<p>보유\r\n기간")}), 100)
	if source != "<p>보유" || marks != "   ^~~~" {
		t.Errorf("got\n%q\n%q", source, marks)
	}
}

// A page on one line is cut around the place, wherever it stands and however long it is.
func TestUnderlineCut(t *testing.T) {
	const width = 40
	filler := strings.Repeat("개인 정보 처리 방침 and more ", 2000)
	tests := []struct {
		name, before, covered, after string
		left, right                  bool
	}{
		{"in the middle", filler, "<영구 보유>", filler, true, true},
		{"at the beginning", "", "<영구 보유>", filler, false, true},
		{"at the end", filler, "<영구 보유>", "", true, false},
		{"too long to show", filler, "<" + filler + ">", filler, true, true},
		{"all of it", "", "<" + filler + ">", "", false, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x := excerptOf(t, test.before+test.covered+test.after, test.covered)
			if len(x.Text) > 4*keep {
				t.Errorf("keeps %d bytes of the line", len(x.Text))
			}
			source, marks := underline(x, width)
			cond := runewidth.Condition{}
			if w := cond.StringWidth(source); w > width || w < width-3 {
				t.Errorf("%q is %d columns wide, want nearly %d", source, w, width)
			}
			if left := strings.HasPrefix(source, ellipsis); left != test.left {
				t.Errorf("%q begins with an ellipsis: %v", source, left)
			}
			if right := strings.HasSuffix(source, ellipsis); right != test.right {
				t.Errorf("%q ends with an ellipsis: %v", source, right)
			}
			arrow := strings.IndexByte(marks, '^')
			before, _, _ := strings.Cut(source, "<")
			if arrow != cond.StringWidth(before) {
				t.Errorf("the arrow is in column %d of\n%s\n%s", arrow, source, marks)
			}
		})
	}
}

func TestUnderlineNarrow(t *testing.T) {
	x := excerptOf(t, strings.Repeat("가", 50)+"나", "나")
	for width := range 8 { // a terminal too narrow for anything still gets an answer
		if _, marks := underline(x, width); !strings.Contains(marks, "^") {
			t.Errorf("no mark within %d columns", width)
		}
	}
}
