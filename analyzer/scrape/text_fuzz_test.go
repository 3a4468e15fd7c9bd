package scrape

import (
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// checkPieces checks what holds for the map from visible text to the source of any page: pieces in
// order and within the source, and those that correspond byte by byte equal to it.
func checkPieces(t *testing.T, d *policy.Document) {
	t.Helper()
	src, at := d.File.Text, 0
	for _, p := range d.Pieces() {
		if p.At < at || p.Len <= 0 || p.At+p.Len > len(d.Visible)+1 {
			t.Fatalf("piece %+v begins before %d or ends behind the text of %d bytes", p, at, len(d.Visible))
		}
		at = p.At + p.Len
		s := p.Source
		if s.Start < 0 || s.End < s.Start || s.End > len(src) {
			t.Fatalf("piece %+v is not within the source of %d bytes", p, len(src))
		}
		if s.Len() != p.Len || strings.Contains(src[s.Start:s.End], "&") {
			continue
		}
		shown, written := d.Visible[p.At:p.At+p.Len], src[s.Start:s.End]
		for i := range len(shown) {
			if shown[i] != written[i] && !(shown[i] == ' ' && strings.IndexByte(" \t\r\n\v\f", written[i]) >= 0) {
				t.Fatalf("piece %+v shows %q where %q is written", p, shown, written)
			}
		}
	}
	checkBlocks(t, d)
}

// checkBlocks checks that blocks cover the visible text in order.
func checkBlocks(t *testing.T, d *policy.Document) {
	t.Helper()
	at := 0
	for _, b := range d.Blocks {
		if b.Range.Start != at || b.Range.Empty() || b.Text != d.TextOf(b.Range) {
			t.Fatalf("block %q at %v, want it at %d", b.Text, b.Range, at)
		}
		at = b.Range.End + 1
	}
	if len(d.Blocks) > 0 && at != len(d.Visible)+1 {
		t.Fatalf("the blocks end at %d, the text at %d", at, len(d.Visible))
	}
}

// checkAscending checks that the source is shown in its order, but for drawn tables: a cell of several lines
// is shown before the next cell, which begins on the first of them.
func checkAscending(t *testing.T, d *policy.Document) {
	t.Helper()
	if len(d.Tables) > 0 {
		return
	}
	at := 0
	for _, p := range d.Pieces() {
		if p.Source.Start < at {
			t.Fatalf("piece %+v goes back behind %d", p, at)
		}
		at = p.Source.End
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"제1조(목적)\r\n① 회사는\n\n- 성명\n  - 주소\n",
		"가 | 나 |\n---|---|\n다\n|\n라\n|\n|\n|\n마 | 바 |",
		"| a | b |\n|---|\n| c\n d |\n\n|\n", "a\tb\n\tc\n1\t2\t3\n", "+--+--+\n| a | b |\n+--+--+\n",
		"We collect the data that is\nneeded for\nthe service.\n", "|\n||\n|||\n", "\\|a|\\\nb|c", "　○ 가\n　　- 나\n\ufeff\u200b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<16 {
			return
		}
		d := textPage(strings.ToValidUTF8(s, "\uFFFD"))
		checkPieces(t, d)
		checkAscending(t, d)
	})
}
