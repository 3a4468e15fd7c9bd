// Package config is pipalint.toml: which rules judge and how, what is known of the controller, which pages form a
// policy, which findings are ignored and why. It reads and explains the file; what is in force is decided where the
// flags are known, too.
package config

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/tomltree"
)

// FileName is how a configuration is called.
const FileName = "pipalint.toml"

// A Config is what a configuration says. The zero Config says nothing.
type Config struct {
	File *policy.File // as it was read; nil where there is none
	Dir  string       // its folder, from which paths start

	AsOf     string // a day as 2006-01-02, "today", "effective", or ""
	Upcoming bool
	Language string // of messages: "ko", "en" or ""
	FailOn   string // as the flag, or ""
	Baseline string // path of the file, or ""

	Rules      map[string]Rule // by name
	Controller analyzer.Controller
	Policies   []Policy
	Source     []string // folders of source trees, for all policies
	Site       []string // addresses of sites, or folders of saved pages, for all policies
	Ignores    []Ignore

	root *tomltree.Node
}

// At is where a key stands that a path of keys leads to, as "rules", "vague-wording", and whether it is there.
func (c *Config) At(path ...string) (policy.Place, bool) {
	n := c.root
	for i := 0; n != nil && i < len(path); i++ {
		n = n.Child(path[i])
	}
	if n == nil || len(path) == 0 {
		return policy.Place{File: c.File}, false
	}
	return policy.Place{File: c.File, Span: policy.Span{Start: n.KeySpan.Start, End: max(n.KeySpan.End, n.Span.End)}}, true
}

// A Rule is how a rule is set.
type Rule struct {
	Off     bool
	Setting analyzer.Setting
}

// A Policy is one policy of the controller: a page, or several that together form it.
type Policy struct {
	Name     string
	Path     string   // of the main page: a path from Dir, or an address
	Pages    []string // the others
	Language string   // in which it is written, as "en"; "" where the page tells
	Follow   bool     // pages that it links as parts of it are read, too
	Twins    []string // main pages of the same policy in other languages: paths and addresses
	Source   []string // beside those of the configuration
	Site     []string
	Place    policy.Place // of its path
}

// An Ignore leaves out findings that somebody has looked at.
type Ignore struct {
	Rule   string
	Policy string // the name of one, or its path; "" for any
	Text   string // stands in the quote of the findings that are meant; "" for any
	Reason string
	Until  date.Date    // the last day; zero for ever
	Place  policy.Place // of the entry: where its rule stands
	Quote  string       // what stands there
}
