package rules

import (
	_ "os"
	_ "regexp"
	"time"
)

var now = time.Now()

func set() { now = time.Now() }
