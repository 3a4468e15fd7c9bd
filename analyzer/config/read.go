package config

import (
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/tomltree"
)

// Read reads a configuration, given the rules that there are. An error is [Faults]: all that is wrong, but where the
// text is no TOML.
func Read(file *policy.File, rules []*analyzer.Rule) (*Config, error) {
	r := &reader{file: file, rules: rules}
	root, err := tomltree.Parse(file.Text)
	if at, ok := errors.AsType[*tomltree.Error](err); ok {
		r.syntax(at.Span, at.Message)
		return nil, r.sorted()
	}
	var w written
	r.table(root, reflect.ValueOf(&w).Elem())
	if len(r.faults) == 0 {
		r.grammar() // what the tree does not tell
	}
	c := &Config{File: file, Dir: filepath.Dir(file.Name), root: root, AsOf: string(w.AsOf), Upcoming: w.Upcoming, Language: w.Language,
		FailOn: w.FailOn, Baseline: string(w.Baseline), Source: words(w.Source), Site: words(w.Site), Rules: w.Rules,
		Controller: w.Controller.controller()}
	c.Policies = r.policies(entries(root, "policy"), w.Policies)
	c.Ignores = r.ignores(entries(root, "ignore"), w.Ignores)
	if err := r.sorted(); err != nil {
		return nil, err
	}
	return c, nil
}

// grammar notes what the library's own reader refuses: tables that are defined twice, days that are in no calendar.
func (r *reader) grammar() {
	var anything map[string]any
	err := toml.Unmarshal([]byte(r.file.Text), &anything)
	if err == nil {
		return
	}
	at := tomltree.Span{}
	if e, ok := errors.AsType[*toml.DecodeError](err); ok {
		line, column := e.Position()
		text, start := r.file.Line(max(line, 1))
		at.Start = start + min(max(column-1, 0), len(text))
		at.End = at.Start
	}
	r.syntax(at, err.Error())
}

// entries are the tables of [[key]].
func entries(root *tomltree.Node, key string) []*tomltree.Node {
	if n := root.Child(key); n != nil && n.Kind == tomltree.List {
		return n.Children
	}
	return nil
}

// words are texts of a type of ours as plain ones.
func words[T ~string](list []T) []string {
	var out []string
	for _, s := range list {
		out = append(out, string(s))
	}
	return out
}

// policies are the [[policy]] entries. A name or a page that two have is a fault.
func (r *reader) policies(nodes []*tomltree.Node, list []policyTable) []Policy {
	names, pages := make(map[string]tomltree.Span), make(map[string]tomltree.Span)
	var out []Policy
	for i, p := range list {
		n := nodes[i]
		first := r.needs(n, "path") && r.alone(pages, samePath(string(p.Path)), n.Child("path"), pageWord)
		if pagesNode := n.Child("pages"); pagesNode != nil && len(pagesNode.Children) == len(p.Pages) {
			for k, page := range p.Pages {
				r.alone(pages, samePath(string(page)), pagesNode.Children[k], pageWord)
			}
		}
		switch { // what a policy is called must tell it from the others
		case p.Name != "":
			r.alone(names, p.Name, n.Child("name"), nameWord)
		case first:
			r.alone(names, string(p.Path), n.Child("path"), nameWord)
		}
		place, _ := r.entry(n, "path")
		out = append(out, Policy{Name: p.Name, Path: string(p.Path), Pages: words(p.Pages), Follow: p.Follow, Language: string(p.Language), Twins: r.twins(n.Child("twin"), p),
			Source: words(p.Source), Site: words(p.Site), Place: place})
	}
	return out
}

// twins are those of a policy. A page of its own is none.
func (r *reader) twins(n *tomltree.Node, p policyTable) []string {
	for _, twin := range p.Twin {
		if slices.ContainsFunc(append(p.Pages, p.Path), func(page pagePath) bool { return samePath(string(page)) == samePath(string(twin)) }) {
			r.fault(n.Span, "%q에 이 처리방침 자신의 페이지를 적었습니다: %s", "%q names a page of the policy itself: %s", "twin", samePath(string(twin)))
		}
	}
	return words(p.Twin)
}

var (
	pageWord = analyzer.Text{Ko: "페이지가", En: "page"}
	nameWord = analyzer.Text{Ko: "이름이", En: "name"}
)

// alone reports whether no policy before has the same, and notes where one does.
func (r *reader) alone(seen map[string]tomltree.Span, what string, n *tomltree.Node, kind analyzer.Text) bool {
	if n == nil || n.Kind != tomltree.String || n.Text == "" {
		return false
	}
	if before, ok := seen[what]; ok {
		line := r.file.Position(before.Start).Line
		r.fault(n.Span, "같은 "+kind.Ko+" 두 번 적혀 있습니다: %s (먼저 적은 곳: %d번째 줄)", "the "+kind.En+" %s is already given on line %d", what, line)
		return false
	}
	seen[what] = n.Span
	return true
}

// ignores are the [[ignore]] entries.
func (r *reader) ignores(nodes []*tomltree.Node, list []ignoreTable) []Ignore {
	var out []Ignore
	for i, one := range list {
		n := nodes[i]
		if c := n.Child("rule"); r.needs(n, "rule") && c.Kind == tomltree.String && one.Rule != "" {
			r.rule(c.Span, one.Rule)
		}
		place, quote := r.entry(n, "rule")
		out = append(out, Ignore{Rule: one.Rule, Policy: one.Policy, Text: one.Text, Reason: strings.TrimSpace(one.Reason),
			Until: one.Until, Place: place, Quote: quote})
	}
	return out
}

// needs reports whether an entry has a key, and notes that it lacks it.
func (r *reader) needs(n *tomltree.Node, key string) bool {
	if n.Kind != tomltree.Table {
		return false // told already
	}
	if n.Child(key) != nil {
		return true
	}
	r.fault(n.Span, "%q 키가 없습니다", "the key %q is missing", key)
	return false
}

// entry is where an entry stands: the key that tells what it is about, with its value; and what stands there.
func (r *reader) entry(n *tomltree.Node, key string) (policy.Place, string) {
	at := n.Span
	if c := n.Child(key); c != nil {
		at = tomltree.Span{Start: c.KeySpan.Start, End: c.Span.End}
	}
	return r.place(at), r.file.Text[at.Start:at.End]
}
