package scrape

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// A composition is a text in which each character that is written in parts, as macOS writes Hangul (NFD), is
// one, with the way back. Pages are read from it, so that nothing behind the reader meets the parts.
type composition struct {
	text  string
	joins []join // in order; none where the text is as it was
}

// A join is where characters of the source became one, or fewer. It is always the shorter.
type join struct{ at, source policy.Span }

// compose puts together what is written in parts.
func compose(text string) composition {
	if !mayHoldParts(text) {
		return composition{text: text}
	}
	c := composition{}
	var out strings.Builder
	var whole []byte
	done := 0
	for i := 0; i < len(text); {
		if i += norm.NFC.QuickSpanString(text[i:]); i == len(text) {
			break
		}
		n := norm.NFC.NextBoundaryInString(text[i:], true)
		if n <= 0 {
			n = len(text) - i
		}
		whole = norm.NFC.AppendString(whole[:0], text[i:i+n])
		if isInParts(text[i:i+n]) && len(whole) < n {
			out.WriteString(text[done:i])
			at := policy.Span{Start: out.Len(), End: out.Len() + len(whole)}
			c.joins = append(c.joins, join{at, policy.Span{Start: i, End: i + n}})
			out.Write(whole)
			done = i + n
		}
		i += n
	}
	if c.joins == nil {
		return composition{text: text}
	}
	out.WriteString(text[done:])
	c.text = out.String()
	return c
}

// mayHoldParts looks for the bytes with which the parts begin: combining marks of Latin and the like (CC, CD), letters
// of Hangul (E1), the voice marks of kana. Few pages have any.
func mayHoldParts(text string) bool {
	return strings.IndexByte(text, 0xE1) >= 0 || strings.IndexByte(text, 0xCC) >= 0 || strings.IndexByte(text, 0xCD) >= 0 ||
		strings.Contains(text, "\u3099") || strings.Contains(text, "\u309A")
}

// isInParts reports whether s is a letter and what belongs to it. A sign, such as the > of a tag, stays what it is.
func isInParts(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size < len(s) && unicode.IsLetter(r)
}

// longestTag is how far before the text of a link its address is looked for.
const longestTag = 2048

// restore gives a document that was read from the composition the places of the file.
func (c *composition) restore(d *policy.Document, file *policy.File) {
	d.File = file
	pieces := make([]policy.Piece, 0, len(d.Pieces())+2*len(c.joins))
	for _, p := range d.Pieces() {
		pieces = c.split(pieces, p, d.Visible)
	}
	d.SetPieces(pieces)
	for _, t := range d.Tables {
		t.Span = c.source(t.Span)
		for cell := range t.Cells {
			cell.Span = c.source(cell.Span)
		}
	}
	for i := range d.Resources {
		r := &d.Resources[i]
		if tag := r.Span; !isASCII([]byte(r.URL)) {
			if r.Kind == policy.Link { // its place is its text, behind the tag
				tag = policy.Span{Start: max(0, tag.Start-longestTag), End: tag.Start}
			}
			r.URL = c.asWritten(r.URL, tag, file.Text)
		}
		if r.Kind == policy.InlineScript {
			r.Text = c.asWritten(r.Text, r.Span, file.Text)
		}
		r.Span = c.source(r.Span)
	}
	for i := range d.Comments {
		d.Comments[i].Span = c.source(d.Comments[i].Span)
	}
}

// split appends a piece with its place in the file, each join in it as a unit.
func (c *composition) split(out []policy.Piece, p policy.Piece, visible string) []policy.Piece {
	unit := policy.Piece{At: p.At, Len: p.Len, Source: c.source(p.Source)}
	if p.Source.Len() != p.Len {
		return append(out, unit)
	}
	before, from := len(out), p.Source.Start
	add := func(to int, source policy.Span) {
		if to > from {
			out = append(out, policy.Piece{At: p.At + from - p.Source.Start, Len: to - from, Source: source})
			from = to
		}
	}
	for _, j := range c.joins[c.joinAt(from):] {
		if j.at.Start >= p.Source.End {
			break
		}
		start, end := max(j.at.Start, p.Source.Start), min(j.at.End, p.Source.End)
		if !strings.HasPrefix(visible[p.At+start-p.Source.Start:], c.text[start:end]) {
			return append(out[:before], unit) // its length is that of its source by chance
		}
		add(start, c.source(policy.Span{Start: from, End: start}))
		add(end, j.source)
	}
	add(p.Source.End, c.source(policy.Span{Start: from, End: p.Source.End}))
	return out
}

// joinAt is the index of the first join that ends behind an offset.
func (c *composition) joinAt(offset int) int {
	return sort.Search(len(c.joins), func(i int) bool { return c.joins[i].at.End > offset })
}

// source is the stretch of the file from which one of the composed text came.
func (c *composition) source(s policy.Span) policy.Span {
	start, _ := c.around(s.Start)
	if s.Len() == 0 {
		return policy.Span{Start: start, End: start}
	}
	_, end := c.around(s.End)
	return policy.Span{Start: start, End: end}
}

// around is the place in the file of one in the composed text; of one within a join, where that begins and ends.
func (c *composition) around(offset int) (start, end int) {
	i := c.joinAt(offset)
	if i < len(c.joins) && c.joins[i].at.Start < offset {
		return c.joins[i].source.Start, c.joins[i].source.End
	}
	if i > 0 {
		offset += c.joins[i-1].source.End - c.joins[i-1].at.End
	}
	return offset, offset
}

// asWritten is what a stretch of the composed text holds as the file writes it: an address, which a server may tell
// from the composed one, or a script, in which places are counted.
func (c *composition) asWritten(part string, within policy.Span, text string) string {
	composed := c.text[within.Start:within.End]
	if n := strings.LastIndex(composed, part); n >= 0 {
		s := c.source(policy.Span{Start: within.Start + n, End: within.Start + n + len(part)})
		return text[s.Start:s.End]
	}
	if unixLines.Replace(composed) == part {
		s := c.source(within)
		return unixLines.Replace(text[s.Start:s.End])
	}
	return part
}

// unixLines ends lines as the parser of HTML does.
var unixLines = strings.NewReplacer("\r\n", "\n", "\r", "\n")
