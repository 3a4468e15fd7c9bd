package law

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/date"
)

// A Catalogue is what is known of the law. It is read-only.
type Catalogue struct {
	conditions   []Condition
	requirements []Requirement
	duties       map[Duty]int
	periods      []Period
	stale        []Stale
	bodies       []Body
	customs      []Notification
}

// Files are the data of the catalogue that is part of the program.
//
//go:embed *.toml
var Files embed.FS

// Default is the catalogue of [Files], read when first asked for: most commands need no law at all.
var Default = sync.OnceValue(func() *Catalogue {
	c, err := Read(Files)
	if err != nil {
		panic(err) // the catalogue is part of the program; its test reads it
	}
	return c
})

// Read reads a catalogue from a folder of the same files as [Files].
func Read(files fs.FS) (*Catalogue, error) {
	c := &Catalogue{}
	for _, part := range [...]struct {
		name string
		read func([]byte) error
	}{
		{"conditions.toml", c.readConditions}, // before the duties, which name them
		{"duties.toml", c.readDuties},
		{"periods.toml", c.readPeriods},
		{"stale.toml", c.readStale},
		{"bodies.toml", c.readBodies},
		{"notices.toml", c.readNotices},
	} {
		data, err := fs.ReadFile(files, part.name)
		if err != nil {
			return nil, err
		}
		if err := part.read(data); err != nil {
			return nil, fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return c, nil
}

// decode reads TOML, and refuses what it does not know.
func decode(data []byte, into any) error {
	d := toml.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	return d.Decode(into)
}

func span(from, to toml.LocalDate) Span { return Span{From: day(from), To: day(to)} }

func day(d toml.LocalDate) date.Date { return date.Date{Year: d.Year, Month: d.Month, Day: d.Day} }
