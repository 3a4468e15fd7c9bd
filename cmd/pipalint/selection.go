package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// selection is all rules, or those of only, without those of skip. A name that no rule has, and a
// choice that leaves none, is an error of usage.
func (c *command) selection(only, skip []string) ([]*analyzer.Rule, error) {
	for _, name := range slices.Concat(only, skip) {
		if _, err := c.ruleNamed(name); err != nil {
			return nil, err
		}
	}
	if len(only)+len(skip) == 0 {
		return c.Rules, nil
	}
	var out []*analyzer.Rule
	for _, r := range c.Rules {
		if (len(only) == 0 || slices.Contains(only, r.Name)) && !slices.Contains(skip, r.Name) {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return nil, errors.New(c.say("--only와 --skip에 따르면 검사할 규칙이 없습니다", "--only and --skip leave no rule to check"))
	}
	return out, nil
}

func (c *command) ruleNamed(name string) (*analyzer.Rule, error) {
	names := make([]string, len(c.Rules))
	for i, r := range c.Rules {
		if r.Name == name {
			return r, nil
		}
		names[i] = r.Name
	}
	return nil, c.unknownWord(both("규칙", "rule"), name, names)
}

// unknownWord says that a word is none of a kind, and which was perhaps meant.
func (c *command) unknownWord(kind analyzer.Text, word string, known []string) error {
	message := fmt.Sprintf(c.say("알 수 없는 %s: %q", "unknown %s %q"), c.text(kind), word)
	if near, ok := nearest(word, known); ok {
		message += c.didYouMean(near)
	}
	return errors.New(message)
}

// names reads the value of a flag that lists rules.
func names(values []string) []string {
	var out []string
	for _, v := range values {
		out = append(out, strings.TrimSpace(v))
	}
	return out
}
