package config

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/tomltree"
)

// SchemaURL is where the schema of the newest release is published.
const SchemaURL = "https://raw.githubusercontent.com/pipalint/pipalint/main/docs/pipalint.schema.json"

// A schema is a JSON schema or a part of one. Drafts up to 7 are what editors know of for TOML, so there are no $defs
// and nothing that only later ones have.
type schema map[string]any

// Schema is the JSON schema of a configuration, given the rules that there are.
func Schema(rules []*analyzer.Rule) ([]byte, error) {
	s := objectOf(fieldsOf(reflect.TypeFor[written]()), rules)
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["$id"] = SchemaURL
	s["title"] = FileName
	s["description"] = "The configuration of pipalint, a linter for Korean privacy policies."
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(s)
	return b.Bytes(), err
}

// objectOf is the schema of a table.
func objectOf(list fields, rules []*analyzer.Rule) schema {
	properties, required := schema{}, []string{}
	for _, f := range list {
		properties[f.name] = f.schema(rules)
		if f.required {
			required = append(required, f.name)
		}
	}
	s := schema{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

// schema is what a key takes, with what is said of it in both languages.
func (f field) schema(rules []*analyzer.Rule) schema {
	s := f.bare(rules)
	if f.doc.En != "" {
		s["description"] = f.doc.En + "\n\n" + f.doc.Ko
	}
	return s
}

func (f field) bare(rules []*analyzer.Rule) schema {
	switch f.typ {
	case reflect.TypeFor[rulesTable]():
		return rulesSchema(rules)
	case reflect.TypeFor[controllerTable]():
		return objectOf(controllerFields(), rules)
	}
	switch kindOf(f.typ) {
	case tomltree.List:
		item := field{typ: f.typ.Elem(), words: f.words}
		list := schema{"type": "array", "items": item.bare(rules)}
		if f.alone {
			return schema{"anyOf": []schema{item.bare(rules), list}}
		}
		return list
	case tomltree.Bool:
		return schema{"type": "boolean"}
	case tomltree.Integer:
		return schema{"type": "integer", "minimum": f.least}
	case tomltree.Table:
		return objectOf(fieldsOf(f.typ), rules)
	}
	return f.stringSchema(rules)
}

const dayPattern = `[0-9]{4}-[0-9]{2}-[0-9]{2}`

// stringSchema is that of a key that takes a string, or a day, which editors take for one.
func (f field) stringSchema(rules []*analyzer.Rule) schema {
	outside := schema{"pattern": `^/|^\\\\|^[A-Za-z]:[\\/]|://`} // no path from the folder of the configuration
	s := schema{"type": "string"}
	switch {
	case len(f.words) > 0:
		s["enum"] = f.words
	case f.blank:
	case f.rule:
		s["enum"] = namesOf(rules)
	case f.typ == dayType:
		s["pattern"] = "^" + dayPattern + "$"
	case f.typ == reflect.TypeFor[lawDay]():
		s["pattern"] = "^(today|effective|" + dayPattern + ")$"
	case f.typ == reflect.TypeFor[language]():
		s["pattern"] = "^[a-z]{2,3}$"
	case f.typ == reflect.TypeFor[pagePath]():
		s["pattern"] = `\S`
		s["anyOf"] = []schema{{"pattern": "^[hH][tT][tT][pP][sS]?://"}, {"not": outside}}
	case f.typ == reflect.TypeFor[folderPath](), f.typ == reflect.TypeFor[filePath]():
		s["pattern"] = `\S`
		s["not"] = outside
	default:
		s["pattern"] = `\S`
	}
	return s
}

// rulesSchema is that of [rules].
func rulesSchema(rules []*analyzer.Rule) schema {
	properties := schema{}
	for _, r := range rules {
		list := fields{severityField}
		if r.Options != nil {
			list = append(list, fieldsOf(reflect.TypeOf(r.Options))...)
		}
		properties[r.Name] = schema{
			"description": r.Doc.En + "\n\n" + r.Doc.Ko,
			"anyOf":       []schema{{"enum": severityField.words}, objectOf(list, rules)},
		}
	}
	return schema{"type": "object", "additionalProperties": false, "properties": properties}
}

func namesOf(rules []*analyzer.Rule) []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = r.Name
	}
	return names
}
