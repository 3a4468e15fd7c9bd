package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// told takes down a piece that is no role.
func (t *teller) told(p piece, s string, at int, mark string, last bool) {
	if t.isContactLabel(p, s, last) {
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
		t.linked(p, at)
	}
	if t.shared || !t.alone && t.to.inline && mark == t.to.mark && t.sharing() {
		t.spread(before)
	}
}

// linked takes down the address of a link that shows something else: 메일 보내기.
func (t *teller) linked(p piece, at int) {
	if t.to.Email.Known() {
		return
	}
	r := policy.Range{Start: at + t.joints.plain(p.start), End: at + t.joints.plain(p.end)}
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
// officer, alone in a line or where a line told who the officer is. A department alone is that of an officer
// who is named, and of whom no department is told yet.
func (t *teller) isContactLabel(p piece, s string, last bool) bool {
	if t.to == nil || t.to.Role != RoleOfficer || !(p.has(aName) || p.has(aDepartment)) || !strings.HasPrefix(p.label, "담당") {
		return false
	}
	if p.has(aDepartment) && t.to.Name.Known() && !t.to.Department.Known() && !t.to.Phone.Known() && !t.to.Email.Known() && isDepartment(s[p.start:p.end]) {
		return false
	}
	if p.end <= p.start {
		return last && !p.colon && t.to.Name.Known()
	}
	return t.to.inline && (t.to.Name.Known() || t.to.Title.Known())
}

// isDepartment reports whether a text is a part of the organisation and no more.
func isDepartment(s string) bool {
	list := wordsOfPerson(s)
	for _, x := range list {
		if x.kind == nameWord || x.kind == postWord {
			return false
		}
	}
	return len(list) > 0 && list[len(list)-1].kind == unitWord
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
	if t.alone || !(p.has(aPhone) || p.has(anEmail)) || t.to == nil || t.next == 0 {
		return
	}
	for _, x := range t.found[t.first:] {
		if x.mark != mark || mark == "" && (!x.Name.Known() || x.Role == RoleAccess || x != t.to && x.filled) {
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

// announcedName reports whether a line is nothing but a name, in a section that said that the officer
// follows.
func (t *teller) announcedName(s string) bool {
	u := nameUnit(s)
	return t.zone.section && t.announced && utf8.RuneCountInString(s) == 3 && isPersonName(s, &u) && kindOf(s) == nameWord
}

// latinName reports whether a line in a section about the officer is nothing but a name in Latin letters, a
// post in brackets aside: Moran Han (founder)
func (t *teller) latinName(s string) bool {
	if !t.zone.section || t.next == 0 || t.next > t.zone.start+3 || !t.reachedNext() {
		return false
	}
	list := wordsOfPerson(s)
	n := 0
	for _, x := range list {
		switch {
		case x.inside:
		case x.kind != latinWord || x.apart && n > 0 || !unicode.IsUpper(firstRune(s[x.start:])) || strings.ContainsAny(s[x.start:x.end], "@.0123456789"):
			return false
		default:
			n++
		}
	}
	return n == 2 || n == 3
}

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
	if !t.to.Name.Known() && !t.to.filled && !t.to.Phone.Known() && (t.next == 0 || t.next == t.bare+1 || t.reachedNext() || stop < p.end || t.announcedName(s[p.start:stop])) && size(s[p.start:stop]) <= longestName {
		if t.latinName(s[p.start:stop]) {
			p.fields = []field{aName}
		}
		w.words(p.start, stop, p)
	}
	if size(s) <= longHeading {
		w.contacts(p.start, p.end, p)
	}
}
