package facts

// keeping says how much of what stands in a place tells of keeping.
type keeping uint8

const (
	notKept      keeping = iota // it tells of recipients, of rights, of changes
	keptLabelled                // labels and tables that say so
	keptListed                  // lists and sentences with a length of time, too
	keptWhole                   // events, too: the section about retention
)

// modeAt is how much of a line tells of keeping, by the headings over it, and the nearest of them that
// opens a clause.
func (k *keeper) modeAt(line int) (keeping, int) {
	section := k.sections[line]
	mode, ok := k.modes[section]
	if !ok {
		mode = k.modeOf(section)
		k.modes[section] = mode
	}
	for section >= 0 && (len(k.headings[section].Clauses) == 0 || k.headings[section].label) {
		section = k.headings[section].parent
	}
	return mode, section
}

// modeOf judges a section: a heading about recipients, about rights or changes, be it further out,
// takes it away from keeping.
func (k *keeper) modeOf(section int) keeping {
	mode := keptListed
	decided, titled, level := false, false, byte('9')
	for i := section; i >= 0; i = k.headings[i].parent {
		h := &k.headings[i]
		if isElement := len(h.Style) == 2 && h.Style[0] == 'h'; isElement {
			if h.Style[1] > level {
				continue // of a lower rank than a heading within: it stands beside
			}
			level = h.Style[1]
		}
		if k.namesWhole(h) || len(h.Clauses) == 0 {
			continue
		}
		if within(h.Clauses, Retention) && !isRecipients(h) {
			if !h.label {
				mode, decided = keptWhole, true
				titled = titled || h.Style != ""
			}
			continue
		}
		if isRecipients(h) {
			if titled && h.Style == "" {
				break // its words alone make it a heading, and the one of the section is numbered
			}
			return notKept
		}
		if !decided {
			mode, decided = modeUnder(h), true
		}
	}
	return mode
}

// isRecipients reports whether a heading opens a clause about recipients.
func isRecipients(h *Heading) bool {
	return within(h.Clauses, ThirdParty) || within(h.Clauses, Entrustment) || within(h.Clauses, OverseasTransfer)
}

// modeUnder is how much is told under a heading of other clauses.
func modeUnder(h *Heading) keeping {
	for _, c := range h.Clauses {
		switch c {
		case Purpose, Items, Destruction, Safety, VideoDevices:
			return keptListed
		case AutoCollection, BehaviouralAds, Pseudonymous, SensitiveDisclosure:
			return keptLabelled
		}
	}
	return notKept
}
