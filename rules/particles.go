package rules

import (
	"strings"
	"unicode/utf8"
)

// withSubject adds the particle that makes Korean words the subject: 이 or 가.
func withSubject(s string) string {
	if lastSound(s) == openSyllable {
		return s + "가"
	}
	return s + "이"
}

// objectParticle is the particle that makes Korean words the object: 을 or 를.
func objectParticle(s string) string {
	if lastSound(s) == openSyllable {
		return "를"
	}
	return "을"
}

// withDirection adds the particle for what something is changed into: 으로 or 로.
func withDirection(s string) string {
	if sound := lastSound(s); sound == openSyllable || sound == endsInL {
		return s + "로"
	}
	return s + "으로"
}

// withQuoting adds the particle behind words that are quoted: 이라고 or 라고.
func withQuoting(s string) string {
	if lastSound(s) == openSyllable {
		return s + "라고"
	}
	return s + "이라고"
}

// sound is how a word ends when it is read aloud, as far as a particle depends on it.
type sound uint8

const (
	openSyllable sound = iota // in a vowel
	endsInL                   // in ㄹ
	endsInOther               // in another consonant
)

// lastSound is how Korean words end. Marks, quotation marks and a bracket behind the last word are not read.
// Digits are read in Korean, letters of the Latin alphabet by their names; a few endings of words are not.
func lastSound(s string) sound {
	r := []rune(withoutBracket(s))
	if len(r) == 0 {
		return openSyllable
	}
	switch last := r[len(r)-1]; {
	case last >= '가' && last <= '힣':
		switch (last - '가') % 28 {
		case 0:
			return openSyllable
		case 8:
			return endsInL
		}
		return endsInOther
	case isWordWith(r, "r"):
		return openSyllable
	case isWordWith(r, "ng"):
		return endsInOther
	case isWordWith(r, "le"), strings.ContainsRune("178LRlr", last):
		return endsInL
	case strings.ContainsRune("036MNmn", last):
		return endsInOther
	}
	return openSyllable
}

// isWordWith reports whether a Latin word ends in some letters, as browser does in r, and no abbreviation.
func isWordWith(r []rune, ending string) bool {
	before, ok := strings.CutSuffix(string(r), ending)
	last, _ := utf8.DecodeLastRuneInString(before)
	return ok && last >= 'a' && last <= 'z'
}

// withoutBracket cuts the marks behind a text, and a bracket with what it holds.
func withoutBracket(s string) string {
	for {
		s = strings.TrimRight(s, " .,”’」』\"'")
		if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
			s = s[:open]
			continue
		}
		return s
	}
}
