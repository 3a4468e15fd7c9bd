package policy

import (
	"slices"
	"testing"
)

// sample is a page as scraping makes it: text that stands as it is, an entity that is one unit, white
// space that was folded, and a line break that came from nowhere.
//
//	source:  <p>제&nbsp;1\n조&amp;2</p><p>끝</p>
//	visible: 제 1 조&2⏎끝
func sample() *Document {
	const source = "<p>제&nbsp;1\n조&amp;2</p><p>끝</p>"
	d := &Document{File: NewFile("policy.html", source, "utf-8", nil), Format: HTML, Visible: "제 1 조&2\n끝"}
	d.SetPieces([]Piece{
		{At: 0, Len: 3, Source: Span{3, 6}},     // 제
		{At: 3, Len: 1, Source: Span{6, 12}},    // &nbsp;
		{At: 4, Len: 1, Source: Span{12, 13}},   // 1
		{At: 5, Len: 1, Source: Span{13, 14}},   // line break shown as a space
		{At: 6, Len: 3, Source: Span{14, 17}},   // 조
		{At: 9, Len: 1, Source: Span{17, 22}},   // &amp;
		{At: 10, Len: 1, Source: Span{22, 23}},  // 2
		{At: 12, Len: 3, Source: Span{30, 33}}}) // 끝
	d.Blocks = []*Block{
		{Text: "제 1 조&2", Range: Range{0, 11}},
		{Text: "끝", Range: Range{12, 15}},
	}
	return d
}

func TestDocumentSpan(t *testing.T) {
	for _, tt := range []struct {
		name string
		r    Range
		want string
	}{
		{"linear", Range{0, 3}, "제"},
		{"part of a linear piece", Range{7, 9}, "\xa1\xb0"},
		{"atomic", Range{3, 4}, "&nbsp;"},
		{"linear and atomic", Range{0, 5}, "제&nbsp;1"},
		{"folded white space", Range{4, 9}, "1\n조"},
		{"the whole block", Range{0, 11}, "제&nbsp;1\n조&amp;2"},
		{"tags between blocks", Range{10, 15}, "2</p><p>끝"},
		{"from a break between blocks", Range{11, 15}, "끝"},
		{"beyond the text", Range{12, 99}, "끝"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sample()
			s := d.Span(tt.r)
			if got := d.File.Text[s.Start:s.End]; got != tt.want {
				t.Errorf("Span(%v) = %v %q, want %q", tt.r, s, got, tt.want)
			}
			if p := d.Place(tt.r); p.File != d.File || p.Span != s {
				t.Errorf("Place(%v) = %v, want %v", tt.r, p, s)
			}
		})
	}
}

func TestDocumentSpanOfNothing(t *testing.T) {
	for _, tt := range []struct {
		name   string
		at     int
		before string // what stands in the source before the place
	}{
		{"at the start", 0, "<p>"},
		{"within a linear piece", 6, "<p>제&nbsp;1\n"},
		{"before an atomic piece", 3, "<p>제"},
		{"at a break between blocks", 11, "<p>제&nbsp;1\n조&amp;2"},
		{"at the end", 15, "<p>제&nbsp;1\n조&amp;2</p><p>끝"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sample()
			s := d.Span(Range{tt.at, tt.at})
			if s.Len() != 0 || d.File.Text[:s.Start] != tt.before {
				t.Errorf("Span = %v, behind %q, want behind %q", s, d.File.Text[:s.Start], tt.before)
			}
		})
	}
	if got := (&Document{}).Span(Range{0, 0}); got != (Span{}) {
		t.Errorf("a document without pieces has %v", got)
	}
}

func TestRangesAndQuote(t *testing.T) {
	for _, tt := range []struct {
		name   string
		s      Span
		ranges []Range
		quote  string
	}{
		{"one piece", Span{3, 6}, []Range{{0, 3}}, "제"},
		{"neighbours are joined", Span{3, 23}, []Range{{0, 11}}, "제 1 조&2"},
		{"two blocks", Span{22, 33}, []Range{{10, 11}, {12, 15}}, "2 끝"},
		{"all of the file", Span{0, 37}, []Range{{0, 11}, {12, 15}}, "제 1 조&2 끝"},
		{"a part of an entity is nothing", Span{6, 11}, nil, ""},
		{"tags are nothing", Span{0, 3}, nil, ""},
		{"nothing", Span{5, 5}, nil, ""},
		{"a part of a linear piece", Span{14, 15}, []Range{{6, 7}}, "\xec"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sample()
			if got := d.Ranges(tt.s); !slices.Equal(got, tt.ranges) {
				t.Errorf("Ranges(%v) = %v, want %v", tt.s, got, tt.ranges)
			}
			if got := d.Quote(tt.s); got != tt.quote {
				t.Errorf("Quote(%v) = %q, want %q", tt.s, got, tt.quote)
			}
		})
	}
}

