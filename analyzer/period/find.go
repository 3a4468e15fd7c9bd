package period

import "slices"

// Parse reads a text that is known to tell how long something is kept, as a cell under 보유 기간 does.
// Its Start and End are those of the words that tell it.
func Parse(text string) Period {
	f := fold(text)
	var p Period
	for _, part := range f.parts(true) {
		p.add(part)
	}
	if p.IsZero() {
		f.other(&p)
	}
	p.Until = p.Until || len(p.Lengths) == 0 && len(p.Events) > 0
	p.settle()
	return p.in(f, text)
}

// other reads an event that no word of the data tells, by the word that makes it a bound: 탑승 시까지.
func (f *folded) other(p *Period) {
	for i := range len(f.runes) + 1 {
		if isLatin(f.rune(i)) {
			if end := f.anyAt(i, words().until); end >= 0 && f.rune(end) == ' ' {
				p.add(part{start: i, end: len(f.runes), event: Other})
				return
			}
			continue
		}
		if start := f.startOf(i, words().until); 1 < start && start < i && !isLatin(f.rune(i-1)) && !f.isPlain(start) {
			p.add(part{start: 0, end: i, event: Other})
			return
		}
	}
}

// isPlain reports whether what stands before a place is a place or a number: 3층까지.
func (f *folded) isPlain(i int) bool { return isDigit(f.rune(i-1)) || isDigit(f.rune(i-2)) }

// Find lists the periods in running text: lengths of time, with what they run from; events with a
// word that makes them a bound; and words such as 영구 and 지체 없이. Nothing here knows whether it is
// data that is kept so long.
func Find(text string) []Period {
	f := fold(text)
	var out []Period
	last := 0
	for _, part := range f.parts(false) {
		if part.event != "" && !part.bound {
			continue
		}
		if n := len(out) - 1; n >= 0 && f.near(last, part.start) && f.goesOn(&out[n], part, last) {
			out[n].add(part)
		} else {
			var p Period
			p.add(part)
			out = append(out, p)
		}
		last = part.end
	}
	for i := range out {
		out[i].settle()
		out[i] = out[i].in(f, text)
	}
	return out
}

// goesOn reports whether a part behind a period belongs to it: no second length, no remark in brackets,
// nothing that is said of something else.
func (f *folded) goesOn(p *Period, x part, last int) bool {
	switch {
	case len(p.Lengths) > 0 && x.length.End > 0, p.ByLaw, x.kind == "law":
		return false
	case len(p.Lengths) > 0 && (f.rune(f.skip(last)) == '(' || x.event != "" && !isLatin(f.rune(x.start)) && (f.rune(last) == ',' || f.hasTopic(last, x.start))):
		return false
	}
	return x.kind == "" || !f.hasTopic(last, x.start)
}

// A part of a period is a length, an event or a criterion.
type part struct {
	start, end int
	length     Length
	event      Event
	kind       string
	bound      bool // an event with a word that makes it a bound
	until      bool
}

func (p *Period) add(x part) {
	if p.End == 0 {
		p.Start = x.start
	}
	p.End = x.end
	switch {
	case x.event != "":
		if !slices.Contains(p.Events, x.event) {
			p.Events = append(p.Events, x.event)
		}
		p.Until = p.Until || x.until
	case x.kind == "indefinite":
		p.Indefinite = true
	case x.kind == "immediate":
		p.Immediate = true
	case x.kind == "law":
		p.ByLaw = true
	case x.kind == "vague":
		p.Vague = true
	default:
		p.Lengths = append(p.Lengths, x.length)
	}
}

// settle draws the conclusions from all parts.
func (p *Period) settle() {
	p.Vague = p.Vague && len(p.Lengths) == 0 && len(p.Events) == 0 && !p.ByLaw
}

func (p Period) in(f *folded, text string) Period {
	if p.IsZero() {
		return p
	}
	p.Start, p.End = int(f.at[p.Start]), f.end(text, p.End)
	for i := range p.Lengths {
		p.Lengths[i] = p.Lengths[i].in(f, text)
	}
	return p
}

