package config

import (
	"reflect"

	"github.com/pipalint/pipalint/analyzer"
)

// A Table is a table of a configuration as its readers are told of it.
type Table struct {
	Header string // as it is written: "", "[controller]", "[[policy]]"
	Doc    analyzer.Text
	Keys   []Key
}

// Tables are the tables of a configuration, but those of rules.
func Tables() []Table {
	var top Table
	out := []Table{{}}
	for _, f := range fieldsOf(reflect.TypeFor[written]()) {
		switch f.name {
		case "rules": // a key for each rule
		case "controller":
			out = append(out, Table{Header: "[controller]", Doc: f.doc, Keys: keysOf(controllerFields())})
		case "policy", "ignore":
			out = append(out, Table{Header: "[[" + f.name + "]]", Doc: f.doc, Keys: keysOf(fieldsOf(f.typ.Elem()))})
		default:
			top.Keys = append(top.Keys, keysOf(fields{f})...)
		}
	}
	out[0] = top
	return out
}
