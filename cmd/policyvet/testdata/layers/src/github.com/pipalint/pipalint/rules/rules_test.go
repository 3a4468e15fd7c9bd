package rules

import (
	_ "github.com/pipalint/pipalint/analyzer/period"
	_ "github.com/pipalint/pipalint/cmd/tool" // want `rules may not import cmd/tool: only commands import commands`
)
