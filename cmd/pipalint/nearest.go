package main

import "github.com/pipalint/pipalint/analyzer/spelling"

// nearest is the name that is written most like s, if any is.
func nearest(s string, names []string) (string, bool) { return spelling.Nearest(s, names) }
