package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// keeper reads a page for how long records are kept, line by line.
type keeper struct {
	*reader
	tables map[*policy.Table]bool // those that were read
	modes  map[int]keeping        // by section
	out    []Retained

	mode    keeping
	section int          // the heading that opened the clause in which the line stands, or -1
	above   Quote        // a line that names what is told below it
	group   labelGroup   // the labelled lines that tell of one record
	basis   Quote        // a law named above, for all lines below
	waits   *Retained    // a period that is told for the lines below
	awaits  bool         // a label of a period stood alone
	except  int          // where words stand that make of what follows an exception, 0 for none
	mark    mark         // of the line in which they stand
	rule    policy.Range // what they except
}

// labelGroup is what labels say of one record: 보존 항목, 보존 근거.
type labelGroup struct {
	items, purpose, basis Quote
	kept                  bool // the label of the items says that they are kept
	others                bool // a label names a recipient
	done                  bool // its period was read
}

// line reads one line of the policy's own text.
func (k *keeper) line(i int) {
	l := &k.lines[i]
	if l.cell != nil {
		k.table(l.cell.Table, i)
		return
	}
	at := l.content()
	var labels []label
	if at.Len() <= longSentence && mayLabel(l.Block.Text) {
		labels = k.labelsIn(at)
	}
	if !speaks(labels) {
		k.enter(k.modeAt(i))
	}
	if k.mode == notKept || !hasLetters(l.Block.Text) {
		return
	}
	k.excepted(l)
	may := k.mayTell(l)
	switch {
	case may && k.drawn(at):
	case may && k.awaits && k.value(i, at):
	case k.labelled(i, at, labels):
	case may && (k.says(i, at) || k.alone(i, at)):
	default:
		k.names(i, at)
	}
}

// mayTell reports whether a line may tell a period: most lines have neither a digit nor a word for one.
func (k *keeper) mayTell(l *Line) bool {
	return l.has(retentionWords().when) || strings.ContainsAny(l.Block.Text, "0123456789０１２３４５６７８９")
}

// mayLabel reports whether signs stand in a text that set labels apart. A long sentence has none.
func mayLabel(text string) bool {
	text = text[:windowBehind(text, 0)]
	return strings.ContainsAny(text, ":：[【<(「〈\t|=→▶") || strings.Contains(text, " - ") || strings.Contains(text, " – ") || strings.Contains(text, " — ") || strings.Contains(text, " ― ")
}

// enter notes that lines stand under another heading, and forgets what was said under the last.
func (k *keeper) enter(mode keeping, section int) {
	if mode == k.mode && section == k.section {
		return
	}
	*k = keeper{reader: k.reader, tables: k.tables, modes: k.modes, out: k.out, mode: mode, section: section}
}

// excepted notes that what follows is an exception, and from what. It ends with the list item in which
// it began.
func (k *keeper) excepted(l *Line) {
	w := retentionWords()
	if k.except > 0 && l.cell == nil && k.mark.style != "" && l.mark.style == k.mark.style {
		k.except, k.rule = 0, policy.Range{}
	}
	for u := range l.Units {
		unit := &l.Units[u]
		at, found := unit.find(w.exception)
		switch {
		case found && k.except == 0:
			k.except, k.mark = max(at.Start, 1), l.mark
			if at.Start > unit.Range.Start {
				k.rule = policy.Range{Start: unit.Range.Start, End: at.Start}
			}
		case k.except == 0 && (unit.has(w.keeps) || unit.has(w.destroys)):
			k.rule = unit.Range
		}
	}
}

// labelled reads a line of labels: 보존 항목 : …
func (k *keeper) labelled(i int, at policy.Range, labels []label) bool {
	if len(labels) == 0 || k.lines[i].mark.style == "article" || labels[0].title.Start-at.Start > 60 || k.lines[i].ended && labels[0].title.Start-at.Start > 6 {
		return false
	}
	for _, lb := range labels {
		if k.unitHas(i, lb.title, retentionWords().logs) || isOpen(k.doc.Visible[at.Start:lb.title.End]) || k.namesItself(i, lb) {
			return false // 회원 정보: 5년
		}
	}
	told := false
	for _, lb := range labels {
		if title := k.doc.TextOf(lb.title); !k.isAny(title, retentionWords().place) && !k.isAny(title, retentionWords().hours) {
			told = k.label(i, lb) || told
		}
	}
	return told
}

// isOpen reports whether a bracket is opened in a text and not closed: 접속 기록 (통신비밀보호법
func isOpen(s string) bool { return strings.Count(s, "(") > strings.Count(s, ")") }

