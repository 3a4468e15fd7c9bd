package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// told is a person as the text goes on to tell of one.
type told struct {
	Person
	mark    string // the mark of the line that names the role
	inline  bool   // the line that names the role names the person, too
	filled  bool   // a label of its own was met, whatever it says
	credit  bool   // who answers for credit information, not for personal data as such
	assumed bool   // the heading alone says whose number or address it is
}

// writer takes down what a stretch of the page says of a person.
type writer struct {
	r       *reader
	to      *told
	at      int    // where the text begins in the page
	s       string // the text
	company string
	joints  joints // spaces in the text that the page does not have
}

func (w *writer) quote(start, end int) Quoted {
	place := policy.Range{Start: w.at + w.joints.plain(start), End: w.at + w.joints.plain(end)}
	if w.joints != nil {
		return Quoted{w.r.doc.TextOf(place), PlaceIn{w.r.page, place}}
	}
	return Quoted{w.s[start:end], PlaceIn{w.r.page, place}}
}

// put writes a part of the text to a place that is empty yet.
func (w *writer) put(q *Quoted, start, end int) bool {
	start, end = trimValue(w.s, start, end)
	if start >= end || q.Known() || isUnfilled(w.s[start:end]) {
		return false
	}
	*q = w.quote(start, end)
	return true
}

// value takes down the value of labels.
func (w *writer) value(p piece) {
	w.to.filled = w.to.filled || len(p.fields) > 0
	start, end := p.start, p.end
	if start >= end {
		return
	}
	if len(p.fields) == 1 && p.fields[0] == aside {
		return
	}
	reaches := p.has(aPhone) || p.has(anEmail) || p.has(aFax)
	if !reaches || len(p.fields) > 1 {
		w.words(start, w.reachable(start, end), p)
	}
	w.contacts(start, end, p)
}

// reachable is where the words of a value end: before the first number or address in it, and before the
// bracket that holds that.
func (w *writer) reachable(start, end int) int {
	s := w.s[start:end]
	stop := len(s)
	for _, n := range phonesIn(s, false) {
		stop = min(stop, n.start)
	}
	for _, n := range emailsIn(s) {
		stop = min(stop, n.start)
	}
	if i := strings.Index(s, "http"); i >= 0 {
		stop = min(stop, i)
	}
	return start + len(strings.TrimRight(s[:stop], " ([<（,/|☎☏:-"))
}

// contacts takes down the numbers and addresses in a value. Of several numbers it is the first that is
// not one of a fax.
func (w *writer) contacts(start, end int, p piece) {
	s := w.s[start:end]
	labelled := p.has(aPhone) || p.has(aFax)
	for i, n := range phonesIn(s, labelled) {
		switch {
		case p.has(aFax) && (!p.has(aPhone) || i > 0):
			w.put(&w.to.Fax, start+n.start, start+n.end)
		case len(p.fields) == 1 && p.fields[0] == aside:
		default:
			w.exact(&w.to.Phone, start+n.start, start+n.end)
		}
	}
	for _, n := range emailsIn(s) {
		w.exact(&w.to.Email, start+n.start, start+n.end)
		w.whose(start+n.end, end)
	}
}

// exact writes a part of the text as it stands, with its brackets.
func (w *writer) exact(q *Quoted, start, end int) {
	if !q.Known() {
		*q = w.quote(start, end)
	}
}

// words takes down what the words of a value say: name, department, post.
func (w *writer) words(start, end int, p piece) bool {
	start, end = trimValue(w.s, start, end)
	if start >= end || isUnfilled(w.s[start:end]) || size(w.s[start:end]) > 2*longestName {
		return false
	}
	if s := w.s[start:end]; s[0] == '[' && strings.IndexByte(s, ']') == len(s)-1 {
		start, end = start+1, end-1
	}
	list := wordsOfPerson(w.s[start:end])
	for i := range list {
		list[i].start, list[i].end = list[i].start+start, list[i].end+start
	}
	if list = w.withoutCompany(list); len(list) == 0 {
		return false
	}
	start = list[0].start
	switch {
	case p.has(aDepartment):
		return w.department(start, end, list, p)
	case p.has(aTitle) && !p.has(aName):
		return w.title(start, end, list)
	}
	return w.person(list, p)
}

// person finds the name among words, and the post and the department beside it.
func (w *writer) person(list []word, p piece) bool {
	name := w.nameIn(list, p)
	if name.end > name.start && w.to.Name.Known() {
		return false
	}
	if name.end == name.start && !(p.has(aName) || p.isRole() && p.colon || w.allKnown(list)) {
		return false
	}
	wrote := w.put(&w.to.Name, name.start, name.end)
	from := -1 // where the department begins
	for _, x := range list {
		switch {
		case x.start >= name.start && x.end <= name.end && name.end > name.start:
			from = -1
		case x.kind == postWord:
			wrote = w.put(&w.to.Title, x.start, x.end) || wrote
			from = -1
		case x.kind == unitWord:
			if from < 0 || x.apart {
				from = x.start
			}
			wrote = w.unit(from, x.end) || wrote
		case x.apart || from < 0:
			from = x.start
		}
	}
	return wrote
}

