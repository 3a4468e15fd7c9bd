package facts

import (
	"sort"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// dateRoles are the phrases that say what a date is for.
type dateRoles struct{ effective, announced, revised, changed, enacted, older phrases.ID }

var dateWords = sync.OnceValue(func() dateRoles {
	return dateRoles{phrase("date.effective"), phrase("date.announced"), phrase("date.revised"), phrase("date.changed"), phrase("date.enacted"), phrase("older.heading")}
})

// dated is a date and the phrase that says what it is for.
type dated struct {
	role phrases.ID
	line int
	at   DateAt
}

// datesFound are, page by page, the dates with a role.
var datesFound = analyzer.NewFact("dates found", func(p *analyzer.Pass) [][]dated {
	out := make([][]dated, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		out[i] = r.dates()
	}
	return out
})

// dates are the dates of the body with their roles: said in the same sentence, or by the label
// before them.
func (r *reader) dates() []dated {
	var out []dated
	for i := range r.lines {
		l := &r.lines[i]
		if r.body[i] != Own && r.body[i] != Footer && !(r.body[i] == Older && strings.Contains(l.Block.Text, "~")) {
			continue
		}
		if d, ok := r.serverDate(l); ok {
			out = append(out, d)
		}
		if !l.mayDate() && !(i > 0 && r.lines[i-1].mayDate()) && !strings.Contains(l.Block.Text, "~") && !inDatedCell(l) {
			continue
		}
		for _, f := range date.Find(l.Block.Text) {
			if role := r.roleOf(i, f); role != 0 {
				out = append(out, dated{role, i, DateAt{Date: f.Date, Page: r.page, Range: l.part(f.Start, f.End), Doubtful: f.Doubtful}})
			}
		}
	}
	return out
}

// roleOf is what a date in a line is for, or 0.
func (r *reader) roleOf(line int, f date.Found) phrases.ID {
	l := &r.lines[line]
	isOpen := isOpenRange(l.Block.Text[f.End:])
	if r.body[line] == Older {
		if isOpen && !strings.HasSuffix(strings.TrimRight(l.Block.Text[:f.Start], " "), "~") {
			return dateWords().effective // in a list of versions, the one in force
		}
		return 0
	}
	role := roleIn(l, l.part(f.Start, f.End))
	if role == 0 && line > 0 {
		role = roleOfLabel(&r.lines[line-1], l)
	}
	if role == 0 {
		role = r.roleOfHeader(l)
	}
	if role == 0 && isOpen {
		role = dateWords().effective
	}
	return role
}

// isOpenRange reports whether what stands behind a date makes it the beginning of the version in
// force: a range without an end, as in "2020-09-01 ~".
func isOpenRange(behind string) bool {
	behind = strings.TrimLeft(behind, " ")
	rest, ok := strings.CutPrefix(behind, "~")
	if !ok {
		return false
	}
	rest = strings.TrimLeft(rest, " ")
	return rest == "" || strings.HasPrefix(rest, "현재") || digits(rest) == 0 && !strings.ContainsAny(rest[:min(len(rest), 12)], "0123456789")
}

// inDatedCell reports whether a line stands in a cell and holds digits enough for a date.
func inDatedCell(l *Line) bool {
	return l.cell != nil && l.size <= longHeading && hasDigits(l.Block.Text, 4)
}

// mayDate reports whether a line has words that say what a date is for.
func (l *Line) mayDate() bool {
	w := dateWords()
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			switch m.Phrase {
			case w.effective, w.announced, w.revised, w.changed, w.enacted:
				return true
			}
		}
	}
	return false
}

// roleIn is the role that the words of a line give a date: a label right before it (시행일: …), else
// those nearest to it (…부터 시행).
func roleIn(l *Line, at policy.Range) phrases.ID {
	w := dateWords()
	var role phrases.ID
	near := farthestRole + 1
	for i := l.unitAt(at.Start - farthestRole); i < len(l.Units) && l.Units[i].Range.Start <= at.End+farthestRole; i++ {
		for _, m := range l.Units[i].Matches {
			switch m.Phrase {
			case w.effective, w.announced, w.revised, w.changed, w.enacted, w.older:
			default:
				continue
			}
			distance := max(at.Start-m.End, m.Start-at.End, 0)
			if m.End <= at.Start && isLabelEnd(l.Block.Text[m.End-l.Block.Range.Start:at.Start-l.Block.Range.Start]) {
				distance = 0
			}
			if !l.Units[i].Range.Contains(at) {
				distance += 100
			}
			if distance < near || distance == near && role != 0 && m.Phrase == w.effective {
				role, near = m.Phrase, distance
			}
		}
	}
	return role
}

// farthestRole is how far from a date, in bytes, the words stand at the most that say what it is for.
const farthestRole = 200

// roleOfHeader is the role that the header of its cell gives a date.
func (r *reader) roleOfHeader(l *Line) phrases.ID {
	if l.cell == nil {
		return 0
	}
	for _, h := range l.cell.Headers {
		i := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].Block.Range.Start >= h.Range.Start })
		if i < len(r.lines) && r.lines[i].cell == h {
			if role := roleOfLabel(&r.lines[i], l); role != 0 {
				return role
			}
		}
	}
	return 0
}

// isLabelEnd reports whether what stands between words and a date makes the words its label: 시행일: …
func isLabelEnd(s string) bool {
	return strings.Trim(s, " 일자날짜日은는:：(（[-–\"'‘’“”") == ""
}

// roleOfLabel is the role that the line before gives a date that stands alone in its line.
func roleOfLabel(label, l *Line) phrases.ID {
	w := dateWords()
	if hasMore(label.Block.Text, 20) || hasMore(l.Block.Text, 40) {
		return 0
	}
	for _, role := range [...]phrases.ID{w.announced, w.revised, w.changed, w.enacted, w.effective} {
		if label.has(role) {
			return role
		}
	}
	return 0
}
