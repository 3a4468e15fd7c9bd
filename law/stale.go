package law

import (
	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/date"
)

// Stale is a term, institution, article or idea that is no longer in force. The words by which it is
// found stand with the facts, under the same name.
type Stale struct {
	ID       string
	Kind     StaleKind
	Title    Text      // what it is, and why it is no longer in force
	Valid    date.Date // the first day on which it was right; zero where that is not known
	Since    date.Date // the first day on which it is stale; zero where it is not known, or it never was right
	Doubtful date.Date // the first day on which it may have been stale already; zero where that is Since
	Doubt    Text      // what is known on the days from Doubtful to Since; empty where Title tells it
	Sure     bool      // Since was confirmed; else it is a day by which it surely was stale
	Ask      bool      // whether it is wrong depends on what the text does not tell
	Replaced Text      // what stands in its place; empty where nothing does
	Gravity  Gravity
	Cite     string // the law that ended it, where that was confirmed
}

// On reports whether it is stale on a day.
func (s Stale) On(day date.Date) bool { return s.Since.IsZero() || !day.Before(s.Since) }

// May reports whether it may be stale on a day, though it was not yet told to be.
func (s Stale) May(day date.Date) bool { return !s.Doubtful.IsZero() && !day.Before(s.Doubtful) }

// StaleKind says what is stale.
type StaleKind uint8

// The kinds of what is stale.
const (
	Term      StaleKind = iota + 1 // a word of the law
	Statute                        // a statute, or a name of one
	Article                        // an article that was moved or deleted
	Authority                      // a public authority
	Concept                        // an institution or rule
	Contact                        // an outside body for remedies, or a way to reach it
	Template                       // wording of a template
	Style                          // spelling
)

var staleKinds = []string{"", "term", "statute", "article", "authority", "concept", "contact", "template", "style"}

// String is the kind as the data writes it.
func (k StaleKind) String() string { return staleKinds[k] }

// UnmarshalText reads what String writes.
func (k *StaleKind) UnmarshalText(text []byte) error { return oneOf((*uint8)(k), staleKinds, text) }

// Gravity says how much it matters that something is stale.
type Gravity uint8

// The gravities.
const (
	Slight Gravity = iota + 1 // form only
	Plain                     // it misleads
	Grave                     // the basis that it gives does not exist
)

var gravities = []string{"", "slight", "plain", "grave"}

// UnmarshalText reads a gravity as the data writes it.
func (g *Gravity) UnmarshalText(text []byte) error { return oneOf((*uint8)(g), gravities, text) }

// Stale are all stale references, in the order of the data.
func (c *Catalogue) Stale() []Stale { return c.stale }

// StaleNamed is a stale reference by its name, and whether the catalogue has it.
func (c *Catalogue) StaleNamed(id string) (Stale, bool) {
	for _, s := range c.stale {
		if s.ID == id {
			return s, true
		}
	}
	return Stale{}, false
}

func (c *Catalogue) readStale(data []byte) error {
	var file struct {
		Stale []struct {
			ID           string
			Kind         StaleKind
			TitleKo      string `toml:"title_ko"`
			TitleEn      string `toml:"title_en"`
			Valid, Since toml.LocalDate
			Doubtful     toml.LocalDate
			DoubtKo      string `toml:"doubt_ko"`
			DoubtEn      string `toml:"doubt_en"`
			Sure, Ask    bool
			ReplacedKo   string `toml:"replaced_ko"`
			ReplacedEn   string `toml:"replaced_en"`
			Gravity      Gravity
			Cite         string
		}
	}
	if err := decode(data, &file); err != nil {
		return err
	}
	for _, e := range file.Stale {
		c.stale = append(c.stale, Stale{ID: e.ID, Kind: e.Kind, Title: Text{e.TitleKo, e.TitleEn}, Valid: day(e.Valid), Since: day(e.Since),
			Doubtful: day(e.Doubtful), Doubt: Text{e.DoubtKo, e.DoubtEn}, Sure: e.Sure, Ask: e.Ask, Replaced: Text{e.ReplacedKo, e.ReplacedEn}, Gravity: e.Gravity, Cite: e.Cite})
	}
	return nil
}
