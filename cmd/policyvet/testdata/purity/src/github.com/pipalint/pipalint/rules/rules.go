package rules

import (
	_ "math/rand" // want `rules is pure and may not import math/rand: it reaches chance`
	_ "os"        // want `rules is pure and may not import os: it reaches the operating system`
	_ "regexp"    // want `rules may not import regexp: facts find, rules judge`
	_ "unicode"   // want `rules may not import unicode: facts find, rules judge`
	_ "unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
)

func change() {
	analyzer.Default.Name = "changed" // want `package-level variable Default is changed outside its declaration`
	analyzer.Count++                  // want `package-level variable Count is changed outside its declaration`
}
