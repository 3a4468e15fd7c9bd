package facts

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A DateAt is a date that a policy gives, and where.
type DateAt struct {
	Date  date.Date // zero where none is given
	Page  int
	Range policy.Range
}

// DatesOf are the dates of the version that a policy is.
type DatesOf struct{ Effective, Announced DateAt }

// Dates are the dates of the current version: not those of older ones, of a registration or of a
// last change.
var Dates = analyzer.NewFact("dates", func(p *analyzer.Pass) DatesOf {
	var out DatesOf
	for _, r := range readers.Of(p) {
		for _, d := range r.dates() {
			switch {
			case d.role == dateWords().effective && (out.Effective.Date.IsZero() || later(out.Effective.Date, d.at.Date, p.Day)):
				out.Effective = d.at
			case d.role == dateWords().revised && !out.Effective.Date.IsZero() && out.Effective.Page == r.page && out.Effective.Date.Before(d.at.Date):
				out.Effective = d.at // a version takes effect when it is revised, where it gives the first date too
			case d.role == dateWords().announced && (out.Announced.Date.IsZero() || out.Announced.Date.Before(d.at.Date)):
				out.Announced = d.at
			}
		}
	}
	if out.Effective.Date.IsZero() {
		out.Effective = chosen(p)
	}
	return out
})

// later reports whether of two days b tells the version in force on a day: the later one of those
// that have come, else the earlier one.
func later(a, b, day date.Date) bool {
	if day.Before(b) {
		return day.Before(a) && b.Before(a)
	}
	return day.Before(a) || a.Before(b)
}

// chosen is the latest day, up to that of the pass, on which one of the versions that a page offers
// for choice takes effect.
func chosen(p *analyzer.Pass) DateAt {
	var out DateAt
	for _, r := range readers.Of(p) {
		label := false
		for i := range r.lines {
			l := &r.lines[i]
			if l.Block.Kind != policy.Control {
				label = l.has(dateWords().effective) && l.size <= longHeading/2
				continue
			}
			for _, f := range date.Find(l.Block.Text) {
				if (label || l.has(dateWords().effective)) && !p.Day.Before(f.Date) && out.Date.Before(f.Date) {
					at := l.Block.Range.Start
					out = DateAt{Date: f.Date, Page: r.page, Range: policy.Range{Start: at + f.Start, End: at + f.End}}
				}
			}
		}
	}
	return out
}

// dateRoles are the phrases that say what a date is for.
type dateRoles struct{ effective, announced, revised, changed, enacted, older phrases.ID }

var dateWords = sync.OnceValue(func() dateRoles {
	return dateRoles{phrase("date.effective"), phrase("date.announced"), phrase("date.revised"), phrase("date.changed"), phrase("date.enacted"), phrase("older.heading")}
})

// dated is a date and the phrase that says what it is for.
type dated struct {
	role phrases.ID
	at   DateAt
}

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
			at := policy.Range{Start: l.Block.Range.Start + f.Start, End: l.Block.Range.Start + f.End}
			if r.body[i] == Older {
				if isOpenRange(l.Block.Text[f.End:]) && !strings.HasSuffix(strings.TrimRight(l.Block.Text[:f.Start], " "), "~") {
					out = append(out, dated{dateWords().effective, DateAt{Date: f.Date, Page: r.page, Range: at}})
				}
				continue
			}
			role := roleIn(l, at)
			if role == 0 && i > 0 {
				role = roleOfLabel(&r.lines[i-1], l)
			}
			if role == 0 {
				role = r.roleOfHeader(l)
			}
			if role == 0 && isOpenRange(l.Block.Text[f.End:]) {
				role = dateWords().effective
			}
			if role != 0 {
				out = append(out, dated{role, DateAt{Date: f.Date, Page: r.page, Range: at}})
			}
		}
	}
	return out
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
	near := 1 << 30
	for i := range l.Units {
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
			if distance < near || distance == near && m.Phrase == w.effective {
				role, near = m.Phrase, distance
			}
		}
	}
	if near > 200 {
		return 0
	}
	return role
}

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
	if utf8.RuneCountInString(label.Block.Text) > 20 || utf8.RuneCountInString(l.Block.Text) > 40 {
		return 0
	}
	for _, role := range [...]phrases.ID{w.announced, w.revised, w.changed, w.enacted, w.effective} {
		if label.has(role) {
			return role
		}
	}
	return 0
}

func effectiveDateClause(p *analyzer.Pass, met Finding) Finding {
	d := Dates.Of(p).Effective
	if !d.Date.IsZero() {
		return Finding{Status: Present, Page: d.Page, Range: d.Range}
	}
	for _, r := range readers.Of(p) {
		for i := range r.lines {
			if r.body[i] == Own && r.givesDay(&r.lines[i]) {
				return Finding{Status: Present, Page: r.page, Range: r.lines[i].Block.Range}
			}
		}
	}
	return Finding{Status: Absent, Page: met.Page, Range: met.Range}
}

// givesDay reports whether a line says when the policy takes effect though no date can be read: a
// server writes it, or it is so many days after another.
func (r *reader) givesDay(l *Line) bool {
	m, ok := l.find(dateWords().effective)
	if !ok {
		return false
	}
	if isFilledByServer(r.doc, l.Block.Range) {
		return serverSays(r.doc, l.Block.Range) == ""
	}
	label, value, ok := strings.Cut(l.Block.Text, ":")
	return ok && m.Start-l.Block.Range.Start <= l.mark.end && m.End-l.Block.Range.Start <= len(label)+1 &&
		l.has(relativeWords()) && hasDigits(value, 1)
}

var relativeWords = sync.OnceValue(func() phrases.ID { return phrase("date.relative") })
