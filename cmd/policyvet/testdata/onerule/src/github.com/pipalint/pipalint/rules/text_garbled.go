package rules

import "github.com/pipalint/pipalint/analyzer"

// TextGarbled reports text that cannot be read. 한국어 설명은 없습니다.
var TextGarbled *analyzer.Rule // want `the manual of TextGarbled has no line "# 한국어"`
