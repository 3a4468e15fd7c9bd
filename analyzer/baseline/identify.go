// Package baseline knows findings again: it gives each a fingerprint that stays when the text around it moves, and
// tells which of them a file of known findings holds.
package baseline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/pipalint/pipalint/analyzer/report"
)

// Identify gives each finding of a run its fingerprint, in their order: rule, policy, subject, words around it, and the
// how manieth of its equals it is.
func Identify(findings []report.Finding) {
	seen := make(map[string]int)
	for i := range findings {
		f := &findings[i]
		context := f.At.Quote
		if f.Absent || f.Subject != "" {
			context = ""
		}
		key := fmt.Sprintf("%q", []string{f.Rule, f.Policy, f.Subject, context})
		seen[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s%d", key, seen[key]))
		f.Fingerprint = hex.EncodeToString(sum[:16])
	}
}
