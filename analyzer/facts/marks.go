package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mark is the numbering or bullet with which a line begins.
type mark struct {
	style string // what kind of mark: "article", "1.", "가.", "①", or the bullet itself; "" for none
	end   int    // bytes that it takes, with the space behind it
}

// ordinals count sections in words.
var ordinals = [...]string{"첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째", "일곱째", "여덟째", "아홉째", "열째", "열한째", "열두째",
	"하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열"}

// ordinal reads 첫째, and Q1. and returns its length.
func ordinal(text string) int {
	first, _ := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune("첫둘셋넷다여일아열하Qq", first) {
		return 0
	}
	for _, o := range ordinals {
		if rest, ok := strings.CutPrefix(text, o); ok && rest != "" && strings.IndexByte(",.:", rest[0]) >= 0 {
			return behind(text, len(o)+1, "").end
		}
	}
	if strings.HasPrefix(text, "Q") || strings.HasPrefix(text, "q") {
		if n := digits(text[1:]); n > 0 && len(text) > n+1 && strings.IndexByte(".):", text[n+1]) >= 0 {
			return behind(text, n+2, "").end
		}
	}
	return 0
}

// bullets are signs that stand before headings and list items.
const bullets = "■□▣▶▷►◆◇◈●○◎•·∙*※☞▪▫ο❖✔✓➤►-–"

// firstOfMarks are the syllables with which a mark in Hangul begins.
const firstOfMarks = "제가나다라마바사아자차카타파하첫둘셋넷여일열"

// markOf reads the mark of a line.
func markOf(text string) mark {
	if first, _ := utf8.DecodeRuneInString(text); isHangul(first) && !strings.ContainsRune(firstOfMarks, first) {
		return mark{}
	}
	if end := article(text); end > 0 {
		return mark{"article", end}
	}
	if end := ordinal(text); end > 0 {
		return mark{"ordinal", end}
	}
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case '①' <= r && r <= '⑳':
		return behind(text, size, "①")
	case '㉮' <= r && r <= '㉻':
		return behind(text, size, "㉮")
	case strings.ContainsRune(bullets, r):
		return behind(text, size, string(r))
	}
	if end := digits(text); end > 0 && end <= 3 {
		return numbered(text, end, "1")
	}
	if 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' {
		return roman(text)
	}
	if isCounter(r) {
		return numbered(text, size, "가")
	}
	if 'Ⅰ' <= r && r <= 'Ⅻ' {
		return numbered(text, size, "Ⅰ")
	}
	if r == '(' {
		if n := strings.IndexByte(text[:min(len(text), 5)], ')'); n > 1 && markOf(text[1:n]+".").style != "" {
			return behind(text, n+1, "(1)")
		}
	}
	return mark{}
}

// numbered reads what closes a number: a stop, a bracket, or more numbers (1.1).
func numbered(text string, end int, style string) mark {
	for depth := 0; depth < 4; depth++ {
		rest := text[end:]
		switch {
		case strings.HasPrefix(rest, ")"):
			return behind(text, end+1, style+")")
		case strings.HasPrefix(rest, "-") && digits(rest[1:]) > 0 && style == "1":
			end += 1 + digits(rest[1:])
			style = "1-1"
			continue
		case strings.HasPrefix(rest, "."), strings.HasPrefix(rest, ","), strings.HasPrefix(rest, "．"):
			if n := digits(rest[1:]); n > 0 && n <= 2 {
				end += 1 + n
				style += ".1"
				if end == len(text) || text[end] == ' ' {
					return behind(text, end, style)
				}
				continue
			}
			_, size := utf8.DecodeRuneInString(rest)
			return behind(text, end+size, style+".")
		}
		break
	}
	return mark{}
}

// roman reads I. II. A. and the like.
func roman(text string) mark {
	n := 0
	for n < len(text) && n < 5 && strings.IndexByte("IVXivx", text[n]) >= 0 {
		n++
	}
	if n == 0 {
		n = 1
	}
	if n < len(text) && (text[n] == '.' || text[n] == ')') && (n+1 == len(text) || text[n+1] == ' ') {
		return behind(text, n+1, "A"+text[n:n+1])
	}
	return mark{}
}

func behind(text string, end int, style string) mark {
	return mark{style, end + len(text[end:]) - len(strings.TrimLeft(text[end:], " .:"))}
}

// article reads 제1조, [제 9-11 조], 제 2 장, 第3条, Article 4, Section 5 and returns its length.
func article(text string) int {
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !strings.ContainsRune("[(<【〔 ", r) {
			break
		}
		at += size
	}
	rest := text[at:]
	if first, _ := utf8.DecodeRuneInString(rest); !strings.ContainsRune("제第AaSsCc", first) {
		return 0
	}
	for _, word := range [...]string{"article ", "section ", "chapter "} {
		if len(rest) > len(word) && strings.EqualFold(rest[:len(word)], word) {
			if n := digits(rest[len(word):]); n > 0 {
				return behind(text, at+len(word)+n, "").end
			}
		}
	}
	for _, word := range [...]string{"제", "第"} {
		if !strings.HasPrefix(rest, word) {
			continue
		}
		i := len(word)
		start := i
		for i < len(rest) && (rest[i] == ' ' || rest[i] == '-' || rest[i] == '~' || '0' <= rest[i] && rest[i] <= '9') {
			i++
		}
		if strings.TrimSpace(rest[start:i]) == "" {
			continue
		}
		r, size := utf8.DecodeRuneInString(rest[i:])
		if strings.ContainsRune("조장절관항条條章節項", r) && i+size <= len(rest) {
			i += size
			if strings.HasPrefix(rest[i:], "의") && digits(rest[i+len("의"):]) > 0 {
				i += len("의") + digits(rest[i+len("의"):])
			}
			if next, _ := utf8.DecodeRuneInString(rest[i:]); unicode.IsLetter(next) && isParticle(rest[i:]) || joinsArticle(rest[i:]) {
				return 0 // 제15조에 따라, 제1조 및 제2조: a reference, not a heading
			}
			return behind(text, at+i, "").end
		}
	}
	return 0
}

// isParticle reports whether what stands behind an article's number makes it part of a sentence.
func isParticle(s string) bool {
	for _, p := range listOf("particles.behind_article") {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// joinsArticle reports whether an article's number goes on with another's.
func joinsArticle(s string) bool {
	s = strings.TrimLeft(s, " ")
	for _, word := range [...]string{"및 제", "또는 제", "내지 제", "부터 제", "and ", "to "} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// isCounter reports whether a syllable counts items in Korean or Japanese lists: 가. 나. あ. い.
func isCounter(r rune) bool {
	return strings.ContainsRune(series[0], r) || strings.ContainsRune(series[1], r)
}
