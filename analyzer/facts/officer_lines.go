package facts

import (
	"slices"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

type officerPhrases struct{ mark, access, body, named, personal, imprint, credit, manager phrases.ID }

var officerWords = sync.OnceValue(func() officerPhrases {
	return officerPhrases{detail("officer_part.mark"), detail("officer_part.access"), detail("officer_part.body"), detail("officer_part.named"), detail("officer_part.personal"), detail("officer_part.imprint"), detail("officer_part.credit"), detail("officer_part.manager")}
})

// people finds who is told of on a page: in the sections about the officer, and below the words for one
// where they stand in other sections.
func (r *reader) people(company string) []*told {
	if len(r.index.of(officerWords().mark)) == 0 {
		return nil
	}
	t := &teller{r: r, company: company, tables: make(map[*policy.Table]bool)}
	for _, x := range r.doc.Resources {
		if x.Kind == policy.Link && strings.HasPrefix(x.URL, "mailto:") && len(t.mails) < mostPeople {
			t.mails = append(t.mails, x)
		}
	}
	for _, z := range r.officerZones() {
		t.begin(z)
		for line := z.start; line < z.end && len(t.found) < mostPeople; line++ {
			if t.over {
				if !z.section || !r.opensOfficer(line) {
					continue
				}
				t.begin(zone{start: line, end: z.end, role: z.role, section: true})
			}
			if r.body[line] == Own {
				t.line(line)
			}
		}
	}
	return t.surely()
}

// surely leaves out those of whom no more than a number or an address is told under a heading, where
// somebody is named elsewhere.
func (t *teller) surely() []*told {
	isNamed := func(x *told) bool { return x.Role == RoleOfficer && x.Name.Known() }
	if !slices.ContainsFunc(t.found, isNamed) {
		return t.found
	}
	return slices.DeleteFunc(t.found, func(x *told) bool { return x.assumed && !x.Name.Known() && !x.Department.Known() })
}

// teller goes through the lines of a zone and takes down who is told of.
type teller struct {
	r       *reader
	company string
	found   []*told
	tables  map[*policy.Table]bool // those that were read
	mails   []policy.Resource      // links to mailboxes

	zone    zone
	to      *told   // of whom the lines tell
	role    Role    // whose block it is, where nobody is told of yet
	pending []field // labels whose value is to come in the next line
	blocked bool    // what follows is about outside bodies, or others
	alone   bool    // one role stands in the line that is read
	shared  bool    // the contacts that follow are those of all in the zone

	announced bool   // the text says that somebody is told of here
	bare      int    // the line behind the one that names a role and nothing else
	spoken    int    // the line behind the one whose sentence named somebody
	next      int    // the line behind the one that is read; 0 in a cell
	first     int    // the first of found that is of this zone
	over      bool   // the zone has ended
	joints    joints // of the text that is read
	labelled  bool   // a role was named in the zone
}

func (t *teller) begin(z zone) {
	t.zone, t.to, t.role, t.pending, t.blocked, t.shared, t.over, t.announced, t.labelled = z, nil, z.role, nil, false, false, false, false, false
	t.first = len(t.found)
}

// line reads one line, or the table that begins with it.
func (t *teller) line(i int) {
	r := t.r
	l := &r.lines[i]
	if l.cell != nil {
		if !t.tables[l.cell.Table] {
			t.tables[l.cell.Table] = true
			t.table(l.cell.Table)
		}
		return
	}
	if !t.zone.section && t.to == nil && !t.announced && !l.has(officerWords().mark) && !l.has(officerWords().access) {
		return
	}
	if i > t.zone.start && t.leaves(i) {
		t.over = true
		return
	}
	if outside := t.isOutside(l); outside && !startsWithLabel(l.Block.Text[l.mark.end:]) {
		t.blocked, t.to, t.pending = true, nil, nil
		return
	} else if outside {
		defer func() { t.blocked, t.to, t.pending = true, nil, nil }()
	}
	t.next = i + 1
	for j := 0; j < len(l.Units); j++ {
		u := &l.Units[j]
		start, end := u.Range.Start-l.Block.Range.Start, u.Range.End-l.Block.Range.Start
		if j == 0 {
			start = min(max(start, l.textStart()), end)
		}
		if j+1 < len(l.Units) && endsInAddress(l.Block.Text[start:end]) {
			j++
			end = l.Units[j].Range.End - l.Block.Range.Start
		}
		t.unit(l, u, start, end)
	}
}

// textStart is where the text of a line begins behind its mark, which is none where it is the first part
// of a number: 02.000.0000.
func (l *Line) textStart() int {
	if end := l.mark.end; end > 0 && end < len(l.Block.Text) && hasDigits(l.Block.Text[:end], 1) && digits(l.Block.Text[end:]) > 2 {
		return 0
	}
	return l.mark.end
}

// leaves reports whether a line opens what is not about the officer any more.
func (t *teller) leaves(i int) bool {
	k := t.r.sections[i]
	if k < 0 || t.r.headings[k].Line != i {
		return false
	}
	h := &t.r.headings[k]
	if t.r.lines[i].has(officerWords().access) || t.zone.section && within(h.Clauses, Officer) {
		return false
	}
	return len(h.Clauses) > 0 && !within(h.Clauses, Officer) && !within(h.Clauses, Items) && (h.Style != "" && h.Style != "joined" || !t.zone.section) || others(h.Clauses)
}

// isOutside reports whether a line names an outside body, and nobody who answers for the data.
func (t *teller) isOutside(l *Line) bool {
	if !l.has(wordsOf(Remedies).content) && !l.has(officerWords().body) {
		return false
	}
	return !t.namesRole(l.Block.Text[l.mark.end:])
}

// unit reads a part of a line that is a sentence of its own.
func (t *teller) unit(l *Line, u *Unit, start, end int) {
	s := l.Block.Text[start:end]
	at := l.Block.Range.Start + start
	if len(s) > longestLine || isProse(s) {
		t.prose(u, s, at)
		return
	}
	if isLonger(s, longHeading) && !strings.ContainsAny(s, ":：@|☎") && !u.has(officerWords().mark) && !hasDigits(s, 7) {
		return // too long for what has no label
	}
	t.text(s, at, l.bullet())
}

// endsInAddress reports whether a text ends with a short form of address, whose full stop ends no sentence: Dr.
func endsInAddress(s string) bool {
	s = strings.TrimSpace(s)
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return len(last) > 1 && len(last) < 5 && strings.HasSuffix(last, ".") && isLatin(firstRune(last)) && kindOf(last) == postWord
}

// bullet is the mark of a line, also one that the page sets before an item of a list by itself.
func (l *Line) bullet() string {
	if l.mark.style == "" && l.Block.Kind == policy.Item {
		return strings.Repeat("•", l.Block.Level)
	}
	return l.mark.style
}

// isProse reports whether a text is a sentence rather than labels with values.
func isProse(s string) bool {
	if n := strings.LastIndexByte(s, '('); n > 0 && strings.HasSuffix(s, ")") && startsWithLabel(lastField(s[:n])) {
		s = strings.TrimRight(s[:n], " ") // labels and a remark: 연락처 : 02-0000-0000 (담당부서로 연결됩니다.)
	}
	stopped := strings.HasSuffix(strings.TrimRight(s, " )"), ".")
	s = strings.TrimRight(s, " .)]!~'\"”’")
	return endsAsProse(s, stopped) && !startsWithLabel(s)
}

// lastField is the last of several parts of a line, between which commas or slashes stand.
func lastField(s string) string {
	if n := strings.LastIndexAny(s, ",/"); n >= 0 && !strings.ContainsAny(s[n:], ":：") {
		s = s[:n]
	}
	return strings.TrimLeft(s[strings.LastIndexAny(s, ",/")+1:], " ")
}

func endsAsProse(s string, stopped bool) bool {
	return endsAsSaid(s) || stopped && len(s) > 0 && isLatin(rune(s[0])) && strings.Count(s, " ") >= 7
}

// startsWithLabel reports whether a text begins with a label and a colon.
func startsWithLabel(s string) bool {
	n := strings.IndexAny(s, ":：")
	if n < 0 || size(s[:n]) > longestName {
		return false
	}
	l, ok := nextLabel(s[:n+1], 0)
	return ok && l.colon
}

// text reads labels and values.
func (t *teller) text(s string, at int, mark string) {
	s, t.joints = t.r.withJoints(withoutCodes(withoutSlots(s)), at)
	pieces := piecesOf(s)
	if areTitles(pieces) {
		pieces = pieces[:1] // 개인정보 보호책임자 및 담당부서
	}
	if len(pieces) > 0 && len(pieces[0].fields) == 0 && t.pending != nil {
		pieces[0].fields = t.pending
	}
	t.pending = nil

	roles := 0
	for i := range pieces {
		if pieces[i].isRole() {
			roles++
		}
		t.alone = roles == 1
		switch {
		case pieces[i].isRole() && t.readsOn(pieces, i, s, at):
		case pieces[i].isRole():
			t.named(pieces[i], s, at, mark)
		case !t.blocked:
			t.told(pieces[i], s, at, mark, i == len(pieces)-1)
		}
	}
}

func (t *teller) writer(s string, at int) *writer {
	return &writer{r: t.r, to: t.to, at: at, s: s, company: t.company, joints: t.joints}
}
