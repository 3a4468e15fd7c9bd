package evidence

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/evidence/script"
)

// An expression is what stands within a pair of brackets, or in the script itself.
type expression struct {
	loads    bool // all of it says what is loaded: the arguments of fetch
	settings bool // it is an object of settings, in which some names say what is loaded
	asked    bool // it belongs to the call of a loader, so that a setting "url" says so, too
	value    bool // the value being read says it: behind src =

	prefix string // what a URL begins with that is put together: 'https://' +
}

func (e *expression) active() bool { return e.loads || e.value }

// loads keeps the URLs that a script loads or sends to: what it sets src to, the arguments of what loads,
// markup that it writes. Addresses of which it is not seen what they serve count as at hand where nobody
// would visit them: api.vendor.example.
func (s *code) loads() {
	l := &loader{code: s, own: s.loaders(), stack: []expression{{loads: s.amp}}}
	for i := range s.words {
		l.step(i)
	}
	l.constants()
}

// A loader walks the words of a script.
type loader struct {
	*code
	own   map[string]bool // functions of the script that load what they are handed
	stack []expression

	asked map[string][]int // names that are loaded, by where
	set   []constant       // addresses that serve an unknown end
}

// A constant is an address that a script holds, and what it is called there.
type constant struct {
	name  string
	at    int // the word
	t     target
	place policy.Span
}

func (l *loader) top() *expression { return &l.stack[len(l.stack)-1] }

func (l *loader) step(i int) {
	e := l.top()
	switch l.kind(i) {
	case script.String:
		l.literal(i)
		return
	case script.Name:
		l.name(i)
		return
	case script.Mark:
	default:
		return
	}
	switch l.text[l.words[i].Start] {
	case '(', '[', '{', '$':
		l.open(i)
	case ')', ']', '}':
		prefix := e.prefix
		if len(l.stack) > 1 {
			l.stack = l.stack[:len(l.stack)-1]
		}
		if l.top().active() {
			l.top().prefix = prefix // ('https:' == p ? 'https://' : 'http://') + 'a.example'
		}
	case ';':
		e.value, e.prefix = false, ""
	case ',':
		e.value, e.prefix = false, ""
	case ':':
		if e.settings && (l.is(i-2, ",") || l.is(i-2, "{")) {
			e.value = isSetting(l.unquoted(i-1), e.asked)
		}
	case '=':
		if l.is(i, "=") && l.isName(i-1) && l.word(i-1) == "src" && l.isMember(i-1) {
			e.value, e.prefix = true, ""
		}
	}
}

// unquoted is a name, or what stands in a string.
func (l *loader) unquoted(i int) string {
	if l.isString(i) {
		text, _ := l.words[i].Text(l.text)
		return text
	}
	return l.word(i)
}

// open begins what stands in a bracket.
func (l *loader) open(i int) {
	e := l.top()
	inner := expression{prefix: e.prefix}
	switch l.text[l.words[i].Start] {
	case '(':
		inner.loads = e.active() && !l.isBlock(i)
		if l.calls(i) {
			inner.loads, inner.asked = true, true
		}
		inner.asked = inner.asked || e.asked && e.active()
	case '[', '$':
		inner.loads, inner.asked = e.active(), e.asked
	case '{':
		if !l.is(i-1, ")") && !l.is(i-1, "=>") {
			inner.settings, inner.asked = true, e.asked
		}
	}
	l.stack = append(l.stack, inner)
}

// isBlock reports whether a parenthesis holds parameters or a condition.
func (l *loader) isBlock(i int) bool {
	return l.is(i-1, "function") || l.is(i-2, "function") && l.isName(i-1) || l.is(i-1, "if") || l.is(i-1, "while")
}

// calls reports whether a parenthesis holds the arguments of something that loads them.
func (l *loader) calls(i int) bool {
	switch {
	case l.isName(i - 1):
		name := l.word(i - 1)
		if name == "setAttribute" {
			return strings.EqualFold(strings.Trim(l.word(i+1), `"'`), "src")
		}
		return isLoader(name, l.isMember(i-1)) || l.own[name] && !l.isMember(i-1)
	case l.is(i-1, "}"): // !function(){ … }( … )
		return l.loadsWithin(int(l.pairs[i-1]), i-1) && l.isFunction(int(l.pairs[i-1]))
	case l.is(i-1, ")"): // (function(){ … })( … )
		from := int(l.pairs[i-1])
		return from >= 0 && (l.is(from+1, "function") || l.is(from+1, "async") || l.is(from+1, "(")) && l.loadsWithin(from, i-1)
	}
	return false
}

// isFunction reports whether a brace begins the body of one.
func (l *loader) isFunction(i int) bool { return i > 0 && (l.is(i-1, ")") || l.is(i-1, "=>")) }

