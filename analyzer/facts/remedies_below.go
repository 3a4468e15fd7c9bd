package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// fewBelow is how many lines below its name tell of a body at the most.
const fewBelow = 7

// below takes down what the lines under the name of a body tell of it, up to the next body.
func (f *bodies) below(x *remedyAt, i, next int) {
	r := f.r
	for k := i + 1; k < min(next, len(r.lines), i+1+fewBelow); k++ {
		l := &r.lines[k]
		if r.body[k] != Own || l.cell != nil || r.isTitleLine(k) || isProse(l.Block.Text[l.textStart():]) {
			return
		}
		w := remedyWords()
		if m, ok := l.find(w.address); ok && !x.Address.Known() {
			start, end := trimValue(l.Block.Text, m.End-l.Block.Range.Start, len(l.Block.Text))
			if start < end {
				x.Address = f.quote(l, start, end)
			}
			continue
		}
		if !f.tellsOfBody(l) {
			return
		}
		f.reach(x, l, l.textStart(), len(l.Block.Text))
	}
}

// isTitleLine reports whether a line is a heading that opens a clause other than remedies.
func (r *reader) isTitleLine(line int) bool {
	i := r.sections[line]
	if i < 0 || r.headings[i].Line != line {
		return false
	}
	h := &r.headings[i]
	return len(h.Clauses) > 0 && !within(h.Clauses, Remedies)
}

// tellsOfBody reports whether a line tells of the body above it: it begins with a label, or holds a number
// or a host and no name.
func (f *bodies) tellsOfBody(l *Line) bool {
	w := remedyWords()
	if l.has(w.web) || l.has(w.call) || l.has(w.told) {
		return true
	}
	s := l.Block.Text[l.textStart():]
	hosts, numbers := hostsIn(s), phonesOrCodes(s)
	if len(hosts)+len(numbers) == 0 {
		return false
	}
	start := len(s)
	for _, n := range append(hosts, numbers...) {
		start = min(start, n.start)
	}
	return size(strings.Trim(s[:start], " :(국번없이)")) <= 4
}

// between finds bodies that are known by their place alone: entries of the list between two known bodies,
// or right behind the last, with the same mark and a number or host.
func (f *bodies) between(i, next int) {
	if len(f.found) == 0 {
		return
	}
	last := &f.found[len(f.found)-1]
	if last.line != i || !last.listed {
		return
	}
	for k := i + 1; k < min(next, len(f.r.lines), i+1+2*fewBelow); k++ {
		l := &f.r.lines[k]
		if f.r.body[k] != Own || l.cell != nil || f.r.isTitleLine(k) {
			return
		}
		if x, ok := f.unknown(l, last.style); ok {
			x.line = k
			f.found = append(f.found, x)
			continue
		}
		if !f.tellsOfBody(l) && !l.has(remedyWords().address) {
			return
		}
	}
}

// unknown is a body that only its place in a list tells.
func (f *bodies) unknown(l *Line, style string) (remedyAt, bool) {
	text := l.Block.Text
	from := l.textStart()
	if l.mark.style != style || l.size > longHeading+longHeading/2 || isProse(text[from:]) || f.tellsOfBody(l) || namesOwn(text[from:]) {
		return remedyAt{}, false
	}
	x := remedyAt{listed: true, style: style}
	end := len(text)
	for _, n := range append(hostsIn(text[from:]), phonesOrCodes(text[from:])...) {
		end = min(end, from+n.start)
	}
	if skip := bracketed(text[from:end]); skip >= 0 {
		if n := strings.IndexAny(text[from+skip:end], ":：(（/|"); n > 0 {
			end = from + skip + n
		}
	}
	start, end := trimBody(text, from+bracketed(text[from:end]), end)
	if start >= end || size(text[start:end]) > longestName || !hasLetters(text[start:end]) {
		return remedyAt{}, false
	}
	x.Body = f.quote(l, start, end)
	f.reach(&x, l, end, len(text))
	return x, x.Phone.Known() || x.URL.Known()
}

// namesOwn reports whether a text names somebody of the company: the officer, a department, the customer
// centre.
func namesOwn(s string) bool {
	if len(s) > longestLine {
		return true
	}
	_, ok := nextLabel(s, 0)
	return ok
}

// table finds the bodies of a table: those that stand in the column, or the row, of one that is known.
func (f *bodies) table(t *policy.Table) {
	if f.r.others[t] || len(t.Grid) > mostRows || t.Columns() > mostColumns {
		return
	}
	known := make(map[*policy.Cell]spot)
	lines := f.r.linesOf(t)
	for c := range t.Cells {
		for _, i := range lines[c] {
			if spots := f.spots(&f.r.lines[i]); len(spots) > 0 && !isProse(c.Text) {
				if _, ok := known[c]; !ok {
					known[c] = spots[0]
				}
			}
		}
	}
	across := inOneRow(known)
	for c := range t.Cells {
		at, ok := known[c]
		if !ok && !(len(known) > 1 && besideKnown(c, known, across)) {
			continue
		}
		f.row(t, c, at, lines, across)
	}
}

// inOneRow reports whether several bodies stand beside each other, so that what is told of each stands
// below it.
func inOneRow(known map[*policy.Cell]spot) bool {
	row, columns := -1, make(map[int]bool)
	for c := range known {
		if row >= 0 && c.Row != row {
			return false
		}
		row = c.Row
		columns[c.Column] = true
	}
	return len(columns) > 1
}

