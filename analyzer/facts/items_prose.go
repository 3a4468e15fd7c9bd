package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/vendors"
)

type itemSentencePhrases struct{ list, collect, intro, aside, given, unlimited, auto phrases.ID }

var itemSentenceWords = sync.OnceValue(func() itemSentencePhrases {
	return itemSentencePhrases{detail("items.list"), detail("items.collect"), detail("items.intro"), detail("items.aside"), detail("items.given"), detail("items.unlimited"), detail("items.auto")}
})

// sentences reads the sentences of a line, and the list that may follow one of them.
func (x *itemReader) sentences(line int, p part, st itemState) {
	if x.modes[line] == modeTables {
		x.flush()
		return
	}
	l := &x.r.lines[line]
	at := l.Block.Range.Start
	for i := range l.Units {
		u := &l.Units[i]
		s := part{max(p.start, u.Range.Start-at), min(p.end, u.Range.End-at)}
		if s.start >= s.end {
			continue
		}
		if st.strong && !st.off && !endsAsSaid(strings.TrimRight(l.Block.Text[s.start:s.end], " .:")) && (i > 0 && x.intro.list || x.isLongList(s)) {
			x.emit(l, trimmedLine(l.Block.Text, s), st, true) // 아래 정보를 수집합니다. 이름, 이메일
			continue
		}
		x.sentence(line, u, s, st)
		if x.intro.list {
			st.strong, st.off, st.auto = true, false, st.auto || x.intro.auto
		}
	}
}

// isLongList reports whether a part of a line lists several names.
func (x *itemReader) isLongList(p part) bool {
	const several = 3
	known, all := x.count(p)
	return known >= several && known*2 >= all && !isEntry(x.match.text[p.start:p.end]).has(entryWords().said)
}

// sentence reads one: it lists items, or promises a list.
func (x *itemReader) sentence(line int, u *Unit, s part, st itemState) {
	w := itemSentenceWords()
	x.flush()
	x.intro = promise{}
	if denies(u) && !u.has(w.intro) {
		return
	}
	st.auto = st.auto || u.has(w.auto)
	switch {
	case u.has(w.aside):
		x.intro = promise{aside: true, style: x.styleOf(line)}
	case x.said(line, u, s, st):
	case u.has(w.intro):
		x.intro = promise{list: true, auto: u.has(w.auto), style: x.styleOf(line)}
	}
}

// denies reports whether a sentence says no.
func denies(u *Unit) bool { return u.has(negativeWords()) && !u.has(itemSentenceWords().unlimited) }

// said adds the items that a sentence lists, where it says that they are collected.
func (x *itemReader) said(line int, u *Unit, s part, st itemState) bool {
	l, w := &x.r.lines[line], itemSentenceWords()
	if st.off || !u.has(w.collect) || denies(u) {
		return false
	}
	run := x.run(s)
	if len(run) > 0 && !x.isObject(run[len(run)-1], s.end) || len(run) == 1 && u.has(w.intro) {
		return false
	}
	if len(run) == 0 || x.leadsAway(run[len(run)-1].end, s.end) || !x.tells(run, x.modes[line]) {
		return false
	}
	for _, n := range run {
		x.addName(l, n.itemName, n.from, st)
		_, inner, _ := outOfBrackets(x.match.text, part{n.end, n.to})
		x.inner(l, inner, n.id, st)
	}
	return true
}

// soonCollected is how soon behind a list, in characters, a sentence says what is done with it.
const soonCollected = 40

// isObject reports whether the last name of a list is what is collected, by what follows it.
func (x *itemReader) isObject(n listedName, end int) bool {
	rest := x.match.text[n.end:end]
	if strings.HasPrefix(strings.TrimLeft(rest, " "), "(") {
		_, _, behind := outOfBrackets(x.match.text, part{n.end, end})
		rest = x.match.text[behind.start:behind.end]
	}
	rest = strings.TrimLeft(rest, " '\"’”")
	first, _ := utf8.DecodeRuneInString(rest)
	if isHangul(first) && !isEntry(rest[:head(rest, soonCollected)]).has(entryWords().collected) {
		return false
	}
	if !isHangul(first) {
		return true
	}
	const near = 3
	for i, word := range strings.Fields(rest[:head(rest, longEntry)]) {
		if i < near && endsIn(word, entryWords().object) {
			return true
		}
	}
	return false
}

// leadsAway reports whether what follows a list makes it a means or an end: 메일, 팩스를 통해 수집합니다.
func (x *itemReader) leadsAway(from, to int) bool {
	const soon = 45
	to = nextRune(x.match.text, min(to, from+soon))
	return isEntry(x.match.text[from:max(from, to)]).has(entryWords().means)
}

// listedName is a name in a sentence, and the entry of the list in which it stands.
type listedName struct {
	itemName
	from, to int
}

// run is the longest list of names in a part of a sentence. Words that the catalogue does not know may
// stand between two of them.
func (x *itemReader) run(p part) []listedName {
	var best, run []listedName
	gap := 0
	x.entries(p, func(e part) {
		n := x.nameIn(e)
		switch {
		case n.id != "":
			if isEntry(x.match.text[n.from:n.start]).has(entryWords().ways) {
				best, run = nil, nil // 전화, 팩스 등의 방법으로 이름을
			}
			run, gap = append(run, n), 0
		case gap == 0 && e.end-e.start < longEntry:
			gap++
		default:
			run = nil
		}
		if len(run) > len(best) {
			best = slices.Clone(run)
		}
	})
	return best
}

// tells reports whether the names in a sentence are of data that it says is collected: not of data at
// large, and not of the cookies and browsers that it explains.
func (x *itemReader) tells(run []listedName, mode itemMode) bool {
	tells, several, identifies := false, "", false
	for _, n := range run {
		if isBroad(n.id) || mode != modeStrong && isMeans(n.id) {
			continue
		}
		tells = tells || mode != modeDevices || several != "" && several != n.id
		identifies = identifies || vendors.ClassOf(n.id) == vendors.Device && strings.HasSuffix(n.id, "-id")
		several = n.id
	}
	return tells || identifies
}

// isMeans tells the things by which data is collected, and in which it is kept.
func isMeans(id string) bool {
	switch id {
	case "cookie", "browser-info", "web-storage", "pixel-tag", "session", "device-info", "uploads", "gallery":
		return true
	}
	return false
}

// isBroad tells the names of data at large, which a sentence uses without naming any.
func isBroad(id string) bool {
	switch id {
	case "child", "anonymous", "pseudonymised", "auto-decision", "other", "account", "identity", "unique-identifier", "sensitive", "auto-collected", "behavioural":
		return true
	}
	return false
}

// nameIn is the name in an entry of a list that stands in a sentence.
func (x *itemReader) nameIn(e part) listedName {
	head, _, _ := outOfBrackets(x.match.text, e)
	head = trimmed(x.match.text, head)
	out := listedName{from: e.start, to: e.end}
	if head.start < head.end {
		out.itemName = x.match.any(head.start, head.end)
	}
	return out
}