// namesItself reports whether what stands before a colon is no label, but the name of the record whose
// period stands behind it.
func (k *keeper) namesItself(i int, lb label) bool {
	switch {
	case strings.Count(k.doc.TextOf(lb.title), ")") > strings.Count(k.doc.TextOf(lb.title), "("):
		return true
	case slices.Contains(lb.fields, FieldBasis):
		if strings.HasPrefix(k.doc.TextOf(lb.value), "에") {
			return true // 「통신비밀보호법」에 따른 …
		}
		found := period.Find(k.doc.TextOf(lb.value))
		return len(found) > 0 && found[0].Start <= 3 && len(found[0].Lengths) > 0 // 접속 기록(통신비밀보호법): 3개월
	case slices.Contains(lb.fields, FieldPeriod):
		outer, _, bracket := strings.Cut(k.doc.TextOf(lb.title), "(")
		return bracket && hasLetters(outer) && !slices.Contains(fieldsOf(outer), FieldPeriod)
	}
	return isRecordLabel(lb.fields) && !k.unitHas(i, lb.title, retentionWords().keeps) && k.isPeriod(lb.value)
}

// speaks reports whether a line begins with a label of what is kept, why, or for how long: it goes on
// with what stands above it, even where it looks like a heading.
func speaks(labels []label) bool {
	return len(labels) > 0 && !labels[0].value.Empty() && slices.ContainsFunc(labels[0].fields, func(f Field) bool {
		return f == FieldPeriod || f == FieldBasis || f == FieldPurpose || f == FieldItems
	})
}

// isRecordLabel reports whether a label may be the name of a record itself.
func isRecordLabel(fields []Field) bool {
	return !slices.ContainsFunc(fields, func(f Field) bool { return f == FieldPeriod || f == FieldBasis || f == FieldPurpose })
}

// label takes over what stands behind one label.
func (k *keeper) label(i int, lb label) bool {
	if k.group.done && isRecordLabel(lb.fields) {
		k.group = labelGroup{}
	}
	value := k.quote(lb.value)
	if k.isAny(k.doc.TextOf(lb.title), retentionWords().file) {
		k.above = value
		return true
	}
	told := false
	for _, f := range lb.fields {
		switch told = true; f {
		case FieldItems:
			k.group.items, k.group.kept = value, k.unitHas(i, lb.title, retentionWords().keeps)
		case FieldPurpose, FieldTask, FieldGroup, FieldBasis:
			k.ground(i, f, lb.value)
		case FieldPeriod:
			k.awaits = value.Text == ""
			k.periodOf(i, lb)
		case FieldName, FieldSub, FieldGiver:
			k.group.others = true
		default:
			told = false
		}
	}
	return told
}

// periodOf reads the period behind its label, which may name the record: 행태정보 보유기간
func (k *keeper) periodOf(i int, lb label) {
	if q := k.quote(policy.Range{Start: lb.title.Start, End: lb.title.Start + k.cutTitle(lb.title)}); k.namesRecord(i, q) {
		k.above = q
	}
	k.period(i, lb.value)
}

// namesRecord reports whether words name a kind of record, and not all that is kept.
func (k *keeper) namesRecord(i int, q Quote) bool {
	w := retentionWords()
	return size(q.Text) >= 2 && k.unitHas(i, q.At.Range, w.anything) && !k.isGeneric(q.Text)
}

// ground takes over why a record is kept: a law, or a purpose. A list of records may stand there, too.
func (k *keeper) ground(i int, f Field, at policy.Range) {
	p := period.Parse(k.doc.TextOf(at))
	if f == FieldBasis && len(p.Lengths) > 0 && k.rowsOf(i, at, Quote{}, true) {
		return
	}
	if law, ok := k.lawIn(at); ok {
		k.group.basis = law
	} else if f != FieldBasis && k.group.purpose.Text == "" {
		k.group.purpose = k.quote(at)
	}
}

// value reads a line as the value of the label above it.
func (k *keeper) value(i int, at policy.Range) bool {
	k.awaits = false
	return (k.lines[i].size <= longHeading || k.isPeriod(at)) && k.period(i, at)
}

// period reads what stands behind the label of a period, as that of the record told by labels or
// by the lines above.
func (k *keeper) period(i int, at policy.Range) bool {
	if !hasLetters(k.doc.TextOf(at)) {
		return false
	}
	k.group.done = true
	if k.group.others {
		return true
	}
	record := k.recordOf(i)
	before := len(k.out)
	if !k.rowsOf(i, at, record, true) {
		p := period.Parse(k.doc.TextOf(at))
		if p.IsZero() {
			return false
		}
		k.add(Retained{Record: record, Period: k.quote(at), Parsed: p})
	}
	for n := before; n < len(k.out); n++ {
		if r := &k.out[n]; r.Basis.Text == "" {
			r.Basis = k.group.basis
		}
	}
	return true
}

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

