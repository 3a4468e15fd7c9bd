package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/fold"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// passage is a stretch of a policy that tells of transfers abroad, or of a country.
type passage struct {
	at     PlaceIn
	folded string // without white space, in lower case
	named  []*vendors.Vendor
}

// tellsOf reports whether a passage names a recipient, by the name of its company or one that is loosely used
// for it.
func (x *passage) tellsOf(f *RecipientAbroad) bool {
	if f.Vendor != nil && slices.ContainsFunc(x.named, func(v *vendors.Vendor) bool { return vendors.Discloses(v, f.Vendor) }) {
		return true
	}
	name := folded(company.Bare(f.Name.Text))
	return name != "" && strings.Contains(x.folded, name)
}

// home are words by which data stay in Korea.
type home struct {
	at    PlaceIn
	named []*vendors.Vendor // of whom they say it; of all where none is named
}

// look reads what a policy says of transfers, once somebody abroad was met.
func (a *abroad) look() {
	if a.known {
		return
	}
	a.known = true
	p := a.pass
	transfers := allRecipients.Of(p)[OverseasTransfer]
	a.general = len(transfers) == 0 && Clauses.Of(p)[OverseasTransfer].Status == Present
	lists, rows := make(map[*policy.Table]bool), make(map[PlaceIn]bool)
	for i := range transfers {
		one := &transfers[i]
		a.goesOn = a.goesOn || one.Kind == company.Category || one.More
		a.names = append(a.names, folded(company.Bare(one.Name.Text)))
		a.passages = append(a.passages, passageOf(strings.Join([]string{one.Name.Text, one.Note, one.Task.Text, one.Contact.Text, one.Subprocessor.Text}, " "), one.Name.At))
		if one.List.table != nil {
			lists[one.List.table] = true
		}
	}
	others := make(map[*policy.Table]bool)
	for _, c := range [...]Clause{Entrustment, ThirdParty} {
		for _, one := range allRecipients.Of(p)[c] {
			if one.List.table != nil && !lists[one.List.table] {
				others[one.List.table] = true
			}
			if one.List.Form != SaidList {
				rows[one.Name.At] = true
			}
		}
	}
	for _, r := range readers.Of(p) {
		r.readAbroad(a, lists, others, rows)
		a.homes = append(a.homes, r.homes()...)
	}
	a.outside = a.isIssuerAbroad()
}

func passageOf(text string, at PlaceIn) passage {
	out := passage{at: at, folded: folded(text)}
	for _, m := range vendors.Find(text) {
		out.named = append(out.named, m.Vendor)
	}
	return out
}

func folded(text string) string { return string(fold.Of(text).Runes) }

// readAbroad reads the lines of a page that tell of transfers abroad: those in sections about them, in lists
// of them, and sentences that say so. Lines that name a country are remarks, and enough where they say that
// data go there, or where a clause on transfers goes with them. Lists of processors and third parties are
// neither.
func (r *reader) readAbroad(a *abroad, lists, others map[*policy.Table]bool, rows map[PlaceIn]bool) {
	begins := make(map[int]bool) // the lines in which rows of lists begin
	for at := range rows {
		if at.Page == r.page {
			begins[r.lineAt(at.Range.Start)] = true
		}
	}
	isTold := Clauses.Of(a.pass)[OverseasTransfer].Status == Present
	transfers, countries := r.linesWith(wordsOf(OverseasTransfer).content), r.linesWith(abroadWords().outside, elementWords()[OverseasTransfer]["country"].said)
	for i := range r.lines {
		l := &r.lines[i]
		x := func() passage { return passageOf(l.Block.Text, PlaceIn{r.page, l.Block.Range}) }
		switch {
		case r.body[i] == Older, l.cell != nil && others[l.cell.Table]:
		case l.cell != nil && lists[l.cell.Table], r.owner(i, OverseasTransfer) == owned:
			a.passages = append(a.passages, x())
		case begins[i]:
		case transfers[i], countries[i] && (isTold || l.has(abroadWords().sent)):
			a.passages = append(a.passages, x())
		case countries[i]:
			a.remarks = append(a.remarks, x())
		}
	}
}

// linesWith are the lines that hold one of some phrases.
func (r *reader) linesWith(ids ...phrases.ID) map[int]bool {
	out := make(map[int]bool)
	for _, id := range ids {
		for _, o := range r.index.of(id) {
			out[o.line] = true
		}
	}
	return out
}

// homes are the sentences of a page by which data stay in Korea.
func (r *reader) homes() []home {
	var out []home
	for _, o := range r.index.of(abroadWords().home) {
		if r.lines[o.line].cell != nil || r.body[o.line] != Own || r.denies(o) {
			continue
		}
		out = append(out, home{PlaceIn{r.page, withoutSpace(r.doc, o.unit.Range)}, passageOf(r.doc.TextOf(o.unit.Range), PlaceIn{}).named})
	}
	return out
}

