package phrases

import _ "github.com/pipalint/pipalint/analyzer/policy" // want `analyzer/facts/phrases may not import analyzer/policy by the import table`
