package scrape

import (
	"fmt"
	"strings"
	"testing"
)

func TestIsInLines(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"제1조(목적)\n회원 확인\n제2조(항목)\n이름\n제3조(기간)\n1년", true},
		{"제 1 조 목적\n제 2 조 항목\n제 3 조 기간\n", true},
		{"1. 목적\n회원 확인\n2. 항목\n이름\n3. 기간", true},
		{"① 목적\n② 항목\n③ 기간\n끝", true},
		{"목적\n\n회원을 확인합니다.\n\n항목\n\n이름과 주소\n", true},
		{"회사는\n이용자의 개인정보를\n소중히 여기며\n법을 지킵니다.", false},
		{"\n\n\n회사는 법을 지킵니다.\n\n\n\n", false},
		{"이 방침은 2025.\n3.\n4.부터\n시행합니다.\n", false},
		{"1. 목적\n2. 항목", false},
		{"3.5\n2.25\n1.75\n4.5\n", false},
	} {
		if got := isInLines(tt.text); got != tt.want {
			t.Errorf("%q: %t", tt.text, got)
		}
	}
}

// TestLinesInText reads line breaks that only a style sheet makes visible.
func TestLinesInText(t *testing.T) {
	const want = "제1조(목적)|회원 확인|제2조(항목)|이름|제3조(기간)|1년"
	text := strings.ReplaceAll(want, "|", "\n")
	for _, page := range []string{
		"<div class=policy>" + text + "</div>", "<div style='white-space: pre-line'>" + text + "</div>", "<p>" + strings.ReplaceAll(text, "\n", "\r\n\r\n  ") + "</p>",
	} {
		if got := texts(t, page); got != want {
			t.Errorf("%q: %q", page, got)
		}
	}
	if got := texts(t, "<p style='white-space: pre-line'>가\n나</p><p>다\n라</p>"); got != "가|나|다 라" {
		t.Errorf("got %q", got)
	}
}

// TestArticlesInOneLine cuts a text whose line breaks were lost.
func TestArticlesInOneLine(t *testing.T) {
	filler := strings.Repeat("회사는 개인정보를 소중히 여깁니다. ", 8)
	article := func(n int) string { return fmt.Sprintf("제%d조(제목 %d) %s", n, n, strings.TrimSpace(filler)) }
	for _, tt := range []struct{ page, want string }{
		{article(1) + " " + article(2) + " " + article(3), article(1) + "|" + article(2) + "|" + article(3)},
		{"머리말 " + article(1) + " " + article(2) + " " + article(3), "머리말 " + article(1) + "|" + article(2) + "|" + article(3)},
		{article(1) + " " + article(2), article(1) + " " + article(2)},
		{article(1) + " 법 제2조에 따라 " + article(3) + " " + article(4), article(1) + " 법 제2조에 따라 " + article(3) + " " + article(4)},
	} {
		for _, form := range []string{"<p>%s</p>", "<div>%s<p>끝</div>"} {
			want := tt.want
			if strings.Contains(form, "끝") {
				want += "|끝"
			}
			if got := texts(t, fmt.Sprintf(form, tt.page)); got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		}
	}
}

// texts are the texts of the blocks of a page of HTML.
func texts(t *testing.T, page string) string {
	t.Helper()
	doc, err := Parse("page.html", []byte("<!DOCTYPE html><meta charset=utf-8>"+page), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, b := range doc.Blocks {
		out = append(out, b.Text)
	}
	return strings.Join(out, "|")
}
