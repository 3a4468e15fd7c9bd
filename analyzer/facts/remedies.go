package facts

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Remedy is an outside body to which a policy sends those whose rights were infringed, with what it
// tells of it, as written; nothing where it is not told.
type Remedy struct{ Body, Phone, URL, Address Quoted }

// OutsideBodies are the outside bodies that the policy names for remedies, in its order: those known by
// their names, and others that stand in a list among them. A body named in a sentence is left out where a
// list tells more of it.
var OutsideBodies = analyzer.NewFact("outside bodies", func(p *analyzer.Pass) []Remedy {
	var out []Remedy
	for _, r := range detailed.Of(p) {
		f := &bodies{r: r, tables: make(map[*policy.Table]bool)}
		out = append(out, f.find()...)
	}
	return out
})

type remedyPhrases struct {
	bodies                         []phrases.ID
	address, web, call, told, turn phrases.ID
}

var remedyWords = sync.OnceValue(func() remedyPhrases {
	return remedyPhrases{
		bodies: []phrases.ID{detail("remedies_body.report"), detail("remedies_body.mediation"), detail("remedies_body.police"), detail("remedies_body.prosecution"),
			detail("remedies_body.mark"), detail("remedies_body.commission"), detail("remedies_body.appeals"), detail("remedies_body.portal"), detail("remedies_body.other")},
		address: detail("remedies_part.address"), web: detail("remedies_part.web"), call: detail("remedies_part.call"), told: detail("remedies_part.told"), turn: detail("remedies_part.turn"),
	}
})

// bodies finds the outside bodies of a page.
type bodies struct {
	r      *reader
	named  map[int][]policy.Range // by line: where bodies are named
	found  []remedyAt
	tables map[*policy.Table]bool
}

// remedyAt is a body with what tells which it is.
type remedyAt struct {
	Remedy
	known  phrases.ID // 0 for one that is known by its place alone
	listed bool       // it is an entry of a list or table
	line   int
	style  string // the mark of its line
}

func (f *bodies) find() []Remedy {
	f.named = make(map[int][]policy.Range)
	for _, id := range remedyWords().bodies {
		for _, o := range f.r.index.of(id) {
			if f.r.body[o.line] == Own {
				f.named[o.line] = append(f.named[o.line], o.at)
			}
		}
	}
	lines := make([]int, 0, len(f.named))
	for line := range f.named {
		if len(f.spots(&f.r.lines[line])) > 0 {
			lines = append(lines, line)
		}
	}
	sort.Ints(lines)
	for i, line := range lines {
		l := &f.r.lines[line]
		if l.cell != nil {
			if !f.tables[l.cell.Table] {
				f.tables[l.cell.Table] = true
				f.table(l.cell.Table)
			}
			continue
		}
		next := len(f.r.lines)
		if i+1 < len(lines) {
			next = lines[i+1]
		}
		f.line(line, next)
		f.between(line, next)
	}
	return f.remedies()
}

// remedies are those found, each once; one that a sentence names is left out where a list has it.
func (f *bodies) remedies() []Remedy {
	listed := make(map[phrases.ID]bool)
	for _, x := range f.found {
		listed[x.known] = listed[x.known] || x.listed && x.known != 0
	}
	var out []Remedy
	said, seen := make(map[phrases.ID]bool), make(map[[3]string]bool)
	for _, x := range f.found {
		if x.known != 0 && !x.listed && (listed[x.known] || said[x.known]) {
			continue
		}
		said[x.known] = true
		key := [3]string{x.Body.Text, x.Phone.Text, x.URL.Text}
		if !seen[key] {
			seen[key] = true
			out = append(out, x.Remedy)
		}
	}
	return out
}

// inClause reports whether a line stands under a heading about remedies.
func (f *bodies) inClause(line int) bool {
	for i := f.r.sections[line]; i >= 0; i = f.r.headings[i].parent {
		if within(f.r.headings[i].Clauses, Remedies) && f.r.headings[i].Line != line {
			return true
		}
	}
	return false
}

