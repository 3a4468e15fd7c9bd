package scrape

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// decode turns the bytes of a file into text. contentType is the HTTP Content-Type header, or "".
// The faults are stretches of the text, in order, whose stored bytes the encoding does not know and
// which are shown as U+FFFD, or which another encoding does; a U+FFFD that the file itself holds is
// none of them.
//
// Evidence counts in this order: byte order mark, zeros as only UTF-16 has them, header, declaration
// in the page, the bytes themselves. What is declared is believed only as far as the bytes bear it out.
func decode(name string, raw []byte, contentType string, format policy.Format) (*policy.File, []fault) {
	marked, skip := byteOrderMark(raw)
	if skip == 0 && bytes.IndexByte(raw, 0) >= 0 {
		marked = unmarkedUTF16(raw)
	}
	body := raw[skip:]
	valid := utf8.Valid(body)
	cs := marked
	switch {
	case marked.isUTF16():
	case valid && !isASCII(body):
		cs = charset{name: nameUTF8}
	default:
		cs = choose(body, marked, contentType, format)
	}
	if cs.name == nameUTF8 && valid {
		return policy.NewFile(name, string(body), cs.name, shifted(skip)), nil
	}
	out := newDecoded(len(body), skip)
	switch {
	case cs.isUTF16():
		out.utf16(body, cs.name == nameUTF16BE)
	case cs.name == nameUTF8:
		out.utf8(body)
	case cs.name == nameEUCKR:
		out.makeMarks(body)
		out.eucKR(body, cs)
	default:
		out.makeMarks(body)
		out.legacy(body, cs)
	}
	return policy.NewFile(name, out.text.String(), cs.name, out.marks), out.faults
}

// The WHATWG names of the encodings that are told apart here.
const (
	nameUTF8    = "utf-8"
	nameUTF16LE = "utf-16le"
	nameUTF16BE = "utf-16be"
	nameEUCKR   = "euc-kr" // with the extension of code page 949, as in browsers
	nameSJIS    = "shift_jis"
	nameEUCJP   = "euc-jp"
)

// A charset is a way to store text. The zero charset is none.
type charset struct {
	name string            // as WHATWG calls it
	enc  encoding.Encoding // nil for the Unicode encodings, which are read here
	next reader            // nil where the bytes alone tell nothing
}

func (c charset) isUTF16() bool { return c.name == nameUTF16LE || c.name == nameUTF16BE }

// candidates are the encodings that are tried on bytes that declare nothing true, the first one
// winning a tie.
func candidates() [4]charset {
	return [...]charset{
		{nameUTF8, nil, nextUTF8},
		{nameEUCKR, korean.EUCKR, nextEUCKR},
		{nameSJIS, japanese.ShiftJIS, nextShiftJIS},
		{nameEUCJP, japanese.EUCJP, nextEUCJP},
	}
}

// byteOrderMark is the encoding that a mark at the beginning tells, and how many bytes to skip.
// A mark written twice, as by two editors in turn, counts as one.
func byteOrderMark(raw []byte) (charset, int) {
	for _, m := range [...]struct{ mark, name string }{
		{"\xEF\xBB\xBF", nameUTF8}, {"\xFF\xFE", nameUTF16LE}, {"\xFE\xFF", nameUTF16BE},
	} {
		n := 0
		for bytes.HasPrefix(raw[n:], []byte(m.mark)) {
			n += len(m.mark)
		}
		if n > 0 {
			return charset{name: m.name}, n
		}
	}
	return charset{}, 0
}

// The weight of evidence, on the scale of [likelihood].
const (
	trust      = 3   // what a declaration adds
	damageCost = 300 // for a whole text that its encoding does not know
)

// choose finds the encoding of bytes that are plain ASCII or are not valid UTF-8.
func choose(body []byte, marked charset, contentType string, format policy.Format) charset {
	if c, ok := escaped(body); ok {
		return c
	}
	guess, best := guess(body)
	if marked.name == nameUTF8 && believable(candidates()[0], body, best) {
		return marked
	}
	for _, c := range declarations(body, contentType, format) {
		if believable(c, body, best) {
			return c
		}
	}
	return guess
}

// escaped is ISO-2022-JP, if a sequence that begins kanji gives it away.
func escaped(body []byte) (charset, bool) {
	if !bytes.Contains(body, []byte("\x1b$B")) && !bytes.Contains(body, []byte("\x1b$@")) || !isASCII(body) {
		return charset{}, false
	}
	return labelled("iso-2022-jp")
}

// guess is the encoding that the bytes look like most, and how much. Bytes that look like nothing
// are a broken UTF-8 file; those that look like Japanese and more like UTF-8 and EUC-KR in turn are that.
func guess(body []byte) (charset, float64) {
	all := candidates()
	likely := all[0]
	best := likelihood(body, likely.next)
	for _, c := range all[1:] {
		if l := likelihood(body, c.next); l > best {
			likely, best = c, l
		}
	}
	if likely.name != nameUTF8 && likely.name != nameEUCKR && likelihood(body, nextMixed) > best+trust {
		if likely = all[0]; likelihood(body, nextUTF8) < likelihood(body, nextEUCKR) {
			likely = all[1]
		}
	}
	if best <= 0 {
		likely = all[0]
	}
	return likely, best
}

// believable reports whether the bytes bear out that they are stored in c. best is the likelihood
// of the best guess.
func believable(c charset, body []byte, best float64) bool {
	var own float64
	switch {
	case c.isUTF16():
		return bytes.IndexByte(body, 0) >= 0 // line breaks and spaces give themselves away
	case c.next != nil:
		own = likelihood(body, c.next)
	case isSingleByte(c.enc):
		own = 0 // nothing contradicts it, and nothing speaks for it
	default:
		own = common - damageCost*damage(body, c.enc)
	}
	return own+trust >= best
}

func isSingleByte(e encoding.Encoding) bool {
	_, ok := e.(*charmap.Charmap)
	return ok
}

// damage is the share of bytes that e does not know.
func damage(body []byte, e encoding.Encoding) float64 {
	text, err := e.NewDecoder().Bytes(body)
	if err != nil || len(body) == 0 {
		return 1
	}
	return float64(bytes.Count(text, []byte("\uFFFD"))) / float64(len(body))
}

func isASCII(b []byte) bool { return asciiPrefix(b) == len(b) }

// asciiPrefix is the number of ASCII bytes with which b begins.
func asciiPrefix(b []byte) int {
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}
