// Package baseline knows findings again: it gives each a fingerprint that stays when the text around it moves, and
// tells which of them a file of known findings holds.
//
// # What a fingerprint is
//
// A fingerprint is made of
//
//   - the rule,
//   - the policy: its name in the configuration, else the path of its page from the configuration's folder,
//   - the subject, by which the rule says what the finding is about: a missing clause; what a clause lacks, and for
//     which companies; a company; a record with its periods; a law and how it is cited; the days that disagree; a kind
//     of data. Names are compared without legal forms, spaces and dots, companies that the catalogue has by its names
//     for them, periods by their lengths,
//   - where there is no subject, as of a slot of a template, the words at each of its places and around them,
//   - of what the law asks for only later, that day,
//   - and the number of the finding among its equals.
//
// Lines, columns, messages and their language, severities and numbers of sections are no part of it. So sections may
// be moved, renumbered and put into other markup, and a finding keeps its fingerprint; it gets another one where it
// comes to be about another company, record, period or slot. A finding about several companies or places is another
// one as soon as one is added or taken away; [File.Hold] tells where it is only what is left of the other.
package baseline

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strconv"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/report"
)

// version is that of the way in which fingerprints are made: no fingerprint of one version is that of another.
const version = "pipalint/1"

// Identify gives each finding of a run its fingerprint, in their order.
func Identify(findings []report.Finding) {
	seen := make(map[string]int)
	for i := range findings {
		f := &findings[i]
		key := string(keyOf(f))
		seen[key]++
		sum := sha256.Sum256(appendPart([]byte(key), strconv.Itoa(seen[key])))
		f.Fingerprint = hex.EncodeToString(sum[:16])
	}
}

// keyOf is equal for findings that cannot be told apart.
func keyOf(f *report.Finding) []byte {
	context := f.Context
	if f.Subject == "" && len(context) == 0 {
		context = []string{f.At.Quote}
	}
	from := ""
	if !f.From.IsZero() {
		from = f.From.String()
	}
	var key []byte
	for _, part := range append([]string{version, f.Rule, norm.NFC.String(f.Policy), f.Subject, from}, context...) {
		key = appendPart(key, part)
	}
	return key
}

// appendPart adds a part to a key, its length first, so that no two lists of parts make one key.
func appendPart(key []byte, part string) []byte {
	return append(binary.AppendUvarint(key, uint64(len(part))), part...)
}