// line reads a line that names bodies, and the lines below it that tell more of the last.
func (f *bodies) line(i, next int) {
	l := &f.r.lines[i]
	text := l.Block.Text
	if len(text) > 2*longestLine {
		return
	}
	spots := f.spots(l)
	if len(spots) == 0 {
		return
	}
	prose := isProse(text[l.mark.end:])
	for j, at := range spots {
		end := len(text)
		if j+1 < len(spots) {
			end = spots[j+1].start
		}
		x := f.entry(l, at, end, prose)
		x.line = i
		if !prose && j == len(spots)-1 {
			f.below(&x, i, next)
		}
		x.listed = !prose && (x.Phone.Known() || x.URL.Known())
		if x.known == remedyWords().bodies[7] && !f.inClause(i) {
			continue // where one asks for access, too
		}
		if x.listed || prose && (x.Phone.Known() || x.URL.Known() || f.said(l, at)) || f.inClause(i) && !prose && len(l.clauses) == 0 {
			f.found = append(f.found, x)
		}
	}
}

// said reports whether a sentence says that people may turn to a body.
func (f *bodies) said(l *Line, at spot) bool {
	u := &l.Units[min(l.unitAt(l.Block.Range.Start+at.start), len(l.Units)-1)]
	return u.has(remedyWords().turn) && u.has(wordsOf(Remedies).content) && !u.has(wordsOf(ThirdParty).heading)
}

// spot is where a body is named in a line.
type spot struct {
	start, end int // the words that name it
	known      phrases.ID
}

