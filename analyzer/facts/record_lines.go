package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// lineReader reads records from the lines of the sections about recipients, and from labelled lines
// of their kind elsewhere.
type lineReader struct {
	*reader
	listed map[int]bool // the lines in which a label names recipients
	out    []record

	list    *list
	cur     *record
	opens   Field   // the field with which records begin
	pending []Field // a label that stood alone: what follows is its value
	sibling string  // the numbering of that label: a line numbered alike is none of its values
	order   []Field // the fields of lines whose parts a sign sets apart
	titles  []Field // the labels that stood alone one right after the other: what follows are rows
	nth     int     // of the titles, whose value the next line is
	title   int     // the last of them
	last    int     // the last line that said something
	run     int     // the last line of the pairs that were looked at together
	turned  bool    // the names of those stand behind
	weight  int     // how clearly they do, or, below 0, stand before
	leads   bool    // companies stood over their tasks before in the list
	skip    int     // the last line that was read with one before it
	bare    int     // a short line that may be the name of what follows, or -1
}

// recordsInLines reads the lines of a page outside of its tables.
func (r *reader) recordsInLines() []record {
	x := &lineReader{reader: r, listed: make(map[int]bool), bare: -1, last: -1, skip: -1, run: -1, title: -2}
	for _, c := range [...]Clause{Entrustment, ThirdParty, OverseasTransfer} {
		for _, o := range r.index.of(wordsOf(c).header) {
			x.listed[o.line] = true
		}
	}
	for i := range r.lines {
		if i > x.skip && r.body[i] == Own && r.lines[i].cell == nil && r.lines[i].Block.Kind != policy.Alt && r.lines[i].Block.Kind != policy.Caption {
			x.line(i)
		}
	}
	x.close()
	return x.out
}

// line reads one line.
func (x *lineReader) line(i int) {
	l := &x.lines[i]
	s := x.sectionsAt(i)
	if !s.any() {
		x.elsewhere(i, x.cur != nil && x.last == i-1)
		return
	}
	if x.list == nil || x.list.sections != s {
		x.close()
		x.list = &list{line: i, sections: s}
	}
	at := l.content()
	labels := x.labelsIn(at)
	if x.sibling != "" && l.mark.style == x.sibling {
		x.pending = nil
	}
	switch {
	case x.drawn(i, at), x.pairsInLine(i, at):
	case len(labels) > 0 && x.isLabelled(l, labels):
		x.labels(i, labels)
	case x.slashedLine(i, at):
	case x.defines(i):
		x.value(i, at, x.pending)
	case x.flattened(i, at):
	case x.isOrder(at):
	case len(x.order) > 0 && x.ordered(i, at):
	case x.isBareLabel(l, at):
	case l.ended && (l.mark.style != "" || l.Block.Kind == policy.Item) && x.beginsWithFirm(at) && x.pair(i, at):
	case l.ended && len(l.Units) > 1 && (l.mark.style != "" || l.Block.Kind == policy.Item) && x.firmBehind(i, at):
	case l.ended && (l.size > longHeading/2 || gives(l) || strings.HasSuffix(l.Block.Text, "니다.")) && (isSentence(l.Block.Text) || !hasLegalForm(l.Block.Text)):
		x.prose(i)
	case l.handsOut():
		x.prose(i)
	case x.pair(i, at), x.group(i), x.enumerated(i, at):
	case len(x.pending) > 0 && (x.pending[0] != FieldName || namesSomebody(x.doc.TextOf(at)) && !x.isOverTable(i)):
		x.value(i, at, x.pending)
	default:
		x.bareName(i, at)
	}
}

// elsewhere reads a line outside of the sections about recipients: it counts where labels say that
// recipients are named, and as long as labels follow.
func (x *lineReader) elsewhere(i int, goesOn bool) {
	if goesOn = goesOn && x.list != nil && !x.list.sections.any(); !goesOn {
		x.close()
	}
	if !goesOn && !x.listed[i] {
		return
	}
	l := &x.lines[i]
	labels := x.labelsIn(l.content())
	if len(labels) == 0 || !x.isLabelled(l, labels) || !goesOn && (!slices.Contains(labels[0].fields, FieldName) || sidesOf(x.doc.TextOf(labels[0].title)) == 0) {
		x.close()
		return
	}
	if x.list == nil {
		x.list = &list{line: i}
	}
	x.labels(i, labels)
}

