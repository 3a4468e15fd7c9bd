package config

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// A field is a key of a table, as the tags of a struct describe it:
//
//	toml      its name
//	ko, en    what it says
//	words     the only words that it takes, apart by spaces
//	least     the least number that it takes
//	blank     "true" where an empty string says something
//	required  "true" where it has to be there
//	alone     "true" where one value may stand for a list of it
//	rule      "true" where it is the name of a rule
//	eg        an example, as it is written in TOML
type field struct {
	name            string
	index           int
	doc             analyzer.Text
	words           []string
	least           int64
	blank, required bool
	alone           bool
	rule            bool
	example         string
	typ             reflect.Type
}

type fields []field

// fieldsOf are the keys of a struct, in its order. Fields without a name are none.
func fieldsOf(t reflect.Type) fields {
	var out fields
	for i := range t.NumField() {
		f := t.Field(i)
		name := f.Tag.Get("toml")
		if name == "" {
			continue
		}
		least, _ := strconv.ParseInt(f.Tag.Get("least"), 10, 64) // none is 0
		out = append(out, field{
			name:     name,
			index:    i,
			doc:      analyzer.Text{Ko: f.Tag.Get("ko"), En: f.Tag.Get("en")},
			words:    strings.Fields(f.Tag.Get("words")),
			least:    least,
			blank:    f.Tag.Get("blank") == "true",
			required: f.Tag.Get("required") == "true",
			alone:    f.Tag.Get("alone") == "true",
			rule:     f.Tag.Get("rule") == "true",
			example:  f.Tag.Get("eg"),
			typ:      f.Type,
		})
	}
	return out
}

func (f fields) named(name string) (field, bool) {
	i := slices.IndexFunc(f, func(one field) bool { return one.name == name })
	if i < 0 {
		return field{}, false
	}
	return f[i], true
}

func (f fields) names() []string {
	out := make([]string, len(f))
	for i, one := range f {
		out[i] = one.name
	}
	return out
}

func (f field) takes(word string) bool { return slices.Contains(f.words, word) }
