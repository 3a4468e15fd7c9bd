package facts

import (
	"sort"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Remedy is an outside body to which a policy sends those whose rights were infringed, with what it
// tells of it, as written; nothing where it is not told. Kind is which of the bodies it is that have phrases:
// "police"; "" for one that is known by its place alone.
type Remedy struct {
	Body, Phone, URL, Address Quoted

	Kind string
}

// OutsideBodies are the outside bodies that the policy names for remedies, in its order: those known by
// their names, and others that stand in a list among them. A body named in a sentence is left out where a
// list tells more of it.
var OutsideBodies = analyzer.NewFact("outside bodies", func(p *analyzer.Pass) []Remedy {
	var out []Remedy
	for _, r := range readers.Of(p) {
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
			x.Kind = bodyKind(x.known)
			out = append(out, x.Remedy)
		}
	}
	return out
}

// bodyKind is the name of the phrase by which a body is known.
func bodyKind(known phrases.ID) string {
	if known == 0 {
		return ""
	}
	return strings.TrimPrefix(phrases.Default().Name(known), "remedies_body.")
}

// inClause reports whether a line stands under a heading about a clause.
func (r *reader) inClause(line int, c Clause) bool {
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		if within(r.headings[i].Clauses, c) && r.headings[i].Line != line {
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
		if x.known == remedyWords().bodies[7] && !f.r.inClause(i, Remedies) {
			continue // where one asks for access, too
		}
		if x.listed || prose && (x.Phone.Known() || x.URL.Known() || f.said(l, at)) || f.r.inClause(i, Remedies) && !prose && len(l.clauses) == 0 {
			f.found = append(f.found, x)
		}
	}
}

// said reports whether a sentence says that people may turn to a body.
func (f *bodies) said(l *Line, at spot) bool {
	u := &l.Units[min(l.unitAt(l.Block.Range.Start+at.start), len(l.Units)-1)]
	return u.has(remedyWords().turn) && u.has(wordsOf(Remedies).content) && !u.has(wordsOf(ThirdParty).heading)
}

// entry is one body with what its line tells of it, up to where the next one begins.
func (f *bodies) entry(l *Line, at spot, end int, prose bool) remedyAt {
	start, stop := f.name(l, at, prose)
	x := remedyAt{known: at.known, style: l.mark.style}
	x.Body = f.quote(l, start, stop)
	f.reach(&x, l, max(stop, at.end), end)
	return x
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
