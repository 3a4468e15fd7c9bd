package main

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// kindOf is what kind of document the first page of a policy is.
func kindOf(pass *analyzer.Pass) string {
	return string(facts.Kinds.Of(pass)[0])
}
