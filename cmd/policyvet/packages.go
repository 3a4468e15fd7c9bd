package main

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// module is the path of the module whose conventions are checked.
const module = "github.com/pipalint/pipalint"

// Packages that an analyzer knows by name, below module.
const (
	rulesPackage    = "rules"
	analyzerPackage = "analyzer"
)

// ours cuts the module's path off an import path: "rules" for the package of rules, "." for the
// module's root. It reports whether the package belongs to the module at all.
func ours(path string) (rel string, ok bool) {
	if path == module {
		return ".", true
	}
	return strings.CutPrefix(path, module+"/")
}

// checked is the package under analysis as ours names it, and whether it is one that people write:
// ours, and not the main program that go test makes. An external test package counts as the
// package that it tests.
func checked(pass *analysis.Pass) (rel string, ok bool) {
	path := pass.Pkg.Path()
	if pass.Pkg.Name() == "main" && strings.HasSuffix(path, ".test") {
		return "", false
	}
	if strings.HasSuffix(pass.Pkg.Name(), "_test") {
		path = strings.TrimSuffix(path, "_test")
	}
	return ours(path)
}

// isTest reports whether file is a _test.go file.
func isTest(pass *analysis.Pass, file *ast.File) bool {
	return strings.HasSuffix(pass.Fset.File(file.FileStart).Name(), "_test.go")
}

// sources are the files of the package under analysis that are no tests.
func sources(pass *analysis.Pass) []*ast.File {
	var files []*ast.File
	for _, file := range pass.Files {
		if !isTest(pass, file) {
			files = append(files, file)
		}
	}
	return files
}
