package scrape

import _ "github.com/pipalint/pipalint/analyzer/policy"
