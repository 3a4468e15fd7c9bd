package robots

import (
	"fmt"
	"strings"
)

// A pattern is a path in which * stands for anything; it covers what begins so.
type pattern struct {
	parts  []string // between the stars
	end    bool     // and nothing may follow
	length int      // in octets: the longest that matches decides
}

func compile(value string) pattern {
	value, end := strings.CutSuffix(value, "$")
	value = normal(value, true)
	p := pattern{parts: strings.Split(value, "*"), end: end, length: len(value)}
	if end {
		p.length++
	}
	return p
}

// match takes each part at its first place after the one before: where that leads nowhere, no later place would.
func (p pattern) match(path string) bool {
	first, rest := p.parts[0], p.parts[1:]
	path, ok := strings.CutPrefix(path, first)
	if !ok {
		return false
	}
	for i, part := range rest {
		if p.end && i == len(rest)-1 {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !p.end || path == ""
}

// normal is a path with each octet written in one way: %XX in capitals, but for letters, digits and -._~, which stand for
// themselves, and delimiters, which mean something else when they are escaped. In a query those of paths mean nothing.
// The stars of a pattern stay.
func normal(path string, stars bool) string {
	var b strings.Builder
	query := false
	for i := 0; i < len(path); i++ {
		c := path[i]
		escaped := false
		if c == '%' && i+2 < len(path) {
			if high, low := hex(path[i+1]), hex(path[i+2]); high >= 0 && low >= 0 {
				c, escaped = byte(high<<4|low), true
				i += 2
			}
		}
		switch {
		case unreserved(c), c == '*' && stars && !escaped, !escaped && !query && strings.IndexByte(delimiters, c) >= 0,
			!escaped && query && strings.IndexByte(inQuery, c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
		query = query || c == '?' && !escaped
	}
	return b.String()
}

// Without * and $, which would be a pattern's, and %, which would begin an escape.
const (
	delimiters = "/:?#[]@!&'()+,;="
	inQuery    = "!&'()+,;="
)

func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

// hex is the value of a digit, or -1.
func hex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
