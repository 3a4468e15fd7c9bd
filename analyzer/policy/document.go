package policy

import (
	"sort"
	"strings"
)

// A Range is a half-open interval of bytes in the visible text of a document.
type Range struct{ Start, End int }

// Len is the number of bytes covered.
func (r Range) Len() int { return r.End - r.Start }

// Empty reports whether nothing is covered.
func (r Range) Empty() bool { return r.End <= r.Start }

// Contains reports whether s lies within r.
func (r Range) Contains(s Range) bool { return r.Start <= s.Start && s.End <= r.End }

// Overlaps reports whether r and s have a byte in common.
func (r Range) Overlaps(s Range) bool { return r.Start < s.End && s.Start < r.End }

// A Document is one page. It does not change after it was read.
type Document struct {
	File     *File
	Format   Format
	Language string // as declared by the page (html lang, front matter), or ""
	Base     string // from which the page's addresses are reckoned, as a base element says; "" where none does
	Title    Range  // the page's title (title element, front matter), a block of Visible; empty if none

	// Visible is the text that a reader sees, tags dropped, entities decoded, white space within a
	// block folded to one space; blocks are separated by "\n".
	Visible string
	Blocks  []*Block // in the order of Visible, covering all of it
	Tables  []*Table // data tables, in the order in which they begin; layout tables are not kept

	Resources []Resource
	Faults    []Fault
	Comments  []Comment // those that speak to this program, in the order of the source

	pieces []Piece
	ends   []int // by piece: the furthest end in the source of it and all before it
	starts []int // by piece: the nearest start in the source of it and all behind it
}

// Format is the form in which a page was written.
type Format string

// The formats.
const (
	HTML     Format = "html"
	Markdown Format = "markdown"
	Text     Format = "text"
)

// A Piece maps a stretch of visible text to the source it came from. Where both have the same
// length they correspond byte by byte; otherwise the piece is one unit.
type Piece struct {
	At     int // offset in Visible; the piece reaches to the next one's At
	Len    int // bytes of Visible
	Source Span
}

// A Fault is a stretch of the file that could not be decoded or parsed as it should.
type Fault struct {
	Kind  FaultKind
	Place Place
}

// FaultKind says what is wrong at a [Fault].
type FaultKind string

// The kinds of fault.
const (
	FaultBytes FaultKind = "bytes" // bytes that the encoding does not know; shown as U+FFFD
	FaultMixed FaultKind = "mixed" // bytes of another encoding than the rest of the file; shown as what they stand for
)

// A Comment is one that begins with the name of this program. No reader sees it.
type Comment struct {
	Text string // without the signs around it, white space folded
	Span Span   // with them
}

// SrcDoc is the URL of a frame whose content stands in an attribute, as the HTML standard calls it.
const SrcDoc = "about:srcdoc"

// FrameRead is the attribute of a frame whose content a browser put into the page, behind it.
const FrameRead = "data-pipalint-read"

// FrameOf is the attribute of the element in which that content then stands: the address of the frame.
const FrameOf = "data-pipalint-frame"

// AMPAnalytics is the element of AMP whose script is its configuration, as the type of that script.
const AMPAnalytics = "amp-analytics"

// A Resource is something a page points to or runs.
type Resource struct {
	Kind ResourceKind
	URL  string // as written, entities decoded; "" for an inline script
	Text string // the visible text of a link or button, or the inline script
	Rel  string // rel of a link element, method of a form, type of a script
	Side int    // of an image or frame, the longer side in pixels as its attributes tell; 0 where they do not
	Span Span
	Read bool // of a frame: what it shows was read, in its place or as a page of the policy

	// Frame is the address of the frame in which it stands, where a browser put what that shows into the page; else "".
	Frame string
	// Of a link or button:
	Title  string // what is shown while the mouse is over it
	Label  string // what it is called to those who do not see it, where that is said apart from its text
	Click  string // the script that a click runs
	Data   string // an address that the element keeps for scripts of the page: data-href and the like
	Traits Traits // where it stands, and whether it is shown
	Look   Look
}

// ResourceKind says what a [Resource] is.
type ResourceKind string

// The kinds of resource.
const (
	Script       ResourceKind = "script"
	InlineScript ResourceKind = "inline-script"
	Frame        ResourceKind = "frame"
	Pixel        ResourceKind = "pixel" // an image of at most one pixel, or one that is not displayed
	Image        ResourceKind = "image"
	Form         ResourceKind = "form"
	Link         ResourceKind = "link"      // a or area element
	HeadLink     ResourceKind = "head-link" // link element: stylesheet, preconnect, alternate …
	Object       ResourceKind = "object"    // object, embed
	Button       ResourceKind = "button"    // another element that runs a script when it is clicked
	Refresh      ResourceKind = "refresh"   // a meta element by which a page leads on by itself
)

