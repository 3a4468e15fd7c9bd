package main

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/inspect"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
)

// leftOut are the parts of a page that are not the policy's own: neighbouring lines of one region.
func leftOut(pass *analyzer.Pass, page int) []report.LeftOut {
	var out []report.LeftOut
	doc := pass.Policy.Pages[page]
	regions := facts.Body.Of(pass)[page]
	for i := 0; i < len(regions); {
		j := i + 1
		for j < len(regions) && regions[j] == regions[i] {
			j++
		}
		if regions[i] != facts.Own && regions[i] != facts.Title {
			all := policy.Range{Start: doc.Blocks[i].Range.Start, End: doc.Blocks[j-1].Range.End}
			out = append(out, report.LeftOut{Range: all, Name: inspect.RegionName(regions[i])})
		}
		i = j
	}
	return out
}
