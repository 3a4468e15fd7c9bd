package facts

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A PeriodConflict is two statements about one record that cannot both be right.
type PeriodConflict struct {
	First, Second Retained // in the order of the text

	AtOnce PlaceIn // where the policy says that all data are destroyed as soon as a member leaves, and Second is kept on; else empty
	Plain  bool    // both are entries of one list, on the same ground
}

// PeriodConflicts are those that a policy states of its own records. An exception, another law, another
// event from which a period runs, bounds of a period, and rows that a case or a purpose tells apart make none.
var PeriodConflicts = analyzer.NewFact("period conflicts", func(p *analyzer.Pass) []PeriodConflict {
	rows := Retentions.Of(p)
	rows = rows[:min(len(rows), mostCompared)]
	var out []PeriodConflict
	for _, r := range readers.Of(p) {
		c := &comparer{&keeper{reader: r, modes: make(map[int]keeping)}, make(map[int]bool)}
		for _, row := range rows {
			if row.Period.At.Page == r.page {
				c.tells[r.lineAt(row.Period.At.Range.Start)] = true
			}
		}
		out = append(out, c.twice(rows)...)
		out = append(out, c.atOnce(rows)...)
	}
	return out
})

// comparer compares the rows of a page.
type comparer struct {
	*keeper
	tells map[int]bool // the lines in which a period stands
}

// twice finds the records that have two periods, each once.
func (c *comparer) twice(rows []Retained) []PeriodConflict {
	var out []PeriodConflict
	named := make(map[string][]int) // by the name of the record, folded
	for j := range rows {
		b := &rows[j]
		name := RecordKey(b.Record.Text)
		if b.Period.At.Page != c.page || size(name) < shortestRecord || c.isGeneric(b.Record.Text) {
			continue
		}
		if n := slices.IndexFunc(named[name], func(i int) bool { return c.contradict(&rows[i], b) }); n >= 0 {
			a := &rows[named[name][n]]
			out = append(out, PeriodConflict{First: *a, Second: *b, Plain: c.sameList(a, b)})
		}
		named[name] = append(named[name], j)
	}
	return out
}

// contradict reports whether two rows of one name give it two lengths of time.
func (c *comparer) contradict(a, b *Retained) bool {
	if a.Exception != b.Exception || !slices.Equal(a.Parsed.Events, b.Parsed.Events) || !differ(a.Parsed, b.Parsed) || !c.isPlain(a) || !c.isPlain(b) {
		return false
	}
	i, j := c.lineAt(a.Period.At.Range.Start), c.lineAt(b.Period.At.Range.Start)
	if i == j {
		return false // 5년 (1만원 이하 1년)
	}
	law := foldLaw(a.Basis.Text)
	switch inTable := c.lines[i].cell != nil || c.lines[j].cell != nil; {
	case law != foldLaw(b.Basis.Text):
		return false
	case law != "":
		return c.isWholeName(a.Record.Text) || textHas(a.Record.Text, detail("retention.document"))
	default:
		return !inTable && c.sameList(a, b) && textHas(a.Record.Text, retentionWords().anything)
	}
}

// shortestRecord is how long the folded name of a record is at least that two statements share, by [size].
const shortestRecord = 5

// differ reports whether two periods state one length each, and not the same.
func differ(p, q period.Period) bool {
	if len(p.Lengths) != 1 || len(q.Lengths) != 1 {
		return false
	}
	a, b := p.Lengths[0], q.Lengths[0]
	for _, l := range [...]period.Length{a, b} {
		if l.AtLeast || l.AtMost || !l.Max.IsZero() {
			return false
		}
	}
	order, ok := a.Amount.Compare(b.Amount)
	return ok && order != 0
}

// mostBesides is how much may stand in a statement besides the record, its period and its law, by [size]:
// more may tell of a case.
const mostBesides = 30

// isPlain reports whether a row is all that its line, or cell, says.
func (c *comparer) isPlain(row *Retained) bool {
	line := c.lines[c.lineAt(row.Period.At.Range.Start)].Block.Range
	rest := size(c.doc.TextOf(line))
	for _, q := range [...]Quote{row.Record, row.Period, row.Basis} {
		if line.Contains(q.At.Range) {
			rest -= size(q.Text)
		}
	}
	return rest <= mostBesides && len(period.Lengths(c.doc.TextOf(line))) == 1
}

// sameList reports whether two rows stand in one list: no line between them, nor one of them, says
// anything else, such as whose records come next.
func (c *comparer) sameList(a, b *Retained) bool {
	i, j := c.lineAt(a.Period.At.Range.Start), c.lineAt(b.Period.At.Range.Start)
	if c.sections[i] != c.sections[j] || c.lines[i].cell != nil || c.lines[j].cell != nil {
		return false
	}
	for n := i; n <= j; n++ {
		if !c.tells[n] || isSentence(c.lines[n].Block.Text) {
			return false
		}
	}
	return true
}

// RecordKey is the name of a record as it is compared: 계약 또는 청약철회 등에 관한 기록 is 계약·청약철회에 관한 기록.
func RecordKey(name string) string {
	name = strings.ToLower(name)
	for _, joint := range listOf("retention.joints") {
		name = strings.ReplaceAll(name, joint, " ")
	}
	return onlyLetters(name)
}

// foldLaw is the name of a law without its article.
func foldLaw(law string) string {
	if i := strings.Index(law, "제"); i > 0 && strings.IndexFunc(law[i:], unicode.IsDigit) >= 0 {
		law = law[:i]
	}
	return onlyLetters(strings.ToLower(law))
}

// onlyLetters drops all but letters and digits.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// atOnce finds what is kept when a member has left, though the policy says that all data are destroyed
// as soon as he leaves, and makes no exception.
func (c *comparer) atOnce(rows []Retained) []PeriodConflict {
	at, ok := c.destroyedAtOnce()
	if !ok || slices.ContainsFunc(rows, func(r Retained) bool { return r.Exception }) {
		return nil
	}
	for _, row := range rows {
		p := row.Parsed
		if row.Period.At.Page == c.page && row.Basis.Text == "" && len(p.Lengths) == 1 && slices.Equal(p.Events, []period.Event{period.Withdrawal}) && !p.Until && !p.Immediate && !at.Overlaps(row.Period.At.Range) {
			return []PeriodConflict{{Second: row, AtOnce: PlaceIn{c.page, at}}}
		}
	}
	return nil
}

// destroyedAtOnce is the sentence that says that the data of members are destroyed as soon as they leave,
// where no word in it or right below it makes an exception.
func (c *comparer) destroyedAtOnce() (policy.Range, bool) {
	for i := range c.lines {
		l := &c.lines[i]
		if mode, _ := c.modeAt(i); c.body[i] != Own || l.cell != nil || mode < keptListed {
			continue
		}
		if at, ok := c.atOnceIn(l); ok {
			return at, !c.exceptsBelow(i)
		}
	}
	return policy.Range{}, false
}

// exceptsBelow reports whether a line or one right below it makes an exception, or leads to where one is.
func (c *comparer) exceptsBelow(i int) bool {
	return slices.ContainsFunc(c.lines[i:min(i+nearTold, len(c.lines))], func(l Line) bool {
		return l.has(retentionWords().exception) || l.has(openWords().refers) || l.has(retentionWords().grace)
	})
}

// atOnceIn finds it in a line.
func (c *comparer) atOnceIn(l *Line) (policy.Range, bool) {
	for u := range l.Units {
		if m, ok := l.Units[u].find(detail("retention.all_at_once")); ok {
			return policy.Range{Start: m.Start, End: m.End}, true
		}
	}
	return policy.Range{}, false
}
