package config

import (
	"reflect"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/law"
	"github.com/pipalint/pipalint/tomltree"
)

// controllerTable is [controller]: who it is, and for each condition of the law whether it is met.
type controllerTable struct {
	Name string `toml:"name" eg:"\"모란상점\"" ko:"개인정보처리자의 이름" en:"the name of the controller"`
	Type string `toml:"type" words:"public private" eg:"\"private\"" ko:"공공기관(public)인지 민간(private)인지" en:"whether it is a public institution (public) or not (private)"`

	does map[string]bool
}

func (t *controllerTable) read(r *reader, n *tomltree.Node) {
	t.does = make(map[string]bool)
	r.keys(n, controllerFields(), func(c *tomltree.Node, f field) {
		if f.typ.Kind() != reflect.Bool {
			r.value(c, reflect.ValueOf(t).Elem().Field(f.index), f)
			return
		}
		var yes bool
		r.value(c, reflect.ValueOf(&yes).Elem(), f)
		t.does[c.Key] = yes
	})
}

// controllerFields are the keys of [controller]: its own, and the conditions of the law.
func controllerFields() fields {
	out := fieldsOf(reflect.TypeFor[controllerTable]())
	for _, c := range law.Default().Conditions() {
		out = append(out, field{name: c.Key, doc: analyzer.Text(c.Question), example: "true", typ: reflect.TypeFor[bool]()})
	}
	return out
}

func (t controllerTable) controller() analyzer.Controller {
	return analyzer.Controller{Name: t.Name, Type: analyzer.ControllerType(t.Type), Does: t.does}
}
