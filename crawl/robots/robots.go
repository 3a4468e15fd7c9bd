// Package robots reads robots.txt as RFC 9309 says: what a site asks programs not to fetch.
package robots

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
)

// MaxSize is how much of a file is read; the rest is as if it were not there.
const MaxSize = 500 << 10

// Rules are what a file says. The zero value allows everything.
type Rules struct {
	Sitemaps []string // addresses as they stand there

	groups map[string]*group // by product token in lower case; "*" for everybody else
}

// A group is what all groups of one token say together.
type group struct {
	rules []rule
	delay time.Duration
}

type rule struct {
	allow   bool
	pattern pattern
}

// Parse reads a file, however broken: lines that say nothing known are passed over.
func Parse(file []byte) *Rules {
	file = bytes.TrimPrefix(file, []byte("\ufeff"))
	if len(file) > MaxSize {
		file = file[:MaxSize]
		file = file[:bytes.LastIndexAny(file, "\r\n")+1] // half a rule forbids more than the whole one
	}
	p := parser{r: &Rules{groups: map[string]*group{}}}
	for line := range strings.FieldsFuncSeq(string(file), func(c rune) bool { return c == '\r' || c == '\n' }) {
		line, _, _ = strings.Cut(line, "#")
		if key, value, ok := strings.Cut(line, ":"); ok {
			p.line(strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value))
		}
	}
	return p.r
}

type parser struct {
	r       *Rules
	current []*group // those that the next rule belongs to
	ruled   bool     // it has rules, so the next user-agent begins another one
}

func (p *parser) line(key, value string) {
	switch key {
	case "user-agent":
		if p.ruled {
			p.current, p.ruled = nil, false
		}
		p.current = append(p.current, p.group(token(value)))
	case "allow", "disallow":
		p.ruled = true
		if value == "" {
			return // forbids nothing
		}
		for _, g := range p.current {
			g.rules = append(g.rules, rule{key == "allow", compile(value)})
		}
	case "crawl-delay": // of no standard, so it stands in nobody's way: a group goes on after it
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 && s < math.MaxInt32 {
			for _, g := range p.current {
				g.delay = max(g.delay, time.Duration(s*float64(time.Second)))
			}
		}
	case "sitemap":
		p.r.Sitemaps = append(p.r.Sitemaps, value)
	}
}

// group is the one of a token; the same token may begin several.
func (p *parser) group(token string) *group {
	if p.r.groups[token] == nil {
		p.r.groups[token] = &group{}
	}
	return p.r.groups[token]
}

// token is what a user-agent line names: a product, whatever version follows it. Digits are no part of tokens by the
// RFC, but a site that names Bot2 does not mean Bot.
func token(value string) string {
	if rest, ok := strings.CutPrefix(value, "*"); ok && (rest == "" || rest[0] == ' ' || rest[0] == '\t') {
		return "*"
	}
	end := strings.IndexFunc(value, func(c rune) bool {
		return c != '-' && c != '_' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
	})
	if end >= 0 {
		value = value[:end]
	}
	return strings.ToLower(value)
}

// of are the rules for a product; nil where there are none.
func (r *Rules) of(agent string) *group {
	if name := token(agent); name != "" && r.groups[name] != nil {
		return r.groups[name]
	}
	return r.groups["*"]
}

// Allowed reports whether a product, "pipalint" or "pipalint/1.2.3", may fetch a path with its query.
func (r *Rules) Allowed(agent, path string) bool {
	g := r.of(agent)
	if g == nil || path == "/robots.txt" {
		return true
	}
	path = normal(path, false)
	best, allowed := -1, true
	for _, rule := range g.rules {
		if n := rule.pattern.length; (n > best || n == best && rule.allow) && rule.pattern.match(path) {
			best, allowed = n, rule.allow
		}
	}
	return allowed
}

// Delay is how long a product is asked to wait between two requests; 0 where nothing is said.
func (r *Rules) Delay(agent string) time.Duration {
	if g := r.of(agent); g != nil {
		return g.delay
	}
	return 0
}
