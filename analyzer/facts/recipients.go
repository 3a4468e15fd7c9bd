package facts

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Quote is words as they stand in a policy, white space folded, and where.
type Quote struct {
	Text string // "" where the policy does not say it
	At   PlaceIn
}

// A Recipient is one who gets personal data, as one row of a list names him: a processor, a third
// party, or either of them abroad.
type Recipient struct {
	Name   Quote
	Kind   company.Kind // a company, or a category of them (택배사)
	Note   string       // what a bracket behind the name says
	More   bool         // the list goes on where it ends: "등", "외 3개사"
	Others int          // how many more, where that is told

	// What the row says of it; empty where it says nothing.
	Task, Purpose, Items, Period, Contact, Country, Timing, Method, Refusal, Basis, Subprocessor Quote

	Row  int     // rows of one number are one row of the policy
	List *Roster // the list in which it stands
}

// Processors are those to whom the processing is entrusted, in the order of the policy.
var Processors = recipientsOf(Entrustment)

// ThirdParties are those to whom personal data are provided.
var ThirdParties = recipientsOf(ThirdParty)

// Transfers are the recipients abroad.
var Transfers = recipientsOf(OverseasTransfer)

func recipientsOf(c Clause) *analyzer.Fact[[]Recipient] {
	return analyzer.NewFact("recipients of "+string(c), func(p *analyzer.Pass) []Recipient { return allRecipients.Of(p)[c] })
}

// allRecipients reads the lists of all pages.
var allRecipients = analyzer.NewFact("recipients", func(p *analyzer.Pass) map[Clause][]Recipient {
	out := make(map[Clause][]Recipient)
	row := 0
	for _, r := range readers.Of(p) {
		rosters := make(map[*list]*Roster)
		records := r.records()
		apart := abroadApart(records)
		for _, rec := range records {
			row++
			clauses := rec.clauses(r)
			if len(clauses) == 0 {
				continue
			}
			named := r.recipientsIn(rec, row)
			in := rosters[rec.list]
			if in == nil && len(named) > 0 {
				in = r.roster(rec.list, named[0].Name.At)
				rosters[rec.list] = in
			}
			for _, c := range clauses {
				for _, one := range named {
					if c == OverseasTransfer && len(clauses) > 1 && (apart && !rec.list.titledAbroad() || one.staysInKorea()) {
						continue
					}
					one.List = in
					out[c] = append(out[c], one.as(c))
				}
			}
		}
	}
	return out
})

// as is the recipient as a clause sees it: what work is given for is what data are given for.
func (one Recipient) as(c Clause) Recipient {
	switch {
	case c == Entrustment && one.Task.Text == "":
		one.Task, one.Purpose = one.Purpose, Quote{}
	case c != Entrustment && one.Purpose.Text == "":
		one.Purpose = one.Task
	}
	if one.Contact.Text == "" && (hasValue(one.Note) || isWebAddress(one.Note)) {
		one.Contact = Quote{one.Note, one.Name.At}
	}
	return one
}

// abroadApart reports whether one of the lists of a page is of recipients abroad by its own titles: those
// beside it in a section about processors and transfers are not.
func abroadApart(records []record) bool {
	return slices.ContainsFunc(records, func(rec record) bool { return rec.list.titledAbroad() })
}

// staysInKorea reports whether a row names Korea as the country, and no other.
func (one *Recipient) staysInKorea() bool {
	return slices.Equal(countriesOf(one.Country.Text), []string{korea})
}

// records are those of the tables and of the lines of a page, in the order of the page.
func (r *reader) records() []record {
	out := slices.Concat(r.recordsInLines(), r.recordsByNotice(), r.recordsInTables())
	out = append(out, r.recordsByEntry(out)...)
	slices.SortStableFunc(out, func(a, b record) int { return cmp.Compare(a.line, b.line) })
	return out
}

