package helpers // want `package helpers is not in the import table`

import _ "github.com/pipalint/pipalint/analyzer/policy"
