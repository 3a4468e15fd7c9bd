package main

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// kindOf is what kind of document a page of a policy is.
func kindOf(pass *analyzer.Pass, page int) string {
	return string(facts.Kinds.Of(pass)[page])
}
