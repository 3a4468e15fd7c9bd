package policy

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A Span is a half-open interval of bytes in the decoded text of a file.
type Span struct{ Start, End int }

// Len is the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Union is the smallest span that covers both.
func (s Span) Union(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// A Position is a place as people count it: line and column from 1, the column in Unicode code
// points of the decoded file.
type Position struct{ Line, Column int }

// A File is a decoded file: a page, or a manifest in which evidence stands. It does not change.
type File struct {
	Name     string // as the user named it
	Text     string // the decoded text: valid UTF-8, without byte order mark
	Encoding string // WHATWG name of the encoding it was stored in, such as "utf-8" or "euc-kr"

	lines   []int        // offset of the start of each line
	columns []int        // code points before every stride bytes of the text; nil where no line is that long
	wide    []int        // offsets of the characters that take two units of UTF-16; nearly always none
	offsets []Checkpoint // how to get back to stored bytes; empty where they are the same
}

// A Checkpoint ties an offset in the decoded text to the offset in the stored bytes. From one
// checkpoint to the next each decoded character takes Width stored bytes; a Width of 0 means that
// decoded and stored bytes are equal.
type Checkpoint struct{ Text, Stored, Width int }

// NewFile makes a file from decoded text. The checkpoints are in ascending order and begin at
// offset 0; none means that the text is stored as it is.
func NewFile(name, text, encoding string, offsets []Checkpoint) *File {
	f := &File{Name: name, Text: text, Encoding: encoding, offsets: offsets, lines: []int{0}}
	longest := 0
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			longest = max(longest, len(text)-i)
			break
		}
		longest = max(longest, n)
		i += n + 1
		f.lines = append(f.lines, i)
	}
	if longest >= longLine {
		f.columns = countColumns(text)
	}
	for i := range len(text) {
		if text[i] >= 0xF0 { // begins a character beyond U+FFFF
			f.wide = append(f.wide, i)
		}
	}
	return f
}

// A page may be one line of megabytes: where one is long, columns are counted from the last of the
// places that stand so many bytes apart.
const (
	longLine = 4096
	stride   = 256
)

func countColumns(text string) []int {
	out := make([]int, 1, len(text)/stride+1)
	n := 0
	for i := 0; i+stride <= len(text); i += stride {
		n += characters(text[i : i+stride])
		out = append(out, n)
	}
	return out
}

// characters counts the code points that begin in a part of a text, which may be cut within one.
func characters(part string) int {
	n := 0
	for i := range len(part) {
		if utf8.RuneStart(part[i]) {
			n++
		}
	}
	return n
}

// Position turns an offset in the decoded text into a line and a column.
func (f *File) Position(offset int) Position {
	offset = max(0, min(offset, len(f.Text)))
	line := sort.SearchInts(f.lines, offset+1) - 1
	return Position{Line: line + 1, Column: f.between(f.lines[line], offset) + 1}
}

// Columns turns an offset in the decoded text into its column in the units of other programs: UTF-16 code units, and
// bytes of UTF-8.
func (f *File) Columns(offset int) (utf16, utf8 int) {
	offset = max(0, min(offset, len(f.Text)))
	p := f.Position(offset)
	start := f.lines[p.Line-1]
	wide := sort.SearchInts(f.wide, offset) - sort.SearchInts(f.wide, start)
	return p.Column + wide, offset - start + 1
}

// between counts the code points from one offset to another.
func (f *File) between(start, end int) int {
	if end-start < stride || f.columns == nil {
		return utf8.RuneCountInString(f.Text[start:end])
	}
	from, to := start/stride, end/stride
	return f.columns[to] + characters(f.Text[to*stride:end]) - f.columns[from] - characters(f.Text[from*stride:start])
}

// Line is the text of a line, counted from 1, without its line break, and the offset of its start.
func (f *File) Line(n int) (text string, start int) {
	start = f.lines[n-1]
	end := len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n]
	}
	return strings.TrimRight(f.Text[start:end], "\r\n"), start
}

// Raw turns a span of the decoded text into the span of bytes of the file as it is stored.
func (f *File) Raw(s Span) Span { return Span{f.stored(s.Start), f.stored(s.End)} }

func (f *File) stored(offset int) int {
	i := sort.Search(len(f.offsets), func(i int) bool { return f.offsets[i].Text > offset }) - 1
	if i < 0 {
		return offset
	}
	c := f.offsets[i]
	if c.Width == 0 {
		return c.Stored + offset - c.Text
	}
	return c.Stored + c.Width*utf8.RuneCountInString(f.Text[c.Text:offset])
}