// clauses are those of the list, but where the row itself is sorted under one.
func (rec *record) clauses(r *reader) []Clause {
	for _, v := range rec.values[FieldGroup] {
		switch sidesOf(r.doc.TextOf(v)) & (entrusted | provided) {
		case entrusted:
			return []Clause{Entrustment}
		case provided:
			return []Clause{ThirdParty}
		}
	}
	return rec.list.clauses()
}

// recipientsIn are the recipients that a record names.
func (r *reader) recipientsIn(rec record, row int) []Recipient {
	values := r.nameValues(&rec)
	whole := r.recipient(rec, row)
	if whole.isEnded() {
		return nil
	}
	var out []Recipient
	for _, v := range values {
		text := joinMembers(r.doc.TextOf(v))
		split := company.Split(text)
		for i, n := range split.Names {
			if !isSomebody(n, text) || textHas(text[n.End:], refusedWords()) {
				continue
			}
			if i+1 < len(split.Names) && n.Kind == company.Category && headsMembers(text[n.End:split.Names[i+1].Start]) {
				continue
			}
			one := whole
			if rest := strings.TrimLeft(text[n.End:], " \n(（[<,/"); one.Contact.Text == "" && len(split.Names) == 1 && hasValue(rest) {
				one.Contact = r.quote(policy.Range{Start: v.End - len(rest), End: v.End - len(rest) + len(strings.TrimRight(rest, " \n)）]>"))})
			}
			one.Name, one.Kind, one.Note = r.quote(policy.Range{Start: v.Start + n.Start, End: v.Start + n.End}), n.Kind, n.Note
			if i == len(split.Names)-1 {
				one.More, one.Others = split.More, split.Others
			}
			out = append(out, one)
		}
	}
	return out
}

// isEnded reports whether a row says of the work that there is none any more.
func (one *Recipient) isEnded() bool {
	return one.Task.Text != "" && textHas(one.Task.Text, endedWords()) || one.Purpose.Text != "" && textHas(one.Purpose.Text, endedWords())
}

// refusedWords stand right behind a name that is not used: 서베이몽키 등 외부 도구를 쓰지 않고.
var refusedWords = sync.OnceValue(func() phrases.ID { return detail("giving.refused") })

var endedWords = sync.OnceValue(func() phrases.ID { return detail("giving.ended") })

// joinMembers lets a bracket with companies in the line below a category stand beside it. The text keeps
// its length.
func joinMembers(text string) string {
	for i := strings.Index(text, "\n("); i >= 0; {
		end := strings.IndexByte(text[i:], ')')
		if end < 0 {
			break
		}
		if inner := text[i+2 : i+end]; hasLegalForm(inner) && !hasValue(inner) {
			text = text[:i] + " " + text[i+1:]
		}
		next := strings.Index(text[i+1:], "\n(")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return text
}

// headsMembers reports whether what stands between a category and a company makes that a member of it:
// a bullet in the next line.
func headsMembers(between string) bool {
	i := strings.IndexByte(between, '\n')
	return i >= 0 && strings.ContainsAny(between[i:], "-–•·*○▪◦")
}

// isSomebody reports whether a name is that of a company or a category: none of one letter, nor half a
// sentence in English.
func isSomebody(n company.Name, text string) bool {
	const most = 6 // words
	s := text[n.Start:n.End]
	switch {
	case strings.HasSuffix(s, "제외"):
		return false
	case n.Kind != company.Company && n.Kind != company.Category, !hasMore(s, 1):
		return false
	case n.Kind == company.Category, !isLatin(rune(s[0])), company.Bare(s) != s:
		return true
	}
	words, capitals := strings.Fields(s), 0
	if n.Kind == company.Category {
		return len(words) <= most/2 // delivery companies
	}
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsLower(first) {
			capitals++
		}
	}
	return len(words) <= most && (len(words) == 1 && len(s) > 2 || 2*capitals > len(words))
}