// tells reports whether a policy tells of a transfer abroad to a recipient.
func (a *abroad) tells(f *RecipientAbroad) bool {
	name := folded(f.Name.Text)
	return readers.Of(a.pass)[f.Name.At.Page].rowTells(f) || slices.ContainsFunc(a.passages, func(x passage) bool { return x.tellsOf(f) }) ||
		slices.ContainsFunc(a.names, func(n string) bool { return len(n) > shortestKnown && strings.Contains(name, n) })
}

// rowTells reports whether the row of a recipient itself tells of a transfer abroad, as in a remark.
func (r *reader) rowTells(f *RecipientAbroad) bool {
	first := r.lineAt(f.Name.At.Range.Start)
	cell := r.lines[first].cell
	transfers, sent, country := wordsOf(OverseasTransfer).content, abroadWords().sent, elementWords()[OverseasTransfer]["country"].said
	tells := func(l *Line) bool {
		return l.has(transfers) || l.has(sent) && (l.has(country) || l.has(abroadWords().outside))
	}
	if cell == nil {
		return tells(&r.lines[first])
	}
	for i := first; i >= 0 && r.lines[i].cell != nil && r.lines[i].cell.Table == cell.Table && r.lines[i].cell.Row == cell.Row; i-- {
		first = i
	}
	for i := first; i < len(r.lines) && r.lines[i].cell != nil && r.lines[i].cell.Table == cell.Table && r.lines[i].cell.Row <= cell.Row; i++ {
		if tells(&r.lines[i]) {
			return true
		}
	}
	return false
}

// shortestKnown is how many bytes a name has at least that is looked for within another.
const shortestKnown = 3

// home finds the words by which data of a recipient stay in Korea: in its row, over its list, or in a
// sentence about it or about all.
func (a *abroad) home(f *RecipientAbroad) (PlaceIn, bool) {
	for _, q := range [...]Quote{f.Recipient.Country, f.Task, f.Purpose, f.Contact, f.Items, {f.Note, f.Name.At}, f.Name} {
		for _, w := range vendors.Countries(q.Text) {
			if w.Country == korea && (w.Region || q.At == f.Recipient.Country.At || q.At == f.Name.At) {
				return q.At, true
			}
		}
		if q.Text != "" && textHas(q.Text, abroadWords().home) {
			return q.At, true
		}
	}
	if c := Clauses.Of(a.pass)[OverseasTransfer]; c.Status == Denied && f.Vendor != nil && f.Vendor.KoreanRegion {
		return PlaceIn{c.Page, c.Range}, true // and it may be so
	}
	if at, ok := readers.Of(a.pass)[f.Name.At.Page].domestic(f.List); ok {
		return at, true
	}
	for _, h := range a.homes {
		if len(h.named) == 0 || f.Vendor != nil && slices.ContainsFunc(h.named, func(v *vendors.Vendor) bool { return v.Root() == f.Vendor.Root() }) {
			return h.at, true
		}
	}
	return PlaceIn{}, false
}

// domestic is what says over a list that those in it are in Korea: its heading, the line before it, its
// caption, or the title of the names.
func (r *reader) domestic(l *Roster) (PlaceIn, bool) {
	line := r.lineAt(l.Title.Range.Start)
	if l.table != nil {
		for line > 0 && r.lines[line].cell != nil && r.lines[line].cell.Table == l.table {
			line--
		}
		if textHas(l.table.Caption, abroadWords().domestic) {
			return l.Title, true
		}
	}
	over := []int{line}
	if i := r.sections[line]; i >= 0 {
		over = append(over, r.headings[i].Line)
	}
	for _, i := range over {
		if m, ok := r.lines[i].find(abroadWords().domestic); ok {
			return PlaceIn{r.page, policy.Range{Start: m.Start, End: m.End}}, true
		}
	}
	return PlaceIn{}, false
}

// isIssuerAbroad reports whether the controller is itself abroad: where that is not known from outside the text,
// by its name, or because the policy has a clause that only such have.
func (a *abroad) isIssuerAbroad() bool {
	if does, known := a.pass.Controller.Settled("collects-from-abroad"); known {
		return does
	}
	for _, c := range [...]Clause{DomesticAgent, OverseasCollection} {
		if Clauses.Of(a.pass)[c].Status == Present {
			return true
		}
	}
	c := Controller.Of(a.pass)
	if c.Name == "" {
		return false
	}
	if v, sure := vendorNamed(&Recipient{Name: Quote{Text: c.Name}}); v != nil && sure && v.Foreign {
		return true
	}
	if seat := company.SeatOf(a.pass.Controller.Name); seat == company.SeatAbroad || seat == company.SeatLikelyAbroad {
		return true
	}
	if c.Range.Empty() {
		return false
	}
	behind := a.pass.Policy.Pages[c.Page].Visible[c.Range.End:]
	behind = behind[:min(len(behind), longestForm)]
	if i := strings.IndexAny(behind, "(（\n"); i >= 0 {
		behind = behind[:i]
	}
	name := c.Name
	for _, word := range strings.Fields(behind) {
		name += " " + word
		if seat := company.SeatOf(strings.TrimRight(name, " ,;:)")); seat == company.SeatAbroad || seat == company.SeatLikelyAbroad {
			return true
		}
	}
	return false
}

// longestForm is how many bytes behind a name its legal form ends at most.
const longestForm = 12
