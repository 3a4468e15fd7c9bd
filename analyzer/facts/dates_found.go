package facts

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// dateRoles are the phrases that say what a date is for.
type dateRoles struct{ effective, announced, revised, changed, enacted, older, partial phrases.ID }

var dateWords = sync.OnceValue(func() dateRoles {
	return dateRoles{phrase("date.effective"), phrase("date.announced"), phrase("date.revised"), phrase("date.changed"), phrase("date.enacted"), phrase("older.heading"), phrase("date.partial")}
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
		out[i] = r.dates(date.Find)
	}
	return out
})

// wideDigit is how digits of full width begin in UTF-8.
const wideDigit = "\xEF\xBC"

// dates are the dates of the body, as find tells them, with their roles: said in the same sentence,
// or by the label before them.
func (r *reader) dates(find func(string) []date.Found) []dated {
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
		if !hasDigits(l.Block.Text, 3) && !strings.Contains(l.Block.Text, wideDigit) {
			continue
		}
		dates := newSharing(l, find(l.Block.Text))
		for k, f := range dates.found {
			if role := r.roleOf(i, dates, k); role != 0 {
				at := policy.Range{Start: l.Block.Range.Start + f.Start, End: l.Block.Range.Start + f.End}
				out = append(out, dated{role, i, DateAt{Date: f.Date, Page: r.page, Range: at, Doubtful: f.Doubtful}})
			}
		}
	}
	return out
}

// roleOf is what one of the dates in a line is for, or 0.
func (r *reader) roleOf(line int, dates sharing, k int) phrases.ID {
	l, f := &r.lines[line], dates.found[k]
	isOpen := isOpenRange(l.Block.Text[f.End:])
	if r.body[line] == Older {
		if isOpen && !strings.HasSuffix(strings.TrimRight(l.Block.Text[:f.Start], " "), "~") {
			return dateWords().effective // in a list of versions, the one in force
		}
		return 0
	}
	role := dates.role(k)
	if role == dateWords().effective && isPartial(l, f) {
		return 0
	}
	if role == 0 && line > 0 {
		role = roleOfLabel(&r.lines[line-1], l, f)
	}
	if role == 0 {
		role = r.roleOfHeader(l, f)
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
	roles := saysDate()
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			if roles[m.Phrase] {
				return true
			}
		}
	}
	return false
}

// isRole tells the phrases that say what a date is for.
func isRole(id phrases.ID) bool { return saysDate()[id] }

// saysDate says so by phrase.
var saysDate = sync.OnceValue(func() []bool {
	w, roles := dateWords(), make([]bool, phrases.Default().Len()+1)
	for _, id := range [...]phrases.ID{w.effective, w.announced, w.revised, w.changed, w.enacted} {
		roles[id] = true
	}
	return roles
})

// farProvision is how far, in bytes, a date stands behind the words for the articles it is for.
const farProvision = 100

// isPartial reports whether a date is that of some articles alone: 다만 제5조는 2024. 10. 1.부터 시행.
func isPartial(l *Line, f date.Found) bool {
	at := l.Block.Range.Start + f.Start
	for i := range l.Units {
		m, ok := l.Units[i].find(dateWords().partial)
		if ok && l.Units[i].Range.Start <= at && at < l.Units[i].Range.End && m.End <= at && at-m.End < farProvision {
			return true
		}
	}
	return false
}

// roleOfHeader is the role that the header of its cell gives a date.
func (r *reader) roleOfHeader(l *Line, f date.Found) phrases.ID {
	if l.cell == nil {
		return 0
	}
	for _, h := range l.cell.Headers {
		i := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].Block.Range.Start >= h.Range.Start })
		if i < len(r.lines) && r.lines[i].cell == h {
			if role := roleOfLabel(&r.lines[i], l, f); role != 0 {
				return role
			}
		}
	}
	return 0
}

// isLabelEnd reports whether what stands between words and a date makes the words its label: 시행일: …
func isLabelEnd(s string) bool {
	return len(s) < 60 && strings.Trim(norm.NFC.String(s), " 일자날짜日은는:：(（[-–\"'‘’“”") == ""
}

// isAlone reports whether a date stands alone in its line, or is all that the first sentence says.
func isAlone(l *Line, f date.Found) bool {
	if len(l.Units) > 1 && f.Start == 0 && strings.Trim(l.Block.Text[f.End:l.Units[0].Range.End-l.Block.Range.Start], " .") == "" {
		return true
	}
	return utf8.RuneCountInString(l.Block.Text) <= 40
}

// roleOfLabel is the role that the line before gives a date that stands alone.
func roleOfLabel(label, l *Line, f date.Found) phrases.ID {
	w := dateWords()
	if utf8.RuneCountInString(label.Block.Text) > 20 || !isAlone(l, f) {
		return 0
	}
	for _, role := range [...]phrases.ID{w.announced, w.revised, w.changed, w.enacted, w.effective} {
		if label.has(role) {
			return role
		}
	}
	return 0
}
