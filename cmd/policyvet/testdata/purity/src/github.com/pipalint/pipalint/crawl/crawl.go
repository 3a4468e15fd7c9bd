// Package crawl reaches the world: that is its work.
package crawl

import (
	_ "os"
	"time"
)

var started time.Time

func start() { started = time.Now() }
