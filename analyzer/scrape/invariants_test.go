package scrape

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// placement counts blocks by how their text was found in the source.
type placement struct{ blocks, images, inexact, unread int }

func (p *placement) add(q placement) {
	p.blocks += q.blocks
	p.images += q.images
	p.inexact += q.inexact
	p.unread += q.unread
}

// verifyDocument fails where a document breaks what its types promise.
func verifyDocument(t testing.TB, doc *policy.Document) placement {
	t.Helper()
	fail := func(format string, args ...any) {
		t.Helper()
		t.Fatalf("%s: %s", doc.File.Name, fmt.Sprintf(format, args...))
	}
	verifyMap(fail, doc)
	verifyBlocks(fail, doc)
	for _, table := range doc.Tables {
		verifyTable(fail, doc, table)
	}
	for _, r := range doc.Resources {
		verifySpan(fail, doc, r.Span, string(r.Kind))
	}
	for _, f := range doc.Faults {
		verifySpan(fail, doc, f.Place.Span, string(f.Kind))
	}
	end := 0
	for _, c := range doc.Comments {
		verifySpan(fail, doc, c.Span, "comment")
		if s := doc.File.Text[c.Span.Start:c.Span.End]; c.Span.Start < end || !strings.HasPrefix(s, "<!--") && !strings.HasPrefix(s, "<%--") {
			fail("comment at %+v, behind %d: %q", c.Span, end, s)
		}
		end = c.Span.End
	}
	return verifyQuotes(fail, doc)
}

type failer func(format string, args ...any)

// verifyMap: in order, within the file, and equal to it where they say so.
func verifyMap(fail failer, doc *policy.Document) {
	at, blanked := 0, blankAll(doc)
	for _, p := range doc.Pieces() {
		if p.At < at || p.Len <= 0 || p.At+p.Len > len(doc.Visible) {
			fail("piece %+v after %d of %d", p, at, len(doc.Visible))
		}
		at = p.At + p.Len
		verifySpan(fail, doc, p.Source, "piece")
		if p.Source.Len() != p.Len {
			continue
		}
		shown, source := unmarked(doc.Visible[p.At:at]), unmarked(doc.File.Text[p.Source.Start:p.Source.End])
		if shown != source && doc.Format != policy.Text {
			source = unmarked(blanked[p.Source.Start:p.Source.End])
		}
		for i := range len(shown) {
			if html.UnescapeString(source) == shown {
				break
			}
			if shown[i] != source[i] && (shown[i] != ' ' || !isBlank(source[i:i+1]) && source[i] != '\v') && !strings.ContainsAny(source[:1], "<&") {
				fail("%q stands where the source has %q", shown, source)
			}
		}
	}
}

func verifySpan(fail failer, doc *policy.Document, s policy.Span, what string) {
	text := doc.File.Text
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		fail("%s at %v, of %d bytes", what, s, len(text))
	}
	for _, at := range [...]int{s.Start, s.End} {
		if at < len(text) && !utf8.RuneStart(text[at]) {
			fail("%s at %v, within a character", what, s)
		}
	}
}

// verifyBlocks: they cover the visible text in order, one line break apart.
func verifyBlocks(fail failer, doc *policy.Document) {
	at := 0
	for i, b := range doc.Blocks {
		if b.Range.Start != at || b.Range.Empty() || b.Range.End > len(doc.Visible) || doc.TextOf(b.Range) != b.Text {
			fail("block %d at %v after %d, %q", i, b.Range, at, b.Text)
		}
		if strings.ContainsAny(b.Text, "\n\t") || strings.TrimSpace(b.Text) == "" || strings.TrimSpace(b.Text) != b.Text || strings.Contains(b.Text, "  ") {
			fail("block %d holds %q", i, b.Text)
		}
		if !utf8.ValidString(b.Text) || strings.Contains(b.Text, markEnd) && !strings.Contains(doc.File.Text, markEnd) {
			fail("block %d shows marks: %q", i, b.Text)
		}
		if b.Lead < 0 || b.Lead > 0 && b.Lead >= len(b.Text) || !utf8.ValidString(b.Text[:b.Lead]) {
			fail("block %d of %d bytes is led by %d", i, len(b.Text), b.Lead)
		}
		at = b.Range.End + 1
	}
	if len(doc.Blocks) > 0 && at != len(doc.Visible)+1 {
		fail("blocks end at %d of %d", at-1, len(doc.Visible))
	}
	if !doc.Title.Empty() && (len(doc.BlocksIn(doc.Title)) == 0 || doc.BlocksIn(doc.Title)[0].Range != doc.Title) {
		fail("the title %v is no block", doc.Title)
	}
}

// verifyTable: each cell stands at its place in the grid, and its headers are header cells before it.
func verifyTable(fail failer, doc *policy.Document, t *policy.Table) {
	verifySpan(fail, doc, t.Span, "table")
	if len(t.Grid) == 0 || t.HeaderRows > len(t.Grid) || t.HeaderColumns > t.Columns() || t.Range.Start < 0 || t.Range.End > len(doc.Visible) {
		fail("table at %v: %d rows, %d and %d headers", t.Range, len(t.Grid), t.HeaderRows, t.HeaderColumns)
	}
	for r, row := range t.Grid {
		if len(row) != t.Columns() {
			fail("row %d has %d of %d columns", r, len(row), t.Columns())
		}
		for col, c := range row {
			if c != nil && (r < c.Row || r >= c.Row+c.RowSpan || col < c.Column || col >= c.Column+c.ColumnSpan) {
				fail("cell %d,%d does not reach %d,%d", c.Row, c.Column, r, col)
			}
		}
	}
	for c := range t.Cells {
		verifySpan(fail, doc, c.Span, "cell")
		if c.Table != t || c.RowSpan < 1 || c.ColumnSpan < 1 || c.Row+c.RowSpan > len(t.Grid) || c.Column+c.ColumnSpan > t.Columns() {
			fail("cell %d,%d spans %d×%d of %d×%d", c.Row, c.Column, c.RowSpan, c.ColumnSpan, len(t.Grid), t.Columns())
		}
		if doc.TextOf(c.Range) != c.Text || !c.Range.Empty() && !t.Range.Contains(c.Range) {
			fail("cell %d,%d at %v of %v", c.Row, c.Column, c.Range, t.Range)
		}
		for _, h := range c.Headers {
			if h == c || h.Table != t || h.Row >= t.HeaderRows && h.Column >= t.HeaderColumns {
				fail("cell %d,%d has the header %d,%d", c.Row, c.Column, h.Row, h.Column)
			}
		}
	}
}

