package facts

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/statute"
)

// A StatedPeriod is how long a policy says that it keeps something because of laws that it names.
type StatedPeriod struct {
	Retained
	Laws    []Citation // the laws that are its ground, in the order of the text
	Own     bool       // the row itself names them, not what stands over several rows
	Besides bool       // other laws without a name stand beside them: 등 관계 법령
	Willed  bool       // consent, or a reason of the company's own, is a ground, too
	Records bool       // it names records, not what they are kept for: 대금결제 기록
	Kinds   []string   // the kinds of records that it names, by the names of the periods of the law
	Perhaps []string   // other kinds that its words may mean
}

// StatedPeriods are those of the policy with a law as their ground, in its order. Rows that share a period
// and its ground are one. Those whose cell tells several lengths, of records named elsewhere, are left out:
// which is whose is not told.
var StatedPeriods = analyzer.NewFact("stated periods", func(p *analyzer.Pass) []StatedPeriod {
	var out []StatedPeriod
	laws := citationsByPage(p)
	before := PlaceIn{Page: -1} // the period of the row before
	for _, r := range Retentions.Of(p) {
		lines := Wording.Of(p)[r.Period.At.Page]
		if n := len(out) - 1; n >= 0 && out[n].Period.At == r.Period.At && out[n].Basis.At == r.Basis.At {
			out[n].Record.Text += ", " + r.Record.Text
			continue
		}
		s := StatedPeriod{Retained: r, Laws: groundsFor(r, laws[r.Period.At.Page], p.Policy.Pages[r.Period.At.Page])}
		if n := len(out) - 1; len(s.Laws) == 0 && n >= 0 && out[n].goesOn(r, lines) {
			s.Laws = out[n].Laws
		}
		if len(s.Laws) > 0 && !isOneOfMany(r, lines) {
			s.Own = isOwn(lines, r, s.Laws[0].Start, before)
			out = append(out, s)
		}
		before = r.Period.At
	}
	for i := range out {
		out[i].read(Wording.Of(p)[out[i].Period.At.Page])
	}
	return out
})

// isOneOfMany reports whether the cell of a period tells other lengths, too, and the record stands elsewhere.
func isOneOfMany(r Retained, lines []Line) bool {
	n := lineAt(lines, r.Period.At.Range.Start)
	if n < 0 || lines[n].cell == nil || lines[n].cell.Range.Overlaps(r.Record.At.Range) {
		return false
	}
	return len(period.Lengths(lines[n].cell.Text)) > len(r.Parsed.Lengths)
}

// goesOn reports whether the sentence of a row, which begins with its law, goes on with another row: by the
// E-Commerce Act payments are kept for five years, complaints for three.
func (s *StatedPeriod) goesOn(r Retained, lines []Line) bool {
	first, next := s.Period.At, r.Period.At
	n := lineAt(lines, first.Range.Start)
	if first.Page != next.Page || n < 0 || n != lineAt(lines, next.Range.Start) || lines[n].cell != nil {
		return false
	}
	from := s.Laws[0].Start
	return r.Basis.Text == "" && from < s.Record.At.Range.Start && lines[n].unitAt(from) == lines[n].unitAt(next.Range.Start)
}

func citationsByPage(p *analyzer.Pass) [][]Citation {
	out := make([][]Citation, len(p.Policy.Pages))
	for _, c := range Citations.Of(p) {
		out[c.Page] = append(out[c.Page], c)
	}
	return out
}

// groundsFor are the laws that a row names as its ground: those of its basis, and those that are joined to
// them by no more than signs and short words; else those within its own words.
func groundsFor(r Retained, laws []Citation, doc *policy.Document) []Citation {
	places := []policy.Range{r.Basis.At.Range}
	if r.Basis.Text == "" {
		places = []policy.Range{r.Record.At.Range, r.Period.At.Range}
	}
	var out []Citation
	last := -1 // where the one before ends
	first, end := places[0].Start, places[0].End
	for _, at := range places {
		first, end = min(first, at.Start), max(end, at.End)
	}
	from := sort.Search(len(laws), func(i int) bool { return laws[i].Range().End > first })
	for _, c := range laws[from:] {
		if !overlapsAny(c.Range(), places) && !(r.Basis.Text != "" && last >= 0 && isJoined(doc.Visible[last:max(last, c.Start)])) {
			if c.Range().Start >= end {
				break
			}
			continue
		}
		last = c.Range().End
		if !slices.ContainsFunc(out, func(o Citation) bool { return o.ID == c.ID && c.ID != "" }) {
			out = append(out, c)
		}
	}
	return out
}

