package facts

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// A Field is what a column of a list or a label announces.
type Field uint8

// The fields.
const (
	NoField      Field = iota
	FieldSub           // who gets the work in his turn
	FieldGiver         // who gives it
	FieldName          // who gets the data
	FieldTask          // the work
	FieldPurpose       // what for
	FieldItems         // which data
	FieldPeriod        // for how long
	FieldContact       // how the recipient is reached
	FieldCountry       // where to
	FieldTiming        // when
	FieldMethod        // how
	FieldRefusal       // how to refuse, and what then
	FieldBasis         // on which legal ground
	FieldGroup         // what rows are sorted by
	FieldOther         // numbers, remarks
	fieldCount
)

// A side is whom a title makes the recipients; several may be told.
type side uint8

const (
	entrusted   side = 1 << iota // who are given work: processors
	provided                     // whom data are provided to: third parties
	transferred                  // who are abroad
	received                     // nobody: it is the controller who receives
)

// titlePhrases are the words of titles, by field and by side.
type titlePhrases struct {
	fields [fieldCount]phrases.ID
	sides  map[phrases.ID]side
}

var titleOf = sync.OnceValue(func() titlePhrases {
	return titlePhrases{
		fields: [fieldCount]phrases.ID{
			FieldName: titleID("title.name"), FieldSub: titleID("title.sub"), FieldGiver: titleID("title.giver"), FieldTask: titleID("title.task"),
			FieldPurpose: titleID("title.purpose"), FieldItems: titleID("title.items"), FieldPeriod: titleID("title.period"), FieldContact: titleID("title.contact"),
			FieldCountry: titleID("title.country"), FieldTiming: titleID("title.timing"), FieldMethod: titleID("title.method"), FieldRefusal: titleID("title.refusal"),
			FieldBasis: titleID("title.basis"), FieldGroup: titleID("title.group"), FieldOther: titleID("title.other"),
		},
		sides: map[phrases.ID]side{titleID("title.entrusted"): entrusted, titleID("title.provided"): provided, titleID("title.transferred"): transferred, titleID("title.received"): received},
	}
})

// titleID is the number of a phrase about titles that the data must have.
func titleID(name string) phrases.ID { return mustHave(phrases.Titles(), name) }

// longTitle is the longest title or label, by [size].
const longTitle = 40

// mostTitleWords is of how many words a title in English is at the most; sentences have more.
const mostTitleWords = 8

// fieldsOf are the fields that a title announces, in its order: "이전 일시 및 방법" two of them.
func fieldsOf(title string) []Field {
	title = strings.TrimSpace(title) // a space at its end is none of its words
	out, _ := announced(title)
	if len(out) > 0 && hasLegalForm(title) {
		return nil // 주식회사 가람 is no title
	}
	return out
}

// announced are the fields of a title, and whether each of its parts announces one.
func announced(title string) (out []Field, all bool) {
	if !hasLetters(title) || isLonger(title, longTitle) || isLatin(rune(title[0])) && strings.Count(title, " ") >= mostTitleWords {
		return nil, false
	}
	if strings.Contains(title, "\n") {
		out = fieldsOfLines(title)
		return out, len(out) > 0
	}
	all = true
	outer, inner := cutBrackets(title)
	scan := phrases.Titles().Scan(outer)
	defer scan.Close()
	last := NoField
	var room [fewMatches]phrases.Match
	for start, rest := 0, outer; rest != ""; {
		n, sign := nextPart(rest)
		f := fieldIn(scan.Unit(start, start+n, room[:0]), outer)
		switch {
		case f == NoField && (sign == 1 && rest[n] == ',' || start > 0 && outer[start-1] == ','):
			return nil, false // a list of values: 성명, 연락처
		case f != NoField && !slices.Contains(out, f):
			out = append(out, f)
		}
		if hasLetters(rest[:n]) {
			last = f
			all = all && f != NoField
		}
		start += n + sign
		rest = rest[n+sign:]
	}
	if last == NoField && outer != "" && outer[0] >= utf8.RuneSelf {
		out = nil // the last word decides: 업체 및 기관에 대한 제공
	}
	if len(out) == 0 && inner != "" && inner != title {
		return announced(inner)
	}
	return out, all
}

