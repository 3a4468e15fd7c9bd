package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// A record is one entry of a list: a row of a table, a group of labelled lines.
type record struct {
	list   *list
	values [fieldCount][]policy.Range // what it says of each field, as it stands; nothing that is empty
	row    int                        // of the table
	line   int                        // with which it begins
}

// add takes a value over, unless it was given before.
func (rec *record) add(f Field, value policy.Range) {
	const near = 16 // a merged cell is met again soon
	before := rec.values[f]
	if !value.Empty() && !slices.Contains(before[max(0, len(before)-near):], value) {
		rec.values[f] = append(rec.values[f], value)
	}
}

// has reports whether anything is said of a field.
func (rec *record) has(f Field) bool { return len(rec.values[f]) > 0 }

// isWhole reports whether everything but the name is said that the list announces.
func (rec *record) isWhole(l *list) bool {
	for f := range rec.values {
		if f := Field(f); f != FieldName && l.announces(f) && !rec.has(f) {
			return false
		}
	}
	return true
}

// empty reports whether nothing is said at all.
func (rec *record) empty() bool {
	for _, v := range rec.values {
		if len(v) > 0 {
			return false
		}
	}
	return true
}

// A list is a table, or a run of lines, that tells who gets data.
type list struct {
	table    *policy.Table // or nil
	line     int           // with which it begins
	said     bool          // by sentences, or by notices about others: it announces nothing
	entries  bool          // it has an entry of its own for each of them, behind or below such a sentence
	unclear  bool          // a column has a title that is not understood, or that says little
	unknown  bool          // a column has a title that is not understood
	titles   [fieldCount]policy.Range
	names    side // whom the title of its names makes the recipients
	others   side // the same for its other titles
	above    side // and for what stands above it
	sections sections
}

// announce notes the title of a field and whom it makes the recipients.
func (l *list) announce(f Field, title policy.Range, text string) {
	if l.titles[f].Empty() {
		l.titles[f] = title
	}
	switch s := sidesOf(text); f {
	case FieldName:
		l.names |= s
	case FieldGiver, FieldSub, FieldGroup:
	default:
		l.others |= s
	}
}

// announces reports whether a field has a title.
func (l *list) announces(f Field) bool { return !l.titles[f].Empty() }

// sections are the clauses about recipients in whose sections something stands.
type sections struct{ entrustment, provision, transfer bool }

func (s sections) any() bool { return s.entrustment || s.provision || s.transfer }

// noteSigns stand before notes.
const noteSigns = "※*"

// sectionsAt are those of a line, by the headings over it, else by what links from other pages call the page.
func (r *reader) sectionsAt(line int) sections {
	if out := r.sectionsOver(line); out.any() || !r.linkedAs.any() {
		return out
	}
	return r.linkedAs
}

// sectionsOver are those that headings open: the nearest one by its form that opens one of them decides, else
// those by their words alone. A heading of another clause ends them.
func (r *reader) sectionsOver(line int) sections {
	var out sections
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		h := &r.headings[i]
		here := sections{within(h.Clauses, Entrustment), within(h.Clauses, ThirdParty), within(h.Clauses, OverseasTransfer)}
		switch {
		case h.Glued && h.Style != "" && strings.Contains(noteSigns, h.Style): // a sentence of a note
		case !here.any() && r.titlesEntry(h):
		case r.namesWhole(h), r.lines[h.Line].has(titleWords().policy) && h.Style != "":
			return out
		case here.any() && h.Style != "":
			return here
		case here.any() && r.main.parts(h.Line, line):
		case here.any():
			out = sections{out.entrustment || here.entrustment, out.provision || here.provision, out.transfer || here.transfer}
		case len(h.Clauses) == 0 && h.Style != "" && h.Style == r.main.style:
			return out // a section whose clause is not known
		case !h.label && !h.Glued && slices.ContainsFunc(h.Clauses, func(c Clause) bool { return !isPart(c, ThirdParty) }) && !r.announcesField(h):
			return out
		}
	}
	return out
}

// titlesEntry reports whether a heading is a term that announces a field, in a list of them: 보유기간.
func (r *reader) titlesEntry(h *Heading) bool {
	return h.parent >= 0 && r.lines[h.Line].Block.Kind == policy.Term && isTitle(r.lines[h.Line].Block.Text)
}

// announcesField reports whether a heading by its words alone is a label for a value behind a colon, whose
// words made it one: 이전 항목 : 쿠키.
func (r *reader) announcesField(h *Heading) bool {
	l := &r.lines[h.Line]
	text := r.doc.TextOf(l.content())
	i := strings.IndexAny(text, ":：")
	return i > 0 && h.Style != r.main.style && hasLetters(text[i:]) && len(fieldsOf(text[:i])) > 0
}

// clauses are the clauses of whose recipients a list is. What its titles say goes before the heading
// over it. Processors and third parties abroad stand in two clauses.
func (l *list) clauses() []Clause {
	if (l.names|l.others)&received != 0 || l.table != nil && !l.tells() || !l.sections.any() && l.names == 0 {
		return nil
	}
	given, shared := l.parties(l.names)
	var out []Clause
	if l.abroad() {
		if l.names&(entrusted|provided) == 0 && !l.sections.entrustment && !l.sections.provision {
			given, shared = false, false
		}
		out = append(out, OverseasTransfer)
	}
	if given {
		out = append(out, Entrustment)
	}
	if shared {
		out = append(out, ThirdParty)
	}
	return out
}

// parties tells processors from third parties: by the title of the names, by what stands above the
// list, by its section, by its other titles.
func (l *list) parties(names side) (given, shared bool) {
	for _, s := range [...]side{names, l.above} {
		if s &= entrusted | provided; s == entrusted || s == provided {
			return s == entrusted, s == provided
		}
	}
	if l.sections.entrustment && l.sections.provision && l.others&(entrusted|provided) == entrusted && l.announces(FieldTask) && !l.announces(FieldPurpose) {
		return true, false
	}
	if l.sections.entrustment || l.sections.provision {
		return l.sections.entrustment, l.sections.provision
	}
	return l.others&entrusted != 0, l.others&provided != 0
}

// tells reports whether a list says of its names what recipients are listed for.
func (l *list) tells() bool {
	return !l.announces(FieldName) || l.names&(entrusted|provided|transferred) != 0 || l.announces(FieldTask) || l.announces(FieldPurpose) || l.announces(FieldItems) || l.announces(FieldPeriod)
}

// abroad reports whether a list tells of transfers abroad.
func (l *list) abroad() bool {
	return l.titledAbroad() || l.sections.transfer && !(l.said && l.names == entrusted && l.sections.entrustment)
}

// titledAbroad reports whether the titles of a list alone tell of transfers abroad.
func (l *list) titledAbroad() bool {
	told := l.announces(FieldCountry) && (l.announces(FieldTiming) || l.announces(FieldMethod) || l.announces(FieldRefusal) || (l.names|l.others|l.above)&transferred != 0)
	return told || l.names&transferred != 0
}