// alone reads a short line that is nothing but a period, in the section about it.
func (k *keeper) alone(i int, at policy.Range) bool {
	l := &k.lines[i]
	text := k.doc.TextOf(at)
	if k.mode != keptWhole || isSentence(text) || l.size > longHeading/2 || k.heads(i) {
		return false
	}
	p := period.Parse(text)
	if len(p.Lengths) == 0 && len(p.Events) == 0 || p.Start > 24 || k.unitHas(i, at, retentionWords().other) {
		return false
	}
	if bare := size(text[:p.Start])+size(text[p.End:]) <= 2 && k.above.Text != ""; !bare && !(p.Until && size(text[p.End:]) <= 2) {
		return false
	}
	return k.period(i, at)
}

// heads reports whether a line is the heading of a clause.
func (k *keeper) heads(i int) bool {
	j := k.sections[i]
	return j >= 0 && k.headings[j].Line == i && len(k.headings[j].Clauses) > 0
}

// names takes a line that says no period: it may name what is told below it, or the law.
func (k *keeper) names(i int, at policy.Range) {
	l := &k.lines[i]
	text := k.doc.TextOf(at)
	sentence := isSentence(text) && !slices.ContainsFunc(listOf("retention.abbreviated"), func(end string) bool { return strings.HasSuffix(text, end) }) || l.size > longHeading
	if k.waits != nil && !sentence {
		row := *k.waits
		row.Record = k.quote(at)
		k.add(row)
		return
	}
	k.waits = nil
	if w := retentionWords(); l.has(w.law) && (!sentence || l.has(w.keeps)) {
		if law, ok := k.lawIn(at); ok {
			k.basis = law
			if size(text)-size(law.Text) <= 24 {
				return
			}
		}
	}
	if strings.HasPrefix(text, "※") || k.heads(i) || l.has(retentionWords().other) {
		return
	}
	if left, ok := k.labelAt(at); ok {
		if fields := fieldsOf(k.quote(left).Text); len(fields) > 0 {
			k.group.others = k.group.others || slices.Contains(fields, FieldName)
			return // 수집방법: 누리집
		}
		at = left
	} else if sentence {
		return
	}
	k.above, k.group = k.quote(at), labelGroup{}
}

// labelAt is what stands before the first sign in a line, where it is as short as a label.
func (k *keeper) labelAt(at policy.Range) (policy.Range, bool) {
	if !mayLabel(k.doc.TextOf(at)) {
		return policy.Range{}, false
	}
	left, _, ok := k.sidesAt(at)
	return left, ok && !isLonger(k.doc.TextOf(left), longHeading)
}

// quote is a stretch of the page as a quote, without the signs at its ends.
func (k *keeper) quote(at policy.Range) Quote {
	text := k.doc.TextOf(at)
	text = strings.TrimLeft(text, " ")
	for _, bullet := range [...]string{"o ", "ㅇ ", "○ "} {
		text = strings.TrimPrefix(text, bullet)
	}
	at.Start += at.Len() - len(text)
	start := len(text) - len(strings.TrimLeft(text, " \n:：·-–•▶■○●※*,;/)」』>]”’\"'"))
	end := len(strings.TrimRight(text, " \n:：·-–,;/(「『<[“‘"))
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
	if !strings.ContainsAny(q.Text, ",;、\n과와") || q.At.Range.Len() > 600 {
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
		case ',', ';', '、', '\n', '과', '와':
			if depth > 0 || (r == '과' || r == '와') && (!strings.HasPrefix(text[min(i+len("과"), len(text)):], " ") || !k.isWholeName(k.quote(policy.Range{Start: start, End: at.Start + i}).Text)) {
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
	scan := phrases.Details().Scan(text)
	defer scan.Close()
	return slices.ContainsFunc(scan.Unit(0, len(text), nil), func(m phrases.Match) bool {
		return m.Phrase+firstDetail() == retentionWords().generic && m.Start == 0 && m.End == len(text)
	})
}

// isAny reports whether a phrase stands in a text that was cut out of its line.
func (k *keeper) isAny(text string, id phrases.ID) bool {
	scan := phrases.Details().Scan(text)
	defer scan.Close()
	return slices.ContainsFunc(scan.Unit(0, len(text), nil), func(m phrases.Match) bool { return m.Phrase+firstDetail() == id })
}
