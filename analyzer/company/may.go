package company

import (
	"strings"
	"unicode"
)

// MayHaveForm reports whether a legal form may stand in a text: false only where none does. It costs next
// to nothing beside [Split].
func MayHaveForm(s string) bool {
	f := forms()
	word := 0 // where a word in Latin letters begins
	for i, r := range s {
		if f.mayBegin(r) && wholeFormAtStart(s[i:]) > 0 || isClosing(r) && f.mayBeLost(s[:i]) {
			return true
		}
		if r > unicode.MaxASCII || !unicode.IsLetter(r) {
			if i > word && f.mayEnd(s[word:i]) {
				return true
			}
			word = i + 1
		}
	}
	return word < len(s) && f.mayEnd(s[word:])
}

// mayBeLost reports whether what stands before a closing bracket is a form that lost the opening one.
func (f *formSet) mayBeLost(before string) bool {
	for _, word := range f.lost {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

// mayEnd reports whether a word in Latin letters is the last of a legal form.
func (f *formSet) mayEnd(word string) bool {
	last := unicode.ToLower(rune(word[len(word)-1]))
	for _, parts := range f.latin[last] {
		part := parts[len(parts)-1]
		if from := len(part) - len(word); from >= 0 && strings.EqualFold(part[from:], word) {
			return true
		}
	}
	for _, form := range f.exact[unicode.ToUpper(last)] {
		if strings.EqualFold(form, word) {
			return true
		}
	}
	for _, form := range f.exact[last] {
		if strings.EqualFold(form, word) {
			return true
		}
	}
	return false
}
