package scrape

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// Pages are put together from files, and not all of them are always stored in the same encoding. The
// pieces of such a page are read each in its own, where it is plain which that is: the text between
// two tags, a line, else a word. None of the bytes that part pieces is part of a character in UTF-8
// or EUC-KR.
const (
	partsText = "<>\n"
	partsWord = " "
)

// utf8 reads UTF-8 that is not valid throughout.
func (d *decoded) utf8(body []byte) {
	kr := charset{nameEUCKR, korean.EUCKR, nextEUCKR}
	for len(body) > 0 {
		body = d.ascii(body)
		n := pieceEnd(body, partsText)
		piece := body[:n]
		body = body[n:]
		switch {
		case len(piece) == 0:
		case utf8.Valid(piece):
			d.write(piece, 0, 0)
		case isEUCKRPiece(piece):
			d.mixed(func() { d.legacy(piece, kr) })
		default:
			d.words(piece, kr)
		}
	}
}

// words reads a piece of UTF-8 in which there may be words in EUC-KR.
func (d *decoded) words(piece []byte, kr charset) {
	for len(piece) > 0 {
		piece = d.ascii(piece)
		n := pieceEnd(piece, partsWord)
		if word := piece[:n]; isEUCKRPiece(word) {
			d.mixed(func() { d.legacy(word, kr) })
		} else {
			d.brokenUTF8(word)
		}
		piece = piece[n:]
	}
}

// eucKR reads EUC-KR in which there may be pieces of UTF-8.
func (d *decoded) eucKR(body []byte, kr charset) {
	from := 0 // what stands before at is not read yet, and is EUC-KR
	for at := 0; at < len(body); {
		at += asciiPrefix(body[at:])
		n := pieceEnd(body[at:], partsText)
		if isUTF8Piece(body[at : at+n]) {
			d.legacy(body[from:at], kr)
			d.mixed(func() { d.write(body[at:at+n], 0, 0) })
			from = at + n
		}
		at += n
	}
	d.legacy(body[from:], kr)
}

// mixed notes that what read writes is stored in another encoding than the rest. Stretches between
// which there is only ASCII are one.
func (d *decoded) mixed(read func()) {
	start := d.text.Len()
	faults := len(d.faults)
	read()
	d.faults = d.faults[:faults] // a piece that is known to be of an encoding has no fault within
	last := faults - 1
	if last >= 0 && d.faults[last].kind == policy.FaultMixed && isASCII([]byte(d.text.String()[d.faults[last].End:start])) {
		d.faults[last].End = d.text.Len()
		return
	}
	d.faults = append(d.faults, fault{policy.Span{Start: start, End: d.text.Len()}, policy.FaultMixed})
}

// ascii reads the ASCII with which b begins and returns the rest.
func (d *decoded) ascii(b []byte) []byte {
	n := asciiPrefix(b)
	if n > 0 {
		d.write(b[:n], 0, 0)
	}
	return b[n:]
}

// pieceEnd is the length of the piece with which b begins, without the byte that ends it.
func pieceEnd(b []byte, parts string) int {
	if n := bytes.IndexAny(b, parts); n >= 0 {
		return n
	}
	return len(b)
}

// isEUCKRPiece reports whether a piece that is no valid UTF-8 is Korean in EUC-KR: nothing in it
// contradicts that, and there are at least two syllables. One alone may be half a character of UTF-8.
func isEUCKRPiece(piece []byte) bool {
	syllables, strangers := 0, 0
	for b := piece[asciiPrefix(piece):]; len(b) > 0; b = b[asciiPrefix(b):] {
		width, worth := nextEUCKR(b)
		switch worth {
		case illegal:
			return false
		case common:
			syllables++
		default:
			strangers++
		}
		b = b[width:]
	}
	return syllables >= 2 && syllables >= strangers && !utf8.Valid(piece)
}

// isUTF8Piece reports whether a piece of a file in EUC-KR is UTF-8: valid, and either nothing that
// can be EUC-KR or more than one character that nobody would write in it.
func isUTF8Piece(piece []byte) bool {
	if !utf8.Valid(piece) {
		return false
	}
	longer := len(piece) - utf8.RuneCount(piece) // two for a syllable
	return longer >= 4 && likelihood(piece, nextEUCKR) < 0 || longer >= 2 && damage(piece, korean.EUCKR) > 0
}

// nextMixed reads UTF-8 and EUC-KR in turn.
func nextMixed(b []byte) (width, worth int) {
	if _, width := utf8.DecodeRune(b); width >= 3 {
		return width, common
	}
	return nextEUCKR(b)
}