// besideKnown reports whether a cell stands in line with known bodies and is no title.
func besideKnown(c *policy.Cell, known map[*policy.Cell]spot, across bool) bool {
	if c.Text == "" || isLonger(c.Text, longestName) || across && c.Column < c.Table.HeaderColumns || !across && c.Row < c.Table.HeaderRows {
		return false
	}
	for k := range known {
		if across && k.Row == c.Row || !across && k.Column == c.Column {
			return true
		}
	}
	return false
}

// row takes down a body in a cell, with what the cell itself and the others of its row tell.
func (f *bodies) row(t *policy.Table, c *policy.Cell, at spot, lines map[*policy.Cell][]int, across bool) {
	if len(lines[c]) == 0 {
		return
	}
	first := &f.r.lines[lines[c][0]]
	x := remedyAt{known: at.known, listed: true, line: first.Index, style: "cell"}
	if at.known != 0 {
		x = f.entry(first, at, len(first.Block.Text), false)
		x.listed = true
	} else {
		if namesOwn(first.Block.Text) {
			return
		}
		start, end := trimBody(first.Block.Text, 0, len(first.Block.Text))
		x.Body = f.quote(first, start, end)
	}
	tell := func(other *policy.Cell, from int) {
		for n, i := range lines[other] {
			if n >= from {
				f.reach(&x, &f.r.lines[i], 0, len(f.r.lines[i].Block.Text))
			}
		}
	}
	tell(c, 1)
	if across {
		for row := c.Row + c.RowSpan; row < len(t.Grid); row++ {
			if other := t.Grid[row][c.Column]; other != nil {
				tell(other, 0)
			}
		}
	} else {
		for column := c.Column + c.ColumnSpan; column < t.Columns(); column++ {
			if other := t.Grid[c.Row][column]; other != nil && other != c {
				tell(other, 0)
			}
		}
	}
	if x.Body.Known() && (x.Phone.Known() || x.URL.Known()) {
		f.found = append(f.found, x)
	}
}

// phonesOrCodes finds telephone numbers, also the short ones of public bodies: 118, 1301.
func phonesOrCodes(s string) []numberAt {
	out := phonesIn(s, true)
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		n := digits(s[i:])
		end := i + n
		from := i
		if before := strings.TrimSuffix(s[:i], "+82-"); len(before) < i {
			from = len(before)
		}
		if s[i] == '1' && (n == 3 || n == 4) && !overlaps(numberAt{i, end}, out) && standsAlone(s, from, end) {
			out = append(out, numberAt{from, end})
		}
		i = end
	}
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j].start < out[j-1].start; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// standsAlone reports whether nothing makes a number part of something else: a date, an address, a host.
func standsAlone(s string, start, end int) bool {
	if start > 0 {
		if before, _ := utf8.DecodeLastRuneInString(s[:start]); unicode.IsLetter(before) && before < utf8.RuneSelf || strings.ContainsRune("-.@제", before) {
			return false
		}
	}
	behind, _ := utf8.DecodeRuneInString(s[end:])
	if end+1 < len(s) && (behind == '-' || behind == '.') && (unicode.IsDigit(rune(s[end+1])) || isLatin(rune(s[end+1]))) {
		return false
	}
	return behind == utf8.RuneError || !unicode.IsLetter(behind) || strings.HasPrefix(s[end:], "번") || strings.HasPrefix(s[end:], "로") || strings.HasPrefix(s[end:], "으로")
}

// hostsIn finds addresses of the web, as written: https://…, www.…, privacy.kisa.or.kr. A number behind
// a slash is none of it: www.eprivacy.or.kr/02-000-0000.
func hostsIn(s string) []numberAt {
	var out []numberAt
	for i := 0; i < len(s); {
		if !isHost(s[i]) || s[i] == '-' || s[i] == '.' {
			i++
			continue
		}
		end := i
		for end < len(s) && (isHost(s[end]) || strings.IndexByte("/:?=&#_%~", s[end]) >= 0) {
			end++
		}
		word := strings.TrimRight(s[i:end], ".:?&#~-")
		if n := hostEnd(word); n > 0 && !(end < len(s) && s[end] == '@') && !(i > 0 && s[i-1] == '@') {
			out = append(out, numberAt{i, i + n})
		}
		i = max(end, i+1)
	}
	return out
}

func isHost(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.'
}

// hostEnd is how much of a word is an address of the web, 0 where it is none.
func hostEnd(word string) int {
	at := 0
	lower := strings.ToLower(word)
	for _, scheme := range [...]string{"https://", "http://"} {
		if strings.HasPrefix(lower, scheme) {
			at = len(scheme)
		}
	}
	n := at + domainLength(word[at:])
	if n == at {
		return 0
	}
	top := lower[at:n]
	top = top[strings.LastIndexByte(top, '.')+1:]
	if len(top) < 2 || strings.ContainsAny(top, "0123456789") {
		return 0
	}
	if path := word[n:]; path != "" && path[0] == '/' && strings.Trim(path, "/0123456789-~.") != "" {
		return len(word)
	}
	if strings.HasPrefix(word[n:], "/") && len(word) == n+1 {
		return n + 1
	}
	return n
}
