package rules_test

import (
	_ "github.com/pipalint/pipalint/analyzer/scrape"
	_ "github.com/pipalint/pipalint/cmd/tool" // want `rules may not import cmd/tool: only commands import commands`
	_ "github.com/pipalint/pipalint/rules"
)
