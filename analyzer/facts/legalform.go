package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// legalForms are how companies write what they are before and behind their names. Forms that are
// felt as a part of the name (의료재단, 협동조합, 법무법인) are not among them.
var legalForms = [...]string{
	"㈜", "(주)", "（주）", "( 주 )", "(주 )", "( 주)", "주식회사", "주식 회사", "(유)", "（유）", "㈲", "유한책임회사", "유한회사", "유한 회사", "합자회사", "합명회사",
	"(재)", "㈶", "재단법인", "(사)", "㈔", "㈳", "사단법인", "(학)", "학교법인", "(의)", "의료법인", "사회복지법인", "농업회사법인", "영농조합법인",
	"incorporated", "inc.", "inc", "company limited", "co., ltd.", "co., ltd", "co.,ltd.", "co.,ltd", "co. ltd.", "co. ltd", "co ltd", "limited", "pte. ltd.", "pty ltd", "ltd.", "ltd",
	"corporation", "corp.", "corp", "llc", "l.l.c.", "gmbh", "k.k.", "plc", "s.a.", "b.v.",
	"株式会社", "㈱", "(株)", "（株）", "㍿", "有限会社", "合同会社", "合資会社", "一般社団法人", "公益社団法人", "一般財団法人",
}

// stripForms returns the part of a name without the legal forms around it, as offsets.
func stripForms(s string) (start, end int) {
	end = len(s)
	for changed := true; changed; {
		changed = false
		start += len(s[start:end]) - len(strings.TrimLeft(s[start:end], " "))
		end = start + len(strings.TrimRight(s[start:end], " ,"))
		if n := formAtStart(s[start:end]); n > 0 {
			start, changed = start+n, true
		}
		if n := formAtEnd(s[start:end]); n > 0 {
			end, changed = end-n, true
		}
	}
	return start, end
}

// formAtStart is the length of the legal form with which a text begins. Latin forms stand behind.
func formAtStart(s string) int {
	best := 0
	for _, f := range legalForms {
		if f[0] >= 'a' && f[0] <= 'z' || len(f) <= best || !strings.HasPrefix(s, f) {
			continue
		}
		best = len(f)
	}
	return best
}

// formAtEnd is the length of the legal form with which a text ends.
func formAtEnd(s string) int {
	best := 0
	for _, f := range legalForms {
		n := len(s) - len(f)
		if len(f) <= best || n < 0 || !strings.EqualFold(s[n:], f) {
			continue
		}
		if f[0] >= 'a' && f[0] <= 'z' && n > 0 && s[n-1] != ' ' && s[n-1] != ',' {
			continue // a word that ends alike
		}
		best = len(f)
	}
	return best
}

// lastFormBefore is where the last legal form begins that stands in s before a name, or -1.
func lastFormBefore(s string) int {
	best := -1
	for _, f := range legalForms {
		if f[0] >= 'a' && f[0] <= 'z' {
			continue
		}
		i := strings.LastIndex(s, f)
		if i < 0 || i < best {
			continue
		}
		if strings.TrimSpace(s[i+len(f):]) != "" && startsForm(s[:i]) {
			best = i
		}
	}
	return best
}

// startsForm reports whether a form behind a text begins a name rather than ending one: a space or a
// sign stands before it, or a particle of Japanese.
func startsForm(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || !unicode.IsLetter(last) && !unicode.IsDigit(last) || last == 'は'
}
