package facts

import (
	"slices"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// An OpenEnded is something that is kept, and neither for how long nor until when can be told.
type OpenEnded struct {
	Record Quote // as far as it is named beside the words
	Words  Quote // what stands where the period should
	Why    OpenWhy
}

// OpenWhy is what the words say instead of a period.
type OpenWhy uint8

// What they may say.
const (
	SomeTime  OpenWhy = iota // 일정 기간, as long as necessary
	OwnRules                 // as rules of the controller say that are not told: 정관 및 제규정에 따름
	AsLawSays                // as laws say, none of which the policy names with its period
	ByRules                  // some time, by laws and rules that the policy does not name: 내부 방침 및 관련 법령에 따라 일정기간
	KeptOn                   // nothing: it is kept when a member has left, or goes on being kept
)

// OpenEndeds are those that a policy states of its own records, in its order. Exceptions that the policy
// makes from a period it states, and words that a list of records with their periods fills, are none.
var OpenEndeds = analyzer.NewFact("open-ended retention", func(p *analyzer.Pass) []OpenEnded {
	var out []OpenEnded
	rows := Retentions.Of(p)
	for _, r := range readers.Of(p) {
		o := &openReader{keeper: &keeper{reader: r, modes: make(map[int]keeping)}}
		for _, row := range rows {
			o.note(row)
		}
		for _, row := range rows {
			if row.Period.At.Page == r.page {
				o.row(row)
			}
		}
		for i := range r.lines {
			if r.body[i] == Own && r.lines[i].Block.Kind != policy.Alt {
				o.line(i)
			}
		}
		slices.SortStableFunc(o.found, func(a, b OpenEnded) int { return a.Words.At.Range.Start - b.Words.At.Range.Start })
		out = append(out, o.found...)
	}
	return out
})

// openReader reads a page for what is kept without an end.
type openReader struct {
	*keeper
	told   []policy.Range // where the page tells a period of what stands in another line
	own    []policy.Range // and of what stands beside it
	byLaw  bool           // the policy names a law with the period for which it has something kept
	stated bool           // the policy states a length of time, or an event that ends one
	found  []OpenEnded
}

// note takes over what a row says that fills vaguer words elsewhere.
func (o *openReader) note(row Retained) {
	p := row.Parsed
	if len(p.Lengths)+len(p.Events) == 0 {
		return
	}
	o.stated = true
	o.byLaw = o.byLaw || row.Basis.Text != "" && len(p.Lengths) > 0
	if row.Period.At.Page == o.page {
		at := row.Period.At.Range
		if record := row.Record.At; record.Page == o.page && o.lineAt(record.Range.Start) == o.lineAt(at.Start) {
			o.own = append(o.own, at)
			return
		}
		o.told = append(o.told, at)
	}
}

// row judges what a row of a table, a label or a list states for a period.
func (o *openReader) row(row Retained) {
	p := row.Parsed
	if len(p.Lengths)+len(p.Events) > 0 || p.Immediate || row.Exception {
		return
	}
	line := &o.lines[o.lineAt(row.Period.At.Range.Start)]
	open := OpenEnded{Record: row.Record, Words: row.Period}
	switch {
	case p.Indefinite:
		if textHas(row.Period.Text, openWords().forever) || textHas(row.Record.Text, openWords().anonymous) || row.Basis.Text != "" || line.has(openWords().not) {
			return
		}
		open.Why = KeptOn
	case o.refers(line), row.Basis.Text != "", textHas(row.Record.Text, openWords().limits):
		return
	case p.Vague:
		open.Why = SomeTime
	case line.has(openWords().rules) && !line.has(openWords().laws):
		open.Why = OwnRules
		if m, _ := line.find(openWords().rules); m.Start < row.Period.At.Range.Start {
			open.Words = o.quote(policy.Range{Start: m.Start, End: row.Period.At.Range.End})
		}
	case line.has(openWords().laws) && !o.byLaw:
		open.Why = AsLawSays
	default:
		return
	}
	o.found = append(o.found, open)
}

// line reads the sentences of a line of the controller's own keeping.
func (o *openReader) line(i int) {
	l := &o.lines[i]
	if l.cell != nil && o.others[l.cell.Table] {
		return
	}
	mode, section := o.modeAt(i)
	if mode != keptWhole && !(section >= 0 && (within(o.headings[section].Clauses, Destruction) || within(o.headings[section].Clauses, Items))) || mode == notKept || o.refers(l) {
		return
	}
	for u := range l.Units {
		unit := &l.Units[u]
		if slices.ContainsFunc(o.found, func(x OpenEnded) bool { return unit.Range.Contains(x.Words.At.Range) }) {
			continue
		}
		if words, why, ok := o.sentence(i, unit, mode); ok {
			o.found = append(o.found, OpenEnded{Words: o.quote(words), Why: why})
		}
	}
}

// sentence judges one sentence.
func (o *openReader) sentence(i int, u *Unit, mode keeping) (at policy.Range, why OpenWhy, ok bool) {
	w := openWords()
	if !slices.ContainsFunc([]phrases.ID{w.some, w.needed, w.on, w.byRules, w.byLaws}, u.has) || u.has(w.not) || o.tellsLength(u) {
		return at, 0, false
	}
	found := func(id phrases.ID) bool {
		m, ok := u.find(id)
		at = policy.Range{Start: m.Start, End: m.End}
		return ok
	}
	switch whole := mode == keptWhole; {
	case found(w.some) && (whole || textHas(o.doc.TextOf(u.Range), retentionWords().anything)):
		if o.isByRules(u, at) {
			return at, ByRules, !o.byLaw
		}
		return at, SomeTime, !endsOtherwise(o.doc.Visible[u.Range.Start:at.Start])
	case !whole:
		return at, 0, false
	case found(w.needed) && !o.stated && !u.has(w.laws):
		return at, SomeTime, true
	case found(w.on) && !u.has(w.laws) && !u.has(w.posts) && !u.has(w.anonymous) && !o.toldNear(i):
		return at, KeptOn, !endsOtherwise(o.doc.TextOf(u.Range))
	case found(w.byRules) && !u.has(w.laws) && !o.toldNear(i):
		return at, OwnRules, true
	case found(w.byLaws) && !o.stated:
		_, named := o.lawIn(u.Range)
		return at, AsLawSays, !named
	}
	return at, 0, false
}

// isByRules reports whether laws or rules are said to set a period that is not told: in Korean and
// Japanese before it, in English behind it, too.
func (o *openReader) isByRules(u *Unit, at policy.Range) bool {
	w := openWords()
	before := o.doc.Visible[u.Range.Start:at.Start]
	return textHas(before, w.laws) || textHas(before, w.rules) || textHas(o.doc.Visible[at.End:u.Range.End], w.accordance)
}

// tellsLength reports whether a sentence states a length of time.
func (o *openReader) tellsLength(u *Unit) bool {
	return len(period.Lengths(o.doc.TextOf(u.Range))) > 0
}

// endsOtherwise reports whether words beside a vague period, or beside what is kept on, state one that ends:
// 계정을 유지하는 동안 또는.
func endsOtherwise(words string) bool {
	return slices.ContainsFunc(period.Find(words), func(p period.Period) bool {
		return p.Until || slices.Contains(p.Events, period.Ongoing)
	})
}

// refers reports whether a line leads to where periods stand.
func (o *openReader) refers(l *Line) bool { return l.has(openWords().refers) }

// nearTold is how many lines below what is kept its period may stand.
const nearTold = 3

// toldNear reports whether a period is told in a line, or right below it for what it names.
func (o *openReader) toldNear(i int) bool {
	line := o.lines[i].Block.Range
	below := policy.Range{Start: line.Start, End: o.lines[min(i+nearTold, len(o.lines)-1)].Block.Range.End}
	return slices.ContainsFunc(o.own, line.Contains) || slices.ContainsFunc(o.told, below.Contains)
}

type openPhrases struct {
	some, needed, on, posts, not, refers, laws, rules, limits, forever, anonymous, byRules, byLaws, accordance phrases.ID
}

var openWords = sync.OnceValue(func() openPhrases {
	return openPhrases{
		some: detail("retention.some_time"), needed: detail("retention.as_needed"), on: detail("retention.kept_on"), posts: detail("retention.posts"),
		not: detail("retention.no_open"), refers: detail("retention.refers"), laws: detail("retention.any_law"), rules: detail("retention.own_rules"),
		limits: detail("retention.limits"), forever: detail("retention.forever"), anonymous: detail("retention.anonymous"),
		byRules: detail("retention.by_rules"), byLaws: detail("retention.by_laws"), accordance: detail("retention.accordance"),
	}
})
