package main

import "github.com/pipalint/pipalint/analyzer"

// kindOf is what kind of document the first page of a policy is: policy, subpage, consent-form,
// terms or other; "" where it is not known.
func kindOf(*analyzer.Pass) string { return "" }