// SetPieces gives the document its map back to the source, in ascending order of At. Only the
// scraper calls it.
func (d *Document) SetPieces(pieces []Piece) {
	d.pieces, d.ends, d.starts = pieces, make([]int, len(pieces)), make([]int, len(pieces))
	end := 0
	for i, p := range pieces {
		end = max(end, p.Source.End)
		d.ends[i] = end
	}
	start := len(d.File.Text)
	for i := len(pieces) - 1; i >= 0; i-- {
		start = min(start, pieces[i].Source.Start)
		d.starts[i] = start
	}
}

// Pieces is the map from visible text to the source, in ascending order.
func (d *Document) Pieces() []Piece { return d.pieces }

// Span is the smallest stretch of the source from which all of r came. An empty range gets an
// empty span at its place.
func (d *Document) Span(r Range) Span {
	if r.Empty() {
		at := d.at(r.Start)
		return Span{at, at}
	}
	var s Span
	found := false
	for i := d.pieceAt(r.Start); i < len(d.pieces) && d.pieces[i].At < r.End; i++ {
		p := d.pieces[i]
		part, ok := p.part(r)
		if !ok {
			continue
		}
		if !found {
			s, found = part, true
		} else {
			s = s.Union(part)
		}
	}
	if !found {
		at := d.at(r.Start)
		return Span{at, at}
	}
	return s
}

// Place is the place in the file from which r came.
func (d *Document) Place(r Range) Place { return Place{File: d.File, Span: d.Span(r)} }

// Ranges are the parts of the visible text that came from within s, in order. A page has many
// pieces, which stand in the order of the source but for what a parser moved; so the search goes
// from the first that may have come from there to the last.
func (d *Document) Ranges(s Span) []Range {
	var out []Range
	for i := sort.SearchInts(d.ends, s.Start); i < len(d.pieces) && d.starts[i] <= s.End; i++ {
		r, ok := d.pieces[i].within(s)
		if !ok {
			continue
		}
		if n := len(out); n > 0 && out[n-1].End == r.Start {
			out[n-1].End = r.End
		} else {
			out = append(out, r)
		}
	}
	return out
}

// Quote is the visible text that came from within s, white space folded.
func (d *Document) Quote(s Span) string {
	var b strings.Builder
	for _, r := range d.Ranges(s) {
		b.WriteString(d.Visible[r.Start:r.End])
		if r.End < len(d.Visible) && d.Visible[r.End] == '\n' {
			b.WriteByte('\n')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TextOf is the visible text of r.
func (d *Document) TextOf(r Range) string { return d.Visible[r.Start:r.End] }

// BlocksIn are the blocks that begin within r.
func (d *Document) BlocksIn(r Range) []*Block {
	i := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Range.Start >= r.Start })
	j := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Range.Start >= r.End })
	return d.Blocks[i:max(i, j)]
}

// pieceAt is the index of the piece that holds the visible offset, or of the first one after it.
func (d *Document) pieceAt(offset int) int {
	return sort.Search(len(d.pieces), func(i int) bool { return d.pieces[i].At+d.pieces[i].Len > offset })
}

func (d *Document) at(offset int) int {
	i := d.pieceAt(offset)
	switch {
	case i < len(d.pieces) && d.pieces[i].At <= offset && d.pieces[i].linear():
		return d.pieces[i].Source.Start + offset - d.pieces[i].At
	case i > 0:
		return d.pieces[i-1].Source.End
	case i < len(d.pieces):
		return d.pieces[i].Source.Start
	}
	return 0
}

func (p Piece) linear() bool { return p.Source.Len() == p.Len }

// part is the source of the part of p that lies in r.
func (p Piece) part(r Range) (Span, bool) {
	start, end := max(r.Start, p.At), min(r.End, p.At+p.Len)
	switch {
	case start >= end:
		return Span{}, false
	case p.linear():
		return Span{p.Source.Start + start - p.At, p.Source.Start + end - p.At}, true
	}
	return p.Source, true
}

// within is the part of p's visible text that came from within s.
func (p Piece) within(s Span) (Range, bool) {
	switch {
	case s.Contains(p.Source):
		return Range{p.At, p.At + p.Len}, p.Len > 0
	case !p.linear():
		return Range{}, false
	}
	start, end := max(s.Start, p.Source.Start), min(s.End, p.Source.End)
	if start >= end {
		return Range{}, false
	}
	return Range{p.At + start - p.Source.Start, p.At + end - p.Source.Start}, true
}