// loadsWithin reports whether between two words a script or image is made, and what it is loaded from
// is set.
func (s *code) loadsWithin(from, to int) bool {
	return from >= 0 && hasWithin(s.loading, from, to) && hasWithin(s.sources, from, to)
}

// name notes a name whose value is loaded, and ends a value where the next line begins something else.
func (l *loader) name(i int) {
	e := l.top()
	if l.words[i].NewLine && i > 0 && l.endsValue(i-1) {
		e.value, e.prefix = false, ""
	}
	if e.active() && !l.isMember(i) && !l.is(i+1, "(") {
		if l.asked == nil {
			l.asked = make(map[string][]int)
		}
		l.asked[l.word(i)] = append(l.asked[l.word(i)], i)
	}
}

// endsValue reports whether a value may end with a word.
func (l *loader) endsValue(i int) bool {
	return l.kind(i) != script.Mark || l.is(i, ")") || l.is(i, "]") || l.is(i, "}")
}

// literal reads a string.
func (l *loader) literal(i int) {
	w := l.words[i]
	e := l.top()
	if w.NewLine && i > 0 && l.endsValue(i-1) {
		e.value, e.prefix = false, ""
	}
	if int(w.End-w.Start) < 4 {
		if e.active() {
			e.prefix = l.unquoted(i)
		}
		return
	}
	text, same := w.Text(l.text)
	text = strings.TrimRight(text, " \n") // where a server would have gone on
	l.markup(text, same, i)
	joined, written := text, e.prefix != "" && l.is(i-1, "+") && sourceEnds.MatchString(e.prefix)
	switch {
	case written: // '<script src="' + host + 'a.example/b.js"></script>'
		joined = l.join("", strings.TrimPrefix(cutAtQuote(text), ":"))
	case e.active() && l.is(i-1, "+"):
		joined = l.join(e.prefix, text)
	}
	e.prefix = text
	t, ok := parseTarget(joined)
	switch {
	case !ok || strings.ContainsAny(joined, "<> \n"):
	case e.active() || written:
		l.c.url(t, l.file, l.inner(i, joined != text), l.indirect)
	case t.host != "" && !l.isAddress(i):
		l.set = append(l.set, constant{l.called(i), i, t, l.inner(i, false)})
	}
}

// join is a string with what was written before it and a +, as far as that is known: the host may
// begin in the one and go on in the other.
func (l *loader) join(prefix, text string) string {
	if strings.IndexByte(text, '.') >= 0 && hostFirst.MatchString(text) {
		if begins := urlBegins.FindString(prefix); begins != "" {
			return begins + text
		}
		return "//" + strings.TrimPrefix(text, ".") // begins with a name: proto + "a.example/b.js"
	}
	return text
}

// cutAtQuote is what stands before the first quotation mark.
func cutAtQuote(s string) string {
	if n := strings.IndexAny(s, `"'`); n >= 0 {
		return s[:n]
	}
	return s
}

var (
	sourceEnds = regexp.MustCompile(`(?i)\ssrc=["']?$`)

	hostFirst = regexp.MustCompile(`^\.?[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+(/|$)`)
	urlBegins = regexp.MustCompile(`^(https?:)?//[a-zA-Z0-9.-]*$`)
)

// inner is where what stands in a string is written.
func (l *loader) inner(i int, part bool) policy.Span {
	start, end := l.words[i].Inner(l.text)
	end = start + len(strings.TrimRight(l.text[start:end], " \n"))
	if part {
		end = start + len(cutAtQuote(l.text[start:end]))
	}
	return l.place(start, end)
}

// called is the name that a string is given: name = "…", name: "…".
func (l *loader) called(i int) string {
	if l.isName(i-2) && (l.is(i-1, "=") || l.is(i-1, ":")) {
		return l.word(i - 2)
	}
	return ""
}

// isAddress reports whether a string is where somebody is sent, or what something is compared with.
func (l *loader) isAddress(i int) bool {
	switch {
	case l.is(i-1, "(") && l.isName(i-2):
		return slices.Contains([]string{"open", "assign", "replace", "indexOf", "includes", "startsWith", "push", "test", "match", "navigate", "RegExp", "search"}, l.word(i-2))
	case strings.HasSuffix(l.word(i-1), "==") && !l.isString(i-1):
		return true
	}
	name := strings.ToLower(l.called(i))
	return name == "href" || name == "location" || strings.HasSuffix(name, "link")
}

// constants keeps the addresses that a script holds: those whose names are loaded, and as no more than
// at hand those that nobody would visit.
func (l *loader) constants() {
	const near = 400 // words, where a file holds many parts
	for _, k := range l.set {
		loaded := k.name != "" && slices.ContainsFunc(l.asked[k.name], func(at int) bool {
			return !l.bundled || at > k.at-near && at < k.at+near
		})
		if loaded || isMachine(k.t) {
			l.c.url(k.t, l.file, k.place, l.indirect || !loaded)
		}
	}
}
