package manifest

import "strings"

// A token of a manifest that is a program.
type token struct {
	kind       tokenKind
	text       string // of a string, what stands between its quotes
	start, end int    // of that text
	closes     int    // of a bracket that opens: the index of the one that closes it, or the number of tokens
}

type tokenKind int

const (
	word tokenKind = iota
	quoted
	mark    // one character of punctuation
	newline // the end of a line that holds a token
)

func (t token) is(kind tokenKind, text string) bool { return t.kind == kind && t.text == text }

// A grammar says how a language writes what is no code, and names.
type grammar struct {
	comment string // begins a comment to the end of the line
	block   bool   // there are /* comments */
	nested  bool   // they may be nested
	insert  string // begins an expression within a string; its last character is the bracket
	letters string // what a word may hold beside letters, digits and _
	triple  bool   // there are """strings""" over several lines
	hashes  bool   // there are #"strings"#
}

// scanner cuts a text into tokens.
type scanner struct {
	grammar
	text   string
	at     int
	tokens []token
}

// scan cuts a text into tokens, without comments. It fails where a comment or a string of several lines
// does not end.
func scan(text string, g grammar) ([]token, error) {
	s := &scanner{grammar: g, text: text}
	for s.at < len(text) {
		if err := s.step(); err != nil {
			return nil, err
		}
	}
	s.pair()
	return s.tokens, nil
}

// pair tells each bracket where the one that closes it stands. That they are of one kind is not asked.
func (s *scanner) pair() {
	var open []int
	for i, t := range s.tokens {
		if t.kind != mark {
			continue
		}
		switch t.text {
		case "(", "[", "{":
			s.tokens[i].closes = len(s.tokens)
			open = append(open, i)
		case ")", "]", "}":
			if n := len(open); n > 0 {
				s.tokens[open[n-1]].closes = i
				open = open[:n-1]
			}
		}
	}
}

func (s *scanner) step() error {
	rest := s.text[s.at:]
	c := rest[0]
	switch {
	case c == '\n':
		s.endLine()
	case c == ' ' || c == '\t' || c == '\r':
		s.at++
	case c == '\\' && strings.HasPrefix(strings.TrimLeft(rest[1:], "\r"), "\n"): // the line goes on
		s.at += strings.IndexByte(rest, '\n') + 1
	case s.hashes && c == '#' && strings.HasPrefix(strings.TrimLeft(rest, "#"), `"`):
		return s.hashed()
	case strings.HasPrefix(rest, s.comment):
		s.at += lineLength(rest)
	case s.block && strings.HasPrefix(rest, "/*"):
		return s.blockComment()
	case s.triple && (strings.HasPrefix(rest, `"""`) || strings.HasPrefix(rest, `'''`)):
		return s.long(rest[:3])
	case c == '"' || c == '\'':
		s.string(c)
	case s.isLetter(c):
		s.word()
	default:
		s.add(mark, s.at, s.at+1)
		s.at++
	}
	return nil
}

func lineLength(rest string) int {
	if n := strings.IndexByte(rest, '\n'); n >= 0 {
		return n
	}
	return len(rest)
}

func (s *scanner) add(kind tokenKind, start, end int) {
	s.tokens = append(s.tokens, token{kind: kind, text: s.text[start:end], start: start, end: end})
}

func (s *scanner) endLine() {
	if n := len(s.tokens); n > 0 && s.tokens[n-1].kind != newline {
		s.add(newline, s.at, s.at+1)
	}
	s.at++
}

func (s *scanner) isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 0x80 ||
		strings.IndexByte(s.letters, c) >= 0
}

func (s *scanner) word() {
	start := s.at
	for s.at < len(s.text) && s.isLetter(s.text[s.at]) {
		s.at++
	}
	s.add(word, start, s.at)
}

func (s *scanner) blockComment() error {
	start, depth := s.at, 0
	for s.at < len(s.text) {
		rest := s.text[s.at:]
		switch {
		case strings.HasPrefix(rest, "/*") && (s.nested || depth == 0):
			depth++
			s.at += 2
		case strings.HasPrefix(rest, "*/"):
			depth--
			s.at += 2
		default:
			s.at++
		}
		if depth == 0 {
			return nil
		}
	}
	return errorAt(s.text, start, "the comment that begins here does not end")
}

// long reads a string of several lines, raw.
func (s *scanner) long(quote string) error {
	start := s.at + len(quote)
	n := strings.Index(s.text[start:], quote)
	if n < 0 {
		return errorAt(s.text, s.at, "the string that begins here does not end")
	}
	s.add(quoted, start, start+n)
	s.at = start + n + len(quote)
	return nil
}

// hashed reads #"a string"#, in which quotes and backslashes are themselves.
func (s *scanner) hashed() error {
	hashes := strings.IndexByte(s.text[s.at:], '"')
	return s.closed(s.at+hashes+1, `"`+strings.Repeat("#", hashes))
}

func (s *scanner) closed(start int, end string) error {
	n := strings.Index(s.text[start:], end)
	if n < 0 {
		return errorAt(s.text, s.at, "the string that begins here does not end")
	}
	s.add(quoted, start, start+n)
	s.at = start + n + len(end)
	return nil
}

// string reads a string of one line. One that is left open ends with the line: quotes stand in regular
// expressions, too, which are not told from divisions.
func (s *scanner) string(quote byte) {
	s.at++
	start := s.at
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == quote || c == '\n':
			s.add(quoted, start, s.at)
			if c == quote {
				s.at++
			}
			return
		case quote == '"' && s.insert != "" && strings.HasPrefix(s.text[s.at:], s.insert):
			s.at += len(s.insert)
			s.insertion()
		case c == '\\':
			s.at += 2
		default:
			s.at++
		}
	}
	s.at = min(s.at, len(s.text))
	s.add(quoted, start, s.at)
}

// insertion skips an expression within a string, up to the bracket that ends it.
func (s *scanner) insertion() {
	opens := s.insert[len(s.insert)-1]
	closes := map[byte]byte{'{': '}', '(': ')'}[opens]
	for depth := 1; s.at < len(s.text) && depth > 0; s.at++ {
		switch s.text[s.at] {
		case opens:
			depth++
		case closes:
			depth--
		case '\n':
			return
		}
	}
}

// at is a token, a newline where there is none.
func at(tokens []token, i int) token {
	if i < 0 || i >= len(tokens) {
		return token{kind: newline}
	}
	return tokens[i]
}