// parts are the lengths, events and criteria of a text, in order.
func (f *folded) parts(isPeriod bool) []part {
	var out []part
	v := words()
	for i := 0; i < len(f.runes); {
		if !v.begins(f.runes[i], counts|tells) {
			i++
			continue
		}
		if l, ok := f.lengthAt(i, isPeriod); ok {
			x := part{length: l}
			x.start, x.end = f.around(l)
			out = append(out, x)
			i = x.end
			continue
		}
		if s, end := f.signAt(i); end >= 0 {
			if s.kind == "none" {
				i = end
				continue
			}
			x := part{start: i, end: end, event: s.event, kind: s.kind, until: f.isUntil(i, end)}
			if s.event != "" {
				x.bound, x.end = s.event == Ongoing || f.bounds(x), f.withTail(end)
				x.start = f.fromBound(x, out)
			}
			out = append(out, x)
			i = x.end
			continue
		}
		i = f.next(i)
	}
	return out
}

// signAt is the word for an event or a criterion at a place.
func (f *folded) signAt(i int) (sign, int) {
	v := words()
	if !v.begins(f.rune(i), tells) {
		return sign{}, -1
	}
	list := v.signs[f.rune(i)]
	for k := range list {
		end := f.hasAt(i, list[k].word)
		if end < 0 || list[k].kind == "indefinite" && f.anyAt(f.skip(end), v.notForever) >= 0 {
			continue
		}
		return list[k], end
	}
	return sign{}, -1
}

// mostTails is how many words behind an event may belong to it.
const mostTails = 3

// withTail is where an event ends with the words that make it a bound: 탈퇴 시까지.
func (f *folded) withTail(end int) int {
	for range mostTails {
		next := f.anyAt(f.skip(end), words().tail)
		if next < 0 {
			break
		}
		end = next
	}
	return end
}

// reachBehind and reachBefore are how far from an event, in characters, the word stands that makes of
// it a bound: in Korean and Japanese behind it, in English before it.
const (
	reachBehind = 6
	reachBefore = 24
)

// bounds reports whether an event bounds a period: 탈퇴 시, until withdrawal; not the event alone.
func (f *folded) bounds(p part) bool {
	v := words()
	if isLatin(f.rune(p.start)) {
		for i := p.start; i > p.start-reachBefore && i > 0; i-- {
			if f.anyBefore(i, v.before) {
				return true
			}
		}
		return false
	}
	for i := p.end; i <= p.end+reachBehind && i < len(f.runes); i++ {
		if f.anyAt(i, v.behind) >= 0 {
			return true
		}
	}
	return false
}

// fromBound is where an event begins with the word before it that makes of it a bound: until the member
// withdraws.
func (f *folded) fromBound(x part, before []part) int {
	if !x.until || !isLatin(f.rune(x.start)) {
		return x.start
	}
	least := max(0, x.start-reachBefore)
	if len(before) > 0 {
		least = max(least, before[len(before)-1].end)
	}
	for i := x.start; i > least; i-- {
		if start := f.startOf(i, words().until); start < i && start >= least {
			return start
		}
	}
	return x.start
}

// isUntil reports whether something is kept until an event, rather than for a time from it.
func (f *folded) isUntil(start, end int) bool {
	v := words()
	if isLatin(f.rune(start)) {
		for i := start; i > start-reachBefore && i > 0; i-- {
			if f.anyBefore(i, v.until) {
				return true
			}
		}
		return false
	}
	for i := end; i <= end+reachBehind && i < len(f.runes) && !isDigit(f.rune(i)); i++ {
		if f.anyAt(i, v.until) >= 0 {
			return true
		}
	}
	return false
}

// hasTopic reports whether something else is spoken of between two parts: 탈퇴 시 개인정보는 즉시.
func (f *folded) hasTopic(end, start int) bool {
	for i := end + 1; i < start; i++ {
		if f.rune(i) == ' ' && f.anyBefore(i, words().beside.topic) {
			return true
		}
	}
	return false
}

// mostGap is how far apart, in characters, the parts of one period stand.
const mostGap = 16

// near reports whether what stands between two parts joins them.
func (f *folded) near(end, start int) bool {
	if start-end > 2*mostGap {
		return false
	}
	width := 0
	for i := end; i < start; i++ {
		if f.anyAt(i, words().beside.breaks) >= 0 {
			return false
		}
		switch r := f.rune(i); {
		case r == '(' && i > end+1, r == '\n' || r == ':' || r == ';' || r == '|' || r == '.' && f.rune(i+1) == ' ' || r == '。':
			return false
		case isLatin(r) || r == ' ':
			width++
		default:
			width += 2
		}
	}
	return width <= 2*mostGap
}
