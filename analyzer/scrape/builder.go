package scrape

import (
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// A builder puts a document together from what a reader of one format hands it, in the order of
// the page: blocks, the source text in them, tables and resources. It folds white space, keeps the
// map back to the source and drops what is empty.
type builder struct {
	doc     *policy.Document
	source  string
	blanked string // source without what a server would have run, for the HTML in Markdown; "" until asked for
	visible []byte
	pieces  []policy.Piece
	blocks  []policy.Block

	current *open         // the block being written, or nil
	writing open          // where current points to
	style   policy.Traits // of the text that comes next
	tables  []*openTable  // the innermost last
	kept    []*policy.Table
	room    int // positions that the grids of further tables may have
}

// open is the block being written.
type open struct {
	block  policy.Block
	at     int           // where its text begins in visible
	style  policy.Traits // the styles that all of its text had so far
	spaced bool          // white space was met and not yet written
	gap    policy.Span
}

// styles are the traits that a block has only if all of its text has them.
const styles = policy.Bold | policy.Linked

// newBuilder has room for as much as its page is likely to hold: a piece for every second tag or line,
// a block for every third.
func newBuilder(doc *policy.Document) *builder {
	text := doc.File.Text
	n := strings.Count(text, "\n")
	if doc.Format == policy.HTML {
		n = strings.Count(text, "<")
	}
	return &builder{
		doc:     doc,
		source:  text,
		room:    maxCells + 2*len(text)/leastCell,
		visible: make([]byte, 0, len(text)*2/3+16),
		pieces:  make([]policy.Piece, 0, n/2+8),
		blocks:  make([]policy.Block, 0, n/3+8),
	}
}

// begin ends the open block and begins another.
func (b *builder) begin(kind policy.BlockKind, level int, traits policy.Traits) {
	b.end()
	b.writing = open{block: policy.Block{Kind: kind, Level: level, Traits: traits}, at: len(b.visible), style: styles}
	b.current = &b.writing
}

// resume begins a block of the same form as the one that ended, as after a line break.
func (b *builder) resume() {
	if b.current == nil {
		return
	}
	last := b.current.block
	last.Traits &^= policy.Joined
	last.Lead = 0
	written := len(b.visible) > b.current.at
	b.end()
	if written {
		last.Traits |= policy.Joined
	}
	b.writing = open{block: last, at: len(b.visible), style: styles}
	b.current = &b.writing
}

// end closes the open block and keeps it if it holds any text.
func (b *builder) end() {
	o := b.current
	b.current = nil
	if o == nil || len(b.visible) == o.at {
		return
	}
	o.block.Traits |= o.style
	if len(b.visible)-o.at >= longLine {
		b.cut(o)
	}
	o.block.Range = policy.Range{Start: o.at, End: len(b.visible)}
	b.blocks = append(b.blocks, o.block)
	b.visible = append(b.visible, '\n')
}

// cut makes blocks of the articles that an open block holds, all but the last. The space before each
// becomes the line break between two blocks.
func (b *builder) cut(o *open) {
	start := o.at
	for _, n := range articles(string(b.visible[start:])) {
		end := start + n - 1
		part := o.block
		part.Range = policy.Range{Start: o.at, End: end}
		b.blocks = append(b.blocks, part)
		b.visible[end] = '\n'
		o.block.Traits |= policy.Joined
		o.block.Lead, o.at = 0, end+1
	}
}

// literal adds source text that is visible as it is written.
func (b *builder) literal(start, end int) {
	for i := start; i < end; {
		n := words(b.source[i:end])
		if n > 0 {
			b.put(b.source[i:i+n], policy.Span{Start: i, End: i + n})
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(b.source[i:end])
		b.special(r, policy.Span{Start: i, End: i + size})
		i += size
	}
}

// decoded adds visible text that the source writes in another way, such as an entity.
func (b *builder) decoded(s string, src policy.Span) {
	for i := 0; i < len(s); {
		n := plain(s[i:])
		if n > 0 {
			b.put(s[i:i+n], src)
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		b.special(r, src)
		i += size
	}
}

// special handles a character that is white space or not seen.
func (b *builder) special(r rune, src policy.Span) {
	o := b.current
	if o == nil || !isSpace(r) || o.spaced || len(b.visible) == o.at {
		return
	}
	o.spaced, o.gap = true, src
}

// space adds white space that has no place of its own in the source.
func (b *builder) space() {
	at := 0
	if n := len(b.pieces); n > 0 {
		at = b.pieces[n-1].Source.End
	}
	b.special(' ', policy.Span{Start: at, End: at})
}

// put writes visible text, after the white space that came before it.
func (b *builder) put(s string, src policy.Span) {
	o := b.current
	if o == nil {
		return
	}
	if o.spaced {
		o.spaced = false
		b.write(" ", o.gap)
	}
	if o.style&policy.Bold != 0 && b.style&policy.Bold == 0 {
		o.block.Lead = len(b.visible) - o.at
	}
	o.style &= b.style
	b.write(s, src)
}

// write appends visible text and its piece, joined to the piece before it where both run on.
func (b *builder) write(s string, src policy.Span) {
	at := len(b.visible)
	b.visible = append(b.visible, s...)
	if n := len(b.pieces); n > 0 && src.Len() == len(s) {
		p := &b.pieces[n-1]
		if p.At+p.Len == at && p.Source.End == src.Start && p.Source.Len() == p.Len {
			p.Len += len(s)
			p.Source.End = src.End
			return
		}
	}
	b.pieces = append(b.pieces, policy.Piece{At: at, Len: len(s), Source: src})
}

// finish hands everything to the document.
func (b *builder) finish() *policy.Document {
	b.end()
	for len(b.tables) > 0 {
		b.endTable()
	}
	d := b.doc
	if n := len(b.visible); n > 0 {
		b.visible = b.visible[:n-1]
	}
	d.Visible = string(b.visible)
	d.Blocks = make([]*policy.Block, len(b.blocks))
	for i := range b.blocks {
		bl := &b.blocks[i]
		bl.Text = d.Visible[bl.Range.Start:bl.Range.End]
		d.Blocks[i] = bl
	}
	d.SetPieces(b.pieces)
	b.finishComments()
	b.finishTables()
	return d
}

// words is the length of the leading words of s with single spaces between them, which stay as they are.
func words(s string) int {
	n := plain(s)
	for n > 0 && n+1 < len(s) && s[n] == ' ' && beginsWord(s[n+1]) {
		n += 1 + plain(s[n+1:])
	}
	return n
}

// beginsWord reports whether a byte begins a character of ASCII, Han or Hangul that is seen.
func beginsWord(c byte) bool { return c > ' ' && c < 0x7f || c >= 0xE4 && c <= 0xED }

// plain is the length of the leading part of s in which no character is white space or unseen.
// Two bytes tell the characters concerned from all others: C2 (NBSP, soft hyphen), E1 and E2
// (spaces and marks), E3 80 80, EF BB BF.
func plain(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > ' ' && c < 0x7f:
		case c <= ' ' || c == 0x7f:
			return i
		case c == 0xC2 || c == 0xE1 || c == 0xE2 || c == 0xE3 || c == 0xEF:
			r, size := utf8.DecodeRuneInString(s[i:])
			if isSpace(r) || isUnseen(r) {
				return i
			}
			i += size - 1
		}
	}
	return len(s)
}

// isSpace reports whether r shows as white space.
func isSpace(r rune) bool {
	switch {
	case r == ' ', '\t' <= r && r <= '\r', r == 0x85, r == 0xA0, r == 0x1680, 0x2000 <= r && r <= 0x200A,
		r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000:
		return true
	}
	return false
}

// isUnseen reports whether r shows as nothing: a control or joining character.
func isUnseen(r rune) bool {
	return r < ' ' || 0x7f <= r && r < 0xA0 || r == 0xAD || 0x200B <= r && r <= 0x200F || r == 0x2060 || r == 0xFEFF
}
