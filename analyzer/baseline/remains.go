package baseline

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/report"
)

// everybody is the company of a subject that is about all of a list.
const everybody = "*"

// Remains reports whether a finding is what is left of a known one that was mended in part, and nothing was added: a
// clause now lacks less, of three slots two are left. Such a finding has another fingerprint, but is no new one. Both
// need what their fingerprints are made of: rule, policy, subject, context, and the day from which the law asks.
func Remains(known, now *report.Finding) bool {
	if known.Rule != now.Rule || known.Policy != now.Policy || known.From != now.From || (known.Subject == "") != (now.Subject == "") {
		return false
	}
	if now.Subject == "" {
		return len(now.Context) > 0 && isWithin(now.Context, known.Context)
	}
	was, is := byKey(known.Subject), byKey(now.Subject)
	if len(was) != len(is) {
		return false
	}
	for key, values := range is {
		all := was[key]
		isEverybody := key == "company" && slices.Contains(all, everybody)
		if len(all) == 0 || !isEverybody && !isWithin(values, all) {
			return false
		}
	}
	return true
}

// byKey are the values of the parts of a subject.
func byKey(subject string) map[string][]string {
	out := make(map[string][]string)
	for part := range strings.FieldsSeq(subject) {
		key, value, _ := strings.Cut(part, ":")
		out[key] = append(out[key], value)
	}
	return out
}

// isWithin reports whether all of some values are among others, each as often.
func isWithin(some, others []string) bool {
	left := slices.Clone(others)
	for _, v := range some {
		i := slices.Index(left, v)
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return true
}
