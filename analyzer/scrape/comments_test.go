package scrape

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// commentsOf writes the comments of a page: text, and the source that it stands in.
func commentsOf(doc *policy.Document) string {
	var out []string
	for _, c := range doc.Comments {
		out = append(out, fmt.Sprintf("%s|%s", c.Text, doc.File.Text[c.Span.Start:c.Span.End]))
	}
	return strings.Join(out, "\n")
}

func TestComments(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"one", "<p>가</p><!-- pipalint:ignore a: b --><p>나</p>", "pipalint:ignore a: b|<!-- pipalint:ignore a: b -->"},
		{"folded", "<!--PIPALINT:ignore\n\t a -->가", "PIPALINT:ignore a|<!--PIPALINT:ignore\n\t a -->"},
		{"others", "<!-- a --><!-- pipalinter: a --><!-- about pipalint:ignore --><!-- pipalint --><!---->가", "pipalint|<!-- pipalint -->"},
		{"in the head, in a table, behind the page", "<!-- pipalint:1 --><html><head><!-- pipalint:2 --></head><body><table><!-- pipalint:3 --><tr><!-- pipalint:4 --><td>가</table></body></html><!-- pipalint:5 -->",
			"pipalint:1|<!-- pipalint:1 -->\npipalint:2|<!-- pipalint:2 -->\npipalint:3|<!-- pipalint:3 -->\npipalint:4|<!-- pipalint:4 -->\npipalint:5|<!-- pipalint:5 -->"},
		{"in text of its own kind", "<title><!-- pipalint:1 --></title><script><!-- pipalint:2 --></script><textarea><!-- pipalint:3 --></textarea><style><!-- pipalint:4 --></style><p title='<!-- pipalint:5 -->'>가</p>", ""},
		{"closed oddly", "가<!-- pipalint:1 --!>나<!-- pipalint:2", "pipalint:1|<!-- pipalint:1 --!>\npipalint:2|<!-- pipalint:2"},
		{"of a server", "<p>가</p><%-- pipalint:1 --%><!-- pipalint:2 --><% /* <!-- pipalint:3 --> */ %><?php // <!-- pipalint:4 --> ?><%-- b --%><%-- pipalint:5",
			"pipalint:1|<%-- pipalint:1 --%>\npipalint:2|<!-- pipalint:2 -->"},
		{"one in another", "<p>가</p><!-- pipalint:1 <%-- pipalint:2 --%> -->", "pipalint:1|<!-- pipalint:1 <%-- pipalint:2 --%> -->"},
		{"in a page without elements", "가<!-- pipalint:1 -->나", "pipalint:1|<!-- pipalint:1 -->"},
	} {
		if got := commentsOf(htmlPage(t, tt.page)); got != tt.want {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func TestMarkdownComments(t *testing.T) {
	doc := mustMarkdown(t, lines("<!-- pipalint:1 -->", "# 가 <!-- pipalint:2 -->", "", "<div>", "<!-- pipalint:3 -->", "</div>", "",
		"> <!-- pipalint:4 -->", "", "나 <!-- pipalint:5", "둘째 줄 --> 다 `<!-- pipalint:6 -->`", "", "| 라 <!-- pipalint:7 --> | 마 |", "| --- | --- |", "| 바 | 사 | <!-- pipalint:x --> |", "",
		"```", "<!-- pipalint:8 -->", "```", "    <!-- pipalint:9 -->"))
	var got []string
	for _, c := range doc.Comments {
		got = append(got, c.Text)
		if s := doc.File.Text[c.Span.Start:c.Span.End]; !strings.HasPrefix(s, "<!-- "+c.Text[:10]) || !strings.HasSuffix(s, "-->") {
			t.Errorf("%q stands at %q", c.Text, s)
		}
	}
	if want := "pipalint:1, pipalint:2, pipalint:3, pipalint:4, pipalint:5 둘째 줄, pipalint:7, pipalint:x"; strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
}

// TestTextHasNoComments tells that plain text shows all that is written in it.
func TestTextHasNoComments(t *testing.T) {
	doc, err := Parse("page.txt", []byte("개인정보 처리방침\n<!-- pipalint:ignore a: b -->\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Comments) > 0 || !strings.Contains(doc.Visible, "pipalint") {
		t.Errorf("%v, shown %q", doc.Comments, doc.Visible)
	}
}