// isLabelled tells lines of labels from sentences in which a colon stands: their first label begins
// the line, or nearly.
func (x *lineReader) isLabelled(l *Line, labels []label) bool {
	before := labels[0].title.Start - l.content().Start
	if value := labels[0].value; len(labels) == 1 && before < 6 && (isVague(labels[0].fields) && hasLegalForm(x.doc.TextOf(value)) || x.isCategory(labels[0]) && (x.nameliness(value) < 0 || beginsSmall(x.doc.TextOf(value)))) {
		return false // 고객센터 : ㈜가람콜; delivery companies : Customer support
	}
	if value := x.doc.TextOf(labels[0].value); len(labels) == 1 && slices.Equal(labels[0].fields, []Field{FieldPeriod}) && hasLegalForm(value) && len(period.Lengths(value)) == 0 {
		return false // 자료 보관 : ㈜가람클라우드
	}
	return before <= 60 && (!l.ended || before <= 6 || x.isTitled(l, labels[0])) || !x.named(l, labels).Empty()
}

// defines reports whether a line stands right below a term that announced a field: it is its value, whatever
// its words.
func (x *lineReader) defines(i int) bool {
	return len(x.pending) > 0 && x.lines[i-1].Block.Kind == policy.Term && x.lines[i].Block.Kind != policy.Term && hasLetters(x.lines[i].Block.Text)
}

// isOverTable reports whether a line stands right over a table whose titles name a column of recipients: it says whose list
// that is, or of which day.
func (x *lineReader) isOverTable(i int) bool {
	if i+1 >= len(x.lines) || x.lines[i].cell != nil || x.lines[i+1].cell == nil {
		return false
	}
	return slices.ContainsFunc(x.lines[i+1].cell.Table.Grid[0], func(c *policy.Cell) bool {
		return c != nil && isTitle(c.Text) && slices.Contains(fieldsOf(c.Text), FieldName)
	})
}

// isTitled reports whether a line begins with a label whose last words stand in brackets: 위탁받는 자(수탁자).
func (x *lineReader) isTitled(l *Line, first label) bool {
	return isTitle(x.doc.TextOf(policy.Range{Start: l.content().Start, End: first.title.End}))
}

// isCategory reports whether a label for names is a word for companies of a kind: payment providers.
func (x *lineReader) isCategory(lb label) bool {
	title := x.doc.TextOf(lb.title)
	names := company.Split(title).Names
	return len(lb.fields) == 1 && lb.fields[0] == FieldName && len(names) == 1 && names[0].Kind == company.Category && !saysInTitle(title, pairWords().anyFirm)
}

// beginsSmall reports whether a text begins with a small Latin letter, as a name seldom does: card payments.
func beginsSmall(text string) bool { return text != "" && 'a' <= text[0] && text[0] <= 'z' }

// isVague tells fields whose words are those of work, too.
func isVague(fields []Field) bool {
	return len(fields) == 1 && (fields[0] == FieldOther || fields[0] == FieldGroup || fields[0] == FieldContact)
}

// named are the names that stand before labels in their line: 가람카드 - 목적 : 적립 / 항목 : 성명.
func (x *lineReader) named(l *Line, labels []label) policy.Range {
	at := x.trim(policy.Range{Start: l.content().Start, End: labels[0].title.Start})
	for _, lb := range labels {
		if slices.Contains(lb.fields, FieldName) {
			return policy.Range{}
		}
	}
	if text := x.doc.TextOf(at); isLonger(text, 2*longHeading) || !hasLetters(text) || x.nameliness(at) <= noPair/2 || !namesSomebody(text) {
		return policy.Range{}
	}
	return at
}

// labels reads what stands behind labels.
func (x *lineReader) labels(i int, labels []label) {
	x.pending, x.sibling = nil, ""
	if name := x.named(&x.lines[i], labels); !name.Empty() && x.list.sections.any() {
		x.flush()
		x.cur, x.opens, x.last = &record{list: x.list, line: i}, FieldName, i
		x.cur.add(FieldName, name)
	}
	for _, lb := range labels {
		for _, f := range lb.fields {
			x.list.announce(f, lb.title, x.doc.TextOf(lb.title))
		}
		if !hasLetters(x.doc.TextOf(lb.value)) {
			x.open(i, lb.fields)
			x.pending = lb.fields
			continue
		}
		x.value(i, lb.value, lb.fields)
	}
}