// isJoined reports whether what stands between two laws joins them.
func isJoined(between string) bool { return !strings.Contains(between, "\n") && onlyJoined(between) }

func overlapsAny(r policy.Range, places []policy.Range) bool {
	for _, at := range places {
		if !at.Empty() && at.Overlaps(r) {
			return true
		}
	}
	return false
}

// isOwn reports whether a row itself names the law at a place: in its line or table, or between the period
// before and its own.
func isOwn(lines []Line, r Retained, law int, before PlaceIn) bool {
	at, cited := lineAt(lines, r.Period.At.Range.Start), lineAt(lines, law)
	if at < 0 || cited < 0 {
		return false
	}
	if a, b := lines[at].cell, lines[cited].cell; at == cited || a != nil && b != nil && a.Table == b.Table {
		return true
	}
	from := 0
	if before.Page == r.Period.At.Page {
		from = before.Range.End
	}
	return from <= law && law < r.Period.At.Range.Start && r.Record.At.Range.Start < law
}

// read tells the kinds of records from the words of a row, and what other grounds stand in them.
func (s *StatedPeriod) read(lines []Line) {
	s.Kinds, s.Perhaps = kindsIn(s.Record.Text)
	if len(s.Kinds) == 0 && len(s.Perhaps) == 0 {
		s.Kinds, s.Perhaps = kindsIn(s.Period.Text)
	}
	var around strings.Builder
	for _, place := range [...]int{s.Laws[0].Start, s.Period.At.Range.Start} {
		if n := lineAt(lines, place); n >= 0 {
			if u := unitOf(&lines[n], place); u != nil {
				around.WriteString(lines[n].textOf(u.Range) + "\n")
			}
		}
	}
	words := recordWords()
	for _, m := range recordMatches(s.Record.Text) {
		s.Records = s.Records || m.Phrase == words.record
	}
	for _, m := range recordMatches(around.String() + s.Record.Text) {
		s.Besides = s.Besides || m.Phrase == words.laws
		s.Willed = s.Willed || m.Phrase == words.own
	}
}

// textOf is the text of a part of the line.
func (l *Line) textOf(r policy.Range) string {
	start := l.Block.Range.Start
	return l.Block.Text[max(0, r.Start-start):min(len(l.Block.Text), r.End-start)]
}

// kindsIn are the kinds of records that a few words name, and others that they may mean. The names of laws
// tell nothing of records.
func kindsIn(text string) (kinds, perhaps []string) {
	for _, f := range slices.Backward(statute.Find(text)) {
		text = text[:f.Start] + "\n" + text[f.End:]
	}
	for _, m := range recordMatches(text) {
		switch table, id, _ := strings.Cut(phrases.Records().Name(m.Phrase), "."); {
		case table == "record" && !slices.Contains(kinds, id):
			kinds = append(kinds, id)
		case table == "perhaps" && !slices.Contains(perhaps, id):
			perhaps = append(perhaps, id)
		}
	}
	return kinds, slices.DeleteFunc(perhaps, func(id string) bool { return slices.Contains(kinds, id) })
}

func recordMatches(text string) []phrases.Match {
	scan := phrases.Records().Scan(text)
	defer scan.Close()
	return scan.Unit(0, len(text), nil)
}

var recordWords = sync.OnceValue(func() struct{ laws, own, record phrases.ID } {
	set := phrases.Records()
	return struct{ laws, own, record phrases.ID }{mustHave(set, "ground.laws"), mustHave(set, "ground.own"), mustHave(set, "kept.record")}
})
