package rules

import (
	_ "strings"

	_ "github.com/pipalint/pipalint/analyzer"
	_ "github.com/pipalint/pipalint/analyzer/facts"
	_ "github.com/pipalint/pipalint/analyzer/facts/phrases" // want `rules may not import analyzer/facts/phrases by the import table`
	_ "github.com/pipalint/pipalint/analyzer/period"        // want `rules may not import analyzer/period by the import table`
	_ "github.com/pipalint/pipalint/analyzer/policy"
	_ "github.com/pipalint/pipalint/cmd/tool" // want `rules may not import cmd/tool: only commands import commands`
	_ "github.com/pipalint/pipalintmore"
)
