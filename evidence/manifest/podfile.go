package manifest

import (
	"slices"
	"strings"
)

var rubyGrammar = grammar{comment: "#", insert: "#{", letters: "?!"}

// Podfile reads a Podfile. Targets whose names end in Tests are left out, and so are methods that only
// they call.
func Podfile(text string) (Manifest, error) {
	tokens, err := scan(blankRubyComments(text), rubyGrammar)
	if err != nil {
		return Manifest{}, err
	}
	p := &podfile{tokens: tokens, called: make(map[string]bool)}
	// What a method asks for is known when it is known who calls it: once for the calls, once for the pods.
	for range 3 { // methods call methods
		p.read()
	}
	p.m = Manifest{}
	p.read()
	p.m.sorted()
	return p.m, nil
}

// blankRubyComments takes out what stands between =begin and =end, at the edge of the page, and behind __END__.
func blankRubyComments(text string) string {
	if !strings.Contains(text, "=begin") && !strings.Contains(text, "__END__") {
		return text
	}
	out := []byte(text)
	inside, ended := false, false
	for at, line := range lines(text) {
		inside = inside || strings.HasPrefix(line, "=begin")
		ended = ended || line == "__END__"
		if inside || ended {
			copy(out[at:], strings.Repeat(" ", len(line)))
		}
		inside = inside && !strings.HasPrefix(line, "=end")
	}
	return string(out)
}

type podfile struct {
	tokens []token
	frames []rubyFrame
	called map[string]bool // methods that are called for what is shipped
	m      Manifest
}

// A rubyFrame is what stands between do, def or if and its end.
type rubyFrame struct{ dev bool }

// openers begin something that end ends, where they begin a statement.
var openers = []string{"if", "unless", "case", "begin", "while", "until", "for", "def", "class", "module"}

func (p *podfile) read() {
	p.frames = nil
	for i := 0; i < len(p.tokens); i++ {
		if !p.begins(i) {
			continue
		}
		t := p.tokens[i]
		end := p.statement(i)
		switch {
		case t.is(word, "end"):
			p.frames = p.frames[:max(0, len(p.frames)-1)]
			continue // more may follow on the line
		case t.is(word, "pod"):
			p.pod(i+1, end)
		case t.is(word, "def"):
			p.open(!p.called[at(p.tokens, i+1).text])
		case t.kind == word && slices.Contains(openers, t.text):
			p.open(false)
			continue // a statement may follow on the line
		case p.opensBlock(i, end):
			p.open(strings.HasSuffix(t.text, "target") && isTestTarget(at(p.tokens, i+1), at(p.tokens, i+2)))
			i = p.block(i, end)
			continue
		case t.kind == word && !p.dev():
			p.called[t.text] = true
		}
		i = max(i, end-1)
	}
}

func (p *podfile) open(dev bool) { p.frames = append(p.frames, rubyFrame{dev}) }

func (p *podfile) dev() bool {
	return slices.ContainsFunc(p.frames, func(f rubyFrame) bool { return f.dev })
}

// begins reports whether a statement begins at i.
func (p *podfile) begins(i int) bool {
	before := at(p.tokens, i-1)
	return p.tokens[i].kind != newline && !p.tokens[i].is(mark, ";") &&
		(before.kind == newline || before.is(mark, ";") || before.is(word, "do") || before.is(word, "end") || before.is(word, "then") ||
			before.is(word, "else") || p.tokens[i].is(word, "end") && !before.is(mark, ".") || before.is(mark, "|") || before.is(mark, "{"))
}

// statement is where the statement that begins at i ends: with its line, which goes on within brackets
// and after a comma, or before an end on the same line.
func (p *podfile) statement(i int) int {
	for first := i; i < len(p.tokens); i++ {
		switch t := p.tokens[i]; {
		case i > first && t.is(word, "end") && !at(p.tokens, i-1).is(mark, "."):
			return i
		case t.is(mark, "("), t.is(mark, "["):
			i = p.tokens[i].closes
		case t.is(mark, ";"), t.kind == newline && !at(p.tokens, i-1).is(mark, ","):
			return i
		}
	}
	return min(i, len(p.tokens))
}

