package facts

import (
	"slices"
	"strings"

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
	term    int          // the line above that is a term and names what is told below it, 0 for none
	group   labelGroup   // the labelled lines that tell of one record
	basis   Quote        // a law named above, for all lines below
	waits   *Retained    // a period that is told for the lines below
	awaits  bool         // a label of a period stood alone
	except  int          // where words stand that make of what follows an exception, 0 for none
	mark    mark         // of the line in which they stand
	rule    policy.Range // what they except
}

// line reads one line of the policy's own text.
func (k *keeper) line(i int) {
	l := &k.lines[i]
	if l.cell != nil {
		k.table(l.cell.Table, i)
		return
	}
	at := k.branch(l.content())
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

// branch is the text of a line behind the signs of a tree that is drawn in text: ├ 방문대장 ─── 1년
func (k *keeper) branch(at policy.Range) policy.Range {
	text := k.doc.TextOf(at)
	at.Start = at.End - len(strings.TrimLeft(text, " ├└│┣┗┃┌┏┠┖─━"))
	return at
}

// mayTell reports whether a line may tell a period: most lines have neither a digit nor a word for one.
func (k *keeper) mayTell(l *Line) bool {
	return l.has(retentionWords().when) || figures.in(l.Block.Text)
}

var figures = newSigns("0123456789０１２３４５６７８９")

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

// alone reads a short line that is nothing but a period, in the section about it.
func (k *keeper) alone(i int, at policy.Range) bool {
	l := &k.lines[i]
	text := k.doc.TextOf(at)
	if k.mode != keptWhole || isSentence(text) || l.size > longHeading/2 || k.heads(i) {
		return false
	}
	p := period.Parse(text)
	if len(p.Lengths) == 0 && len(p.Events) == 0 && !isAtOnce(text, p) || p.Start > 24 || strings.Contains(text[:p.Start], ",") || k.unitHas(i, at, retentionWords().other) {
		return false
	}
	if bare := size(text[:p.Start])+k.beside(at, p) <= 2 && k.above.Text != ""; !bare && !(p.Until && size(text[p.End:]) <= 2) && !(isAtOnce(text, p) && k.above.Text != "") {
		return false
	}
	before := len(k.out)
	told := k.period(i, at)
	if law, ok := k.lawIn(policy.Range{Start: at.Start + p.End, End: at.End}); ok {
		k.groundsOf(before, law)
	}
	return told
}

// beside is the size of what stands behind a period, without a law that is its ground: 5년 상법 제33조.
func (k *keeper) beside(at policy.Range, p period.Period) int {
	behind := policy.Range{Start: at.Start + p.End, End: at.End}
	n := size(k.doc.TextOf(behind))
	if n <= 2 {
		return n
	}
	if law, ok := k.lawIn(behind); ok && n-size(law.Text) <= 4 {
		return 0
	}
	return n
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
	if w := retentionWords(); k.mode == keptWhole && l.has(w.law) && (!sentence || l.has(w.keeps)) {
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
	if k.term > 0 && i <= k.term+mostDescriptions && l.Block.Kind == policy.Paragraph {
		return // one of several descriptions of a term
	}
	k.above, k.group, k.term = k.quote(at), labelGroup{}, 0
	if l.Block.Kind == policy.Term {
		k.term = i
	}
}

// mostDescriptions is how many descriptions may stand below a term that names a record.
const mostDescriptions = 4
