package config

import (
	"encoding"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/tomltree"
)

// custom is a table that is read otherwise than field by field.
type custom interface {
	read(r *reader, n *tomltree.Node)
}

// table reads a table into a struct: each key is that of a field, once, and of its type.
func (r *reader) table(n *tomltree.Node, to reflect.Value) {
	r.keys(n, fieldsOf(to.Type()), func(c *tomltree.Node, f field) { r.value(c, to.Field(f.index), f) })
}

// keys takes each key of a table that is known, once.
func (r *reader) keys(n *tomltree.Node, known fields, take func(c *tomltree.Node, f field)) {
	first := make(map[string]*tomltree.Node)
	for _, c := range n.Children {
		f, ok := known.named(c.Key)
		switch {
		case !ok:
			r.unknown(c.KeySpan, keyWord, c.Key, known.names())
		case r.twice(c, first):
		default:
			take(c, f)
		}
	}
}

var keyWord = analyzer.Text{Ko: "키", En: "key"}

// twice notes a key that stands in a table already.
func (r *reader) twice(c *tomltree.Node, first map[string]*tomltree.Node) bool {
	before, ok := first[c.Key]
	if !ok {
		first[c.Key] = c
		return false
	}
	line := r.file.Position(before.KeySpan.Start).Line
	r.fault(c.KeySpan, "%q 키가 두 번 적혀 있습니다(먼저 적은 곳: %d번째 줄)", "the key %q is already set on line %d", c.Key, line)
	return true
}

// value reads a value into what a field holds.
func (r *reader) value(n *tomltree.Node, to reflect.Value, f field) {
	switch target := to.Addr().Interface().(type) {
	case custom:
		if n.Kind != tomltree.Table {
			r.mistyped(n, to.Type(), f)
			return
		}
		target.read(r, n)
		return
	case encoding.TextUnmarshaler:
		r.word(n, target, to.Type(), f)
		return
	}
	if f.alone && n.Kind == tomltree.String && to.Kind() == reflect.Slice {
		to.Set(reflect.MakeSlice(to.Type(), 1, 1))
		r.value(n, to.Index(0), f)
		return
	}
	if n.Kind != kindOf(to.Type()) {
		r.mistyped(n, to.Type(), f)
		return
	}
	switch to.Kind() {
	case reflect.Struct:
		r.table(n, to)
	case reflect.Slice:
		r.list(n, to, f)
	case reflect.Bool:
		to.SetBool(n.Text == "true")
	case reflect.Int:
		r.number(n, to, f)
	default:
		to.SetString(r.text(n, f))
	}
}

// list reads what stands in a list, in place of what was there.
func (r *reader) list(n *tomltree.Node, to reflect.Value, f field) {
	to.Set(reflect.MakeSlice(to.Type(), len(n.Children), len(n.Children)))
	want := kindOf(to.Type().Elem())
	for i, c := range n.Children {
		if want == tomltree.String && c.Kind != want {
			r.mistyped(c, to.Type(), f)
			continue
		}
		r.value(c, to.Index(i), f)
	}
}

// text is a string that says something, and one of the words where only some will do.
func (r *reader) text(n *tomltree.Node, f field) string {
	switch {
	case strings.TrimSpace(n.Text) == "" && !f.blank:
		r.fault(n.Span, "%q 값이 비어 있습니다", "%q is empty", f.name)
	case len(f.words) > 0 && !f.takes(n.Text):
		r.fault(n.Span, "%q에 쓸 수 없는 값: %q", "%q cannot be %q", f.name, n.Text)
		last := &r.faults[len(r.faults)-1]
		last.Word, last.Known, last.Only = n.Text, f.words, true
	}
	return n.Text
}

func (r *reader) number(n *tomltree.Node, to reflect.Value, f field) {
	i, err := strconv.ParseInt(strings.ReplaceAll(n.Text, "_", ""), 0, 32)
	switch {
	case i < f.least:
		r.fault(n.Span, "%q에는 %d 이상의 정수를 적어야 합니다", "%q takes a whole number of at least %d", f.name, f.least)
	case err != nil: // too large even for what is read
		r.fault(n.Span, "%q에는 %d 이하의 정수를 적어야 합니다", "%q takes a whole number of at most %d", f.name, math.MaxInt32)
	default:
		to.SetInt(i)
	}
}

// word reads a text into a type that knows what it takes. A day may stand without quotes.
func (r *reader) word(n *tomltree.Node, to encoding.TextUnmarshaler, t reflect.Type, f field) {
	if n.Kind != tomltree.String && n.Kind != tomltree.Day {
		r.mistyped(n, t, f)
		return
	}
	err := to.UnmarshalText([]byte(n.Text))
	if err == nil {
		return
	}
	if e, ok := errors.AsType[*analyzer.WordError](err); ok {
		r.faults = append(r.faults, Fault{Place: r.place(n.Span), Message: e.Reason, Word: n.Text, Known: e.Known})
		return
	}
	r.mistyped(n, t, f)
}

// mistyped notes a value of another kind than its key takes, and how it is written where that can be told.
func (r *reader) mistyped(n *tomltree.Node, t reflect.Type, f field) {
	want, how := typeName(t), ""
	if f.alone {
		want = analyzer.Text{Ko: "문자열이나 문자열 목록을", En: "a string or a list of strings"}
	}
	switch written := r.file.Text[n.Span.Start:n.Span.End]; {
	case n.Kind == tomltree.String && t.Kind() == reflect.Slice && kindOf(t.Elem()) == tomltree.String:
		how = ": " + f.name + " = [" + written + "]"
	case n.Kind == tomltree.String && n.Text == "true", n.Kind == tomltree.String && n.Text == "false":
		how = ": " + f.name + " = " + n.Text
	}
	r.faults = append(r.faults, Fault{Place: r.place(n.Span), Message: analyzer.Text{
		Ko: fmt.Sprintf("%q에는 %s 적어야 합니다%s", f.name, want.Ko, how),
		En: fmt.Sprintf("%q takes %s%s", f.name, want.En, how)}})
}

// kindOf is the kind of value that a type is written as.
func kindOf(t reflect.Type) tomltree.Kind {
	if reflect.PointerTo(t).Implements(textType) {
		return tomltree.String
	}
	switch t.Kind() {
	case reflect.Slice:
		return tomltree.List
	case reflect.Bool:
		return tomltree.Bool
	case reflect.Int:
		return tomltree.Integer
	case reflect.String:
		return tomltree.String
	}
	return tomltree.Table
}

var (
	textType = reflect.TypeFor[encoding.TextUnmarshaler]()
	dayType  = reflect.TypeFor[date.Date]()
)

// typeName says what is written for a type, as the object of a sentence.
func typeName(t reflect.Type) analyzer.Text {
	switch kindOf(t) {
	case tomltree.List:
		if kindOf(t.Elem()) == tomltree.Table {
			return analyzer.Text{Ko: "표의 목록([[…]])을", En: "a list of tables, [[…]]"}
		}
		return analyzer.Text{Ko: "문자열 목록을", En: "a list of strings"}
	case tomltree.Bool:
		return analyzer.Text{Ko: "true나 false를", En: "true or false"}
	case tomltree.Integer:
		return analyzer.Text{Ko: "정수를", En: "a whole number"}
	case tomltree.Table:
		return analyzer.Text{Ko: "표를", En: "a table"}
	}
	if t == dayType {
		return analyzer.Text{Ko: "실제로 있는 날짜를 2027-03-01처럼", En: "a date that exists, written as 2027-03-01"}
	}
	return analyzer.Text{Ko: "문자열을", En: "a string"}
}
