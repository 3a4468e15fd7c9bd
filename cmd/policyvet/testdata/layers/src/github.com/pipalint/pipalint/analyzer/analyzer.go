package analyzer

import _ "github.com/pipalint/pipalint/analyzer/policy"
