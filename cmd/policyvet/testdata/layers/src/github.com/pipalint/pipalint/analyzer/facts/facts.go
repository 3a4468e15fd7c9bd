package facts

import (
	_ "github.com/pipalint/pipalint/analyzer"
	_ "github.com/pipalint/pipalint/analyzer/facts/phrases"
	_ "github.com/pipalint/pipalint/analyzer/period"
	_ "github.com/pipalint/pipalint/analyzer/scrape" // want `analyzer/facts may not import analyzer/scrape by the import table`
)
