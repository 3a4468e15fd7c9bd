package main

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// TestFixtures holds each analyzer to the want comments of its tree of packages; a package without
// one must stay silent.
func TestFixtures(t *testing.T) {
	tests := []struct {
		analyzer *analysis.Analyzer
		packages string // below the module's path
	}{
		{layersAnalyzer, ". rules analyzer analyzer/facts analyzer/facts/phrases analyzer/policy analyzer/scrape helpers tests cmd/tool"},
		{oneruleAnalyzer, "rules analyzer evidence"},
		{purityAnalyzer, "rules analyzer analyzer/facts analyzer/date crawl"},
	}
	for _, test := range tests {
		t.Run(test.analyzer.Name, func(t *testing.T) {
			var paths []string
			for rel := range strings.FieldsSeq(test.packages) {
				paths = append(paths, strings.TrimSuffix(module+"/"+rel, "/."))
			}
			analysistest.Run(t, fixtures(test.analyzer), test.analyzer, paths...)
		})
	}
}

// TestOtherModules checks that the import table says nothing about packages of other modules.
func TestOtherModules(t *testing.T) {
	analysistest.Run(t, fixtures(layersAnalyzer), layersAnalyzer, module+"more", "example.com/other")
}

// fixtures is the folder whose src holds the packages for an analyzer.
func fixtures(a *analysis.Analyzer) string { return filepath.Join(analysistest.TestData(), a.Name) }

// TestImportTable checks that the table is closed, free of cycles and pure where it must be.
func TestImportTable(t *testing.T) {
	for from, list := range importTable {
		for _, to := range list {
			if _, ok := importTable[to]; !ok {
				t.Errorf("%s may import %s, which is not in the table", from, to)
			}
		}
		if reaches(from, from, map[string]bool{}) {
			t.Errorf("%s may import itself by way of others", from)
		}
	}
	for _, leaf := range leaves {
		if list, ok := importTable[leaf]; !ok || len(list) > 0 {
			t.Errorf("leaf %s: listed %t, may import %v", leaf, ok, list)
		}
	}
	listed := slices.Collect(maps.Keys(importTable))
	for _, pure := range purePackages {
		if !slices.Contains(listed, pure) {
			t.Errorf("%s is to be pure but not in the import table", pure)
		}
	}
}

// reaches reports whether the table leads from one package to another in one step or more.
func reaches(from, to string, seen map[string]bool) bool {
	for _, next := range importTable[from] {
		if next == to {
			return true
		}
		if !seen[next] {
			seen[next] = true
			if reaches(next, to, seen) {
				return true
			}
		}
	}
	return false
}

func TestMayImport(t *testing.T) {
	tests := []struct {
		from, to string
		want     bool
	}{
		{"rules", "law", true},
		{"rules", "analyzer/scrape", false},
		{"rules", "analyzer/report", false},
		{"analyzer", "analyzer/facts", false},
		{"analyzer/facts", "law", false},
		{"analyzer/facts", "vendors", true},
		{"analyzer/report", "rules", false},
		{"analyzer/report", "analyzer/date", true},
		{"analyzer/policy", "analyzer/date", false},
		{"law", "analyzer", false},
		{"law", "analyzer/period", true},
		{"cmd/pipalint", "analyzer/facts/phrases", true},
		{"unheard-of", "law", false},
	}
	for _, test := range tests {
		if got := mayImport(test.from, test.to); got != test.want {
			t.Errorf("mayImport(%q, %q) = %t, want %t", test.from, test.to, got, test.want)
		}
	}
}

func TestWords(t *testing.T) {
	tests := []struct{ name, want string }{
		{"RetentionConflict", "retention conflict"},
		{"RRNWithoutBasis", "rrn without basis"},
		{"RrnWithoutBasis", "rrn without basis"},
		{"OfficerURL", "officer url"},
		{"DocumentNotPolicy", "document not policy"},
		{"A", "a"},
		{"", ""},
	}
	for _, test := range tests {
		if got := strings.Join(words(test.name), " "); got != test.want {
			t.Errorf("words(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}
