package analyzertest

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// want is a finding that a file wants.
type want struct {
	written  int            // the line of the file in which it is written
	line     int            // the line of the text, as it is read, on which the finding begins
	severity string         // as it is written, "" for any
	message  *regexp.Regexp // of "rule-name: message"
	covered  string         // the source that the finding covers, where pinned
	pinned   bool
}

// The signs between which an expectation stands, or what is given.
const (
	commentStart = "<!-- "
	commentEnd   = "-->"
	lineStart    = "#"
	wantWord     = "want"
	givenWord    = "given"
)

// extraction is a file without its expectations.
type extraction struct {
	text    string
	written []int // by line of text, from 0: its line in the file, from 1
	wants   []*want
	given   []string // as they are written
}

// extract takes the expectations out of the file.
func (f page) extract(text string) (extraction, error) {
	var out extraction
	var b strings.Builder
	take := takeComment
	if strings.EqualFold(path.Ext(f.name), ".txt") {
		take = takeLine
	}
	n := 0
	for l := range strings.Lines(text) {
		n++
		left, bodies, err := take(l)
		if err != nil {
			return out, fmt.Errorf("%s: %w", f.at(n), err)
		}
		if len(bodies) == 0 || strings.TrimSpace(left) != "" {
			b.WriteString(left)
			out.written = append(out.written, n)
		}
		for _, body := range bodies {
			if given, ok := cutWord(body, givenWord); ok {
				out.given = append(out.given, strings.TrimSpace(given))
				continue
			}
			body, _ := cutWord(body, wantWord)
			wants, err := parseWants(body)
			if err != nil {
				return out, fmt.Errorf("%s: %w", f.at(n), err)
			}
			for _, w := range wants {
				w.written, w.line = n, w.line+len(out.written)
			}
			out.wants = append(out.wants, wants...)
		}
	}
	out.text = b.String()
	return out, nil
}

// takeComment cuts the expectations, and what is given, out of a line of HTML or Markdown.
func takeComment(line string) (left string, bodies []string, err error) {
	for {
		start := nextComment(line)
		if start < 0 {
			return left + line, bodies, nil
		}
		body, rest, closed := strings.Cut(line[start+len(commentStart):], commentEnd)
		if !closed {
			return "", nil, fmt.Errorf("%q goes on over the line's end", line[start:])
		}
		left += line[:start]
		if strings.TrimSpace(rest) == "" {
			left = strings.TrimRight(left, " \t")
		}
		bodies, line = append(bodies, body), rest
	}
}

// nextComment is where the next comment of ours begins in a line, or -1.
func nextComment(line string) int {
	for at := 0; ; {
		i := strings.Index(line[at:], commentStart)
		if i < 0 {
			return -1
		}
		if at += i; isOurs(line[at+len(commentStart):]) {
			return at
		}
		at += len(commentStart)
	}
}

// takeLine tells a line of plain text that is an expectation, or tells what is given.
//
//nolint:unparam // it is one of two ways to take expectations, and the other fails
func takeLine(line string) (left string, bodies []string, err error) {
	body, ok := strings.CutPrefix(line, lineStart)
	if !ok || !isOurs(body) {
		return line, nil, nil
	}
	return "", []string{strings.TrimRight(body, "\r\n")}, nil
}

// isOurs reports whether a body begins with one of our words.
func isOurs(body string) bool {
	_, want := cutWord(body, wantWord)
	_, given := cutWord(body, givenWord)
	return want || given
}

// cutWord cuts the word with which a body begins.
func cutWord(body, word string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(body, word)
	return rest, ok && (rest == "" || strings.ContainsAny(rest[:1], " +-\r\n"))
}

// parseWants reads what stands behind the word want: [+N|-N] and then, once or more often,
// [severity] "message" [at "covered"]. Lines are counted from the comment's.
func parseWants(s string) ([]*want, error) {
	var out []*want
	offset := 0
	if s != "" && s[0] != ' ' {
		number, rest, _ := strings.Cut(s, " ")
		n, err := strconv.Atoi(number)
		if err != nil {
			return nil, fmt.Errorf("want%s: %q is no number of lines", s, number)
		}
		offset, s = n, rest
	}
	for s = strings.TrimSpace(s); s != ""; {
		w, rest, err := parseWant(s)
		if err != nil {
			return nil, err
		}
		w.line = offset
		out = append(out, w)
		s = rest
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("want: nothing is wanted")
	}
	return out, nil
}

// parseWant reads one expectation, and returns what stands behind it.
func parseWant(s string) (*want, string, error) {
	w := &want{}
	if word, rest, ok := strings.Cut(s, " "); ok {
		if _, known := analyzer.ParseSeverity(word); known || word == question {
			w.severity, s = word, strings.TrimSpace(rest)
		}
	}
	text, s, err := quoted(s)
	if err != nil {
		return nil, "", err
	}
	if w.message, err = regexp.Compile(text); err != nil {
		return nil, "", fmt.Errorf("want: %w", err)
	}
	if rest, ok := strings.CutPrefix(s, "at "); ok {
		w.pinned = true
		if w.covered, s, err = quoted(strings.TrimSpace(rest)); err != nil {
			return nil, "", err
		}
	}
	return w, s, nil
}

// quoted reads a string of Go, and returns what stands behind it.
func quoted(s string) (text, rest string, err error) {
	q, err := strconv.QuotedPrefix(s)
	if err != nil {
		return "", "", fmt.Errorf("want: no quoted string where %q begins", s)
	}
	text, err = strconv.Unquote(q)
	return text, strings.TrimSpace(s[len(q):]), err
}
