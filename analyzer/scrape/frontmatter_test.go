package scrape

import "testing"

func TestFrontMatter(t *testing.T) {
	tests := []struct{ name, in, blocks, title, titleSource, language string }{
		{"YAML", "---\ntitle: \"개인정보 처리방침\" # 주석\nlang: ko\nnav:\n  title: 메뉴\n---\n# 제1조\n",
			lines("title: 개인정보 처리방침", "h1: 제1조"), "개인정보 처리방침", "개인정보 처리방침", "ko"},
		{"YAML, not quoted, closed by dots", "---\r\ndate: 2025-01-01\r\nTitle: 처리방침 # 임시\r\n...\r\n본문\r\n",
			lines("title: 처리방침", "p: 본문"), "처리방침", "처리방침", ""},
		{"TOML", "+++\ntitle = '방침'\nlanguage = \"ko-KR\"\n+++\n\n본문\n",
			lines("title: 방침", "p: 본문"), "방침", "방침", "ko-KR"},
		{"a rule above text", "---\n\n본문: 글\n\n---\n끝\n", lines("p: 본문: 글", "p: 끝"), "", "", ""},
		{"not closed", "---\ntitle: 방침\n", lines("p: title: 방침"), "", "", ""},
		{"no title", "---\nlayout: page\ntitle:\n---\n본문\n", lines("p: 본문"), "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := mustMarkdown(t, tt.in)
			if got := form(d.Blocks); got != tt.blocks {
				t.Errorf("got\n%swant\n%s", got, tt.blocks)
			}
			if got := d.TextOf(d.Title); got != tt.title || d.Language != tt.language {
				t.Errorf("title %q, language %q, want %q and %q", got, d.Language, tt.title, tt.language)
			}
			if s := d.Span(d.Title); tt.title != "" && tt.in[s.Start:s.End] != tt.titleSource {
				t.Errorf("the title stands at %q", tt.in[s.Start:s.End])
			}
			checkPieces(t, d)
		})
	}
}
