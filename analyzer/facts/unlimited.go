package facts

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Unlimited are the records that the policy says are kept for good: 영구, 무기한. What cannot be told to be
// anybody's any more is none, nor is what a law that is named has kept so.
var Unlimited = analyzer.NewFact("unlimited retention", func(p *analyzer.Pass) []Retained {
	var out []Retained
	for _, row := range Retentions.Of(p) {
		if isForGood(row) && row.Basis.Text == "" && !textHas(row.Record.Text, detail("retention.anonymous")) && !readers.Of(p)[row.Period.At.Page].namesLawBehind(row.Period.At.Range) {
			out = append(out, row)
		}
	}
	return out
})

// namesLawBehind reports whether a law stands behind a period in its sentence, before any other period:
// 영구 — 상법.
func (r *reader) namesLawBehind(at policy.Range) bool {
	l := &r.lines[r.lineAt(at.Start)]
	if len(l.Units) == 0 {
		return false
	}
	behind := policy.Range{Start: at.End, End: max(at.End, l.Units[l.unitAt(at.Start)].Range.End)}
	laws := (&keeper{reader: r}).laws(behind)
	return len(laws) > 0 && period.Parse(r.doc.Visible[behind.Start:laws[0].Start]).IsZero()
}

// isForGood reports whether a period has no end, by words that say so and not only that it goes on.
// It may have a beginning: 동의일부터 영구.
func isForGood(row Retained) bool {
	p := row.Parsed
	for _, e := range p.Events {
		if e != period.Consent && e != period.Collection && e != period.Joining && e != period.Withdrawal {
			return false
		}
	}
	return p.Indefinite && len(p.Lengths) == 0 && textHas(row.Period.Text, detail("retention.forever"))
}
