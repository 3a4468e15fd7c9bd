// Package script tells the words of JavaScript apart: names, strings, marks; comments are left out. It
// reads any input in time that grows with its length, and never fails: what is no JavaScript gives words
// of no meaning.
package script

import "strings"

// A Token is a word of a script.
type Token struct {
	Start, End int32 // bytes of the script
	Kind       Kind
	NewLine    bool // a line ends before it
}

// Kind is what a [Token] is.
type Kind uint8

// The kinds of token.
const (
	Name   Kind = iota // identifiers and keywords
	String             // with its quotation marks, or a stretch of a template, without
	Number
	Regexp
	Mark // one of ( ) [ ] { } ; , : ? . or an operator
)

// Longest is how long a script may be: offsets are kept in 32 bits.
const Longest = 1 << 30

// Tokens are the words of a script in order.
func Tokens(src string) []Token {
	l := lexer{src: src[:min(len(src), Longest)]}
	l.out = make([]Token, 0, len(src)/5+8)
	for l.at < len(l.src) {
		l.next()
	}
	return l.out
}

// Text is a string as the script means it, and whether it is written just so.
func (t Token) Text(src string) (text string, same bool) {
	at, end := t.Inner(src)
	text = src[at:end]
	if strings.IndexByte(text, '\\') < 0 {
		return text, true
	}
	return unescape(text), false
}

// Inner is where what stands between the quotation marks of a string begins and ends.
func (t Token) Inner(src string) (start, end int) {
	start, end = int(t.Start), int(t.End)
	if start < end && (src[start] == '"' || src[start] == '\'') {
		q := src[start]
		start++
		if start < end && src[end-1] == q {
			end--
		}
	}
	return start, end
}