// TestRangesOfMovedText finds what came from a span where a parser moved text: out of a table, before it.
func TestRangesOfMovedText(t *testing.T) {
	const source = "ab<table>cd<tr><td>ef</table>gh"
	d := &Document{File: NewFile("policy.html", source, "utf-8", nil), Visible: "abcdefgh"}
	d.SetPieces([]Piece{{0, 2, Span{0, 2}}, {2, 2, Span{19, 21}}, {4, 2, Span{9, 11}}, {6, 2, Span{29, 31}}})
	for start := range len(source) {
		for end := start + 1; end <= len(source); end++ {
			var want []Range
			for _, p := range d.Pieces() {
				if r, ok := p.within(Span{start, end}); ok {
					if n := len(want); n > 0 && want[n-1].End == r.Start {
						want[n-1].End = r.End
					} else {
						want = append(want, r)
					}
				}
			}
			if got := d.Ranges(Span{start, end}); !slices.Equal(got, want) {
				t.Errorf("from %q came %v, want %v", source[start:end], got, want)
			}
		}
	}
}

// TestSpanHoldsItsRange checks, for every stretch of visible text, that its span gives it back.
func TestSpanHoldsItsRange(t *testing.T) {
	d := sample()
	for start := range d.Visible {
		for end := start + 1; end <= len(d.Visible); end++ {
			s := d.Span(Range{start, end})
			for i := start; i < end; i++ {
				holds := slices.ContainsFunc(d.Ranges(s), func(r Range) bool { return r.Contains(Range{i, i + 1}) })
				if !holds && d.Visible[i] != '\n' {
					t.Fatalf("Span(%d, %d) = %v lost byte %d: %v", start, end, s, i, d.Ranges(s))
				}
			}
		}
	}
}

func TestBlocksIn(t *testing.T) {
	d := &Document{Visible: "가\n나\n다"}
	for i := range 3 {
		d.Blocks = append(d.Blocks, &Block{Text: d.Visible[4*i : 4*i+3], Range: Range{4 * i, 4*i + 3}})
	}
	for _, tt := range []struct {
		name string
		r    Range
		want string
	}{
		{"all", Range{0, 11}, "가나다"},
		{"one", Range{4, 7}, "나"},
		{"those that begin within", Range{1, 8}, "나"},
		{"up to where the next begins", Range{0, 4}, "가"},
		{"nothing begins in a gap", Range{1, 4}, ""},
		{"empty", Range{4, 4}, ""},
		{"the wrong way round", Range{9, 2}, ""},
		{"behind all", Range{11, 99}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			for _, b := range d.BlocksIn(tt.r) {
				got += b.Text
			}
			if got != tt.want {
				t.Errorf("BlocksIn(%v) = %q, want %q", tt.r, got, tt.want)
			}
		})
	}
	if got := d.TextOf(Range{4, 7}); got != "나" {
		t.Errorf("TextOf = %q", got)
	}
}

func TestRange(t *testing.T) {
	a := Range{2, 5}
	if a.Len() != 3 || a.Empty() || !(Range{3, 3}).Empty() {
		t.Error("Len or Empty is wrong")
	}
	for _, tt := range []struct {
		b                  Range
		contains, overlaps bool
	}{
		{Range{2, 5}, true, true}, {Range{3, 4}, true, true}, {Range{4, 6}, false, true},
		{Range{0, 3}, false, true}, {Range{5, 7}, false, false}, {Range{0, 2}, false, false},
	} {
		if a.Contains(tt.b) != tt.contains || a.Overlaps(tt.b) != tt.overlaps || tt.b.Overlaps(a) != tt.overlaps {
			t.Errorf("%v against %v: want contains %t, overlaps %t", a, tt.b, tt.contains, tt.overlaps)
		}
	}
}
