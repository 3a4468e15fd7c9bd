package facts

import (
	"net/url"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// linkAddress is where a link leads to, as it is written: in its address, else in the script that a click runs. It is "" where
// that was not read.
func linkAddress(doc *policy.Document, res policy.Resource) string {
	address := strings.TrimSpace(res.URL)
	code, isScript := cutScheme(address, "javascript:")
	if !isScript && address != "" && !strings.HasPrefix(address, "#") {
		if u, err := url.Parse(address); err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
			return ""
		}
		return address
	}
	if plain, err := url.PathUnescape(code); err == nil {
		code = plain
	}
	for _, script := range [...]string{res.Click, code} {
		if to := addressIn(script); to != "" {
			return to
		}
	}
	for _, script := range [...]string{res.Click, code} {
		if to := addressIn(bodyOf(doc, called(script))); to != "" {
			return to
		}
	}
	return ""
}

func cutScheme(address, scheme string) (rest string, ok bool) {
	if len(address) < len(scheme) || !strings.EqualFold(address[:len(scheme)], scheme) {
		return "", false
	}
	return address[len(scheme):], true
}

// addressIn is the first text in a script that is written like an address and stands for all of it.
func addressIn(script string) string {
	for i := 0; i < len(script); i++ {
		quote := script[i]
		if quote != '\'' && quote != '"' && quote != '`' {
			continue
		}
		end := strings.IndexByte(script[i+1:], quote)
		if end < 0 {
			return ""
		}
		text, behind := script[i+1:i+1+end], strings.TrimLeft(script[i+end+2:], " ")
		if isLinkAddress(text) && !strings.HasPrefix(behind, "+") {
			return strings.TrimSpace(text)
		}
		i += end + 1
	}
	return ""
}

// isLinkAddress reports whether a text is written like an address: whole, a path, or the name of a page.
func isLinkAddress(text string) bool {
	text = strings.TrimSpace(text)
	if strings.ContainsAny(text, " <>{}$\\,;") || len(text) < 2 || text[0] == '#' {
		return false
	}
	u, err := url.Parse(text)
	if err != nil || u.Opaque != "" || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return false
	}
	if u.Host != "" || strings.HasPrefix(text, "/") || strings.HasPrefix(text, "./") || strings.HasPrefix(text, "../") || strings.HasPrefix(text, "?") && strings.Contains(text, "=") {
		return true
	}
	name := u.Path[strings.LastIndexByte(u.Path, '/')+1:]
	dot := strings.LastIndexByte(name, '.')
	return dot > 0 && dot < len(name)-1 && strings.Trim(strings.ToLower(name[dot+1:]), "abcdefghijklmnopqrstuvwxyz") == ""
}

// called is the name of the first function that a script calls.
func called(script string) string {
	open := strings.IndexByte(script, '(')
	if open < 0 {
		return ""
	}
	start := open
	for start > 0 && isNamePart(script[start-1]) {
		start--
	}
	return script[start:open]
}

func isNamePart(c byte) bool {
	return c == '_' || c == '$' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// longestBody is how much of a function is read at the most.
const longestBody = 1000

// bodyOf is what a function does that a script of the page defines, or "".
func bodyOf(doc *policy.Document, name string) string {
	if name == "" {
		return ""
	}
	for _, res := range doc.Resources {
		if res.Kind != policy.InlineScript {
			continue
		}
		for at := 0; ; at += len(name) {
			i := strings.Index(res.Text[at:], name)
			if i < 0 {
				break
			}
			at += i
			before, behind := strings.TrimRight(res.Text[:at], " \t\r\n"), strings.TrimLeft(res.Text[at+len(name):], " \t\r\n")
			if strings.HasSuffix(before, "function") && strings.HasPrefix(behind, "(") || isFunctionValue(behind) {
				return braced(behind)
			}
		}
	}
	return ""
}

// isFunctionValue reports whether what stands behind a name makes it a function: = function(, : function(, = (a) =>.
func isFunctionValue(behind string) bool {
	if behind == "" || behind[0] != '=' && behind[0] != ':' {
		return false
	}
	behind = strings.TrimLeft(behind[1:], " \t\r\n")
	return strings.HasPrefix(behind, "function") || strings.HasPrefix(behind, "(")
}

// braced is the first stretch between braces, those within it included.
func braced(s string) string {
	s = s[:min(len(s), longestBody)]
	start := strings.IndexByte(s, '{')
	if start < 0 {
		return ""
	}
	depth := 0
	for i := start; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[start:i]
			}
		}
	}
	return s[start:]
}
