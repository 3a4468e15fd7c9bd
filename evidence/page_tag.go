package evidence

import (
	"strings"

	"github.com/pipalint/pipalint/vendors"
)

// tagID reads the ID of a tag: "AW-123456789", of which "AW-123456789/label" is a conversion. One that
// waits to be filled in (G-XXXXXXXXXX) is none.
func tagID(s string) (id string, sign vendors.Sign, ok bool) {
	const longest = 40
	if len(s) > longest || strings.IndexByte(s, '-') < 0 {
		return "", sign, false
	}
	id, _, _ = strings.Cut(s, "/")
	sign, ok = vendors.ByTagID(id)
	if !ok || !isNumber(id[len(sign.Key):]) {
		return "", sign, false
	}
	return id, sign, true
}

// isNumber reports whether s is written like the number of an account: capitals, digits, strokes, four
// of them or more, and not all the same.
func isNumber(s string) bool {
	if len(s) < 4 || strings.Trim(s, s[:1]) == "" {
		return false
	}
	digits := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			digits++
		case 'A' <= c && c <= 'Z', c == '-':
		default:
			return false
		}
	}
	return digits > 0
}
