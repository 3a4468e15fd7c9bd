package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"
)

// purityAnalyzer keeps the outside world and mutable state away from facts and rules.
var purityAnalyzer = &analysis.Analyzer{
	Name: "purity",
	Doc: `check that facts, rules and the engine depend on their input alone

They may not import what reaches the disk, the network, other processes or chance, nor ask for the
time, nor change a package-level variable after its declaration: the same policy and day give the
same findings everywhere. The package of rules may not match text either; finding is for facts.
Tests are exempt. A change through a pointer that was taken elsewhere is not seen.`,
	Run: runPurity,
}

// purePackages are the packages of ours whose results depend on their input alone.
var purePackages = with(leaves,
	"rules", "analyzer", "analyzer/facts", "analyzer/facts/phrases", "analyzer/policy")

// impureImports are packages that a pure one has no use for, and what they reach.
var impureImports = map[string]string{
	"os":           "the operating system",
	"os/exec":      "other processes",
	"os/signal":    "the operating system",
	"os/user":      "the operating system",
	"syscall":      "the operating system",
	"io/ioutil":    "the disk",
	"net":          "the network",
	"net/http":     "the network",
	"math/rand":    "chance",
	"math/rand/v2": "chance",
	"crypto/rand":  "chance",
}

// textImports are packages that would bring word lists and patterns into rules.
var textImports = []string{"regexp", "unicode"}

// clockNames are the functions of package time that read the clock or wait for it.
var clockNames = []string{
	"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer",
}

func runPurity(pass *analysis.Pass) (any, error) {
	rel, ok := checked(pass)
	if !ok || !slices.Contains(purePackages, rel) {
		return nil, nil
	}
	for _, file := range sources(pass) {
		for _, spec := range file.Imports {
			checkPureImport(pass, rel, spec)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			checkClock(pass, rel, n)
			for _, target := range targets(pass, n) {
				checkTarget(pass, target)
			}
			return true
		})
	}
	return nil, nil
}

// checkPureImport reports an import that a pure package, or the package of rules, may not have.
func checkPureImport(pass *analysis.Pass, rel string, spec *ast.ImportSpec) {
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return // the compiler refuses it too
	}
	if reaches, impure := impureImports[path]; impure {
		pass.Reportf(spec.Pos(), "%s is pure and may not import %s: it reaches %s", rel, path, reaches)
	}
	if rel == rulesPackage && slices.Contains(textImports, path) {
		pass.Reportf(spec.Pos(), "rules may not import %s: facts find, rules judge", path)
	}
}

// checkClock reports a name of package time that stands for the clock, called or not.
func checkClock(pass *analysis.Pass, rel string, n ast.Node) {
	id, ok := n.(*ast.Ident)
	if !ok {
		return
	}
	f, ok := pass.TypesInfo.Uses[id].(*types.Func)
	if !ok || f.Pkg() == nil || f.Pkg().Path() != "time" || f.Signature().Recv() != nil {
		return
	}
	if slices.Contains(clockNames, f.Name()) {
		pass.Reportf(id.Pos(), "%s is pure and may not use time.%s: the day is handed in", rel, f.Name())
	}
}

// targets are the expressions that a node changes.
func targets(pass *analysis.Pass, n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE { // := makes local variables only
			return n.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			return []ast.Expr{n.Key, n.Value}
		}
	case *ast.CallExpr:
		if changesFirst(pass, n) {
			return n.Args[:1]
		}
	}
	return nil
}

// changesFirst reports whether a call is to a builtin that changes its first argument.
func changesFirst(pass *analysis.Pass, call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok || len(call.Args) == 0 {
		return false
	}
	b, ok := pass.TypesInfo.Uses[id].(*types.Builtin)
	return ok && slices.Contains([]string{"clear", "copy", "delete"}, b.Name())
}

// checkTarget reports a changed expression that is, or is part of, a package-level variable.
func checkTarget(pass *analysis.Pass, e ast.Expr) {
	v := packageVar(pass, e)
	if v == nil {
		return
	}
	pass.Reportf(e.Pos(), "package-level variable %s is changed outside its declaration", v.Name())
}

// packageVar is the package-level variable at the root of an expression, such as v in v.f[i], or nil.
func packageVar(pass *analysis.Pass, e ast.Expr) *types.Var {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return packageVar(pass, e.X)
	case *ast.StarExpr:
		return packageVar(pass, e.X)
	case *ast.IndexExpr:
		return packageVar(pass, e.X)
	case *ast.SliceExpr:
		return packageVar(pass, e.X)
	case *ast.SelectorExpr:
		if v := packageVar(pass, e.Sel); v != nil {
			return v // a variable of another package
		}
		return packageVar(pass, e.X)
	case *ast.Ident:
		v, ok := pass.TypesInfo.Uses[e].(*types.Var)
		if ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
			return v
		}
	}
	return nil
}
