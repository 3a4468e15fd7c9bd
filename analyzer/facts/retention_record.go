package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// recordOf is what a period is told of where its line does not say it.
func (k *keeper) recordOf(i int) Quote {
	g := &k.group
	if q := k.footage(i); q.Text != "" && !g.kept {
		return q
	}
	switch {
	case g.items.Text != "" && g.kept:
		return g.items
	case k.above.Text != "":
		return k.above
	case g.purpose.Text != "":
		return g.purpose
	case g.items.Text != "":
		return g.items
	}
	return k.titleOver(i)
}

// footage is what the section about cameras keeps.
func (k *keeper) footage(i int) Quote {
	for j := k.sections[i]; j >= 0; j = k.headings[j].parent {
		h := &k.headings[j]
		if !within(h.Clauses, VideoDevices) || h.label {
			continue
		}
		if m, ok := k.lines[h.Line].find(retentionWords().footage); ok {
			return k.quote(policy.Range{Start: m.Start, End: m.End})
		}
	}
	return Quote{}
}

// titleOver names what is kept by the headings over a line: one that opens no clause, or the images
// or personal data of which the heading of the clause speaks.
func (k *keeper) titleOver(i int) Quote {
	w := retentionWords()
	for j := k.sections[i]; j >= 0; j = k.headings[j].parent {
		h := &k.headings[j]
		l := &k.lines[h.Line]
		if h.Line == i || h.label || speaks(k.labelsIn(l.content())) {
			continue
		}
		if l.has(titleWords().policy) && len(h.Clauses) == 0 {
			return Quote{}
		}
		if len(h.Clauses) == 0 {
			return k.quote(l.content())
		}
		if m, ok := l.find(w.footage); ok {
			return k.quote(policy.Range{Start: m.Start, End: m.End})
		}
		if m, ok := l.find(w.anything); ok {
			return k.quote(policy.Range{Start: m.Start, End: m.End})
		}
		return Quote{}
	}
	return Quote{}
}

// quote is a stretch of the page as a quote, without the signs at its ends.
func (k *keeper) quote(at policy.Range) Quote {
	text := k.doc.TextOf(at)
	text = strings.TrimLeft(text, " ")
	for _, bullet := range [...]string{"o ", "ㅇ ", "○ "} {
		text = strings.TrimPrefix(text, bullet)
	}
	if strings.HasPrefix(text, "(") && !strings.Contains(text, ")") {
		text = text[1:]
	}
	at.Start += at.Len() - len(text)
	start := len(text) - len(strings.TrimLeft(text, " \n:：·-–•▶■○●※*,;/)」』>]”’\"'├└│─━"))
	end := len(strings.TrimRight(text, " \n:：·-–─━,;/(「『<[“‘"))
	if start >= end {
		return Quote{At: PlaceIn{k.page, policy.Range{Start: at.Start, End: at.Start}}}
	}
	return Quote{strings.Join(strings.Fields(text[start:end]), " "), PlaceIn{k.page, policy.Range{Start: at.Start + start, End: at.Start + end}}}
}

// add takes a row over.
func (k *keeper) add(r Retained) {
	if r.Basis.Text == "" && k.mode == keptWhole && len(r.Parsed.Lengths) > 0 {
		r.Basis = k.basis
	}
	if k.except > 0 && r.Period.At.Range.Start >= k.except {
		r.Exception = true
		if !k.rule.Empty() && !k.rule.Overlaps(r.Period.At.Range) {
			r.Excepts = PlaceIn{k.page, k.rule}
		}
	}
	for _, record := range k.split(r.Record) {
		r.Record = record
		k.out = append(k.out, r)
	}
}

// split parts what names several records: 계약에 관한 기록, 결제에 관한 기록. Parts that are no whole names
// are left together.
func (k *keeper) split(q Quote) []Quote {
	if !strings.ContainsAny(q.Text, ",;、\n과와및") || q.At.Range.Len() > 600 {
		return []Quote{q}
	}
	var out []Quote
	at := q.At.Range
	depth, start := 0, at.Start
	text := k.doc.TextOf(at)
	for i, r := range text + "," {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth--
		case ',', ';', '、', '\n', '과', '와', '및':
			if depth > 0 || (r == '과' || r == '와' || r == '및') && (!strings.HasPrefix(text[min(i+len("과"), len(text)):], " ") || !k.isWholeName(k.quote(policy.Range{Start: start, End: at.Start + i}).Text)) {
				continue
			}
			part := k.quote(policy.Range{Start: start, End: at.Start + i})
			if !k.isWholeName(part.Text) {
				return []Quote{q}
			}
			out = append(out, part)
			start = at.Start + i + utf8.RuneLen(r)
		}
	}
	return out
}

// isWholeName reports whether words are the whole name of a kind of record.
func (k *keeper) isWholeName(text string) bool {
	return size(text) >= 6 && k.isAny(text, retentionWords().whole)
}

// isGeneric reports whether words name nothing in particular: 해당 정보.
func (k *keeper) isGeneric(text string) bool {
	scan := phrases.Default().Scan(text)
	defer scan.Close()
	return slices.ContainsFunc(scan.Unit(0, len(text), nil), func(m phrases.Match) bool {
		return m.Phrase == retentionWords().generic && m.Start == 0 && m.End == len(text)
	})
}

// isAny reports whether a phrase stands in a text that was cut out of its line.
func (k *keeper) isAny(text string, id phrases.ID) bool { return textHas(text, id) }

// unitHas reports whether a phrase stands in a part of a line. A line tells only of the first place of
// a phrase, so the part is looked through on its own where that lies elsewhere.
func (k *keeper) unitHas(i int, at policy.Range, id phrases.ID) bool {
	l := &k.lines[i]
	if _, ok := l.findIn(id, at); ok || !l.has(id) {
		return ok
	}
	return k.isAny(k.doc.TextOf(at), id)
}