// open begins a record where the field with which records begin comes again.
func (x *lineReader) open(i int, fields []Field) {
	first := fields[0]
	if x.cur != nil && x.cur.has(first) && (first == x.opens || first == FieldName) {
		x.flush()
	}
	if x.cur == nil {
		if first != FieldName && first != FieldOther && x.bare >= 0 && x.bare == i-1 {
			x.cur = &record{list: x.list, line: x.bare}
			x.cur.add(FieldName, x.lines[x.bare].content())
			x.opens = NoField
		} else {
			x.cur = &record{list: x.list, line: i}
			x.opens = first
		}
	}
	x.bare = -1
}

// value takes a value over for the fields of its label.
func (x *lineReader) value(i int, at policy.Range, fields []Field) {
	x.open(i, fields)
	for _, f := range fields {
		x.cur.add(f, at)
	}
	x.last = i
}

// isBareLabel takes a line that is nothing but a label for what follows.
func (x *lineReader) isBareLabel(l *Line, at policy.Range) bool {
	text := x.doc.TextOf(at)
	if l.ended || l.size > longTitle/2+10 || strings.IndexByte(text, '[') > 0 {
		return false // 신용정보집중기관[가온신용정보원] is a value
	}
	if _, _, pair := x.halves(at); pair {
		return false
	}
	fields := fieldsOf(strings.TrimRight(text, " :："))
	if h := x.sections[l.Index]; h >= 0 && len(fields) > 0 && x.headings[h].Line == l.Index && l.Block.Kind != policy.Term && (x.headings[h].Style != "" && x.headings[h].Style == x.main.style || fields[0] != FieldName && x.opensWithSentence(h)) {
		return false // the heading of the section: 위탁에 관한 사항
	}
	if len(fields) == 0 || fields[0] == FieldOther || fields[0] == FieldGroup || slices.Equal(fields, x.pending) && x.title == l.Index-1 && l.Block.Kind != policy.Term && namesSomebody(text) {
		return false
	}
	for _, f := range fields {
		x.list.announce(f, at, text)
	}
	if x.title == l.Index-1 && x.nth == 0 && !slices.Contains(x.titles, fields[0]) {
		x.titles = append(x.titles, fields[0])
	} else {
		x.titles, x.nth = []Field{fields[0]}, 0
		x.open(l.Index, fields)
	}
	x.pending, x.last, x.title, x.sibling = fields, l.Index, l.Index, l.mark.style
	return true
}

// opensWithSentence reports whether a sentence stands right under the heading of a clause: the heading
// announces a section, no field.
func (x *lineReader) opensWithSentence(h int) bool {
	next := x.headings[h].Line + 1
	return len(x.headings[h].Clauses) > 0 && next < len(x.lines) && x.lines[next].ended && isSentence(x.lines[next].Block.Text)
}

// bareName keeps a short line in mind: what follows may be its particulars.
func (x *lineReader) bareName(i int, at policy.Range) {
	x.flush()
	x.bare = -1
	l := &x.lines[i]
	if l.ended || l.size > longHeading || len(l.clauses) > 0 {
		return
	}
	text := x.doc.TextOf(at)
	named := company.Split(text).Names
	if len(named) == 0 || named[0].Kind != company.Company && !x.isKind(at) || len(named) > 3 && !hasLegalForm(text) {
		return
	}
	x.bare = i
	if x.list.sections.entrustment && (l.Block.Kind == policy.Item || l.mark.style != "") && noted(named, text) {
		x.enumeration(i, at.Start, text, named)
		x.bare = -1
	}
}

// flush ends the record that is read.
func (x *lineReader) flush() {
	if x.cur != nil && x.cur.has(FieldName) {
		x.out = append(x.out, *x.cur)
	}
	x.cur = nil
}

// close ends the list that is read.
func (x *lineReader) close() {
	x.flush()
	x.titles, x.nth = nil, 0
	x.list, x.pending, x.order, x.opens, x.bare, x.leads = nil, nil, nil, NoField, -1, false
}
