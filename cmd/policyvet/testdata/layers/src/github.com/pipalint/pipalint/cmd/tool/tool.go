package tool

import (
	_ "github.com/pipalint/pipalint/analyzer/facts/phrases"
	_ "github.com/pipalint/pipalint/cmd/shared"
)
