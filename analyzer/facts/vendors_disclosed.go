package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// A Disclosure is what a policy says of who gets data, for the question whether a vendor is among them.
type Disclosure struct {
	named []*vendors.Vendor
	keys  []string // of what the rows of its lists say

	// Away is where the policy says that a list, or the rest of one, stands elsewhere, or nil.
	Away *Quote
}

// DisclosedVendors are those whom the policy discloses as recipients of data: in lists, by name or in what
// a row says of its work, in sentences, and in lists under headings of other matters. What is in doubt is
// a disclosure.
var DisclosedVendors = analyzer.NewFact("disclosed vendors", func(p *analyzer.Pass) *Disclosure {
	d := &Disclosure{}
	for _, c := range [...]Clause{Entrustment, ThirdParty, OverseasTransfer} {
		row := 0
		for _, one := range allRecipients.Of(p)[c] {
			d.addName(one.Name.Text)
			if one.Row != row {
				row = one.Row
				d.addRow(&one)
			}
			d.addName(one.Note)
			if d.Away == nil && one.Others > 0 {
				d.Away = &Quote{one.Name.Text, one.Name.At}
			}
		}
	}
	for _, r := range readers.Of(p) {
		d.addStatements(r, vendorMentions.Of(p)[r.page])
		d.awayFrom(r)
	}
	return d
})

// Tells reports whether a vendor is disclosed, under any name of its company or of one that is loosely used
// for it.
func (d *Disclosure) Tells(v *vendors.Vendor) bool {
	return slices.ContainsFunc(d.named, func(n *vendors.Vendor) bool { return vendors.Discloses(n, v) }) || d.holdsName(v) || d.holdsName(v.Root())
}

// holdsName reports whether a name of a vendor is a part of what a row says: 구글클라우드코리아.
func (d *Disclosure) holdsName(v *vendors.Vendor) bool {
	const short = 2
	return slices.ContainsFunc(v.Names(), func(name string) bool {
		key := company.Key(name)
		if n := len([]rune(key)); n < short || slices.Contains(v.RiskyAliases, name) || n <= 2*short && key[0] < 0x80 {
			return false
		}
		return slices.ContainsFunc(d.keys, func(k string) bool { return strings.Contains(k, key) })
	})
}

func (d *Disclosure) addName(text string) {
	if text == "" {
		return
	}
	d.keys = append(d.keys, company.Key(text))
	for _, v := range vendors.Named(text) {
		d.add(v)
	}
}

func (d *Disclosure) add(v *vendors.Vendor) {
	if !slices.Contains(d.named, v) {
		d.named = append(d.named, v)
	}
}

// addRow adds whom a row names elsewhere than in its name: 데이터 보관 (AWS), 재수탁자.
func (d *Disclosure) addRow(one *Recipient) {
	for _, q := range [...]Quote{one.Task, one.Purpose, one.Items, one.Contact, one.Method, one.Country, one.Subprocessor} {
		if q.Text == "" {
			continue
		}
		for _, m := range vendors.Find(q.Text) {
			d.add(m.Vendor)
		}
	}
	d.addName(one.Subprocessor.Text)
}

// addStatements adds whom sentences, and lists that are none of recipients by their headings, disclose.
func (d *Disclosure) addStatements(r *reader, all []vendorMention) {
	for i := range all {
		if slices.Contains(d.named, all[i].Vendor) {
			continue
		}
		if r.discloses(all, i) {
			d.add(all[i].Vendor)
		}
	}
}

// discloses reports whether a mention discloses its vendor: it stands in a section about recipients, as an
// entry of a list, or in a sentence that tells of giving.
func (r *reader) discloses(all []vendorMention, i int) bool {
	m := &all[i]
	l := &r.lines[m.line]
	switch region := r.body[m.line]; {
	case region == Older, region == Title, region != Own && l.cell == nil && region != Footer:
		return false
	case region == Own && m.certain && r.isAmongRecipients(m.line):
		return true
	}
	return r.isEntry(all, i) || m.certain && r.body[m.line] == Own && r.tellsOfGiving(all, i)
}

// isAmongRecipients reports whether a line stands in a section or table about recipients.
func (r *reader) isAmongRecipients(line int) bool {
	if cell := r.lines[line].cell; cell != nil && r.others[cell.Table] {
		return true
	}
	return r.isUnder(line, ThirdParty, Entrustment, OverseasTransfer) && !r.isBehindSibling(line) && !r.isBehindControl(line)
}

