package rules

import "github.com/pipalint/pipalint/analyzer"

var TestRule = &analyzer.Rule{Name: "invented"}
