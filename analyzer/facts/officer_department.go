package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/company"
)

// whose takes down the department that stands behind an address: help@example.com 정보보호팀.
func (w *writer) whose(start, end int) {
	rest := w.s[start:end]
	if n := strings.IndexAny(rest, "/|,"); n >= 0 {
		rest = rest[:n]
	}
	if hasLetters(rest) && size(rest) <= longestName {
		if list := wordsOfPerson(rest); list[len(list)-1].kind == unitWord {
			w.unit(start+list[0].start, start+list[len(list)-1].end)
		}
	}
}

// withoutCompany are the words behind the name of the company, where it stands before others.
func (w *writer) withoutCompany(list []word) []word {
	for n := 1; n < len(list) && n < 5; n++ {
		before := strings.TrimRight(w.s[list[0].start:list[n].start], " ,/·|")
		if from, end := company.StripForms(before); from > 0 || end < len(before) {
			return w.behindForm(list, n)
		}
		if w.company != "" && plainCompany(before) == w.company && w.hasKind(list[n:], nameWord) {
			return list[n:]
		}
	}
	return list
}

// unit takes down a department, in place of the shorter one that it goes on from.
func (w *writer) unit(start, end int) bool {
	if repeatsCompany(w.s[start:end], w.company) {
		return false
	}
	if d := &w.to.Department; d.Known() && d.Range.Start == w.at+w.joints.plain(start) && d.Range.End < w.at+w.joints.plain(end) {
		*d = Quoted{}
	}
	return w.put(&w.to.Department, start, end)
}

// department takes down what stands behind the label of a department: it, and often a post or the
// person.
func (w *writer) department(start, end int, list []word, p piece) bool {
	if len(list) == 0 || repeatsCompany(w.s[start:end], w.company) {
		return false
	}
	if w.inOrder(start, end, p) {
		return true
	}
	from, upto := -1, -1
	named := false
	for i, x := range list {
		switch {
		case x.kind == nameWord && x.inside && i > 0 && from >= 0, x.kind == nameWord && !x.inside && len(list) > 1 && (p.has(aName) || i > 0 && list[i-1].kind == unitWord):
			w.put(&w.to.Name, x.start, x.end)
			named = true
		case x.inside && x.kind == noNameWord && from >= 0:
		case x.kind == postWord && len(list) > 1 && (i > 0 || list[1].inside || list[1].apart):
			w.put(&w.to.Title, x.start, x.end)
			if i > 0 {
				named = true
			}
		case !named:
			if from < 0 {
				from = x.start
			}
			upto = x.end
		}
	}
	if from < 0 {
		return false
	}
	if len(list) == 1 && list[0].kind == postWord {
		return w.headOf(list[0])
	}
	if len(list) == 1 && list[0].kind == nameWord && utf8.RuneCountInString(w.s[from:upto]) == 3 && !w.to.Name.Known() {
		return w.put(&w.to.Name, from, upto) // 담당: 한모란
	}
	return w.put(&w.to.Department, from, upto)
}

// inOrder takes down a department and a post that stand in the order of their labels: 소속/직위 : 보안팀 / 담당.
func (w *writer) inOrder(start, end int, p piece) bool {
	i := strings.IndexByte(w.s[start:end], '/')
	if len(p.fields) != 2 || i < 0 || strings.Count(w.s[start:end], "/") != 1 {
		return false
	}
	parts := [2][2]int{{start, start + i}, {start + i + 1, end}}
	for n, f := range p.fields {
		from, to := trimValue(w.s, parts[n][0], parts[n][1])
		switch {
		case f == aDepartment && !repeatsCompany(w.s[from:to], w.company):
			w.put(&w.to.Department, from, to)
		case f == aTitle:
			w.put(&w.to.Title, from, to)
		case f != aDepartment:
			return false
		}
	}
	return true
}

// headOf takes down a post that names what its holder is the head of: 안전지원본부장.
func (w *writer) headOf(x word) bool {
	text := w.s[x.start:x.end]
	w.put(&w.to.Title, x.start, x.end)
	u := nameUnit(text)
	for _, m := range u.Matches {
		if m.Phrase == personWords().post && m.End == len(text) && m.Start >= 2*len("가") && strings.HasSuffix(text, "장") {
			return w.unit(x.start, x.end-len("장"))
		}
	}
	return false
}

// title takes down what stands behind the label of a post.
func (w *writer) title(start, end int, list []word) bool {
	if len(list) == 2 && list[0].kind == unitWord && list[1].kind == postWord {
		w.unit(list[0].start, list[0].end)
		return w.put(&w.to.Title, list[1].start, list[1].end)
	}
	if len(list) == 2 && list[0].kind == postWord && list[1].kind == nameWord && !list[1].inside {
		w.put(&w.to.Title, list[0].start, list[0].end)
		return w.put(&w.to.Name, list[1].start, list[1].end)
	}
	if len(list) == 2 && list[0].kind == postWord && list[1].kind == unitWord && list[1].inside {
		w.unit(list[1].start, list[1].end)
		end = list[0].end // 실장(안전관리실)
	}
	return w.put(&w.to.Title, start, end)
}

// behindForm are the words behind a company that is told by its legal form.
func (w *writer) behindForm(list []word, n int) []word {
	for n < len(list)-1 && plainCompany(w.s[list[0].start:list[n-1].end]) == "" {
		n++ // 주식회사 가온상사
	}
	return list[n:]
}
