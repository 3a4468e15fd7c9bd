package config

import (
	"reflect"

	"github.com/pipalint/pipalint/analyzer"
)

// An Option is what a rule lets a configuration set, beside its severity.
type Option struct {
	Name    string
	Doc     analyzer.Text
	Value   any // as a configuration has it, else the default
	Default any
}

// Options are the options of a rule as it is set, in the order in which the rule has them.
func (r Rule) Options(rule *analyzer.Rule) []Option {
	if rule.Options == nil {
		return nil
	}
	defaults := reflect.ValueOf(rule.Options)
	values := defaults
	if r.Setting.Options != nil {
		values = reflect.ValueOf(r.Setting.Options)
	}
	var out []Option
	for _, f := range fieldsOf(defaults.Type()) {
		out = append(out, Option{f.name, f.doc, values.Field(f.index).Interface(), defaults.Field(f.index).Interface()})
	}
	return out
}
