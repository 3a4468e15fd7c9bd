package main

import (
	"slices"
	"strings"
)

// leaves turn text into a value and know nothing of ours.
var leaves = []string{"analyzer/date", "analyzer/period", "analyzer/company", "analyzer/statute", "analyzer/fold", "analyzer/spelling", "analyzer/sound"}

// importTable says for each package of ours which others of ours it may import, all named by their
// path below the module. Imports point down: commands stand at the top, the model and the leaves
// at the bottom. Commands are not listed: they may import all, and nothing but a command may
// import one. A new package gets its line here before its first import.
var importTable = map[string][]string{
	// What judges, and what it judges by.
	"rules": {
		"analyzer", "analyzer/facts", "analyzer/policy", "analyzer/company", "analyzer/date", "analyzer/fold", "analyzer/spelling", "analyzer/statute",
		"law", "vendors", "testdata",
	},
	"testdata": nil, // the fixtures, which are the examples of the rules' manuals
	"law":      leaves,
	"vendors":  leaves,

	// The engine. Facts find, so they may know companies but not the law.
	"analyzer": {"analyzer/policy", "analyzer/date", "law"},
	"analyzer/facts": with(leaves,
		"analyzer", "analyzer/policy", "analyzer/facts/phrases", "vendors"),
	"analyzer/facts/phrases": {"analyzer/fold"},
	"analyzer/policy":        nil,
	"analyzer/date":          nil,
	"analyzer/period":        nil,
	"analyzer/company":       nil,
	"analyzer/statute":       nil,
	"analyzer/fold":          nil,
	"analyzer/spelling":      nil,
	"analyzer/sound":         nil,

	// What stands around the engine. Reports and configuration are handed the rules by a command.
	"analyzer/scrape":        {"analyzer/policy"},
	"analyzer/report":        with(leaves, "analyzer", "analyzer/policy", "analyzer/published", "analyzer/look", "law"),
	"analyzer/config":        with(leaves, "analyzer", "analyzer/policy", "law", "tomltree"),
	"analyzer/baseline":      with(leaves, "analyzer", "analyzer/policy", "analyzer/report"),
	"analyzer/inspect":       with(leaves, "analyzer", "analyzer/policy", "analyzer/facts", "analyzer/look", "vendors"),
	"analyzer/published":     {"analyzer/policy"},
	"analyzer/look":          nil,
	"analyzer/look/looktest": nil,
	"analyzer/analyzertest":  {"analyzer", "analyzer/policy", "analyzer/scrape"},

	// What gathers and compares policies.
	"crawl/guard":             nil,
	"crawl/robots":            nil,
	"crawl/fetch":             {"crawl/guard", "crawl/robots"},
	"crawl/render":            {"crawl/fetch", "crawl/guard", "crawl/render/proxy"},
	"crawl/render/proxy":      {"crawl/guard"},
	"crawl/render/rendertest": {"analyzer/look/looktest"},
	"crawl/visit":             {"analyzer", "analyzer/date", "analyzer/facts", "analyzer/policy", "analyzer/scrape", "crawl/fetch", "crawl/render", "crawl/wall", "vendors"},
	"crawl/wall":              {"analyzer/policy", "analyzer/fold"},
	"crawl/find":              {"analyzer", "analyzer/date", "analyzer/facts", "analyzer/fold", "analyzer/policy", "crawl/fetch", "crawl/visit", "vendors"},
	"crawl/site":              {"analyzer/policy", "crawl/fetch", "crawl/visit", "crawl/wall"},
	"crawl/testsite":          nil,
	"evidence":                {"analyzer/policy", "analyzer/scrape", "evidence/manifest", "evidence/script", "files", "vendors"},
	"evidence/manifest":       {"tomltree"},
	"evidence/script":         nil,
	"files":                   nil,
	"files/revision":          {"files"},
	"tomltree":                nil,
	"versions":                with(leaves, "analyzer", "analyzer/policy", "analyzer/facts"),
}

// with is a copy of list with more packages.
func with(list []string, more ...string) []string { return slices.Concat(list, more) }

// isCommand reports whether a package of ours is a command or belongs to one.
func isCommand(rel string) bool { return strings.HasPrefix(rel, "cmd/") }

// inTable reports whether the import table has an answer for a package of ours.
func inTable(rel string) bool {
	_, listed := importTable[rel]
	return listed || isCommand(rel)
}

// mayImport reports whether the import table lets one package of ours import another.
func mayImport(from, to string) bool {
	return isCommand(from) || slices.Contains(importTable[from], to)
}
