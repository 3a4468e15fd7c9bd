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
	names  bool   // names in value count, too
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
			e.value = l.isSetting(l.unquoted(i-1), e.asked)
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

// isSetting reports whether a setting of this name says what is loaded or sent to.
func (l *loader) isSetting(name string, asked bool) bool {
	switch name {
	case "src", "dsn", "api_host", "apiHost", "databaseURL", "authDomain", "endpoint", "apiEndpoint", "serverUrl", "server_url", "script_url", "scriptUrl":
		return true
	case "url", "uri":
		return asked
	}
	return false
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

// isLoader tells functions and methods that load their argument, as browsers and usual libraries have them.
func isLoader(name string, member bool) bool {
	switch name {
	case "fetch", "importScripts", "import", "Worker", "SharedWorker", "WebSocket", "EventSource":
		return true
	case "sendBeacon", "getScript", "ajax", "open", "getJSON", "post", "axios", "register":
		return member && name != "open" && name != "post" && name != "register" || name == "axios"
	}
	const shortest = len("getJS")
	return len(name) >= shortest && strings.ContainsAny(name[len(name)-2:], "tTsSyYkKgGcClLeE") && loaderName.MatchString(name)
}

// loaderName are the names that people give to functions which load a script.
var loaderName = regexp.MustCompile(`^_*(?i:load|add|inject|append|insert|include|import|require|get)(?i:external|async|ext|js|3rd|third|party)*(?i:script|scripts|js|javascript|library|sdk)(?i:file|tag|async|url)?$`)

// loaders are the functions of the script that make a script or image of what they are handed.
func (s *code) loaders() map[string]bool {
	out := make(map[string]bool)
	if len(s.sources) == 0 || len(s.loading) == 0 {
		return out
	}
	for i := range s.words {
		if !s.is(i, "function") {
			continue
		}
		name, at := s.word(i+1), i+2
		if s.is(i+1, "(") { // name = function(
			name, at = s.word(i-2), i+1
		}
		if s.is(at, "(") && s.pairs[at] > 0 && s.is(int(s.pairs[at])+1, "{") && len(name) > 2 {
			if body := int(s.pairs[at]) + 1; s.loadsWithin(body, int(s.pairs[body])) {
				out[name] = true
			}
		}
	}
	return out
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

// isMachine reports whether an address is for machines: the name of its host, or of the file, says so.
func isMachine(t target) bool {
	if strings.HasSuffix(t.path, ".js") {
		return true
	}
	labels := strings.Split(t.host, ".")
	for _, label := range labels[:max(0, len(labels)-2)] {
		for part := range strings.SplitSeq(label, "-") {
			switch strings.TrimRight(part, "0123456789") {
			case "api", "apis", "cdn", "static", "sdk", "js", "log", "logs", "stat", "stats", "collect", "collector", "event", "events", "tag", "tags",
				"script", "track", "tracker", "pixel", "px", "rum", "ingest", "intake", "analytics", "assets", "widget", "ws", "realtime", "gateway":
				return true
			}
		}
	}
	return false
}

// markup keeps what is loaded by elements that a script writes: document.write('<script src="…">').
func (l *loader) markup(text string, same bool, i int) {
	if !strings.Contains(text, "src") && !strings.Contains(text, "SRC") {
		return
	}
	for _, m := range sourceInMarkup.FindAllStringSubmatchIndex(text, -1) {
		t, ok := parseTarget(text[m[4]:m[5]])
		if !ok {
			continue
		}
		if m[2] >= 0 && strings.EqualFold(text[m[2]:m[3]], "img") {
			sign, ok := t.sign()
			if !ok || !isBeacon(t, sign, policy.Image) {
				continue
			}
		}
		span := l.inner(i, false)
		if start, _ := l.words[i].Inner(l.text); same {
			span = l.place(start+m[4], start+m[5])
		}
		l.c.url(t, l.file, span, l.indirect)
	}
}

// sourceInMarkup finds the source of an element, also as it stands in data of an application in a string:
// "src":"https://…".
var sourceInMarkup = regexp.MustCompile(`(?i)(?:<(script|iframe|img)\b[^<>]{0,300}?\s|^[scr]{0,3}ipt\s[^<>]{0,300}?|["\\])src(?:\\*["'])?\s*[=:]\s*\\*["']?((?:https?:)?//[^\s"'<>\\]{4,500})`)