// verifyQuotes: the quote of a block's place is its text, by the map and by reading the source again.
func verifyQuotes(fail failer, doc *policy.Document) placement {
	var p placement
	source := newSourceReader(doc)
	pieces := doc.Pieces()
	for i, b := range doc.Blocks[:min(len(doc.Blocks), 2000)] { // a quote goes through the whole map
		p.blocks++
		n, exact := 0, true
		for n < len(pieces) && pieces[n].At < b.Range.End {
			exact = exact && isExact(doc, pieces[n])
			n++
		}
		pieces = pieces[n:]
		span := doc.Span(b.Range)
		verifySpan(fail, doc, span, "block")
		switch {
		case !exact && b.Kind != policy.Alt:
			p.inexact++
			if testing.Verbose() {
				fmt.Printf("%s: block %d has no place of its own: %q\n", doc.File.Name, i, b.Text)
			}
			continue
		case doc.Quote(span) != b.Text && isTorn(doc, b, span):
			p.inexact++
			continue
		case doc.Quote(span) != b.Text:
			fail("block %d at %v shows %q, its quote is %q", i, span, b.Text, doc.Quote(span))
		case b.Kind == policy.Alt:
			p.images++
			continue
		case doc.Format != policy.HTML:
			continue
		}
		if got := source.shown(b, span); norm.NFC.String(got) != squeeze(b.Text) {
			if p.unread++; strings.Contains(doc.File.Text, "<") && testing.Verbose() {
				fmt.Printf("%s: block %d shows %q, its source %q\n", doc.File.Name, i, b.Text, doc.File.Text[span.Start:span.End])
			}
		}
	}
	return p
}

// isTorn reports whether other text stands in the source between the parts of a block, as between
// those that the parser takes out of a table.
func isTorn(doc *policy.Document, b *policy.Block, span policy.Span) bool {
	return slices.ContainsFunc(doc.Ranges(span), func(r policy.Range) bool { return !b.Range.Contains(r) })
}

// isExact reports whether a piece has a place of its own: it is as it is written, one character,
// written in parts or whole, or white space.
func isExact(doc *policy.Document, p policy.Piece) bool {
	shown := doc.Visible[p.At : p.At+p.Len]
	if strings.TrimSpace(shown) == "" || p.Source.Len() == p.Len {
		return true
	}
	src := doc.File.Text[p.Source.Start:p.Source.End]
	if norm.NFC.String(src) == shown {
		return true
	}
	return strings.HasPrefix(src, "&") && strings.Contains(html.UnescapeString(src), shown)
}

// blankAll is the source as the reader of HTML sees it.
func blankAll(doc *policy.Document) string {
	src := blankServer(doc.File.Text)
	if doc.Format == policy.HTML && !hasBlocks(src) {
		src = blankTags(src)
	}
	return src
}

// sourceReader reads what a stretch of HTML shows without the parser, the marks and the map.
type sourceReader struct {
	text  string
	lower string
}

func newSourceReader(doc *policy.Document) *sourceReader {
	blanked := blankServer(doc.File.Text)
	return &sourceReader{text: blanked, lower: strings.ToLower(blanked)}
}

func (s *sourceReader) shown(b *policy.Block, span policy.Span) string {
	src := s.text[span.Start:span.End]
	if b.Kind == policy.TitleText || b.Has(policy.InForm) {
		return squeeze(html.UnescapeString(src))
	}
	if b.Has(policy.Verbatim) && !strings.Contains(s.lower, "<pre") && !strings.Contains(s.lower, "<listing") {
		return squeeze(src)
	}
	z := html.NewTokenizer(strings.NewReader(src))
	var out strings.Builder
	hidden := false
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return squeeze(out.String())
		case html.TextToken:
			if !hidden {
				out.WriteString(html.UnescapeString(string(z.Raw())))
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			raw := string(z.Raw())
			name, _ := z.TagName()
			r := roleOf(atom.Lookup(name))
			hidden = kind == html.StartTagToken && (r == rawSkipped || r == skipped && s.closes(string(name))) || hidden && kind != html.EndTagToken
			if !hidden && r == unknown && kind != html.EndTagToken && !strings.ContainsAny(raw, ":=-'\"") && !s.closes(string(name)) {
				out.WriteString(html.UnescapeString(raw))
			}
		}
	}
}

func (s *sourceReader) closes(name string) bool { return strings.Contains(s.lower, "</"+name) }

// squeeze drops what is white space or not seen.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) || isUnseen(r) {
			return -1
		}
		return r
	}, unmarked(s))
}

// unmarked is a text without the character that the marker takes for itself.
func unmarked(s string) string { return strings.ReplaceAll(s, markStart, "\uFFFD") }