func (p *podfile) opensBlock(i, end int) bool { return p.block(i, end) < end }

// block is the index of the do in a statement.
func (p *podfile) block(i, end int) int {
	for ; i < end; i++ {
		if p.tokens[i].is(word, "do") {
			return i
		}
	}
	return end
}

// isTestTarget looks at what follows target: 'AppTests', ('AppTests') or :AppTests.
func isTestTarget(name, next token) bool {
	if name.kind == mark {
		name = next
	}
	return strings.HasSuffix(name.text, "Tests") || strings.HasSuffix(name.text, "Test")
}

// pod reads the arguments of a pod: its name, and what follows. With subspecs, these are asked for.
func (p *podfile) pod(from, end int) {
	if at(p.tokens, from).is(mark, "(") {
		from++
	}
	name := at(p.tokens, from)
	if name.kind != quoted || strings.Contains(name.text, "#{") {
		return
	}
	if p.dev() || isForDebug(p.option(from, end, "configurations", "configuration")) {
		p.m.Dev = append(p.m.Dev, name.text)
		return
	}
	subspecs := p.option(from, end, "subspecs", "subspec")
	for _, s := range subspecs {
		p.m.Add(Dependency{CocoaPods, name.text + "/" + s.text, s.start, s.end, false})
	}
	if len(subspecs) == 0 {
		p.m.Add(Dependency{CocoaPods, name.text, name.start, name.end, false})
	}
}

// option are the strings and symbols of an option, written :key => or key:.
func (p *podfile) option(from, end int, keys ...string) []token {
	for i := from; i < end; i++ {
		if p.tokens[i].kind != word || !slices.Contains(keys, p.tokens[i].text) {
			continue
		}
		for i++; i < end && p.isArrow(i); i++ {
		}
		last := i + 1
		if at(p.tokens, i).is(mark, "[") {
			last = min(p.tokens[i].closes, end)
		}
		var out []token
		for ; i < last; i++ {
			if k := at(p.tokens, i).kind; k == quoted || k == word {
				out = append(out, p.tokens[i])
			}
		}
		return out
	}
	return nil
}

// isArrow reports whether a token belongs to => or to the colon of a symbol.
func (p *podfile) isArrow(i int) bool {
	t := p.tokens[i]
	return t.is(mark, ":") || t.is(mark, "=") || t.is(mark, ">")
}

// isForDebug reports whether all of some configurations, and there are any, serve development.
func isForDebug(configurations []token) bool {
	return len(configurations) > 0 && !slices.ContainsFunc(configurations, func(t token) bool { return !isDev(t.text) })
}

// PodfileLock reads a Podfile.lock.
func PodfileLock(text string) (Manifest, error) {
	root, err := parseYAML(text)
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	for _, c := range root.child("DEPENDENCIES").each() {
		name, _ := lockedPod(text, c)
		m.need("", name)
	}
	for _, c := range root.child("PODS").each() {
		name, s := lockedPod(text, c)
		if name == "" {
			continue
		}
		m.Add(Dependency{CocoaPods, name, s.start, s.end, true})
		m.need(name)
		for _, entry := range c.each() {
			for _, needed := range entry.each() {
				n, _ := lockedPod(text, needed)
				m.need(name, n)
			}
		}
	}
	return m, nil
}

// lockedPod is the pod of an item "Name (1.0)", which is a scalar or the one key of a mapping.
func lockedPod(text string, c *node) (string, span) {
	title, s := c.text(), c.span
	if c.kind == mapping && len(c.children) > 0 {
		title, s = c.children[0].key, c.children[0].keySpan
	}
	name, _, _ := strings.Cut(title, " ")
	return name, within(text, s, name)
}
