package facts

import (
	"sort"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// mostPeople is how many people a page tells of at the most; more are no people.
const mostPeople = 100

// zone is a run of lines that may tell of somebody.
type zone struct {
	start, end int
	role       Role // of whom it tells, if it does not say
	section    bool // it is a section about the officer
}

// fewLines is how many lines behind the words for an officer tell of one where no section is about it.
const fewLines = 12

// nearImprint is how many lines before and behind the number of a business are about who runs the site.
const nearImprint = 2

// officerZones are the sections about the officer, and the lines behind words for one that stand
// outside of them, in order and apart.
func (r *reader) officerZones() []zone {
	var out []zone
	imprint := make(map[int]bool) // the lines near the words for who runs the site
	for _, o := range r.index.of(officerWords().imprint) {
		for line := o.line - nearImprint; line <= o.line+nearImprint; line++ {
			imprint[line] = true
		}
	}
	for i := range r.headings {
		h := &r.headings[i]
		if imprint[h.Line] && (h.Style == "" || h.Style == "joined") {
			continue
		}
		if r.isOfficerSection(h) {
			out = append(out, zone{start: h.Line, end: h.End, role: RoleOfficer, section: true})
		}
	}
	for _, o := range r.index.of(officerWords().mark) {
		if !imprint[o.line] && r.body[o.line] == Own && !r.isForeign(o.line) {
			out = append(out, zone{start: o.line, end: min(o.line+fewLines, len(r.lines)), role: RoleOfficer})
		}
	}
	for _, o := range r.index.of(officerWords().access) {
		if r.body[o.line] == Own && !r.isForeign(o.line) {
			out = append(out, zone{start: o.line, end: min(o.line+fewLines, len(r.lines)), role: RoleAccess})
		}
	}
	return apart(out)
}

// isOfficerSection reports whether a heading opens a section about who answers for personal data.
func (r *reader) isOfficerSection(h *Heading) bool {
	return within(h.Clauses, Officer) && !r.namesWhole(h) && !r.isField(h) && (!r.inOtherSection(h) || r.namesOfficer(h))
}

// opensOfficer reports whether a line is a heading that opens a section about the officer.
func (r *reader) opensOfficer(line int) bool {
	k := r.sections[line]
	return k >= 0 && r.headings[k].Line == line && r.isOfficerSection(&r.headings[k])
}

// apart puts zones in order and lets each end where the next begins. What lies within a section about
// the officer is a part of it.
func apart(zones []zone) []zone {
	sort.SliceStable(zones, func(i, j int) bool { return zones[i].start < zones[j].start })
	out := zones[:0]
	for _, z := range zones {
		n := len(out)
		switch {
		case n > 0 && z.start < out[n-1].end && out[n-1].section:
			continue
		case n > 0 && z.start == out[n-1].end && out[n-1].section && z.section:
			out[n-1].end = z.end
			continue
		case n > 0 && z.start < out[n-1].end && z.section:
			out[n-1].end = z.start
		case n > 0 && z.start < out[n-1].end && z.role == out[n-1].role:
			out[n-1].end = max(out[n-1].end, z.end)
			continue
		case n > 0 && z.start < out[n-1].end:
			out[n-1].end = z.start
		}
		out = append(out, z)
	}
	return out
}

// isField reports whether a line that was taken for a heading is the label of a field: 담당자: 한모란.
func (r *reader) isField(h *Heading) bool {
	l := &r.lines[h.Line]
	if l.Block.Kind == policy.Heading || l.size > longHeading {
		return false
	}
	first, ok := nextLabel(l.Block.Text, l.mark.end)
	return ok && !first.field.isRole() && size(l.Block.Text[l.mark.end:first.start]) <= 1
}

// namesOfficer reports whether a heading says nothing but who answers for personal data: it is about that
// also where a heading was not told before it.
func (r *reader) namesOfficer(h *Heading) bool {
	l := &r.lines[h.Line]
	if !l.isShort(longestName) || others(h.Clauses) {
		return false
	}
	list := piecesOf(l.Block.Text[l.mark.end:])
	return len(list) == 1 && list[0].has(anOfficer) && list[0].end <= list[0].start && l.has(officerWords().personal)
}

// inOtherSection reports whether a heading stands in the section of a clause that is about others.
func (r *reader) inOtherSection(h *Heading) bool {
	if others(h.Clauses) {
		return true
	}
	for i := r.around(h); i >= 0; i = r.around(&r.headings[i]) {
		if others(r.headings[i].Clauses) && !r.namesWhole(&r.headings[i]) {
			return true
		}
	}
	return false
}

// isForeign reports whether a line stands in a section, or in a list, that is about others.
func (r *reader) isForeign(line int) bool {
	if c := r.lines[line].cell; c != nil && r.others[c.Table] {
		return true
	}
	for i := r.sections[line]; i >= 0; i = r.around(&r.headings[i]) {
		h := &r.headings[i]
		if within(h.Clauses, Officer) && !others(h.Clauses) && (!r.inOtherSection(h) || r.namesOfficer(h)) {
			return false
		}
		if others(h.Clauses) {
			return !r.isPassed(i, line)
		}
	}
	return false
}

// around is the section in which a heading stands, -1 for none. The title of the policy stands in none, whatever
// box was put before it, nor does a heading whose series began before the heading that it seems to stand under:
// a sentence that opens a list looks like one.
func (r *reader) around(h *Heading) int {
	if h.parent < 0 || others(r.headings[h.parent].Clauses) && (r.titlesPolicy(h) || r.goesOnFrom(h, h.parent) || r.isPassed(h.parent, h.Line)) {
		return -1
	}
	return h.parent
}

// titlesPolicy reports whether a heading is the title of the policy.
func (r *reader) titlesPolicy(h *Heading) bool {
	l := &r.lines[h.Line]
	return l.Block.Kind == policy.Heading && len(h.Clauses) == 0 && l.isShort(longestName) && l.has(titleWords().policy)
}

// farBack is how many headings before and behind another are looked at for those of a series.
const farBack = 40

// goesOnFrom reports whether a heading is one of a series of numbers that began before another heading, and
// did not begin anew behind that.
func (r *reader) goesOnFrom(h *Heading, other int) bool {
	if h.Style == "" || !r.isNumbered(h) {
		return false
	}
	goesOn := false
	for i := other + 1; i <= min(other+farBack, len(r.headings)-1) && !goesOn; i++ {
		if next := &r.headings[i]; next.Style == h.Style {
			if r.numberOf(next) < 2 {
				return false
			}
			goesOn = true
		}
	}
	if !goesOn {
		return false
	}
	for i := other - 1; i >= max(0, other-farBack); i-- {
		if before := &r.headings[i]; before.Style == h.Style && r.isNumbered(before) {
			return r.numberOf(before) < r.numberOf(h)
		}
	}
	return false
}

func (r *reader) isNumbered(h *Heading) bool { return r.numberOf(h) > 0 }

// numberOf is the number in the mark of a heading, 0 where there is none.
func (r *reader) numberOf(h *Heading) int { return r.numberAt(h.Line) }

// numberAt is the number in the mark of a line, 0 where there is none.
func (r *reader) numberAt(line int) int {
	l := &r.lines[line]
	n := 0
	for _, c := range onlyDigits(l.Block.Text[:l.mark.end]) {
		n = min(10*n+int(c-'0'), 1000)
	}
	return n
}

// others tells the clauses in whose sections people answer for something other than the policy. A heading
// that names the officer beside the cameras is about both: 개인정보 보호책임자 및 영상정보처리기기 관리책임자.
func others(list []Clause) bool {
	for _, c := range list {
		switch c {
		case VideoDevices:
			if !within(list, Officer) {
				return true
			}
		case ThirdParty, Entrustment, OverseasTransfer, DomesticAgent, BehaviouralAds, Pseudonymous:
			return true
		}
	}
	return false
}

// managesCameras reports whether a line names the manager of the cameras, who is no privacy officer: in a
// section about these it is whom 관리책임자 says no more of.
func (r *reader) managesCameras(line int) bool {
	if !r.lines[line].has(officerWords().manager) {
		return false
	}
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		if c := r.headings[i].Clauses; within(c, VideoDevices) && !within(c, Officer) {
			return true
		}
	}
	return false
}
