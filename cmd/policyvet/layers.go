package main

import (
	"go/ast"
	"strconv"

	"golang.org/x/tools/go/analysis"
)

// layersAnalyzer holds the packages of the module to the import table.
var layersAnalyzer = &analysis.Analyzer{
	Name: "layers",
	Doc: `check imports between our packages against the import table

A package that the table does not name is reported, so that each new one gets its place. Tests may
import what they need, except commands.`,
	Run: runLayers,
}

func runLayers(pass *analysis.Pass) (any, error) {
	from, ok := checked(pass)
	if !ok {
		return nil, nil
	}
	if files := sources(pass); len(files) > 0 && !inTable(from) {
		pass.Reportf(files[0].Name.Pos(), "package %s is not in the import table", from)
		return nil, nil // without a line in the table every import would be one more report
	}
	for _, file := range pass.Files {
		for _, spec := range file.Imports {
			checkImport(pass, from, spec, isTest(pass, file))
		}
	}
	return nil, nil
}

// checkImport reports an import of ours that the table does not allow.
func checkImport(pass *analysis.Pass, from string, spec *ast.ImportSpec, test bool) {
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return // the compiler refuses it too
	}
	to, ok := ours(path)
	switch {
	case !ok || to == from: // not ours, or an external test of its own package
	case isCommand(to) && !isCommand(from):
		pass.Reportf(spec.Pos(), "%s may not import %s: only commands import commands", from, to)
	case !test && !mayImport(from, to):
		pass.Reportf(spec.Pos(), "%s may not import %s by the import table", from, to)
	}
}
