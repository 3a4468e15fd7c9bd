package facts

import "strings"

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
	if list := wordsOfPerson(text[start:end]); isOwnTeam(text[list[len(list)-1].start+start : end]) {
		return remedyAt{}, false
	}
	x.Body = f.quote(l, start, end)
	f.reach(&x, l, end, len(text))
	return x, x.Phone.Known() || x.URL.Known()
}

// isOwnTeam reports whether a word is a part of a company, as no outside body is: 고객지원팀.
func isOwnTeam(word string) bool {
	return kindOf(word) == unitWord && !strings.HasSuffix(word, "센터") && !strings.HasSuffix(word, "위원회")
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
