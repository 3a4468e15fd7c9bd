// Package evidence is not the package of rules.
package evidence

import "github.com/pipalint/pipalint/analyzer"

var Loose = &analyzer.Rule{Name: "tight"}
