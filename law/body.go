package law

import (
	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/date"
)

// A Body is an outside body to which data subjects may turn, as it is reached in a span of time.
type Body struct {
	ID    string // the same for all names and addresses that one body had
	Name  Text
	Phone string
	Host  string
	Span
	Sure bool // its name, phone and host were confirmed
}

// Bodies are the outside bodies of a day, in the order of the data.
func (c *Catalogue) Bodies(on date.Date) []Body {
	var out []Body
	for _, b := range c.bodies {
		if b.Holds(on) {
			out = append(out, b)
		}
	}
	return out
}

func (c *Catalogue) readBodies(data []byte) error {
	var file struct {
		Body []struct {
			ID       string
			NameKo   string `toml:"name_ko"`
			NameEn   string `toml:"name_en"`
			Phone    string
			Host     string
			From, To toml.LocalDate
			Sure     bool
		}
	}
	if err := decode(data, &file); err != nil {
		return err
	}
	for _, e := range file.Body {
		c.bodies = append(c.bodies, Body{ID: e.ID, Name: Text{e.NameKo, e.NameEn}, Phone: e.Phone, Host: e.Host, Span: span(e.From, e.To), Sure: e.Sure})
	}
	return nil
}
