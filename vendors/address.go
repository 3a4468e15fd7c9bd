package vendors

import "strings"

// inAddress reports whether a name in Latin letters is part of a longer word with signs in it: an address
// (privacy@naver.com, policies.google.com/privacy), a name of a file or cookie (_ga, kakao-token), or
// another name (KT&G).
func (t *surroundings) inAddress(i, end int) bool {
	const long = 80 // so far an address is looked for
	start, stop := int(t.Starts[i]), int(t.Ends[end-1])
	before, behind := t.text[max(0, start-long):start], t.text[stop:min(len(t.text), stop+long)]
	before = before[len(strings.TrimRightFunc(before, isAddressRune)):]
	behind = behind[:len(behind)-len(strings.TrimLeftFunc(behind, isAddressRune))]
	if before == "" && behind == "" {
		return false
	}
	numbering := strings.Trim(before, "0123456789.-") == "" // 2-1.AWS
	if !numbering && linked(lastByte(before, 0), lastByte(before, 1)) || linked(byteAt(behind, 0), byteAt(behind, 1)) {
		return true
	}
	return strings.ContainsRune(before, '@') || strings.Contains(before, "://") || strings.HasPrefix(before, "www.") ||
		strings.HasPrefix(behind, "@") || strings.Contains(before, "/") && hasDomain(before)
}

// isAddressRune reports whether a character may stand in an address.
func isAddressRune(r rune) bool {
	return r > ' ' && r < 0x7f && !strings.ContainsRune(`()[]<>{},;"'|*`, r)
}

// linked reports whether a sign and what stands beyond it make one word with the name.
func linked(sign, beyond byte) bool {
	switch sign {
	case '_', '@':
		return true
	case '.', '-', '&', '=', '#', '%', '~':
		return isAlphanumeric(beyond)
	}
	return false
}

// hasDomain reports whether a text has two labels with a dot between them.
func hasDomain(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '.' && isAlphanumeric(s[i-1]) && isAlphanumeric(s[i+1]) {
			return true
		}
	}
	return false
}

// byteAt is a byte of a text, 0 beyond it; lastByte counts from the end.
func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

func lastByte(s string, i int) byte {
	if i < len(s) {
		return s[len(s)-1-i]
	}
	return 0
}
