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
		if within(h.Clauses, Officer) && !r.namesWhole(h) && !r.isField(h) && (!r.inOtherSection(h) || r.namesOfficer(h)) {
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
	for i := h.parent; i >= 0; i = r.headings[i].parent {
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
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		h := &r.headings[i]
		if within(h.Clauses, Officer) && !others(h.Clauses) && (!r.inOtherSection(h) || r.namesOfficer(h)) {
			return false
		}
		if others(h.Clauses) {
			return true
		}
	}
	return false
}

// others tells the clauses in whose sections people answer for something other than the policy.
func others(list []Clause) bool {
	for _, c := range list {
		switch c {
		case ThirdParty, Entrustment, OverseasTransfer, VideoDevices, DomesticAgent, BehaviouralAds, Pseudonymous:
			return true
		}
	}
	return false
}
