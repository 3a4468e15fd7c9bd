// Package testdata holds the fixtures of the rules, which are their examples too.
package testdata

import "embed"

// Rules are the fixtures: rules/NAME.txtar.
//
//go:embed rules/*.txtar
var Rules embed.FS
