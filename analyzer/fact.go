package analyzer

import "fmt"

// A Fact is something that a policy says or is, as a typed value. Rules and other facts ask for it
// with Of; which facts a rule stands on is told by what it asks for.
type Fact[T any] struct {
	Name string
	find func(*Pass) T
}

// NewFact makes a fact of a pure function. Facts that stand on each other form no cycle: they are
// package variables, whose initialisation the compiler orders.
func NewFact[T any](name string, find func(*Pass) T) *Fact[T] {
	return &Fact[T]{Name: name, find: find}
}

// Of is the fact in a pass: found when first asked for, then shared. Nobody changes the value.
func (f *Fact[T]) Of(p *Pass) T {
	if v, ok := p.facts[f]; ok {
		return v.(T)
	}
	v := f.find(p)
	p.facts[f] = v
	return v
}

// String is the fact's name.
func (f *Fact[T]) String() string { return fmt.Sprintf("fact %s", f.Name) }
