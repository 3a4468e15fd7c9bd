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
	WrongEncoding LossKind = "re-encoding" // they were read in one encoding and stored in another
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
	return false
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
			if lostDot(s, i) {
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
	return 0
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
