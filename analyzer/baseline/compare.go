package baseline

import "github.com/pipalint/pipalint/analyzer/report"

// Fingerprints are those of the findings that nobody ignores, and of the known ones of which they are the rest.
func Fingerprints(findings []report.Finding) map[string]bool {
	out := make(map[string]bool, len(findings))
	for _, f := range findings {
		if f.Ignored == nil {
			out[f.Fingerprint] = true
			if f.Rest != "" {
				out[f.Rest] = true
			}
		}
	}
	return out
}

// Known are the fingerprints of the entries.
func (b *File) Known() map[string]bool {
	out := make(map[string]bool, len(b.Entries))
	for _, e := range b.Entries {
		out[e.Fingerprint] = true
	}
	return out
}

// Hold marks what a baseline knows, and what is the rest of an entry that no finding answers to, each of one.
func (b *File) Hold(findings []report.Finding) {
	Mark(findings, b.Known())
	answered := Fingerprints(findings)
	for i := range findings {
		f := &findings[i]
		if f.Baseline != report.New {
			continue
		}
		now := Of(*f)
		for _, e := range b.Entries {
			if !answered[e.Fingerprint] && e.leaves(now) {
				answered[e.Fingerprint] = true
				f.Baseline, f.Rest = report.Unchanged, e.Fingerprint
				break
			}
		}
	}
}

// Known are the fingerprints of the findings that were marked as known.
func Known(findings []report.Finding) map[string]bool {
	out := make(map[string]bool)
	for _, f := range findings {
		if f.Baseline == report.Unchanged {
			out[f.Fingerprint] = true
		}
	}
	return out
}

// Mark tells of each finding whether it is known. What was marked as known before stays so; what is ignored is
// neither known nor new.
func Mark(findings []report.Finding, known map[string]bool) {
	for i := range findings {
		f := &findings[i]
		switch {
		case f.Ignored != nil:
		case known[f.Fingerprint]:
			f.Baseline = report.Unchanged
		case f.Baseline == report.NoBaseline:
			f.Baseline = report.New
		}
	}
}

// A Scope is what a run checked: of the rest it cannot tell what is gone.
type Scope struct {
	Policies map[string]bool          // by name: whether it was read and judged
	Evidence map[string]bool          // by name: whether it was held against evidence from outside its pages, all of it read
	Twins    map[string]bool          // by name: whether it was compared with its version in another language
	Rules    map[string]bool          // by name: whether it judged; one that is not there does not exist any more
	Exists   func(policy string) bool // whether one that was not checked is there at all
}

// Gone are the entries to which no finding answers: those that are stale, since the run would have found them again, or
// their policy does not exist any more; and those of which the run cannot tell.
func (b *File) Gone(findings []report.Finding, s Scope) (stale, untold []Entry) {
	found := Fingerprints(findings)
	for _, e := range b.Entries {
		switch {
		case found[e.Fingerprint]:
		case s.tells(e):
			stale = append(stale, e)
		default:
			untold = append(untold, e)
		}
	}
	return stale, untold
}

// tells reports whether a run of this scope would have met the finding of an entry.
func (s Scope) tells(e Entry) bool {
	if !s.Policies[e.Policy] {
		return !s.Exists(e.Policy)
	}
	judged, exists := s.Rules[e.Rule]
	switch {
	case !exists:
		return true
	case !judged:
		return false
	}
	if byKey(e.Subject)["twin"] != nil && !s.Twins[e.Policy] {
		return false
	}
	return e.File == "" || s.Evidence[e.Policy]
}
