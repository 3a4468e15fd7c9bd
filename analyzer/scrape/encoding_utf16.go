package scrape

import "unicode/utf16"

// unmarkedUTF16 is the order of bytes in UTF-16 that has no byte order mark, or no encoding. Markup,
// spaces and line breaks leave zeros on one side of the pairs, a few syllables such as U+B300 on the
// other, and nearly every pair is a character that text has.
func unmarkedUTF16(raw []byte) charset {
	head := raw[:min(len(raw), headBytes)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	low, high := zeros[1], zeros[0] // which byte is zero: the second one in little endian
	switch pairs := len(head) / 2; {
	case low*20 > pairs && high*3 <= low && isUTF16Text(head, 0, 1):
		return charset{name: nameUTF16LE}
	case high*20 > pairs && low*3 <= high && isUTF16Text(head, 1, 0):
		return charset{name: nameUTF16BE}
	}
	return charset{}
}

// isUTF16Text reports whether at most one pair in fifty is no character of text.
func isUTF16Text(head []byte, low, high int) bool {
	strange := 0
	for i := 0; i+1 < len(head); i += 2 {
		r := rune(head[i+low]) | rune(head[i+high])<<8
		switch {
		case r < ' ' && r != '\n' && r != '\r' && r != '\t',
			utf16.IsSurrogate(r), r >= 0xE000 && r < 0xF900, r >= 0xFFF0:
			strange++
		}
	}
	return strange*100 <= len(head)
}