// allKnown reports whether each word is a post or a part of the organisation.
func (w *writer) allKnown(list []word) bool {
	for _, x := range list {
		if x.kind != postWord && x.kind != unitWord {
			return false
		}
	}
	return len(list) > 0
}

// nameIn finds the name among words: one that has the form of a name, or behind a label what is
// neither post nor department.
func (w *writer) nameIn(list []word, p piece) word {
	for _, x := range list {
		if x.kind == nameWord && !x.inside && w.mayBeName(list, p) {
			return x
		}
	}
	for i, x := range list {
		if x.kind == nameWord && x.inside && i > 0 && list[i-1].inside && list[i-1].kind == noNameWord {
			return x // 고객지원팀(담당자 한모란)
		}
	}
	if x := w.besidePost(list); x.end > x.start && (p.has(aName) || p.isRole() && (p.colon || len(list) <= 3)) {
		return x
	}
	if !p.has(aName) && !(p.isRole() && p.colon) {
		if first := list[0]; p.isRole() && isKatakana(w.s[first.start:first.end]) && strings.Contains(w.s[first.start:first.end], "・") {
			return w.foreignName(list, 0)
		}
		return word{}
	}
	for i, x := range list {
		if x.inside || x.kind == postWord || x.kind == unitWord || x.kind == noNameWord {
			continue
		}
		if x.kind == plainWord && (len(list) > 2 || size(w.s[x.start:x.end]) > 8 || !p.has(aName) && size(w.s[x.start:x.end]) > 5) {
			continue
		}
		if i+1 < len(list) && list[i+1].kind == unitWord && !list[i+1].apart && isHangul(firstRune(w.s[list[i+1].start:])) {
			return word{} // Gaon 운영팀
		}
		return w.foreignName(list, i)
	}
	return word{}
}

// besidePost finds what has not the form of a name and yet can be nothing else: the last of several words,
// of three syllables, right behind a post, 보안담당 상무 낭규리; and a name in katakana in two parts, or beside a
// post.
func (w *writer) besidePost(list []word) word {
	for i, x := range list {
		if x.inside || x.kind != plainWord {
			continue
		}
		text := w.s[x.start:x.end]
		behindPost := i > 0 && list[i-1].kind == postWord && !list[i-1].inside
		beforePost := i+1 < len(list) && list[i+1].kind == postWord
		last := i+1 == len(list) || list[i+1].inside
		switch {
		case isKatakana(text) && (behindPost || beforePost || strings.Contains(text, "・") && i == 0):
			return w.foreignName(list, i)
		case behindPost && last && !x.apart && utf8.RuneCountInString(text) == 3 && !strings.ContainsFunc(text, isNoHangul):
			return x
		}
	}
	return word{}
}

func isNoHangul(r rune) bool { return !isHangul(r) }

func isKatakana(s string) bool {
	for _, r := range s {
		if !unicode.Is(unicode.Katakana, r) && !strings.ContainsRune("ー・", r) {
			return false
		}
	}
	return s != ""
}

// mayBeName reports whether words among which one has the form of a name say no more than who it is.
func (w *writer) mayBeName(list []word, p piece) bool {
	if p.has(aName) {
		return true
	}
	plain := 0
	for _, x := range list {
		if (x.kind == plainWord || x.kind == noNameWord) && !x.inside {
			plain++
		}
	}
	if p.isRole() && plain == 1 && list[0].kind == nameWord && len(list) > 1 && list[1].apart {
		return true // 보호책임자 / 한모란 / 컨설턴트
	}
	return plain == 0 || p.isRole() && p.colon && plain <= 3 || plain <= 2 && w.hasKind(list, unitWord)
}

func (w *writer) hasKind(list []word, kind wordKind) bool {
	for _, x := range list {
		if x.kind == kind {
			return true
		}
	}
	return false
}

// foreignName is a name that begins with a word of a list: in Latin letters it goes on over the words
// behind, also over a comma: Moran, Han.
func (w *writer) foreignName(list []word, i int) word {
	x := list[i]
	for j := i + 1; j < len(list) && j < i+4; j++ {
		next := list[j]
		comma := strings.TrimSpace(w.s[x.end:next.start]) == ","
		dot := strings.ContainsAny(w.s[x.end:next.start], "·・")
		team := x.kind == latinWord && next.kind == unitWord && !next.apart && isLatin(firstRune(w.s[next.start:]))
		if next.inside || next.kind != x.kind && !team || next.apart && !comma && !dot || x.kind == latinWord && !startsUpper(w.s[next.start:next.end]) || w.s[x.end:next.start] == "" {
			break
		}
		x.end = next.end
	}
	if text := w.s[x.start:x.end]; strings.ContainsAny(text, "@:") || hasDigits(text, 6) || strings.Contains(text, "://") || strings.Contains(text, "www.") {
		return word{}
	}
	return x
}

func startsUpper(s string) bool { return unicode.IsUpper(firstRune(s)) || !isLatin(firstRune(s)) }
