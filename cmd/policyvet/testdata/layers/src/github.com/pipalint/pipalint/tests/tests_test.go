package tests

import _ "github.com/pipalint/pipalint/analyzer/policy"
