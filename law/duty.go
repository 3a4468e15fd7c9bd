package law

import (
	"cmp"
	"fmt"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/date"
)

// Duty names something that the law asks of a policy, such as "purpose".
type Duty string

// A Requirement is what a duty asks for.
type Requirement struct {
	ID         Duty
	Clause     string // the clause of a policy that it asks for, as facts name it; "" for none of its own
	Title      Text   // what it asks for, in a few words
	About      Text   // in a sentence
	Condition  string // the key of the condition under which it concerns a controller; "" for none
	Unless     string // the key of the condition under which it is met elsewhere than in the policy; "" for none
	Provisions []Provision
}

// A Provision is where a duty stands, when that citation was in force, and what it binds to.
type Provision struct {
	Cite  string // as Korean law is cited: 개인정보 보호법 제30조제1항제1호
	Title Text   // what it asks for
	Span
	Binding    Binding    // what the duty rests on: that of the rule that asks for it in the policy
	Obligation Obligation // of whom it is asked
	Place      Place      // where it asks for it
	Told       Told       // who can tell whether a conditional duty applies
	Grace      date.Date  // the last day on which a policy from before From need not meet it; zero for none
	Renumbered bool       // only its number changed: what it asks for did not
}

// Place says where a duty may be met.
type Place uint8

// The places.
const (
	InPolicy      Place = iota + 1 // in the text of the policy
	PolicyOrOther                  // there, or in another notice
	Elsewhere                      // not in the policy
	Publication                    // it is about how the policy is published
)

var places = []string{"", "policy", "policy-or-other", "elsewhere", "publication"}

// UnmarshalText reads a place as the data writes it.
func (p *Place) UnmarshalText(text []byte) error { return oneOf((*uint8)(p), places, text) }

// String is the place as the data writes it.
func (p Place) String() string { return places[p] }

// Told says who can tell whether the condition of a duty is met.
type Told uint8

// Who can tell.
const (
	ByText       Told = iota + 1 // the policy's own words may show it
	ByController                 // only the controller knows
)

var tellers = []string{"", "text", "controller"}

// UnmarshalText reads what the data writes.
func (t *Told) UnmarshalText(text []byte) error { return oneOf((*uint8)(t), tellers, text) }

// Requirements are all duties, in the order of the data.
func (c *Catalogue) Requirements() []Requirement { return c.requirements }

// Requirement is what a duty asks for, and whether the catalogue has it.
func (c *Catalogue) Requirement(d Duty) (Requirement, bool) {
	i, ok := c.duties[d]
	if !ok {
		return Requirement{}, false
	}
	return c.requirements[i], true
}

// Provisions are those that a duty stands on, on a day, in the order of the catalogue.
func (c *Catalogue) Provisions(d Duty, day date.Date) []Provision {
	r, _ := c.Requirement(d)
	var out []Provision
	for _, p := range r.Provisions {
		if p.Holds(day) {
			out = append(out, p)
		}
	}
	return out
}

// Standing is the strongest provision that a duty stands on, on a day; ok says whether there is one.
func (c *Catalogue) Standing(d Duty, day date.Date) (strongest Provision, ok bool) {
	for _, p := range c.Provisions(d, day) {
		if !ok || p.Binding > strongest.Binding {
			strongest, ok = p, true
		}
	}
	return strongest, ok
}

// InForce reports whether the law asks for a duty on a day.
func (c *Catalogue) InForce(d Duty, day date.Date) bool { return len(c.Provisions(d, day)) > 0 }

// Rises is the first day behind one day, and up to another, on which the law asks for a duty more
// strictly: at all, by more than a guideline, or of more controllers. ok says whether there is one.
func (c *Catalogue) Rises(d Duty, behind, upTo date.Date) (first date.Date, ok bool) {
	r, _ := c.Requirement(d)
	now, _ := c.Standing(d, behind)
	for _, p := range r.Provisions {
		later := behind.Before(p.From) && !upTo.Before(p.From)
		stricter := p.Binding > Guideline && now.Binding <= Guideline || p.Obligation > now.Obligation
		if later && stricter && (!ok || p.From.Before(first)) {
			first, ok = p.From, true
		}
	}
	return first, ok
}

// Changed is the last day, up to another, on which what a duty asks for, or of whom, changed. Zero where
// it never did.
func (c *Catalogue) Changed(d Duty, upTo date.Date) date.Date {
	r, _ := c.Requirement(d)
	var last date.Date
	for _, p := range r.Provisions {
		if !p.Renumbered && !upTo.Before(p.From) && last.Before(p.From) {
			last = p.From
		}
	}
	return last
}

// dutyEntry is a duty as the data writes it: what its provisions leave out is that of the duty.
type dutyEntry struct {
	ID         Duty
	Clause     string
	TitleKo    string `toml:"title_ko"`
	TitleEn    string `toml:"title_en"`
	AboutKo    string `toml:"about_ko"`
	AboutEn    string `toml:"about_en"`
	Binding    Binding
	Obligation Obligation
	Place      Place
	Told       Told
	Condition  string
	Unless     string
	Provisions []struct {
		Cite       string
		From, To   toml.LocalDate
		Binding    Binding
		Obligation Obligation
		Place      Place
		Grace      toml.LocalDate
		Renumbered bool
	}
}

func (c *Catalogue) readDuties(data []byte) error {
	var file struct{ Duty []dutyEntry }
	if err := decode(data, &file); err != nil {
		return err
	}
	c.duties = make(map[Duty]int, len(file.Duty))
	for _, e := range file.Duty {
		if _, twice := c.duties[e.ID]; twice || e.ID == "" {
			return fmt.Errorf("duty %q: no name, or a second of that name", e.ID)
		}
		if err := c.refuseUnknown(e); err != nil {
			return err
		}
		r := Requirement{ID: e.ID, Clause: e.Clause, Title: Text{e.TitleKo, e.TitleEn}, About: Text{e.AboutKo, e.AboutEn},
			Condition: e.Condition, Unless: e.Unless}
		for _, p := range e.Provisions {
			r.Provisions = append(r.Provisions, Provision{
				Cite: p.Cite, Title: r.Title, Span: span(p.From, p.To), Told: cmp.Or(e.Told, ByText), Binding: cmp.Or(p.Binding, e.Binding),
				Obligation: cmp.Or(p.Obligation, e.Obligation), Place: cmp.Or(p.Place, e.Place, InPolicy), Grace: day(p.Grace), Renumbered: p.Renumbered})
		}
		c.duties[e.ID] = len(c.requirements)
		c.requirements = append(c.requirements, r)
	}
	return nil
}
