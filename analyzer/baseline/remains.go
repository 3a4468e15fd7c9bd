package baseline

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// everybody is the company of a subject that is about all of a list.
const everybody = "*"

// leaves reports whether a finding is what is left of an entry that was mended in part, and nothing was added: a clause
// now lacks less, of three slots two are left. Such a finding has another fingerprint, but is no new one.
func (e Entry) leaves(now Entry) bool {
	if e.Rule != now.Rule || e.Policy != now.Policy || e.From != now.From || (e.Subject == "") != (now.Subject == "") {
		return false
	}
	if now.Subject == "" {
		return now.Context != "" && isWithin(strings.Fields(now.Context), strings.Fields(e.Context))
	}
	was, is := byKey(e.Subject), byKey(now.Subject)
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

// contextKeys are words around places as a file holds them: long enough that no two are taken for each other, and too
// short to copy the policy.
func contextKeys(context []string) string {
	keys := make([]string, len(context))
	for i, words := range context {
		sum := sha256.Sum256([]byte(words))
		keys[i] = hex.EncodeToString(sum[:6])
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
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
