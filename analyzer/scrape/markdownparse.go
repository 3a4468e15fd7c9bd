package scrape

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Bounds of what is parsed, so that no page takes the time that the parser needs for the worst
// case: it looks back over all open lists, quotations, links and emphases.
const (
	maxNesting    = 100  // lists and quotations within one another
	maxSigns      = 1000 // characters of markup in a paragraph; in what has more they are text
	maxReferences = 2000 // lines that define a link
)

var errNested = errors.New("nested too deeply")

// parseMarkdown parses a page. Markup beyond the bounds is overwritten in src, so that offsets
// stay, and thus is text.
func parseMarkdown(src []byte) (root ast.Node, err error) {
	defer func() {
		if r := recover(); r != nil { // what a page holds must not end the program
			root, err = nil, fmt.Errorf("the Markdown cannot be parsed: %v", r)
		}
	}()
	if line := deepLine(src); line > 0 {
		return nil, fmt.Errorf("line %d: lists or quotations are %w", line, errNested)
	}
	bound(src)
	p := parser.NewParser(
		parser.WithBlockParsers(blockParsers()...),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(emphasisParser{}, 500),
			util.Prioritized(extension.NewLinkifyParser(), 999),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
			util.Prioritized(boundParagraph{}, 300),
		),
	)
	return p.Parse(text.NewReader(src)), nil
}

// blockParsers are those of CommonMark, but for lists that begin with a year.
func blockParsers() []util.PrioritizedValue {
	all := parser.DefaultBlockParsers()
	for i := range all {
		if all[i].Value == parser.NewListParser() {
			all[i].Value = listParser{parser.NewListParser()}
		}
	}
	return all
}

// listParser begins no list at a number of three digits or more: 2023. 12. 1. is a date.
type listParser struct{ parser.BlockParser }

func (l listParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	line = bytes.TrimLeft(line, " \t")
	n := 0
	for n < len(line) && '0' <= line[n] && line[n] <= '9' {
		n++
	}
	if n >= 3 {
		return nil, parser.NoChildren
	}
	return l.BlockParser.Open(parent, reader, pc)
}

// deepLine is the first line, from 1, that begins with too many marks of lists and quotations, or
// is indented as if within so many; 0 if there is none.
func deepLine(src []byte) int {
	for n := 1; len(src) > 0; n++ {
		line, rest, _ := bytes.Cut(src, []byte("\n"))
		src = rest
		marks, indent := prefix(line)
		if marks > maxNesting || indent > 4*maxNesting {
			return n
		}
	}
	return 0
}

// prefix counts the marks of lists and quotations with which a line begins, and the blanks before
// the last of them.
func prefix(line []byte) (marks, indent int) {
	blanks := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			blanks++
		case c == '\t':
			blanks += 4
		case c == '>':
			marks++
			indent = blanks
		case c == '-' || c == '+' || c == '*' || '0' <= c && c <= '9':
			for i < len(line) && '0' <= line[i] && line[i] <= '9' {
				i++
			}
			if i+1 < len(line) && line[i+1] != ' ' && line[i+1] != '\t' {
				return marks, indent
			}
			marks++
			indent = blanks
		default:
			return marks, indent
		}
	}
	if len(bytes.Trim(line, "-* \t")) == 0 {
		return 0, 0 // a rule
	}
	return marks, indent
}

// isSign reports whether a character may be part of inline markup.
func isSign(c byte) bool {
	switch c {
	case '[', ']', '*', '_', '~', '<', '`', '!':
		return true
	}
	return false
}

// signs counts the stretches of markup in a text.
func signs(src []byte) int {
	n := 0
	for i, c := range src {
		if isSign(c) && (i == 0 || src[i-1] != c || c == '[') {
			n++
		}
	}
	return n
}

// hide makes text of all markup.
func hide(src []byte) {
	for i, c := range src {
		if isSign(c) {
			src[i] = 'x'
		}
	}
}

// bound takes care of single lines, and of the line breaks of old Macintoshes, which the parser
// does not know.
func bound(src []byte) {
	references := 0
	for start := 0; start < len(src); {
		end := start
		for end < len(src) && src[end] != '\n' {
			if src[end] == '\r' && end+1 < len(src) && src[end+1] != '\n' {
				src[end] = '\n'
				break
			}
			end++
		}
		line := src[start:end]
		if signs(line) > maxSigns {
			hide(line)
		}
		if bytes.Contains(line, []byte("]:")) {
			if references++; references > maxReferences {
				hide(line)
			}
		}
		start = end + 1
	}
}

// boundParagraph takes care of paragraphs. It works on the source before the text is parsed.
type boundParagraph struct{}

// Transform is called by the parser with each paragraph that it has found.
func (boundParagraph) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	src, n := reader.Source(), 0
	for i := range node.Lines().Len() {
		s := node.Lines().At(i)
		n += signs(src[s.Start:s.Stop])
	}
	if n <= maxSigns {
		return
	}
	for i := range node.Lines().Len() {
		s := node.Lines().At(i)
		hide(src[s.Start:s.Stop])
	}
}
