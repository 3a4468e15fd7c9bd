package main

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/inspect"
	"github.com/pipalint/pipalint/analyzer/report"
)

// leftOut are the parts of a page that are not the policy's own, for a report that shows it.
func leftOut(pass *analyzer.Pass, page int) []report.LeftOut {
	var out []report.LeftOut
	for _, part := range inspect.LeftOut(pass.Policy.Pages[page], facts.Body.Of(pass)[page]) {
		out = append(out, report.LeftOut{Range: part.Range, Name: inspect.RegionName(part.Region)})
	}
	return out
}

// textLanguage is the language of a page's text, where it is one.
func textLanguage(pass *analyzer.Pass, page int) string {
	if lang := facts.Languages.Of(pass)[page]; lang != "mixed" {
		return lang
	}
	return ""
}
