// Package rules is the judgement: one file per rule, and the list of them.
package rules

import "github.com/pipalint/pipalint/analyzer"

// All are all rules.
func All() []*analyzer.Rule { return nil }

// Manual is the manual of a rule in both languages: the comment above it.
func Manual(string) (analyzer.Text, bool) { return analyzer.Text{}, false }

// Example is a bad and a good example for a rule, or empty.
func Example(string) (bad, good string) { return "", "" }