// fieldsOfLines are the fields of a title in several lines: each announces one, or they go on with each
// other, as a line of two letters does: 보유 over 항목.
func fieldsOfLines(title string) []Field {
	var out []Field
	if isLatin(rune(title[0])) {
		return fieldsOf(strings.ReplaceAll(title, "\n", " "))
	}
	for line := range strings.SplitSeq(title, "\n") {
		fields := fieldsOf(line)
		if (len(fields) == 0 || !hasMore(line, 2)) && hasLetters(line) {
			return fieldsOf(strings.ReplaceAll(title, "\n", " "))
		}
		for _, f := range fields {
			if !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// isTitle reports whether each part of a text announces a field, as those of titles do.
func isTitle(text string) bool {
	fields, all := announced(text)
	return all && len(fields) > 0 && !hasLegalForm(text)
}

// fieldIn chooses among the fields whose words stand in a part of a title: the last one where the
// language puts the word that decides last, else the first; of two at one place the longer, and of
// two alike the one that is told first here.
func fieldIn(found []phrases.Match, title string) Field {
	best, field := phrases.Match{Start: -1}, NoField
	for f, id := range titleOf().fields {
		for _, m := range found {
			if id != 0 && m.Phrase == id && (best.Start < 0 || decides(m, best, title)) {
				best, field = m, Field(f)
			}
		}
	}
	return field
}

// decides reports whether the words a decide what a title announces, rather than b.
func decides(a, b phrases.Match, title string) bool {
	if title[a.Start] < utf8.RuneSelf && title[b.Start] < utf8.RuneSelf {
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	}
	return a.End > b.End || a.End == b.End && a.Start < b.Start
}

// partSigns part a title that announces several fields.
var partSigns = newAnyOf("및", "/", "·", "ㆍ", "・", "•", "∙", "‧", "․", ",", "、", "&", " and ", "와 ", "과 ", "及び", "および", "または", "또는")

// nextPart is the length of the first part of a title and of the sign behind it.
func nextPart(s string) (n, sign int) {
	n = len(s)
	if !partSigns.in(s) {
		return n, 0
	}
	for _, p := range partSigns.all {
		if i := strings.Index(s[:n], p); i >= 0 {
			n, sign = i, len(p)
		}
	}
	return n, sign
}

// cutBrackets parts what stands in round brackets from the rest; it is blanked there.
func cutBrackets(s string) (outer, inner string) {
	open := strings.IndexAny(s, "(（")
	if open < 0 {
		return s, ""
	}
	var b, in strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '(', '（':
			depth++
			b.WriteByte(' ')
			continue
		case ')', '）':
			depth = max(depth-1, 0)
			in.WriteByte(' ')
			continue
		}
		if depth > 0 {
			in.WriteRune(r)
		} else {
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String()), strings.TrimSpace(in.String())
}

// sidesOf are the sides that words of a title tell.
func sidesOf(title string) side {
	if isLonger(title, 2*longTitle) {
		return 0
	}
	scan := phrases.Titles().Scan(title)
	defer scan.Close()
	var out side
	var room [fewMatches]phrases.Match
	for _, m := range scan.Unit(0, len(title), room[:0]) {
		out |= titleOf().sides[m.Phrase]
	}
	return out
}

// covered is the share of the letters of a title that are words of titles: of its last word, or of its
// first, whichever the language lets decide.
func covered(title string) float64 {
	scan := phrases.Titles().Scan(title)
	defer scan.Close()
	words := titleOf()
	title = strings.TrimRight(title, " \n")
	from, to := strings.LastIndexAny(title, " \n")+1, len(title)
	if from > 0 && !hasMore(title[from:], 1) {
		from = strings.LastIndexAny(title[:from-1], " \n") + 1 // 받는 자, 정보 등
	}
	if title != "" && isLatin(rune(title[0])) {
		from, to = 0, len(title)
		if i := strings.IndexAny(title, " \n"); i > 0 {
			to = i
		}
	}
	end, known := from, 0
	found := scan.Unit(0, len(title), nil)
	slices.SortFunc(found, func(a, b phrases.Match) int { return cmp.Compare(a.Start, b.Start) })
	for _, m := range found {
		if slices.Contains(words.fields[:], m.Phrase) || words.sides[m.Phrase] != 0 {
			known += lettersIn(title[max(end, m.Start):max(end, m.Start, min(m.End, to))])
			end = max(end, m.End)
		}
	}
	return float64(known) / float64(max(1, lettersIn(title[from:to])))
}

// lettersIn counts the letters of a text.
func lettersIn(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