// isBehindSibling reports whether a line that marks what follows it as the section of its heading is marked stands
// between the two: a heading whose words open no clause, and in plain text was taken for a line.
func (r *reader) isBehindSibling(line int) bool {
	const long = 20 // characters
	i := r.sections[line]
	if i < 0 || r.lines[line].cell != nil || r.headings[i].Style == "" {
		return false
	}
	for l := r.headings[i].Line + 1; l < line; l++ {
		text := r.lines[l].Block.Text
		if m := r.lines[l].mark; m.style != r.headings[i].Style || r.lines[l].cell != nil || utf8.RuneCountInString(text) > long {
			continue
		}
		if rest := text[r.lines[l].mark.end:]; !strings.ContainsAny(strings.ReplaceAll(rest, "1:1", ""), ":：,-–|()") && len(vendors.Find(rest)) == 0 && len(r.lines[l].clauses) == 0 {
			return true
		}
	}
	return false
}

// isBehindControl reports whether a button stands between a line and the heading above it that is a button, too: the
// one opens the section of the other's sibling, and its words are those of no clause.
func (r *reader) isBehindControl(line int) bool {
	i := r.sections[line]
	if i < 0 || r.headings[i].Style != "control" {
		return false
	}
	for l := line - 1; l > r.headings[i].Line; l-- {
		b := r.lines[l].Block
		if b.Kind == policy.Control && r.body[l] == Menu && r.body[l+1] == Own && r.lines[l+1].Block.Kind != policy.Control && !endsWithAny(strings.ToLower(strings.TrimRight(b.Text, " .>+▼▲")), listOf("vendors.controls")) {
			return true
		}
	}
	return false
}

// isUnder reports whether a line stands in a section of one of some clauses.
func (r *reader) isUnder(line int, clauses ...Clause) bool {
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		if slices.ContainsFunc(clauses, func(c Clause) bool { return within(r.headings[i].Clauses, c) }) {
			return true
		}
	}
	return false
}

// tellsOfGiving reports whether a sentence says that data are given to whom it names.
func (r *reader) tellsOfGiving(all []vendorMention, i int) bool {
	a, w := r.aroundVendor(all, i), vendorWords()
	return a.tail.has(w.given) || a.whole.has(w.tells)
}

// isEntry reports whether a name is all that an entry of a list begins with or a label announces, where the
// list is not one of what is collected, of ways to log in or of settings.
func (r *reader) isEntry(all []vendorMention, i int) bool {
	const longest = 150 // bytes, of what is no sentence
	m := &all[i]
	l, from := &r.lines[m.line], m.unit.Range
	if l.cell == nil {
		from = policy.Range{Start: max(from.Start, l.Block.Range.Start+l.mark.end), End: from.End}
	}
	if m.Start < from.Start || r.isUnder(m.line, Items, Purpose, Retention, Rights, Remedies, Children) {
		return false
	}
	before := strings.TrimRight(r.doc.Visible[from.Start:m.Start], " '\"‘“(（㈜주)")
	behind := strings.TrimLeft(r.doc.Visible[r.behindVendor(all, i):from.End], " ")
	if behind != "" && !strings.ContainsRune(":：-–—|,、·;)/=→", firstRune(behind)) || from.Len() > longest && behind != "" {
		return false
	}
	if colon := strings.LastIndexAny(before, ":：|"); colon >= 0 {
		before = before[colon+1:]
	}
	if hasLetters(before) && !endsWithAny(before, listOf("vendors.joints")) {
		return false
	}
	words := vendorWordsIn(r.doc.TextOf(m.unit.Range))
	return !words.has(vendorWords().incidental) && !words.has(vendorTask(ForLogin).words)
}

// awayFrom looks for words that say where a list of recipients stands that was not read.
func (d *Disclosure) awayFrom(r *reader) {
	for i := range r.lines {
		l := &r.lines[i]
		if d.Away != nil {
			return
		}
		if r.body[i] != Own || !within(l.clauses, Entrustment) && !r.isUnder(i, Entrustment, ThirdParty, OverseasTransfer) {
			continue
		}
		for j := range l.Units {
			if text := r.doc.TextOf(l.Units[j].Range); vendorWordsIn(text).has(vendorWords().away) {
				q := r.quote(l.Units[j].Range)
				d.Away = &q
				return
			}
		}
	}
}
