package scrape

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// stretch is the most characters of one width that share a checkpoint, so that finding a stored
// offset takes no time that grows with the file.
const stretch = 512

const replacement = "\uFFFD"

// A decoded collects the text of a file with the map back to the stored bytes.
type decoded struct {
	text   strings.Builder
	marks  []policy.Checkpoint
	faults []fault

	stored int // offset of the next byte to read, in the file
	due    int // offset that the last checkpoint expects for it
	count  int // characters since the last checkpoint

	buf [stretch * utf8.UTFMax]byte // for what a decoder makes
}

// A fault is a stretch of the text that was not stored as it should be.
type fault struct {
	policy.Span
	kind policy.FaultKind
}

func newDecoded(size, skip int) *decoded {
	d := &decoded{stored: skip, due: -1}
	d.text.Grow(size + size/2 + 64) // Hangul grows from two bytes to three
	return d
}

// shifted is the map of a text that begins after skip bytes and is stored as it is.
func shifted(skip int) []policy.Checkpoint {
	if skip == 0 {
		return nil
	}
	return []policy.Checkpoint{{Stored: skip}}
}

// write appends n characters of width stored bytes each; width 0 means text stored as it is.
func (d *decoded) write(text []byte, n, width int) {
	last := len(d.marks) - 1
	if last < 0 || d.marks[last].Width != width || d.due != d.stored || width > 0 && d.count >= stretch {
		d.marks = append(d.marks, policy.Checkpoint{Text: d.text.Len(), Stored: d.stored, Width: width})
		d.count = 0
	}
	size := n * width
	if width == 0 {
		size = len(text)
	}
	d.text.Write(text)
	d.count += n
	d.stored += size
	d.due = d.stored
}

// fault appends a U+FFFD in place of width bytes that mean nothing.
func (d *decoded) fault(width int) {
	start := d.text.Len()
	d.write([]byte(replacement), 1, width)
	if n := len(d.faults); n > 0 && d.faults[n-1].End == start && d.faults[n-1].kind == policy.FaultBytes {
		d.faults[n-1].End = d.text.Len()
		return
	}
	d.faults = append(d.faults, fault{policy.Span{Start: start, End: d.text.Len()}, policy.FaultBytes})
}

// brokenUTF8 reads UTF-8 that is not valid throughout.
func (d *decoded) brokenUTF8(body []byte) {
	for len(body) > 0 {
		n := 0
		for n < len(body) {
			r, width := utf8.DecodeRune(body[n:])
			if r == utf8.RuneError && width == 1 {
				break
			}
			n += width
		}
		if n > 0 {
			d.write(body[:n], 0, 0)
			body = body[n:]
		}
		if len(body) > 0 {
			d.fault(1)
			body = body[1:]
		}
	}
}

// utf16 reads UTF-16 without its byte order mark.
func (d *decoded) utf16(body []byte, bigEndian bool) {
	low, high := 0, 1
	if bigEndian {
		low, high = 1, 0
	}
	var buf [utf8.UTFMax]byte
	for len(body) >= 2 {
		r, width := rune(body[low])|rune(body[high])<<8, 2
		if utf16.IsSurrogate(r) {
			second := rune(0)
			if len(body) >= 4 {
				second = rune(body[2+low]) | rune(body[2+high])<<8
			}
			if r = utf16.DecodeRune(r, second); r == utf8.RuneError {
				d.fault(2)
				body = body[2:]
				continue
			}
			width = 4
		}
		d.write(buf[:utf8.EncodeRune(buf[:], r)], 1, width)
		body = body[width:]
	}
	if len(body) > 0 {
		d.fault(1)
	}
}

// makeMarks makes room for the map of an encoding of two bytes for each character.
func (d *decoded) makeMarks(body []byte) {
	d.marks = make([]policy.Checkpoint, 0, len(body)/8) // about two for each Korean word
}

// legacy reads an encoding of golang.org/x/text.
func (d *decoded) legacy(body []byte, cs charset) {
	dec := cs.enc.NewDecoder()
	for len(body) > 0 {
		if n := asciiPrefix(body); n > 0 && cs.name != "iso-2022-jp" { // where ASCII bytes are kanji
			d.write(body[:n], 0, 0)
			body = body[n:]
			continue
		}
		n, width := alike(body, cs.next)
		end := max(1, n*width)
		if n > 0 && d.together(dec, body[:end], n, width) {
			body = body[end:]
			continue
		}
		for from := len(body); len(body) > 0 && from-len(body) < end; {
			body = body[d.step(dec, body):]
		}
	}
}

// alike counts the characters with which body begins that look known and have the same width.
func alike(body []byte, next reader) (n, width int) {
	if next == nil {
		return 0, 0
	}
	for at := 0; at < len(body) && body[at] >= utf8.RuneSelf && n < stretch; n++ {
		w, worth := next(body[at:])
		if worth <= impossible || n > 0 && w != width {
			break
		}
		width = w
		at += w
	}
	return n, width
}

// together reads src as n characters of one width, or not at all if they are not.
func (d *decoded) together(dec *encoding.Decoder, src []byte, n, width int) bool {
	dec.Reset()
	size, used, err := dec.Transform(d.buf[:], src, true)
	text := d.buf[:size]
	if err != nil || used != len(src) || utf8.RuneCount(text) != n || bytes.Contains(text, []byte(replacement)) {
		return false
	}
	d.write(text, n, width)
	return true
}

// step reads one character of src, or one escape sequence, and returns its width. The decoder is
// given as little as it takes, for what it gets it may read to the end.
func (d *decoded) step(dec *encoding.Decoder, src []byte) int {
	for k := 1; k <= len(src); k++ {
		last := k == len(src)
		size, used, err := dec.Transform(d.buf[:len(replacement)], src[:k], last)
		if used == 0 && size == 0 && errors.Is(err, transform.ErrShortDst) {
			size, used, _ = dec.Transform(d.buf[:utf8.UTFMax], src[:k], last)
		}
		if used > 0 {
			d.one(d.buf[:size], used)
			return used
		}
	}
	d.fault(len(src))
	return len(src)
}

// one appends what a decoder made of used bytes.
func (d *decoded) one(text []byte, used int) {
	n := utf8.RuneCount(text)
	switch {
	case n == 0: // it changed the decoder's state only
		d.stored += used
	case string(text) == replacement:
		d.fault(used)
	default: // in Big5 two bytes may stand for two code points
		width := max(1, used/n)
		d.write(text, n, width)
		d.stored += used - n*width
	}
}
