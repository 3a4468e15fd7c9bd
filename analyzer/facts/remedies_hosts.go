package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// phonesOrCodes finds telephone numbers, also the short ones of public bodies: 118, 1301.
func phonesOrCodes(s string) []numberAt {
	out := phonesIn(s, true)
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		n := digits(s[i:])
		end := i + n
		from := i
		if before := strings.TrimSuffix(s[:i], "+82-"); len(before) < i {
			from = len(before)
		}
		if s[i] == '1' && (n == 3 || n == 4) && !overlaps(numberAt{i, end}, out) && standsAlone(s, from, end) {
			out = append(out, numberAt{from, end})
		}
		i = end
	}
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j].start < out[j-1].start; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// standsAlone reports whether nothing makes a number part of something else: a date, an address, a host.
func standsAlone(s string, start, end int) bool {
	if start > 0 {
		if before, _ := utf8.DecodeLastRuneInString(s[:start]); unicode.IsLetter(before) && before < utf8.RuneSelf || strings.ContainsRune("-.@제", before) {
			return false
		}
	}
	behind, _ := utf8.DecodeRuneInString(s[end:])
	if end+1 < len(s) && (behind == '-' || behind == '.') && (unicode.IsDigit(rune(s[end+1])) || isLatin(rune(s[end+1]))) {
		return false
	}
	return behind == utf8.RuneError || !unicode.IsLetter(behind) || strings.HasPrefix(s[end:], "번") || strings.HasPrefix(s[end:], "로") || strings.HasPrefix(s[end:], "으로")
}

// hostsIn finds addresses of the web, as written: https://…, www.…, privacy.kisa.or.kr. A number behind
// a slash is none of it: www.eprivacy.or.kr/02-000-0000.
func hostsIn(s string) []numberAt {
	var out []numberAt
	for i := 0; i < len(s); {
		if !isHost(s[i]) || s[i] == '-' || s[i] == '.' {
			i++
			continue
		}
		end := i
		for end < len(s) && (isHost(s[end]) || strings.IndexByte("/:?=&#_%~", s[end]) >= 0) {
			end++
		}
		word := strings.TrimRight(s[i:end], ".:?&#~-")
		if n := hostEnd(word); n > 0 && !(end < len(s) && s[end] == '@') && !(i > 0 && s[i-1] == '@') {
			out = append(out, numberAt{i, i + n})
		}
		i = max(end, i+1)
	}
	return out
}

func isHost(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.'
}

// hostEnd is how much of a word is an address of the web, 0 where it is none.
func hostEnd(word string) int {
	at := 0
	lower := strings.ToLower(word)
	for _, scheme := range [...]string{"https://", "http://"} {
		if strings.HasPrefix(lower, scheme) {
			at = len(scheme)
		}
	}
	n := at + domainLength(word[at:])
	if n == at {
		return 0
	}
	top := lower[at:n]
	top = top[strings.LastIndexByte(top, '.')+1:]
	if len(top) < 2 || strings.ContainsAny(top, "0123456789") {
		return 0
	}
	if path := word[n:]; path != "" && path[0] == '/' && strings.Trim(path, "/0123456789-~.") != "" {
		return len(word)
	}
	if strings.HasPrefix(word[n:], "/") && len(word) == n+1 {
		return n + 1
	}
	return n
}