// spots are the bodies named in a line, in order. Words that stand together, or in the bracket behind a
// name, name one.
func (f *bodies) spots(l *Line) []spot {
	if l.has(remedyWords().address) || l.has(remedyWords().told) {
		return nil // where a body has its seat, what it does
	}
	var all []spot
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			if slices.Contains(remedyWords().bodies, m.Phrase) {
				all = append(all, spot{m.Start - l.Block.Range.Start, m.End - l.Block.Range.Start, m.Phrase})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].start < all[j].start })
	text := l.Block.Text
	hosts := append(hostsIn(text), emailsIn(text)...)
	var out []spot
	for _, s := range all {
		n := len(out)
		if overlaps(numberAt{s.start, s.end}, hosts) || n > 0 && s.start > out[n-1].end && isBracketBehind(text[out[n-1].end:s.start]) {
			continue
		}
		if n > 0 && (s.start <= out[n-1].end || joinsBody(text[out[n-1].end:s.start])) {
			out[n-1].end = max(out[n-1].end, s.end)
			if out[n-1].known != s.known && s.known == remedyWords().bodies[1] {
				out[n-1].known = s.known
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

// joinsBody reports whether what stands between two names makes them one.
func joinsBody(between string) bool {
	s := strings.TrimSpace(between)
	return s == "" || s == "내" || s == "산하" || s == "&"
}

// isBracketBehind reports whether a bracket was opened right before a name, behind another name.
func isBracketBehind(between string) bool {
	s := strings.TrimSpace(between)
	return (strings.HasPrefix(s, "(") || strings.HasPrefix(s, "（")) && !strings.ContainsAny(s, ")）") && !strings.ContainsAny(s, "0123456789") && !strings.Contains(s, ".")
}

// entry is one body with what its line tells of it, up to where the next one begins.
func (f *bodies) entry(l *Line, at spot, end int, prose bool) remedyAt {
	start, stop := f.name(l, at, prose)
	x := remedyAt{known: at.known, style: l.mark.style}
	x.Body = f.quote(l, start, stop)
	f.reach(&x, l, max(stop, at.end), end)
	return x
}

// name is the whole name of a body in a line: from the sign before it to the one behind.
func (f *bodies) name(l *Line, at spot, prose bool) (start, end int) {
	text := l.Block.Text
	start, end = at.start, at.end
	if prose {
		return start, end + wordTail(text[end:])
	}
	from := 0
	if l.mark.end <= start {
		from = l.mark.end
	}
	if n := bracketed(text[from:start]); n > 0 {
		from += n
	}
	if i := strings.LastIndexAny(text[from:start], ":：|/,;▶▷■·※)-"); i >= 0 {
		_, n := firstSize(text[from+i:])
		from += i + n
	}
	start = bodyStart(text, from, start)
	if n := strings.IndexAny(text[end:], ":：(（/|,;☎☏[<"); n >= 0 {
		if size(text[end:end+n]) <= longestName/2 {
			end += n
		}
	} else if size(text[end:]) <= longestName/2 {
		end = len(text)
	}
	for _, n := range phonesOrCodes(text[start:end]) {
		end = start + n.start
		break
	}
	for _, n := range hostsIn(text[start:end]) {
		end = start + n.start
		break
	}
	return trimBody(text, start, max(end, at.end))
}

// bracketed is the length of a number between brackets of full width with which a text begins: （1）.
func bracketed(s string) int {
	rest, ok := strings.CutPrefix(s, "（")
	if !ok {
		return 0
	}
	n := digits(rest)
	if n == 0 || !strings.HasPrefix(rest[n:], "）") {
		return 0
	}
	return len("（") + n + len("）")
}

// bodyStart goes back over the words before a match that belong to the name: 대검찰청 사이버수사과.
func bodyStart(text string, from, start int) int {
	for n := 0; n < 3; n++ {
		before := strings.TrimRight(text[from:start], " ")
		i := strings.LastIndexByte(before, ' ')
		word := before[i+1:]
		if word == "" || endsOther(word) || size(word) > longestName/2 || strings.ContainsAny(word, "0123456789") {
			break
		}
		start = from + i + 1
	}
	return start
}

// trimBody cuts what is no part of a name.
func trimBody(text string, start, end int) (int, int) {
	start, end = trimValue(text, start, end)

	for _, word := range [...]string{"국번없이", "국번 없이", "(국번없이", "전화"} {
		if s, ok := strings.CutSuffix(text[start:end], word); ok {
			_, end = trimValue(text, start, start+len(s))
		}
	}
	return start, end
}

func firstSize(s string) (rune, int) {
	for i, r := range s {
		_ = i
		return r, len(string(r))
	}
	return 0, 0
}

// wordTail is the length of what a word goes on with behind a match, without particles.
func wordTail(s string) int {
	n := strings.IndexAny(s, " ,()（）:·/")
	if n < 0 {
		n = len(s)
	}
	word := s[:n]
	for _, p := range [...]string{"에서는", "에서", "에게", "으로", "로", "에", "은", "는", "이", "가", "을", "를", "와", "과", "의", "등", "도", "나", "や", "に", "、", "へ", "の", "など"} {
		if word == p || strings.HasPrefix(word, p) && len(word) <= len(p)+len("서") {
			return 0
		}
	}
	if size(word) > 6 {
		return 0
	}
	return n
}

// quote is a part of a line's text.
func (f *bodies) quote(l *Line, start, end int) Quoted {
	return Quoted{l.Block.Text[start:end], PlaceIn{f.r.page, l.part(start, end)}}
}

// reach takes down the number, host and address in a part of a line.
func (f *bodies) reach(x *remedyAt, l *Line, from, to int) {
	if from >= to {
		return
	}
	s := l.Block.Text[from:to]
	hosts := hostsIn(s)
	if len(hosts) > 0 && !x.URL.Known() {
		x.URL = f.quote(l, from+hosts[0].start, from+hosts[0].end)
	}
	for _, n := range phonesOrCodes(s) {
		if !x.Phone.Known() && !overlaps(n, hosts) && !behindFax(s[:n.start]) {
			x.Phone = f.quote(l, from+n.start, from+n.end)
		}
	}
}

func overlaps(n numberAt, list []numberAt) bool {
	for _, m := range list {
		if n.start < m.end && m.start < n.end {
			return true
		}
	}
	return false
}

// behindFax reports whether a number is that of a fax, as the words right before it say.
func behindFax(before string) bool {
	before = strings.ToLower(before[max(0, len(before)-16):])
	return strings.Contains(before, "팩스") || strings.Contains(before, "fax")
}
