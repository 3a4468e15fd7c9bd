package facts

import (
	"net/url"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A clicker tells where the links of a page lead, also those that a script follows. It reads the scripts of the page once.
type clicker struct {
	doc       *policy.Document
	functions map[string]function // that scripts of the page define; nil before they were read
}

func newClicker(doc *policy.Document) *clicker { return &clicker{doc: doc} }

// destinations are, page by page and for each of its resources, where a link or button leads to, as it is written; "" where
// that was not read, and for what is neither.
var destinations = analyzer.NewFact("destinations", func(p *analyzer.Pass) [][]string {
	out := make([][]string, len(p.Policy.Pages))
	for i, doc := range p.Policy.Pages {
		out[i] = destinationsOf(doc)
	}
	return out
})

func destinationsOf(doc *policy.Document) []string {
	out := make([]string, len(doc.Resources))
	c := newClicker(doc)
	for i, res := range doc.Resources {
		if res.Kind == policy.Link || res.Kind == policy.Button {
			out[i] = c.address(res)
		}
	}
	return out
}

// address is where a link leads to, as it is written: in its address, else in what it keeps for scripts or in the script that
// a click runs. It is "" where that was not read.
func (c *clicker) address(res policy.Resource) string {
	address := strings.TrimSpace(res.URL)
	code, isScript := cutScheme(address, "javascript:")
	if !isScript && address != "" && !strings.HasPrefix(address, "#") {
		return webAddress(address)
	}
	if res.Data != "" {
		return webAddress(res.Data)
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
		if to := c.calledAddress(script); to != "" {
			return to
		}
	}
	return ""
}

// webAddress is an address, or "" for one that leads to no page: mailto:, tel:.
func webAddress(address string) string {
	if u, err := url.Parse(address); err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return address
}

func cutScheme(address, scheme string) (rest string, ok bool) {
	if len(address) < len(scheme) || !strings.EqualFold(address[:len(scheme)], scheme) {
		return "", false
	}
	return address[len(scheme):], true
}

// calledAddress is the address in the function that a script calls: rather one in which what it is called with stands.
func (c *clicker) calledAddress(script string) string {
	name, args := called(script)
	if name == "" {
		return ""
	}
	f, ok := c.function(name)
	if !ok {
		return ""
	}
	values := make(map[string]string)
	for i, param := range f.params {
		if i < len(args) {
			values[param] = args[i]
		}
	}
	all := addressesIn(f.body, values)
	for _, arg := range args {
		for _, to := range all {
			if arg != "" && strings.Contains(strings.ToLower(to), strings.ToLower(arg)) {
				return to
			}
		}
	}
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// addressIn is the first text in a script that is written like an address and stands for all of it.
func addressIn(script string) string {
	if all := addressesIn(script, nil); len(all) > 0 {
		return all[0]
	}
	return ""
}

// addressesIn are the texts in a script that are written like addresses, put together where what they are made of is known.
func addressesIn(script string, values map[string]string) []string {
	var out []string
	for i := 0; i < len(script); {
		if !isQuote(script[i]) {
			i++
			continue
		}
		text, end, whole := joined(script, i, values)
		if whole && isLinkAddress(text) {
			out = append(out, strings.TrimSpace(text))
		}
		if end < 0 {
			break
		}
		i = end
	}
	return out
}

// joined reads texts and names that are put together with +, from the quote at which the first begins. It is whole where all
// of them are known. Without an end the last is not closed.
func joined(script string, start int, values map[string]string) (text string, end int, whole bool) {
	whole = true
	if before := strings.TrimRight(script[:start], " \t"); strings.HasSuffix(before, "+") {
		before = strings.TrimRight(before[:len(before)-1], " \t")
		value, ok := values[before[lastName(before):]]
		text, whole = value, ok
	}
	for i := start; ; {
		switch {
		case i < len(script) && isQuote(script[i]):
			n := strings.IndexByte(script[i+1:], script[i])
			if n < 0 {
				return "", -1, false
			}
			text, i = text+script[i+1:i+1+n], i+n+2
		default:
			n := i
			for n < len(script) && isNamePart(script[n]) {
				n++
			}
			value, ok := values[script[i:n]]
			if n == i || !ok {
				return text, max(i, start+1), false
			}
			text, i = text+value, n
		}
		rest := strings.TrimLeft(script[i:], " \t")
		if !strings.HasPrefix(rest, "+") {
			return text, i, whole
		}
		i = len(script) - len(strings.TrimLeft(rest[1:], " \t"))
	}
}

func isQuote(c byte) bool { return c == '\'' || c == '"' || c == '`' }

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

// called is the name of the first function that a script calls, and the texts that it is called with.
func called(script string) (name string, args []string) {
	before, rest, ok := strings.Cut(script, "(")
	if !ok {
		return "", nil
	}
	inner, _, _ := strings.Cut(rest, ")")
	for arg := range strings.SplitSeq(inner, ",") {
		args = append(args, strings.Trim(strings.TrimSpace(arg), `'"`))
	}
	return before[lastName(before):], args
}

// lastName is where the name begins with which a text ends.
func lastName(text string) int {
	start := len(text)
	for start > 0 && isNamePart(text[start-1]) {
		start--
	}
	return start
}

func isNamePart(c byte) bool {
	return c == '_' || c == '$' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
