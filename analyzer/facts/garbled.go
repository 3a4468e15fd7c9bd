package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Loss is a place where characters were lost.
type Loss struct {
	Page  int
	Range policy.Range
	Kind  LossKind
}

// LossKind says what became of the characters.
type LossKind string

// The kinds of loss.
const (
	LostCharacter LossKind = "character"   // U+FFFD stands in their place
	LostDot       LossKind = "dot"         // a question mark stands where a middle dot was
	LostLetters   LossKind = "letters"     // question marks stand where words were
	WrongEncoding LossKind = "re-encoding" // they were read in one encoding and stored in another
	MixedEncoding LossKind = "mixed"       // they are stored in another encoding than the rest of the file
)

// Garbled are the places where characters were lost.
var Garbled = analyzer.NewFact("garbled", func(p *analyzer.Pass) []Loss {
	var out []Loss
	for i, doc := range p.Policy.Pages {
		traces := hasTraces(doc.Visible)
		for _, b := range doc.Blocks {
			if !traces && strings.IndexByte(b.Text, '?') < 0 && !strings.Contains(b.Text, "\uFFFD") {
				continue
			}
			losses(b.Text, func(start, end int, kind LossKind) {
				out = append(out, Loss{i, policy.Range{Start: b.Range.Start + start, End: b.Range.Start + end}, kind})
			})
		}
		out = append(out, mixed(i, doc)...)
	}
	return out
})

// mojibake are traces of text that was decoded in a wrong encoding and stored so.
var mojibake = [...]string{"占쏙옙", "占", "ï¿½", "Ã«", "Ã¬", "Ãª", "ì„", "ë‹", "ê°œ", "ã€", "ã‚", "ãƒ", "â€", "Â·", "짤쨉"}

// hasTraces tells in a few passes over the whole text whether a wrong encoding left any trace in it.
func hasTraces(s string) bool {
	for _, m := range mojibake {
		if strings.Contains(s, m) {
			return true
		}
	}
	return strings.IndexByte(s, latinLead) >= 0 && strings.ContainsAny(s, misreadLeads)
}

func losses(s string, add func(start, end int, kind LossKind)) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		end, kind := i+size, LossKind("")
		switch {
		case r == utf8.RuneError:
			kind = LostCharacter
			for strings.HasPrefix(s[end:], "\uFFFD") {
				end += len("\uFFFD")
			}
		case r == '?':
			if n := lostLetters(s, i); n > 0 {
				kind, end = LostLetters, i+n
			} else if lostDot(s, i) {
				kind = LostDot
			}
		case r > unicode.MaxASCII:
			if n := misread(s[i:]); n > 0 {
				kind, end = WrongEncoding, i+n
			}
		}
		if kind != "" {
			start := wordAt(s, i)
			if end += wordEnd(s[end:]); kind == LostDot && start == i {
				start = wordAt(s, i-1) // a dot between spaces: its neighbours show what it joined
				end += 1 + wordEnd(s[end+1:])
			}
			add(start, end, kind)
		}
		i = end
	}
}

// misread is the length of a trace of a wrong encoding with which s begins.
func misread(s string) int {
	for _, m := range mojibake {
		if !strings.HasPrefix(s, m) {
			continue
		}
		// 占 begins words in Han too; before Hangul it is what became of U+FFFD in EUC-KR.
		if next, _ := utf8.DecodeRuneInString(s[len(m):]); m != "占" || isHangul(next) {
			return len(m)
		}
	}
	if isMisreadSyllable(s) {
		word := s[:wordEnd(s)]
		for i := 2; i < len(word); i++ {
			if word[i] == latinLead && isMisreadSyllable(word[i:]) {
				return i
			}
		}
	}
	return 0
}

// misreadLeads are the Latin letters for which the first byte of a syllable is taken, and latinLead
// is the first byte of each.
const (
	misreadLeads = "êëìíã"
	latinLead    = 0xC3
)

// isMisreadSyllable reports whether s begins with what is left of a syllable of Hangul or kana in
// UTF-8 that was taken for Latin: ê, ë, ì, í or ã before a sign that follows no letter. One alone may
// be a letter before a quotation mark.
func isMisreadSyllable(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune(misreadLeads, r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[size:])
	return 0xA1 <= next && next <= 0xBF || strings.ContainsRune("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ", next)
}

// lostLetters is the length of a row of words that are question marks from one end to the other, or
// 0. It takes two words side by side and four marks: one word may be a blank or a cry.
func lostLetters(s string, i int) int {
	if i > 0 && s[i-1] != ' ' && s[i-1] != '(' {
		return 0
	}
	marks, words, end := 0, 0, i
	for at := i; at < len(s) && s[at] == '?'; {
		for at < len(s) && s[at] == '?' {
			marks++
			at++
		}
		words++
		end = at
		for at < len(s) && strings.IndexByte(",:)", s[at]) >= 0 {
			at++
		}
		if at == len(s) || s[at] != ' ' {
			break
		}
		at++
		if at < len(s) && s[at] == '(' {
			at++
		}
	}
	if words < 2 || marks < 4 {
		return 0
	}
	return end - i
}

// lostDot reports whether the question mark at i joins two words in Hangul, as a middle dot does,
// and does not end a question.
func lostDot(s string, i int) bool {
	before, after := s[:i], s[i+1:]
	spaced := strings.HasSuffix(before, " ")
	if spaced != strings.HasPrefix(after, " ") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	return isHangul(last) && isHangul(next) && !strings.ContainsRune("요까나가니지냐죠은는", last)
}

func isHangul(r rune) bool { return 0xAC00 <= r && r <= 0xD7A3 }

// wordAt is where the word begins in which i stands.
func wordAt(s string, i int) int { return strings.LastIndexByte(s[:i], ' ') + 1 }

// wordEnd is how many bytes of s belong to the word before it.
func wordEnd(s string) int {
	if n := strings.IndexByte(s, ' '); n >= 0 {
		return n
	}
	return len(s)
}
