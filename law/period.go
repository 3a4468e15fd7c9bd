package law

import (
	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/date"
)

// A Period is how long a statute has a kind of record kept, or says that it need not be.
type Period struct {
	ID      string
	Record  Text
	Kind    PeriodKind
	Statute string // the official name of the statute
	Act     string // the article of the act: 제6조제1항·제3항
	Decree  string // the article of its decree or rule with the length, with its title: 같은 법 시행령 제6조제1항제2호; or ""
	Binding Binding
	Months  int   // its length; 0 where Days gives it, or where it has none
	Days    int   // its length in days; 0 where Months gives it
	Also    []int // months that the same provision gives in special cases
	Applies Text  // whom it binds
	Since   Text  // from when it runs; empty where that is not said
	Note    Text
	Span
	Exact bool // From is the day on which the rule began, not the first on which it was seen
}

// PeriodKind says what a period is.
type PeriodKind uint8

// The kinds of periods.
const (
	Minimum      PeriodKind = iota + 1 // it is kept at least so long
	Maximum                            // it is kept no longer
	DefaultMax                         // no longer, where no other length can be fixed
	OptionalMin                        // at least so long, if it is kept at all
	Repealed                           // the statute no longer has it kept
	NoBasis                            // no rule on keeping was found in the statute
	Internal                           // the controller's own decision, no statute
	StorageRule                        // how it is kept, not how long
	Classified                         // as long as the class of the record says
	Deadline                           // a time within which to act
	Recurring                          // something to do again and again
	ConsentBased                       // as long as was consented to
)

var periodKinds = []string{"", "minimum", "maximum", "default-maximum", "optional-minimum", "repealed", "no-basis", "internal",
	"storage-rule", "classified", "deadline", "recurring", "consent-based"}

// String is the kind as the data writes it.
func (k PeriodKind) String() string { return periodKinds[k] }

// UnmarshalText reads what String writes.
func (k *PeriodKind) UnmarshalText(text []byte) error { return oneOf((*uint8)(k), periodKinds, text) }

// Periods are all periods, in the order of the data.
func (c *Catalogue) Periods() []Period { return c.periods }

// Period is a period by its name, and whether the catalogue has it.
func (c *Catalogue) Period(id string) (Period, bool) {
	for _, p := range c.periods {
		if p.ID == id {
			return p, true
		}
	}
	return Period{}, false
}

// PeriodsOf are those that a statute sets and that are in force on a day.
func (c *Catalogue) PeriodsOf(statute string, on date.Date) []Period {
	var out []Period
	for _, p := range c.periods {
		if p.Statute == statute && p.Holds(on) {
			out = append(out, p)
		}
	}
	return out
}

// Provision is where a period stands, as findings cite it.
func (p Period) Provision() Provision {
	cite := p.Decree // the rule of a statute alone, with its name
	if p.Act != "" {
		cite = p.Statute + " " + p.Act
		if p.Decree != "" {
			cite += ", " + p.Decree
		}
	}
	return Provision{Cite: cite, Title: p.Record, Span: p.Span, Binding: p.Binding, Obligation: Conditional, Place: Elsewhere, Told: ByController}
}

func (c *Catalogue) readPeriods(data []byte) error {
	var file struct {
		Period []struct {
			ID        string
			RecordKo  string `toml:"record_ko"`
			RecordEn  string `toml:"record_en"`
			Kind      PeriodKind
			Statute   string
			Act       string
			Decree    string
			Binding   Binding
			Months    int
			Days      int
			Also      []int
			AppliesKo string `toml:"applies_ko"`
			AppliesEn string `toml:"applies_en"`
			SinceKo   string `toml:"since_ko"`
			SinceEn   string `toml:"since_en"`
			NoteKo    string `toml:"note_ko"`
			NoteEn    string `toml:"note_en"`
			From, To  toml.LocalDate
			Exact     bool
		}
	}
	if err := decode(data, &file); err != nil {
		return err
	}
	for _, e := range file.Period {
		c.periods = append(c.periods, Period{
			ID: e.ID, Record: Text{e.RecordKo, e.RecordEn}, Kind: e.Kind, Statute: e.Statute, Act: e.Act, Decree: e.Decree,
			Binding: e.Binding, Months: e.Months, Days: e.Days, Also: e.Also, Applies: Text{e.AppliesKo, e.AppliesEn},
			Since: Text{e.SinceKo, e.SinceEn}, Note: Text{e.NoteKo, e.NoteEn}, Span: span(e.From, e.To), Exact: e.Exact})
	}
	return nil
}
