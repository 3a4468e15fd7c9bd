package scrape

import (
	"errors"
	"strings"
	"testing"
)

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"---\ntitle: a\n---\n# 제목\n\n본문 **\"동의\"**는\n다음  \n줄\\\n끝\n", "|a|b|\n|-|-|\n|`x\\|y`|<br>|\n글", "- a\n  1. b\n\n     c\n> d\n",
		"[a](b \"c\") ![d](e) <http://f.g> h@i.jp [j]\n\n[j]: k\n", "```\na\n\tb\n", "<div>\n<b>a</b>\n\n</div>\n", "&amp;&#x41;\\&\\가", "a\n===\nb\n---\n",
		"~~a~~ 3~5 _b_가 ** c **", "\ta\r\n\r\n\tb\rc", "> <p>\n> a\n", "[![a](b)](c)", "* * *\n- - -", "0\n000\n-|\n-", "\x00\ufeff\u00a0",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		s = strings.ToValidUTF8(s, "\uFFFD")
		d, err := markdownPage(s)
		if err != nil {
			if !errors.Is(err, errNested) {
				t.Fatal(err)
			}
			return
		}
		checkPieces(t, d)
		for _, r := range d.Resources {
			if r.Span.Start < 0 || r.Span.End < r.Span.Start || r.Span.End > len(s) {
				t.Fatalf("resource %+v is not within the source", r)
			}
		}
		if !strings.Contains(s, "<") { // parsing HTML may change the order
			checkAscending(t, d)
		}
	})
}
