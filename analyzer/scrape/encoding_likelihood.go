package scrape

import "unicode/utf8"

// A reader takes one character, not ASCII, from the beginning of b: its width in bytes and how
// strongly each of these bytes speaks for the encoding. Bytes that the encoding does not know are
// taken one at a time, at a worth of impossible or less.
type reader func(b []byte) (width, worth int)

// How strongly a byte speaks for an encoding. Hangul counts more than kana, for the pages are Korean.
const (
	common     = 10  // a syllable of KS X 1001, a valid sequence of UTF-8
	kana       = 8   // hiragana, full-width katakana
	ideograph  = 2   // frequent in Japanese, but other encodings have them at the same place
	neutral    = 0   // punctuation, symbols
	bullet     = -10 // single Hangul letters: bullets in Korean, the place of hiragana in EUC-JP
	rare       = -5  // a syllable of code page 949 only, half-width katakana
	impossible = -10 // not a character of UTF-8
	illegal    = -20 // not a character of an encoding that knows nearly every byte
)

// likelihood is the mean worth of the bytes of b that are not ASCII, 0 if there are none.
func likelihood(b []byte, next reader) float64 {
	sum, size := 0, 0
	for {
		b = b[asciiPrefix(b):]
		if len(b) == 0 {
			break
		}
		width, worth := next(b)
		sum += width * worth
		size += width
		b = b[width:]
	}
	if size == 0 {
		return 0
	}
	return float64(sum) / float64(size)
}

func nextUTF8(b []byte) (width, worth int) {
	_, width = utf8.DecodeRune(b)
	if width == 1 {
		return 1, impossible
	}
	return width, common
}

func nextEUCKR(b []byte) (width, worth int) {
	lead := b[0]
	if len(b) < 2 || lead < 0x81 || lead == 0xFF || !trailsCP949(b[1]) {
		return 1, illegal
	}
	switch {
	case lead < 0xA1, b[1] < 0xA1:
		if lead > 0xC6 {
			return 1, illegal
		}
		return 2, rare
	case lead >= 0xB0 && lead <= 0xC8:
		return 2, common
	case lead == 0xA4:
		return 2, bullet
	case lead >= 0xCA && lead <= 0xFD:
		return 2, ideograph
	case lead <= 0xAC:
		return 2, neutral
	}
	return 1, illegal // rows left to users
}

func trailsCP949(c byte) bool {
	return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || 0x81 <= c && c <= 0xFE
}

func nextShiftJIS(b []byte) (width, worth int) {
	lead := b[0]
	if lead >= 0xA1 && lead <= 0xDF {
		return 1, rare
	}
	if len(b) < 2 || lead < 0x81 || lead == 0xA0 || lead > 0xFC ||
		b[1] < 0x40 || b[1] == 0x7F || b[1] > 0xFC {
		return 1, illegal
	}
	switch {
	case lead == 0x81:
		return 2, neutral
	case lead == 0x82 && b[1] >= 0x9F, lead == 0x83 && b[1] <= 0x96:
		return 2, kana
	case lead >= 0x88 && lead <= 0x9F, lead >= 0xE0 && lead <= 0xEA:
		return 2, ideograph
	}
	return 2, rare
}

func nextEUCJP(b []byte) (width, worth int) {
	lead := b[0]
	switch {
	case lead == 0x8F && len(b) >= 3 && b[1] >= 0xA1 && b[2] >= 0xA1 && b[1] < 0xFF && b[2] < 0xFF:
		return 3, rare
	case lead == 0x8E && len(b) >= 2 && b[1] >= 0xA1 && b[1] <= 0xDF:
		return 2, rare
	case len(b) < 2 || lead < 0xA1 || lead == 0xFF || b[1] < 0xA1 || b[1] == 0xFF:
		return 1, illegal
	case lead == 0xA4 && b[1] <= 0xF3, lead == 0xA5 && b[1] <= 0xF6:
		return 2, kana
	case lead >= 0xB0 && lead <= 0xF4:
		return 2, ideograph
	case lead <= 0xA3:
		return 2, neutral
	}
	return 2, rare
}
