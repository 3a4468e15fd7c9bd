package config

import (
	"reflect"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/tomltree"
)

// rulesTable is [rules]: a severity for each rule, or a table with it and the options of the rule.
type rulesTable map[string]Rule

// severityField is what a rule is set to, in a word or as a key of its table.
var severityField = field{
	name:    "severity",
	words:   []string{off, "info", "warning", "error"},
	example: `"error"`,
	doc: analyzer.Text{
		Ko: "지적의 심각도(info, warning, error). off로 하면 규칙을 끕니다. 확인이 필요한 사항은 언제나 info입니다",
		En: "the severity of its findings: info, warning or error; off turns the rule off. Questions are always info"},
	typ: reflect.TypeFor[string](),
}

// off turns a rule off.
const off = "off"

func (t *rulesTable) read(r *reader, n *tomltree.Node) {
	*t = make(rulesTable)
	first := make(map[string]*tomltree.Node)
	for _, c := range n.Children {
		rule := r.rule(c.KeySpan, c.Key)
		if rule == nil || r.twice(c, first) {
			continue
		}
		switch c.Kind {
		case tomltree.String:
			f := severityField
			f.name = c.Key
			set := Rule{}
			set.severity(r.text(c, f))
			(*t)[c.Key] = set
		case tomltree.Table:
			(*t)[c.Key] = r.ruleTable(c, rule)
		default:
			r.fault(c.Span, "%q에는 off, info, warning, error 가운데 하나를 적거나 표로 적어야 합니다", "%q takes off, info, warning or error, or a table", c.Key)
		}
	}
}

// rule is the one of a name, or nil and a fault.
func (r *reader) rule(at tomltree.Span, name string) *analyzer.Rule {
	i := slices.IndexFunc(r.rules, func(rule *analyzer.Rule) bool { return rule.Name == name })
	if i >= 0 {
		return r.rules[i]
	}
	r.unknown(at, analyzer.Text{Ko: "규칙", En: "rule"}, name, namesOf(r.rules))
	return nil
}

// ruleTable reads the table of a rule: its severity, and its options over their defaults.
func (r *reader) ruleTable(n *tomltree.Node, rule *analyzer.Rule) Rule {
	var set Rule
	options := *n
	options.Children = nil
	first := make(map[string]*tomltree.Node)
	known := fields{severityField}
	if rule.Options != nil {
		known = append(known, fieldsOf(reflect.TypeOf(rule.Options))...)
	}
	for _, c := range n.Children {
		switch _, ok := known.named(c.Key); {
		case !ok && rule.Options != nil:
			r.unknown(c.KeySpan, keyWord, c.Key, known.names())
		case c.Key != severityField.name:
			options.Children = append(options.Children, c)
		case r.twice(c, first):
		case c.Kind != tomltree.String:
			r.mistyped(c, severityField.typ, severityField)
		default:
			set.severity(r.text(c, severityField))
		}
	}
	if rule.Options == nil {
		for _, c := range options.Children {
			r.fault(c.KeySpan, "%s 규칙에는 %q 옵션이 없습니다. 쓸 수 있는 키는 severity뿐입니다",
				"the rule %s has no option %q; its only key is severity", rule.Name, c.Key)
		}
		return set
	}
	to := reflect.New(reflect.TypeOf(rule.Options)).Elem()
	to.Set(reflect.ValueOf(rule.Options))
	r.table(&options, to)
	set.Setting.Options = to.Interface()
	return set
}

func (s *Rule) severity(word string) {
	s.Off = word == off
	s.Setting.Severity, _ = analyzer.ParseSeverity(word) // off is none
}