// nameValues are the places where a record names recipients. A cell may label its lines itself: 업체명:
// 가람로지스, 전화: …
func (r *reader) nameValues(rec *record) []policy.Range {
	var out []policy.Range
	for _, v := range rec.values[FieldName] {
		text := r.doc.TextOf(v)
		found := false
		if strings.ContainsAny(text, ":：") {
			for start := v.Start; start < v.End; {
				end := start + len(text[start-v.Start:])
				if i := strings.IndexByte(text[start-v.Start:], '\n'); i >= 0 {
					end = start + i
				}
				for _, lb := range r.labelsIn(policy.Range{Start: start, End: end}) {
					if slices.Contains(lb.fields, FieldName) {
						out, found = append(out, lb.value), true
						continue
					}
					for _, f := range lb.fields {
						rec.add(f, lb.value)
					}
				}
				start = end + 1
			}
		}
		if !found {
			out = append(out, r.members(r.slashed(rec, v)))
		}
	}
	return out
}

// members are the companies behind the colon in a value that begins with a word for all of them:
// 제휴 항공사 : 가람항공, 나래항공. Where it begins with a name it stays whole.
func (r *reader) members(v policy.Range) policy.Range {
	text := r.doc.TextOf(v)
	if open := strings.IndexByte(text, '('); open > 0 && strings.HasSuffix(text, ")") && strings.Contains(text[open:], ",") && !hasLegalForm(text[:open]) && isFirm(text[open+1:len(text)-1]) {
		return policy.Range{Start: v.Start + open + 1, End: v.End - 1} // 협력사 (가람㈜, 나래㈜)
	}
	for i := range text {
		n := colon(text, i)
		if n == 0 || strings.ContainsAny(text[:i], "(（[") {
			continue
		}
		left, right := policy.Range{Start: v.Start, End: v.Start + i}, policy.Range{Start: v.Start + i + n, End: v.End}
		if a, b := r.nameliness(left), r.nameliness(right); b > a || b == a && len(company.Split(text[i+n:]).Names) > 1 {
			return right
		}
		break
	}
	return v
}

// recipient is what a record says besides the names.
func (r *reader) recipient(rec record, row int) Recipient {
	q := func(f Field) Quote { return r.quoteAll(rec.values[f]) }
	contacts := slices.DeleteFunc(slices.Clone(rec.values[FieldContact]), func(at policy.Range) bool { return r.nameliness(at) <= noPair/2 }) // 바로가기
	country := rec.values[FieldCountry]
	if len(country) == 0 {
		country = r.whereabouts(slices.Concat(rec.values[FieldName], contacts))
	}
	return Recipient{
		Task: q(FieldTask), Purpose: q(FieldPurpose), Items: q(FieldItems), Period: q(FieldPeriod), Contact: r.quoteAll(contacts), Country: r.quoteAll(country),
		Timing: q(FieldTiming), Method: q(FieldMethod), Refusal: q(FieldRefusal), Basis: q(FieldBasis), Subprocessor: q(FieldSub),
		Row: row,
	}
}

// whereabouts are the countries that stand by themselves beside names: Fernmail (호주 / privacy@fernmail.example.com).
func (r *reader) whereabouts(values []policy.Range) []policy.Range {
	for _, at := range values {
		m, ok := r.lines[r.lineAt(at.Start)].findIn(elementWords()[OverseasTransfer]["country"].said, at)
		if !ok {
			continue
		}
		text := r.doc.TextOf(policy.Range{Start: m.End, End: at.End})
		if next, _ := utf8.DecodeRuneInString(text); text == "" || !unicode.IsLetter(next) {
			return []policy.Range{{Start: m.Start, End: m.End}}
		}
	}
	return nil
}

// quote is the words of a range.
func (r *reader) quote(at policy.Range) Quote {
	return Quote{Text: strings.Join(strings.Fields(r.doc.TextOf(at)), " "), At: PlaceIn{r.page, at}}
}

// quoteAll is the words of several ranges, at the place of the first.
func (r *reader) quoteAll(all []policy.Range) Quote {
	if len(all) == 0 {
		return Quote{}
	}
	out := r.quote(all[0])
	if len(all) > 1 {
		parts := make([]string, len(all))
		for i, at := range all {
			parts[i] = r.quote(at).Text
		}
		out.Text = strings.Join(parts, " ")
	}
	return out
}
