package law

import "github.com/pelletier/go-toml/v2"

// A Notification is a duty or a custom of telling people that a policy or what they consented to changes.
type Notification struct {
	ID      string
	About   Text
	Binding Binding
	Days    int // of notice before the change; 0 where none are set
	Cites   []string
	Span
	Sure bool
}

// Notifications are the duties and customs of telling of changes, in the order of the data.
func (c *Catalogue) Notifications() []Notification { return c.customs }

func (c *Catalogue) readNotices(data []byte) error {
	var file struct {
		Notice []struct {
			ID       string
			AboutKo  string `toml:"about_ko"`
			AboutEn  string `toml:"about_en"`
			Binding  Binding
			Days     int
			Cites    []string
			From, To toml.LocalDate
			Sure     bool
		}
	}
	if err := decode(data, &file); err != nil {
		return err
	}
	for _, e := range file.Notice {
		c.customs = append(c.customs, Notification{ID: e.ID, About: Text{e.AboutKo, e.AboutEn}, Binding: e.Binding, Days: e.Days,
			Cites: e.Cites, Span: span(e.From, e.To), Sure: e.Sure})
	}
	return nil
}
