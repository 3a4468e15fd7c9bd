package facts

import "github.com/pipalint/pipalint/analyzer/policy"

// itemMode says how far what stands in a section counts as items that are collected.
type itemMode uint8

const (
	modeWeak    itemMode = iota // what a label or a sentence calls items
	modeNone                    // nothing
	modeTables                  // what a table or a label calls items, and no sentence does
	modeDevices                 // as modeWeak, but sentences tell of cookies: only those that list several things
	modePurpose                 // as modeWeak, and names before what they are for
	modeStrong                  // any list
)

// devicesAt tells, by line, the sections about cookies and the like, whose data comes about by itself.
func (r *reader) devicesAt() []bool {
	out := make([]bool, len(r.lines))
	for i := range r.headings {
		h := &r.headings[i]
		if within(h.Clauses, AutoCollection) && !within(h.Clauses, Items) && r.isTitle(h) {
			for line := h.Line; line < h.End; line++ {
				out[line] = true
			}
		}
	}
	return out
}

// itemModes are the modes by line.
func (r *reader) itemModes() []itemMode {
	byHeading := make([]itemMode, len(r.headings))
	for i := range r.headings {
		byHeading[i] = r.itemMode(i, byHeading)
	}
	out := make([]itemMode, len(r.lines))
	for line := range out {
		if i := r.sections[line]; i >= 0 {
			out[line] = byHeading[i]
		}
	}
	return out
}

// itemMode is the mode under a heading, where those of the headings before it are known.
func (r *reader) itemMode(i int, before []itemMode) itemMode {
	h := &r.headings[i]
	around := modeWeak
	if h.parent >= 0 {
		around = before[h.parent]
	}
	if i > 0 && r.lines[h.Line].Block.Kind == policy.Caption {
		return before[i-1] // the name of a table, within whatever section
	}
	if r.namesWhole(h) || len(h.Clauses) == 0 || h.label {
		return r.unlessDenied(h, around)
	}
	mode := modeOf(h.Clauses)
	switch {
	case around == modeNone && (mode == modePurpose || mode == modeTables || h.Glued || r.lines[h.Line].Block.Kind == policy.Item || !r.isTitle(h)):
		return modeNone // 제공 목적, in a section about recipients
	case (mode == modeWeak || mode == modeDevices) && around == modeStrong:
		mode = modeStrong // 자동 수집 정보, in the section of items
	case mode == modeNone && around == modeStrong && (!r.isTitle(h) || h.Style == "" && r.headings[h.parent].Style != ""):
		mode = modeStrong // an entry of a list, or a caption, that has a word of another clause
	}
	return r.unlessDenied(h, mode)
}

// modeOf is the mode that the clauses of a heading make.
func modeOf(list []Clause) itemMode {
	others, retention, destruction := false, false, false
	weak := modeNone
	for _, c := range list {
		switch c {
		case ThirdParty, Entrustment, OverseasTransfer, Rights, Officer, Safety, Pseudonymous, AdditionalUse,
			AutomatedDecision, Portability, DomesticAgent, Remedies, Changes, SensitiveDisclosure, VideoDevices:
			others = true
		case Purpose:
			weak = max(weak, modePurpose)
		case AutoCollection, BehaviouralAds:
			weak = max(weak, modeDevices)
		case Retention:
			retention = true
		case Destruction:
			destruction = true
		}
	}
	switch {
	case within(list, Items) && !others:
		return modeStrong
	case within(list, Items):
		return modeWeak
	case others:
		return modeNone
	case weak != modeNone:
		return weak
	case retention:
		return modeTables
	case destruction:
		return modeNone
	}
	return modeWeak
}

// unlessDenied is the mode under a heading that does not say no: 수집하지 않는 정보.
func (r *reader) unlessDenied(h *Heading, mode itemMode) itemMode {
	if r.saysNo(h) && (mode == modeStrong || len(h.Clauses) == 0) {
		return modeNone
	}
	return mode
}

// saysNo reports whether a heading denies what it names: not one that says that it is done without consent.
func (r *reader) saysNo(h *Heading) bool {
	l := &r.lines[h.Line]
	_, no := l.findIn(negativeWords(), h.Range)
	_, unlimited := l.findIn(itemSentenceWords().unlimited, h.Range)
	return no && !unlimited
}

// unlessGiven closes the section of a heading whose words are not known where a sentence under it says
// that data is given to others: what is listed there is what they get.
func (r *reader) unlessGiven(modes []itemMode, line int) {
	i := r.sections[line]
	if i < 0 || len(r.headings[i].Clauses) > 0 || r.headings[i].Style == "" || r.headings[i].Line == line || r.lines[r.headings[i].Line].has(titleWords().policy) {
		return
	}
	if r.lines[line].has(itemSentenceWords().given) {
		for k := line; k < r.headings[i].End; k++ {
			modes[k] = modeNone
		}
	}
}
