package main

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"
)

// oneruleAnalyzer holds the package of rules to one rule a file, with its manual above it.
var oneruleAnalyzer = &analysis.Analyzer{
	Name: "onerule",
	Doc: `check that each rule stands in a file of its own, named like it, with a manual

The rule RetentionConflict has the Name "retention-conflict", stands alone in retention_conflict.go
and has a doc comment: English first, then after the line "# 한국어" Korean. A Name is checked where
it can be read in the declaration; a rule that a function makes keeps the other conventions.`,
	Run: runOnerule,
}

// manualHeading is the line of a rule's doc comment after which the Korean manual begins.
const manualHeading = "# 한국어"

// A ruleVar is the declaration of an exported variable that holds a rule.
type ruleVar struct {
	ident *ast.Ident
	value ast.Expr          // what it is set to, or nil where that cannot be told apart
	doc   *ast.CommentGroup // the comment above it, or nil
}

func runOnerule(pass *analysis.Pass) (any, error) {
	rel, ok := checked(pass)
	if !ok || rel != rulesPackage {
		return nil, nil
	}
	for _, file := range sources(pass) {
		vars := ruleVars(pass, file)
		for i, v := range vars {
			if i > 0 {
				pass.Reportf(v.ident.Pos(), "%s shares its file with %s: one rule, one file", v.ident.Name, vars[0].ident.Name)
			} else {
				checkFileName(pass, v)
			}
			checkRuleName(pass, v)
			checkManual(pass, v)
		}
	}
	return nil, nil
}

// ruleVars are the rules that a file declares, in order.
func ruleVars(pass *analysis.Pass, file *ast.File) []ruleVar {
	var out []ruleVar
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.VAR {
			continue
		}
		for _, spec := range gen.Specs {
			if spec, ok := spec.(*ast.ValueSpec); ok {
				out = append(out, specRules(pass, gen, spec)...)
			}
		}
	}
	return out
}

// specRules are the rules among the variables of one declaration.
func specRules(pass *analysis.Pass, gen *ast.GenDecl, spec *ast.ValueSpec) []ruleVar {
	doc := spec.Doc
	if doc == nil && !gen.Lparen.IsValid() {
		doc = gen.Doc
	}
	var out []ruleVar
	for i, ident := range spec.Names {
		obj := pass.TypesInfo.Defs[ident]
		if obj == nil || !ident.IsExported() || !isRulePointer(obj.Type()) {
			continue
		}
		v := ruleVar{ident: ident, doc: doc}
		if len(spec.Values) == len(spec.Names) {
			v.value = spec.Values[i]
		}
		out = append(out, v)
	}
	return out
}

// checkFileName reports a rule whose file is not named like it.
func checkFileName(pass *analysis.Pass, v ruleVar) {
	want := strings.Join(words(v.ident.Name), "_") + ".go"
	if got := filepath.Base(pass.Fset.File(v.ident.Pos()).Name()); got != want {
		pass.Reportf(v.ident.Pos(), "%s stands in %s, not in %s", v.ident.Name, got, want)
	}
}

// checkRuleName reports a Name that is not the variable's, where the declaration spells one out.
func checkRuleName(pass *analysis.Pass, v ruleVar) {
	value, name := literalName(pass, v.value)
	if value == nil {
		return
	}
	if want := strings.Join(words(v.ident.Name), "-"); name != want {
		pass.Reportf(value.Pos(), "%s has the Name %q, not %q", v.ident.Name, name, want)
	}
}

// checkManual reports a rule without a manual, or one that lacks a language.
func checkManual(pass *analysis.Pass, v ruleVar) {
	if v.doc == nil {
		pass.Reportf(v.ident.Pos(), "%s has no doc comment: it is the rule's manual", v.ident.Name)
		return
	}
	lines := strings.Split(strings.TrimSpace(v.doc.Text()), "\n")
	at := slices.IndexFunc(lines, func(line string) bool { return strings.TrimSpace(line) == manualHeading })
	switch {
	case at < 0:
		pass.Reportf(v.ident.Pos(), "the manual of %s has no line %q", v.ident.Name, manualHeading)
	case at == 0:
		pass.Reportf(v.ident.Pos(), "the manual of %s has no English part before %q", v.ident.Name, manualHeading)
	case at == len(lines)-1:
		pass.Reportf(v.ident.Pos(), "the manual of %s has nothing after %q", v.ident.Name, manualHeading)
	}
}

// literalName finds the Name that a rule's declaration spells out: that of the literal, or of a
// literal handed to the function that makes the rule. The expression is nil where there is none.
func literalName(pass *analysis.Pass, e ast.Expr) (value ast.Expr, name string) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return literalName(pass, e.X)
	case *ast.UnaryExpr:
		return literalName(pass, e.X)
	case *ast.CallExpr:
		for _, arg := range e.Args {
			if value, name := literalName(pass, arg); value != nil {
				return value, name
			}
		}
	case *ast.CompositeLit:
		if isRule(pass.TypesInfo.TypeOf(e)) {
			return nameField(pass, e)
		}
	}
	return nil, ""
}

// nameField is the value of a literal's field Name, where it is a constant string.
func nameField(pass *analysis.Pass, lit *ast.CompositeLit) (value ast.Expr, name string) {
	for _, elt := range lit.Elts {
		field, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := field.Key.(*ast.Ident); !ok || key.Name != "Name" {
			continue
		}
		if c := pass.TypesInfo.Types[field.Value].Value; c != nil && c.Kind() == constant.String {
			return field.Value, constant.StringVal(c)
		}
	}
	return nil, ""
}

// isRulePointer reports whether t is *analyzer.Rule.
func isRulePointer(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	return ok && isRule(p.Elem())
}

// isRule reports whether t is analyzer.Rule.
func isRule(t types.Type) bool {
	if t == nil {
		return false
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	return named.Obj().Name() == "Rule" && named.Obj().Pkg().Path() == module+"/"+analyzerPackage
}

// words splits a Go name at its capitals into lower-case words; capitals in a row are one word, as
// in RRNWithoutBasis: rrn, without, basis.
func words(name string) []string {
	var out []string
	runes := []rune(name)
	start := 0
	for i := 1; i < len(runes); i++ {
		if !unicode.IsUpper(runes[i]) {
			continue
		}
		if !unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]) {
			out = append(out, strings.ToLower(string(runes[start:i])))
			start = i
		}
	}
	return append(out, strings.ToLower(string(runes[start:])))
}
