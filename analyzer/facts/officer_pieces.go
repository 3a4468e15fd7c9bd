package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func (f field) isRole() bool { return f >= anOfficer }

// A piece is a part of a line: what labels say that its value is, and where the value stands. The
// value of a label may be empty.
type piece struct {
	fields     []field
	label      string // the words of the first label
	at         int    // where the labels begin
	start, end int    // the value
	colon      bool
	reaches    bool // a number or address stands right behind the label
}

// longestLine is how much of a line is looked through for labels, in bytes.
const longestLine = 900

// piecesOf cuts a text at its labels. What stands before the first is unlabelled.
func piecesOf(s string) []piece {
	var out []piece
	add := func(p piece) {
		p.start, p.end = trimValue(s, p.start, p.end)
		if n := len(out); len(p.fields) > 0 && n > 0 && out[n-1].end <= out[n-1].start && !out[n-1].colon && !out[n-1].isRole() && !p.isRole() {
			out[n-1].fields = append(out[n-1].fields, p.fields...) // 소속/직책 : …
			out[n-1].start, out[n-1].end, out[n-1].colon = p.start, p.end, p.colon
			return
		}
		if len(p.fields) > 0 || p.end > p.start {
			out = append(out, p)
		}
	}
	open := piece{}
	for at := 0; at < len(s); {
		l, ok := nextLabel(s, at)
		if !ok {
			l.start = len(s)
		}
		if len(open.fields) > 0 {
			if glued, found := gluedLabel(s, open.start, l.start); found {
				l, ok = glued, true
			}
		}
		if !ok {
			break
		}
		if open.colon && !l.colon && !l.reaches && hasLetters(s[open.start:l.start]) {
			at = l.end // 부서: 개인정보보호 담당부서
			continue
		}
		if open.colon && !open.isRole() && !l.colon && l.field.isRole() {
			at = l.end // 부서: 개인정보보호책임자
			continue
		}
		open.end = l.start
		add(open)
		open = piece{fields: []field{l.field}, label: s[l.start:l.end], at: l.start, start: l.value, colon: l.colon, reaches: l.reaches}
		at = l.value
	}
	open.end = len(s)
	add(open)
	return out
}

func (p *piece) isRole() bool { return len(p.fields) > 0 && p.fields[0].isRole() }

// has reports whether a label of the piece is of a field.
func (p *piece) has(f field) bool {
	for _, x := range p.fields {
		if x == f {
			return true
		}
	}
	return false
}

// startsLabel reports whether nothing of a word stands right before a place.
func startsLabel(s string, at int) bool {
	if at == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	if isLatin(rune(s[at])) && r > unicode.MaxASCII && unicode.IsLetter(r) {
		return true // 책임자Email
	}
	return strings.ContainsRune(" /|,、·:：;()（）[]【】<>＜＞「」※■□▶▷►●○◎•-–—*ㆍ\"'”’&+", r)
}

// qualifier is the length of a bracket behind a label that says more of it: (CPO), (부서), (대표).
func qualifier(s string, role bool) int {
	if !strings.HasPrefix(s, "(") && !strings.HasPrefix(s, "（") {
		return 0
	}
	n := strings.IndexAny(s, ")）")
	if n < 0 || size(s[:n]) > longestName || strings.ContainsAny(s[:n], "@0123456789") {
		return 0
	}
	if inner, ok := firstWords(s[:n], 0); ok && !role && inner.field == anOfficer {
		return 0 // 대표자(개인정보 보호책임자)
	}
	_, width := utf8.DecodeRuneInString(s[n:])
	return n + width
}

// trimValue cuts signs from both ends of a value. A bracket that closes one in the value stays.
func trimValue(s string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(s[start:end])
		if !strings.ContainsRune(" :：,、/|;·-–—=>＞→※☞*ㆍ〉》)]】．.）▷▶", r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if r == ')' && strings.Contains(s[start:end], "(") || r == ']' && strings.Contains(s[start:end], "[") || r == '>' && strings.Contains(s[start:end], "<") {
			break
		}
		if !strings.ContainsRune(" :：,、/|;·-–—([<=※*ㆍ【「)]>（▷▶▣■□◆◇●○", r) {
			break
		}
		end -= n
	}
	return start, end
}
