package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// slashed reads a value that begins with a company and its country, and goes on with what else is said of
// it, parted by slashes, without labels: Garam Inc. / 미국 / 쿠키 / 접속 시 전송 / 1년. It returns the name.
func (r *reader) slashed(rec *record, v policy.Range) policy.Range {
	const sign, least = " / ", 3
	text := r.doc.TextOf(v)
	if strings.Count(text, sign) < least-1 || strings.Contains(text, "\n") {
		return v
	}
	var parts []policy.Range
	for start := 0; start <= len(text); {
		end := len(text)
		if n := strings.Index(text[start:], sign); n >= 0 {
			end = start + n
		}
		parts = append(parts, r.trim(policy.Range{Start: v.Start + start, End: v.Start + end}))
		start = end + len(sign)
	}
	if name, country := r.doc.TextOf(parts[0]), r.doc.TextOf(parts[1]); !isFirm(name) || isLonger(country, longTitle/2) || len(countriesOf(country)) == 0 {
		return v
	}
	rec.add(FieldCountry, parts[1])
	for _, at := range parts[2:] {
		for _, f := range r.unlabelled(rec, at) {
			rec.add(f, at)
		}
	}
	return parts[0]
}

// slashedLine reads a line of a list of transfers whose parts slashes part, without labels.
func (x *lineReader) slashedLine(i int, at policy.Range) bool {
	if !x.list.sections.transfer || x.lines[i].ended {
		return false
	}
	probe := record{}
	if x.slashed(&probe, at) == at {
		return false
	}
	x.flush()
	rec := record{list: x.list, line: i}
	rec.add(FieldName, at)
	x.out = append(x.out, rec)
	x.last, x.bare = i, -1
	return true
}

// unlabelled are the fields of a part without a label, by its look: data come first, what for behind them.
func (r *reader) unlabelled(rec *record, at policy.Range) []Field {
	text := r.doc.TextOf(at)
	line := &r.lines[r.lineAt(at.Start)]
	w := elementWords()[OverseasTransfer]
	_, isTiming := line.findIn(w["timing"].said, at)
	_, isMethod := line.findIn(w["method"].said, at)
	switch {
	case !hasLetters(text):
		return nil
	case hasValue(text), isWebAddress(text):
		return []Field{FieldContact}
	case isTiming, isMethod:
		return []Field{FieldTiming, FieldMethod}
	case len(period.Lengths(text)) > 0, strings.HasSuffix(text, "까지"):
		return []Field{FieldPeriod}
	case !rec.has(FieldItems):
		return []Field{FieldItems}
	case !rec.has(FieldPurpose):
		return []Field{FieldPurpose}
	}
	return nil
}
