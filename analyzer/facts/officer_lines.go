package facts

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

type officerPhrases struct{ mark, access, body, named, personal phrases.ID }

var officerWords = sync.OnceValue(func() officerPhrases {
	return officerPhrases{detail("officer_part.mark"), detail("officer_part.access"), detail("officer_part.body"), detail("officer_part.named"), detail("officer_part.personal")}
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
		for line := z.start; line < z.end && !t.over && len(t.found) < mostPeople; line++ {
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

// mostPeople is how many people a page tells of at the most; more are no people.
const mostPeople = 100

// zone is a run of lines that may tell of somebody.
type zone struct {
	start, end int
	role       Role // of whom it tells, if it does not say
	section    bool // it is a section about the officer
}

// fewLines is how many lines behind the words for an officer tell of one where no section is about it.
const fewLines = 12

// officerZones are the sections about the officer, and the lines behind words for one that stand
// outside of them, in order and apart.
func (r *reader) officerZones() []zone {
	var out []zone
	for i := range r.headings {
		h := &r.headings[i]
		if within(h.Clauses, Officer) && !r.namesWhole(h) && !r.isField(h) && (!r.inOtherSection(h) || r.namesOfficer(h)) {
			out = append(out, zone{start: h.Line, end: h.End, role: RoleOfficer, section: true})
		}
	}
	for _, o := range r.index.of(officerWords().mark) {
		if r.body[o.line] == Own && !r.isForeign(o.line) {
			out = append(out, zone{start: o.line, end: min(o.line+fewLines, len(r.lines)), role: RoleOfficer})
		}
	}
	for _, o := range r.index.of(officerWords().access) {
		if r.body[o.line] == Own && !r.isForeign(o.line) {
			out = append(out, zone{start: o.line, end: min(o.line+fewLines, len(r.lines)), role: RoleAccess})
		}
	}
	return apart(out)
}

// apart puts zones in order and lets each end where the next begins. What lies within a section about
// the officer is a part of it.
func apart(zones []zone) []zone {
	sort.SliceStable(zones, func(i, j int) bool { return zones[i].start < zones[j].start })
	out := zones[:0]
	for _, z := range zones {
		n := len(out)
		switch {
		case n > 0 && z.start < out[n-1].end && out[n-1].section:
			continue
		case n > 0 && z.start == out[n-1].end && out[n-1].section && z.section:
			out[n-1].end = z.end
			continue
		case n > 0 && z.start < out[n-1].end && z.section:
			out[n-1].end = z.start
		case n > 0 && z.start < out[n-1].end && z.role == out[n-1].role:
			out[n-1].end = max(out[n-1].end, z.end)
			continue
		case n > 0 && z.start < out[n-1].end:
			out[n-1].end = z.start
		}
		out = append(out, z)
	}
	return out
}

// isField reports whether a line that was taken for a heading is the label of a field: 담당자: 한모란.
func (r *reader) isField(h *Heading) bool {
	l := &r.lines[h.Line]
	if l.Block.Kind == policy.Heading || l.size > longHeading {
		return false
	}
	first, ok := nextLabel(l.Block.Text, l.mark.end)
	return ok && !first.field.isRole() && size(l.Block.Text[l.mark.end:first.start]) <= 1
}

// namesOfficer reports whether a heading says nothing but who answers for personal data: it is about that
// also where a heading was not told before it.
func (r *reader) namesOfficer(h *Heading) bool {
	l := &r.lines[h.Line]
	if !l.isShort(longestName) || others(h.Clauses) {
		return false
	}
	list := piecesOf(l.Block.Text[l.mark.end:])
	return len(list) == 1 && list[0].has(anOfficer) && list[0].end <= list[0].start && l.has(officerWords().personal)
}

// inOtherSection reports whether a heading stands in the section of a clause that is about others.
func (r *reader) inOtherSection(h *Heading) bool {
	if others(h.Clauses) {
		return true
	}
	for i := h.parent; i >= 0; i = r.headings[i].parent {
		if others(r.headings[i].Clauses) && !r.namesWhole(&r.headings[i]) {
			return true
		}
	}
	return false
}

// isForeign reports whether a line stands in a section, or in a list, that is about others.
func (r *reader) isForeign(line int) bool {
	if c := r.lines[line].cell; c != nil && r.others[c.Table] {
		return true
	}
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		h := &r.headings[i]
		if within(h.Clauses, Officer) && !others(h.Clauses) && (!r.inOtherSection(h) || r.namesOfficer(h)) {
			return false
		}
		if others(h.Clauses) {
			return true
		}
	}
	return false
}

// others tells the clauses in whose sections people answer for something other than the policy.
func others(list []Clause) bool {
	for _, c := range list {
		switch c {
		case ThirdParty, Entrustment, OverseasTransfer, VideoDevices, DomesticAgent, BehaviouralAds, Pseudonymous:
			return true
		}
	}
	return false
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

	announced bool // the text says that somebody is told of here
	bare      int  // the line behind the one that names a role and nothing else
	spoken    int  // the line behind the one whose sentence named somebody
	next      int  // the line behind the one that is read; 0 in a cell
	first     int  // the first of found that is of this zone
	over      bool // the zone has ended
	labelled  bool // a role was named in the zone
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
	for j := range l.Units {
		u := &l.Units[j]
		start, end := u.Range.Start-l.Block.Range.Start, u.Range.End-l.Block.Range.Start
		if j == 0 {
			start = min(max(start, l.textStart()), end)
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

// namesRole reports whether a text begins with the label of an officer or a contact.
func (t *teller) namesRole(s string) bool {
	if len(s) > longestLine {
		return false
	}
	l, ok := nextLabel(s, 0)
	return ok && l.field.isRole() && l.field != anOther && size(s[:l.start]) < longestName
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
	t.text(s, at, l.mark.style)
}

// isProse reports whether a text is a sentence rather than labels with values.
func isProse(s string) bool {
	stopped := strings.HasSuffix(strings.TrimRight(s, " )"), ".")
	s = strings.TrimRight(s, " .)]!~'\"”’")
	return endsAsProse(s, stopped) && !startsWithLabel(s)
}

func endsAsProse(s string, stopped bool) bool {
	for _, end := range [...]string{"니다", "어요", "아요", "해요", "세요", "십시오", "시오", "바랍니다", "한다", "된다", "있다"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return strings.HasSuffix(s, "。") || stopped && len(s) > 0 && isLatin(rune(s[0])) && strings.Count(s, " ") >= 7
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
	s = withoutSlots(s)
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
		p := pieces[i]
		if p.isRole() {
			roles++
		}
		t.alone = roles == 1
		if p.isRole() && p.fields[0] == anOther && i > 0 && len(pieces[0].fields) == 0 && t.to != nil && t.to.Name.Known() {
			continue // 한모란 상무(CISO)
		}
		if p.isRole() && i+1 < len(pieces) && goesOnTitle(s[p.start:p.end], p) && pieces[i+1].colon && (pieces[i+1].has(aPhone) || pieces[i+1].has(anEmail)) {
			pieces[i+1].fields = p.fields // 개인정보 보호책임자 및 연락처: …
			continue
		}
		if p.isRole() && t.isPrefix(p, pieces[i+1:]) {
			continue
		}
		if p.isRole() && i+1 < len(pieces) && p.fields[0] == anOfficer && pieces[i+1].has(anOther) && (p.start == p.end || goesOnTitle(s[p.start:p.end], p)) {
			pieces[i+1].fields = p.fields // 개인정보 보호책임자 및 정보보호 최고책임자: …
			continue
		}
		if p.isRole() && i == 1 && !p.colon && t.to != nil && t.to.Name.Known() && t.to.Name.Range.Start >= at && p.fields[0] != anOther {
			t.to.Role, t.labelled = roleOf(p.fields[0]), true // 한모란 (개인정보 보호책임자)
			t.writer(s, at).words(p.start, p.end, p)
			continue
		}
		if p.isRole() {
			t.named(p, s, at, mark)
			continue
		}
		if t.blocked {
			continue
		}
		t.told(p, s, at, mark, i == len(pieces)-1)
	}
}

// areTitles reports whether pieces are several roles and nothing else, as in the title of a clause.
func areTitles(pieces []piece) bool {
	for _, p := range pieces {
		if p.colon || !p.isRole() && (p.reaches || p.end > p.start && len(p.fields) == 0) {
			return false
		}
	}
	return len(pieces) > 1 && pieces[0].isRole()
}

// withoutSlots is a text with spaces in place of the slots of a template: [책임자 성명].
func withoutSlots(s string) string {
	for at := 0; at < len(s); {
		open := strings.IndexAny(s[at:], "[<{")
		if open < 0 {
			break
		}
		open += at
		end := strings.IndexAny(s[open:], "]>}")
		if end < 0 || end > longSlot {
			at = open + 1
			continue
		}
		end += open + 1
		if strings.TrimSpace(s[:open]) != "" && isUnfilled(s[open:end]) {
			s = s[:open] + strings.Repeat(" ", end-open) + s[end:]
		}
		at = end
	}
	return s
}

// isPrefix reports whether a role only says whose field follows, of who is told of already: 책임자 소속: …
func (t *teller) isPrefix(p piece, behind []piece) bool {
	if p.colon || p.end > p.start || len(behind) == 0 || behind[0].isRole() || t.to == nil || t.blocked || t.to.Role != roleOf(p.fields[0]) {
		return false
	}
	return t.to.filled && !(behind[0].has(aName) && t.to.Name.Known())
}

// named begins somebody new, or goes on with one of the same role who has no name yet.
func (t *teller) named(p piece, s string, at int, mark string) {
	if p.fields[0] == anOther {
		t.blocked, t.to = true, nil
		return
	}
	role := roleOf(p.fields[0])
	if t.zone.role == RoleAccess && role == RoleContact {
		role = RoleAccess
	}
	if t.to != nil && !t.blocked && (t.role == RoleAccess || t.to.Role == RoleAccess) && p.fields[0] == aContact {
		role = RoleAccess // 담당자 of the department that takes requests
	}
	t.blocked, t.role, t.labelled = false, role, true
	if t.to == nil || t.to.Role != role || t.to.Name.Known() || t.to.Department.Known() && role != RoleOfficer || t.to.Phone.Known() || t.to.Email.Known() {
		t.open(role)
	}
	t.to.mark = mark
	w := t.writer(s, at)
	if !goesOnTitle(s[p.start:p.end], p) && w.words(p.start, w.reachable(p.start, p.end), p) {
		t.to.inline = true
	}
	w.contacts(p.start, p.end, p)
	if p.end <= p.start {
		t.bare = t.next
	}
}

// goesOnTitle reports whether what stands behind a role goes on with the title of the clause: 및 담당부서.
func goesOnTitle(s string, p piece) bool {
	if p.colon {
		return false
	}
	for _, word := range [...]string{"및", "와 ", "과 ", "의 ", "에 ", "또는", "겸 ", "及び", "および", "と", "の", "に", "・", "and ", "or ", "& "} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// open begins somebody new.
func (t *teller) open(role Role) {
	t.to = &told{Person: Person{Role: role}, assumed: !t.labelled && role == RoleOfficer}
	t.found = append(t.found, t.to)
	t.shared = false
}

func (t *teller) writer(s string, at int) *writer {
	return &writer{r: t.r, to: t.to, at: at, s: s, company: t.company}
}

// told takes down a piece that is no role.
func (t *teller) told(p piece, s string, at int, mark string, last bool) {
	if t.isContactLabel(p, last) {
		p.fields = []field{aContact}
		t.named(p, s, at, mark)
		t.to.inline = false // what follows is its own
		return
	}
	if len(p.fields) > 0 && p.end <= p.start {
		if last {
			t.pending = p.fields
		}
		t.share(p, mark)
		return
	}
	if t.to == nil && !t.zone.section && !t.announced {
		return
	}
	t.share(p, mark)
	if t.to == nil || t.again(p) {
		t.open(t.role)
	}
	if len(p.fields) == 0 {
		t.unlabelled(p, s, at)
		return
	}
	before := t.to.Person
	t.writer(s, at).value(p)
	if p.has(anEmail) || p.has(aPhone) {
		t.linked(p, s, at)
	}
	if t.shared || !t.alone && t.to.inline && t.sharing() {
		t.spread(before)
	}
}

// linked takes down the address of a link that shows something else: 메일 보내기.
func (t *teller) linked(p piece, s string, at int) {
	if t.to.Email.Known() {
		return
	}
	r := policy.Range{Start: at + p.start, End: at + p.end}
	if r.Empty() {
		return
	}
	span := t.r.doc.Span(r)
	for _, x := range t.mails {
		if x.Span.Start < span.End && span.Start < x.Span.End {
			address, _, _ := strings.Cut(strings.TrimPrefix(x.URL, "mailto:"), "?")
			if found := emailsIn(address); len(found) == 1 {
				t.to.Email = Quoted{address[found[0].start:found[0].end], PlaceIn{t.r.page, r}}
			}
			return
		}
	}
}

// isContactLabel reports whether the label of a field begins somebody else: 담당자 or 담당부서 behind the
// officer, alone in a line or where a line told who the officer is.
func (t *teller) isContactLabel(p piece, last bool) bool {
	if t.to == nil || t.to.Role != RoleOfficer || !(p.has(aName) || p.has(aDepartment)) || !strings.HasPrefix(p.label, "담당") {
		return false
	}
	if p.end <= p.start {
		return last && !p.colon && t.to.Name.Known()
	}
	return t.to.inline && (t.to.Name.Known() || t.to.Title.Known())
}

// again reports whether a label tells of somebody else than who was told of so far: the name or the
// department is told already.
func (t *teller) again(p piece) bool {
	switch {
	case len(p.fields) == 0:
		return false
	case p.has(aName):
		return t.to.Name.Known()
	case p.has(aDepartment):
		return t.to.Department.Known() && (t.to.Phone.Known() || t.to.Email.Known())
	}
	return false
}

// share notes that contacts follow that are those of all: their label has the mark of those that name
// the roles.
func (t *teller) share(p piece, mark string) {
	if mark == "" || t.alone || !(p.has(aPhone) || p.has(anEmail)) || t.to == nil {
		return
	}
	for _, x := range t.found[t.first:] {
		if x.mark != mark {
			return
		}
	}
	t.shared = true
}

// sharing reports whether the one before stands in one line, as this one does, without contacts.
func (t *teller) sharing() bool {
	n := len(t.found)
	if n < 2 || n-2 < t.first {
		return false
	}
	x := t.found[n-2]
	return x.inline && !x.filled && !x.Phone.Known() && !x.Email.Known()
}

// spread gives the contacts that were told last to those before, too.
func (t *teller) spread(before Person) {
	for _, x := range t.found[t.first:] {
		if x == t.to {
			continue
		}
		if !x.Phone.Known() && !before.Phone.Known() && !x.filledContacts() {
			x.Phone = t.to.Phone
		}
		if !x.Email.Known() && !before.Email.Known() {
			x.Email = t.to.Email
		}
	}
}

func (x *told) filledContacts() bool { return x.Phone.Known() }

// reachedNext reports whether the next line says how to reach somebody, or more of who it is.
func (t *teller) reachedNext() bool {
	if t.next >= len(t.r.lines) {
		return false
	}
	l := &t.r.lines[t.next]
	s := l.Block.Text[min(l.textStart(), len(l.Block.Text)):]
	label, ok := nextLabel(s, 0)
	return l.cell == nil && l.size <= longHeading && (ok && !hasLetters(s[:label.start]) || hasValue(s))
}

// unlabelled takes down what stands without a label: a number, an address, a name right behind the
// words for the officer.
func (t *teller) unlabelled(p piece, s string, at int) {
	w := t.writer(s, at)
	stop := w.reachable(p.start, p.end)
	if t.next == 0 && t.to.Name.Known() && !t.to.Department.Known() && size(s[p.start:stop]) <= longestName {
		if list := wordsOfPerson(s[p.start:stop]); w.allKnown(list) {
			w.words(p.start, stop, p)
		}
	}
	if !t.to.Name.Known() && !t.to.filled && !t.to.Phone.Known() && (t.next == 0 || t.next == t.bare+1 || t.reachedNext() || stop < p.end) && size(s[p.start:stop]) <= longestName {
		w.words(p.start, stop, p)
	}
	if size(s) <= longHeading {
		w.contacts(p.start, p.end, p)
	}
}
