package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberAt is where a telephone number stands in a text.
type numberAt struct{ start, end int }

// phonesIn finds telephone numbers by their form: 02-000-0000, (02) 0000.0000, +82 2 000 0000, 1588-0000,
// 01000000000, with an extension behind. Behind a label, what lacks the code of the area counts, too.
func phonesIn(s string, labelled bool) []numberAt {
	var out []numberAt
	for i := 0; i < len(s); {
		c := s[i]
		if c != '+' && c != '(' && (c < '0' || c > '9') {
			i++
			continue
		}
		end, ok := phoneAt(s, i, labelled)
		if ok && !isPartOfWord(s, i) {
			if c == '(' && !strings.Contains(s[i:end], ")") {
				i++
			}
			behind := extensionBehind(s, end)
			if !isRemark(s[end:]) {
				end = behind
			}
			out = append(out, numberAt{i, end})
			i = behind
			continue
		}
		if c == '+' || c == '(' {
			i++
			continue
		}
		for i < len(s) && ('0' <= s[i] && s[i] <= '9' || s[i] == '-') {
			i++ // the rest of a number of another form
		}
	}
	return out
}

// isPartOfWord reports whether a number goes on from what stands before it: a host, an address, a date.
func isPartOfWord(s string, i int) bool {
	if i == 0 {
		return false
	}
	switch b := s[i-1]; b {
	case '-', '.', '@', '_', '=':
		return i > 1 && s[i-2] != ' '
	case '/':
		return false
	default:
		return b < utf8.RuneSelf && (unicode.IsDigit(rune(b)) || i > 1 && unicode.IsLetter(rune(b)) && unicode.IsDigit(rune(s[i-2])))
	}
}

// phoneAt reads the groups of digits from i on and tells whether they make a telephone number.
func phoneAt(s string, i int, labelled bool) (end int, ok bool) {
	var groups []int
	total, at := 0, i
	plus := s[at] == '+'
	if plus || s[at] == '(' {
		at++
		if at < len(s) && s[at] == '+' {
			plus = true
			at++
		}
	}
	first := at
	for len(groups) < 6 {
		n := digits(s[at:])
		if n == 0 {
			break
		}
		groups, total, at = append(groups, n), total+n, at+n
		end = at
		at = behindSeparator(s, at)
	}
	if total == 0 || strings.Trim(onlyDigits(s[first:end]), "0") == "" {
		return 0, false // 000-0000-0000 is a slot
	}
	return end, isTelephone(s[first], plus, labelled, total, groups)
}

// isTelephone tells telephone numbers by how they begin and how long their groups are.
func isTelephone(first byte, plus, labelled bool, total int, groups []int) bool {
	last := groups[len(groups)-1]
	switch {
	case plus:
		return total >= 9 && total <= 14
	case first == '0':
		return total >= 9 && total <= 12 && (len(groups) == 1 || last == 4) && !(len(groups) == 3 && groups[1] == 2)
	case first == '1' && len(groups) == 2:
		return groups[0] == 4 && groups[1] == 4
	case first == '8' && total >= 10 && groups[0] == 2 && last == 4:
		return true // 82-2-000-0000
	}
	return labelled && last == 4 && (len(groups) == 2 && (groups[0] == 3 || groups[0] == 4) || len(groups) == 1 && total == 8 && first == '1')
}

// behindSeparator goes over what may stand between two groups of digits of one number.
func behindSeparator(s string, at int) int {
	from := at
	for n := 0; at < len(s) && n < 3; n++ {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !strings.ContainsRune("-.) ‐‑–−―", r) {
			break
		}
		at += size
	}
	if at-from > 1 && strings.TrimSpace(s[from:at]) == "." {
		return from // the end of a sentence
	}
	if at < len(s) && s[at] == '(' && digits(s[at+1:]) > 0 && digits(s[at+1:]) < 5 && strings.TrimSpace(s[from:at]) == "" {
		return at + 1 // +82(2)000-0000
	}
	if at < len(s) && '0' <= s[at] && s[at] <= '9' {
		return at
	}
	return from
}

// extensions are the words before the number of an extension.
var extensions = [...]string{"내선번호", "내선", "구내", "교환", "ext.", "ext", "x."}

// isRemark reports whether what stands behind a number is in a bracket of its own: 1588-0000 (내선 3번).
func isRemark(behind string) bool {
	rest := strings.TrimLeft(behind, " ")
	return len(rest) < len(behind) && (strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "["))
}

// extensionBehind is where a number ends with its extension: 02-0000-0000(내선 : 220), 내선 8번.
func extensionBehind(s string, end int) int {
	rest := strings.TrimLeft(s[end:], " (/,[")
	for _, word := range extensions {
		if len(rest) < len(word) || !strings.EqualFold(rest[:len(word)], word) {
			continue
		}
		number := strings.TrimLeft(rest[len(word):], " :.#")
		if n := digits(number); n > 0 {
			out := len(s) - len(number) + n
			if strings.HasPrefix(s[out:], "번") {
				out += len("번")
			}
			if strings.HasPrefix(s[out:], ")") || strings.HasPrefix(s[out:], "]") {
				out++
			}
			return out
		}
	}
	return end
}

// emailsIn finds addresses of electronic mail, also such as are written so that machines do not find
// them: privacy (at) example.com, privacy@ example.com.
func emailsIn(s string) []numberAt {
	var out []numberAt
	for i := 0; i < len(s); {
		start, end, ok := atSign(s, i)
		if !ok {
			break
		}
		local := strings.TrimRight(s[:start], " ")
		from := len(local) - len(lastWord(local))
		domain := strings.TrimLeft(s[end:], " ")
		n := domainLength(domain)
		if from < len(local) && n > 0 && (len(out) == 0 || from >= out[len(out)-1].end) {
			out = append(out, numberAt{from, len(s) - len(domain) + n})
		}
		i = end
	}
	return out
}

// atSigns are how the sign is written, and how it is hidden.
var atSigns = [...]string{"@", "＠", "(at)", "[at]", "{at}", "(AT)", "[AT]", "(골뱅이)", "[골뱅이]"}

// atSign finds the next sign of an address, from i on.
func atSign(s string, i int) (start, end int, ok bool) {
	start = len(s)
	for _, sign := range atSigns {
		if n := strings.Index(s[i:], sign); n >= 0 && i+n < start {
			start, end, ok = i+n, i+n+len(sign), true
		}
	}
	return start, end, ok
}

// lastWord is what a text ends with that may be the name of a mailbox.
func lastWord(s string) string {
	i := len(s)
	for i > 0 && isMailbox(s[i-1]) {
		i--
	}
	return s[i:]
}

func isMailbox(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("._%+-", c) >= 0
}

// domainLength is the length of the host with which a text begins, 0 where there is none.
func domainLength(s string) int {
	n, dots := 0, 0
	for n < len(s) {
		c := s[n]
		if c == '.' {
			if n+1 >= len(s) || !isMailbox(s[n+1]) || s[n+1] == '.' {
				break
			}
			dots++
		} else if !isMailbox(c) || c == '_' || c == '%' || c == '+' {
			break
		}
		n++
	}
	if dots == 0 {
		return 0
	}
	return n
}
