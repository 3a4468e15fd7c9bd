// Package law knows what the law asks of a privacy policy, by date: duties and the provisions they
// stand on. It is data (duties.toml) and the code that reads it; a new provision is a change in the
// data.
package law

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/date"
)

// Duty names something that the law asks of a policy, such as "purpose".
type Duty string

// A Provision is where a duty stands, and when that citation was in force.
type Provision struct {
	Cite  string    // as Korean law is cited: 개인정보 보호법 제30조제1항제1호
	Title Text      // what it asks for
	From  date.Date // first day in force
	To    date.Date // last day in force; zero where it still is
}

// Text is a text in both languages.
type Text struct{ Ko, En string }

// Provisions are those that a duty stands on, on a day, in the order of the catalogue.
func Provisions(d Duty, day date.Date) []Provision {
	var out []Provision
	for _, p := range catalogue()[d] {
		if !day.Before(p.From) && (p.To == date.Date{} || !p.To.Before(day)) {
			out = append(out, p)
		}
	}
	return out
}

// InForce reports whether the law asks for a duty on a day.
func InForce(d Duty, day date.Date) bool { return len(Provisions(d, day)) > 0 }

// Known reports whether the catalogue has a duty.
func Known(d Duty) bool { _, ok := catalogue()[d]; return ok }

//go:embed duties.toml
var source []byte

// catalogue is read once, when first asked for: most commands need no law at all.
var catalogue = sync.OnceValue(func() map[Duty][]Provision {
	c, err := parse(source)
	if err != nil {
		panic(err) // the catalogue is part of the program; its test reads it
	}
	return c
})

// entry is a duty as the data writes it.
type entry struct {
	TitleKo    string `toml:"title_ko"`
	TitleEn    string `toml:"title_en"`
	Provisions []struct {
		Cite string
		From toml.LocalDate
		To   toml.LocalDate
	}
}

func parse(data []byte) (map[Duty][]Provision, error) {
	var entries map[Duty]entry
	if err := toml.Unmarshal(data, &entries); err != nil {
		return nil, fmt.Errorf("duties.toml: %w", err)
	}
	out := make(map[Duty][]Provision, len(entries))
	for d, e := range entries {
		for _, p := range e.Provisions {
			out[d] = append(out[d], Provision{Cite: p.Cite, Title: Text{e.TitleKo, e.TitleEn}, From: day(p.From), To: day(p.To)})
		}
	}
	return out, nil
}

func day(d toml.LocalDate) date.Date { return date.Date{Year: d.Year, Month: d.Month, Day: d.Day} }
