package config

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/tomltree"
)

// A Key is a key of a table.
type Key struct {
	Name     string
	Type     analyzer.Text // what it takes
	Doc      analyzer.Text
	Default  string // as it is written in TOML; "" where nothing stands for it
	Example  string // so, too
	Required bool
}

// OptionsOf are the options of a rule, beside its severity.
func OptionsOf(rule *analyzer.Rule) []Key {
	if rule.Options == nil {
		return nil
	}
	defaults := reflect.ValueOf(rule.Options)
	list := fieldsOf(defaults.Type())
	out := keysOf(list)
	for i, f := range list {
		out[i].Default = literal(defaults.Field(f.index))
	}
	return out
}

func keysOf(list fields) []Key {
	var out []Key
	for _, f := range list {
		out = append(out, Key{Name: f.name, Type: typeWord(f), Doc: f.doc, Example: f.example, Required: f.required})
	}
	return out
}

// typeWord names what a key takes.
func typeWord(f field) analyzer.Text {
	switch kindOf(f.typ) {
	case tomltree.List:
		if f.alone {
			return analyzer.Text{Ko: "문자열, 문자열 목록", En: "string, list of strings"}
		}
		return analyzer.Text{Ko: "문자열 목록", En: "list of strings"}
	case tomltree.Bool:
		return analyzer.Text{Ko: "true, false", En: "true, false"}
	case tomltree.Integer:
		return analyzer.Text{Ko: "정수", En: "whole number"}
	}
	if f.typ == dayType {
		return analyzer.Text{Ko: "날짜", En: "day"}
	}
	return analyzer.Text{Ko: "문자열", En: "string"}
}

// literal is a value as it is written in TOML.
func literal(v reflect.Value) string {
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		if text, err := m.MarshalText(); err == nil {
			return strconv.Quote(string(text))
		}
	}
	switch v.Kind() {
	case reflect.Slice:
		items := make([]string, v.Len())
		for i := range items {
			items[i] = literal(v.Index(i))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int:
		return strconv.FormatInt(v.Int(), 10)
	}
	return strconv.Quote(v.String())
}
