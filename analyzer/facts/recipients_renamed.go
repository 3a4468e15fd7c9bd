package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/vendors"
)

// A RenamedRecipient is a recipient in a list under a name that the company gave up.
type RenamedRecipient struct {
	Clause Clause
	Recipient
	Rename vendors.Rename
}

// RenamedRecipients are the recipients under names that were given up, whenever that was, each place once, in
// the order of the lists. A name that is told to be the former one, or beside which the new one stands, is right.
var RenamedRecipients = analyzer.NewFact("renamed recipients", func(p *analyzer.Pass) []RenamedRecipient {
	var out []RenamedRecipient
	seen := make(map[PlaceIn]bool)
	for _, c := range [...]Clause{Entrustment, ThirdParty, OverseasTransfer} {
		for _, one := range allRecipients.Of(p)[c] {
			if one.Kind != company.Company || seen[one.Name.At] {
				continue
			}
			seen[one.Name.At] = true
			r := readers.Of(p)[one.Name.At.Page]
			if rename, ok := vendors.RenameOf(one.Name.Text); ok && !r.tellsRename(&one, rename) {
				out = append(out, RenamedRecipient{c, one, rename})
			}
		}
	}
	return out
})

// tellsRename reports whether the line or the cell in which a former name stands has the new one, too, or says
// that it is the former.
func (r *reader) tellsRename(one *Recipient, rename vendors.Rename) bool {
	l := &r.lines[r.lineAt(one.Name.At.Range.Start)]
	before := r.doc.Visible[l.Block.Range.Start:max(one.Name.At.Range.Start, l.Block.Range.Start)]
	before, note := strings.TrimRight(strings.ToLower(before), " ()（）[]:.,"), strings.ToLower(one.Note)
	if endsWithWord(before, listOf("renamed.former")) || endsWithWord(note, listOf("renamed.former")) || slices.ContainsFunc(listOf("renamed.now"), func(w string) bool { return strings.HasPrefix(note, w) }) {
		return true
	}
	text, now := l.Block.Text+"\n"+one.Note, company.Key(rename.New)
	if l.cell != nil {
		text += "\n" + l.cell.Text
	}
	if rename.Kind == vendors.Reformed {
		now = onlyLetters(strings.ToLower(rename.New))
	}
	old := r.doc.TextOf(one.Name.At.Range)
	return strings.Contains(onlyLetters(strings.ToLower(strings.ReplaceAll(text, old, ""))), now) // 카카오 stands in 다음카카오
}

// endsWithWord reports whether a text ends with one of several words, before which no letter stands.
func endsWithWord(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		rest, ok := strings.CutSuffix(text, w)
		last, _ := utf8.DecodeLastRuneInString(rest)
		return ok && !unicode.IsLetter(last)
	})
}
