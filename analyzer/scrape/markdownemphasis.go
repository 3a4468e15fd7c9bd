package scrape

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasisParser reads emphasis and strikethrough. In CommonMark `**"동의"**는` is not bold, for
// asterisks between punctuation and a letter close nothing; Korean sets particles right there. So
// it follows the amendment that treats such a letter as white space
// (https://github.com/tats-u/markdown-cjk-friendly), and also reads `** 제목 **`. Strikethrough
// needs two tildes: one is a range, as in "3~5년".
type emphasisParser struct{}

// Trigger names the characters that the parser is called for.
func (emphasisParser) Trigger() []byte { return []byte{'*', '_', '~'} }

// Parse reads one run of them.
func (emphasisParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	var kind parser.DelimiterProcessor = delimiters{}
	if line[0] == '~' {
		kind = strikes{}
	}
	d := parser.ScanDelimiter(line, before, 1, kind)
	if d == nil || d.Char == '~' && d.OriginalLength != 2 {
		return nil
	}
	switch d.Char {
	case '*':
		widen(d, before, line)
	case '_':
		widenUnderscore(d, before, line)
	}
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

// widen lets a run of asterisks open and close emphasis where Korean needs it.
func widen(d *parser.Delimiter, before rune, line []byte) {
	rest := line[d.OriginalLength:]
	after, _ := utf8.DecodeRune(rest)
	if len(rest) == 0 {
		after = ' '
	}
	if !util.IsSpaceRune(after) && util.IsPunctRune(after) && isEastAsian(before) {
		d.CanOpen = true
	}
	if !util.IsSpaceRune(before) && util.IsPunctRune(before) && isEastAsian(after) {
		d.CanClose = true
	}
	switch {
	case d.OriginalLength > 3: // "010-****-0000" hides a number
		d.CanOpen, d.CanClose = false, false
	case d.OriginalLength == 1 && (unicode.IsLetter(before) || unicode.IsDigit(before)): // "홍*동" a name
		d.CanOpen = false
	case d.OriginalLength != 2 || !util.IsSpaceRune(before):
	case after == ' ' && bytes.Contains(rest, []byte(" **")):
		d.CanOpen = true
	case len(bytes.TrimSpace(rest)) == 0 || isEastAsian(after) && !bytes.Contains(rest, []byte("**")):
		d.CanClose = true
	}
}

// widenUnderscore does so for underscores around a number or a Latin word, as in "_2024_년".
func widenUnderscore(d *parser.Delimiter, before rune, line []byte) {
	after, _ := utf8.DecodeRune(line[d.OriginalLength:])
	if isEastAsian(before) && !isEastAsian(after) && !util.IsSpaceRune(after) {
		d.CanOpen = true
	}
	if isEastAsian(after) && !isEastAsian(before) && !util.IsSpaceRune(before) {
		d.CanClose = true
	}
}

func isEastAsian(r rune) bool {
	return unicode.In(r, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// delimiters tells the parser that asterisks and underscores are emphasis.
type delimiters struct{}

// IsDelimiter reports whether runs of c are read.
func (delimiters) IsDelimiter(c byte) bool { return c == '*' || c == '_' || c == '~' }

// CanOpenCloser reports whether two runs belong together.
func (delimiters) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

// OnMatch makes the node for what stands between two runs; n is how many characters of each count.
func (delimiters) OnMatch(n int) ast.Node { return ast.NewEmphasis(n) }

// strikes does so for tildes, which strike text out.
type strikes struct{ delimiters }

// OnMatch makes the node for what stands between two runs.
func (strikes) OnMatch(int) ast.Node { return extension.NewStrikethrough() }
