package facts

import (
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

// VagueWordings are, by clause, the places where a list of purposes, items or recipients does not say
// all: 성명, 연락처 등; 기타 회사가 정하는 정보. Sentences are left out, and so is how long data are kept.
var VagueWordings = analyzer.NewFact("vague wordings", func(p *analyzer.Pass) map[Clause][]PlaceIn {
	out := make(map[Clause][]PlaceIn)
	items := make(map[PlaceIn]bool) // the lines that name data
	for _, one := range DataItems.Of(p) {
		r := readers.Of(p)[one.At.Page]
		line := r.lineAt(one.At.Range.Start)
		at := PlaceIn{r.page, r.lines[line].Block.Range}
		if items[at] {
			continue
		}
		items[at] = true
		if v, ok := r.vagueEnd(line); ok {
			out[Items] = append(out[Items], PlaceIn{r.page, v})
		}
	}
	for _, r := range readers.Of(p) {
		for _, line := range r.purposeLines() {
			v, ok := r.vagueEnd(line)
			if ok && !items[PlaceIn{r.page, r.lines[line].Block.Range}] {
				out[Purpose] = append(out[Purpose], PlaceIn{r.page, v})
			}
		}
	}
	for _, c := range [...]Clause{ThirdParty, Entrustment, OverseasTransfer} {
		out[c] = vagueRows(p, c)
	}
	return out
})

// vagueRows are the places in the rows of recipients, each once.
func vagueRows(p *analyzer.Pass, c Clause) []PlaceIn {
	var out []PlaceIn
	add := func(page int, at policy.Range) {
		if place := (PlaceIn{page, at}); !slices.Contains(out, place) {
			out = append(out, place)
		}
	}
	for _, one := range allRecipients.Of(p)[c] {
		if one.List.Form == SaidList {
			continue
		}
		r := readers.Of(p)[one.Name.At.Page]
		if at, ok := r.namesMore(&one); ok {
			add(r.page, at)
		}
		for _, q := range [...]Quote{one.Task, one.Purpose, one.Items} {
			if q.Text == "" {
				continue
			}
			if at, ok := vagueTail(r.doc.TextOf(q.At.Range)); ok {
				add(r.page, policy.Range{Start: q.At.Range.Start + at.Start, End: q.At.Range.Start + at.End})
			}
		}
	}
	return out
}

// farMore is how many bytes behind a name the word stands at the most that counts others.
const farMore = 24

// namesMore is a company with the word behind it that leaves others unnamed: 가온택배 등, 나래카드 외 3개사.
func (r *reader) namesMore(one *Recipient) (policy.Range, bool) {
	if !one.More || one.Kind != company.Company || one.isToldAway() {
		return policy.Range{}, false
	}
	at := one.Name.At.Range
	behind := r.doc.Visible[at.End:nextRune(r.doc.Visible, min(len(r.doc.Visible), at.End+farMore))]
	if i := strings.IndexByte(behind, '\n'); i >= 0 {
		behind = behind[:i]
	}
	best := -1
	for _, tail := range listOf("vague.more") {
		if i := strings.Index(behind, tail); i >= 0 && (best < 0 || i+len(tail) < best) {
			best = i + len(tail)
		}
	}
	if best < 0 {
		return at, false
	}
	if next := strings.TrimRight(firstWord(strings.TrimLeft(behind[best:], " ")), ")）.,"); hasDigits(next, 1) {
		best += strings.Index(behind[best:], next) + len(next) // 외 3개사
	}
	at.End += best
	return at, true
}

// purposeLines are the lines that list purposes: in the columns of tables, or under a heading of the clause
// without being sentences or headings with text of their own.
func (r *reader) purposeLines() []int {
	titles := make(map[*policy.Cell]bool)
	for _, o := range r.index.of(wordsOf(Purpose).header) {
		if c := r.lines[o.line].cell; c != nil && !r.others[c.Table] && isHeader(c) {
			titles[c] = true
		}
	}
	var out []int
	for line := range r.lines {
		l := &r.lines[line]
		switch {
		case r.body[line] != Own || r.belongs(line, Purpose):
		case l.cell != nil:
			if !isHeader(l.cell) && slices.ContainsFunc(l.cell.Headers, func(h *policy.Cell) bool { return titles[h] }) {
				out = append(out, line)
			}
		case r.listsPurposes(line):
			out = append(out, line)
		}
	}
	return out
}

// listsPurposes reports whether a line outside of tables stands under a heading of purposes alone, and is
// none with text under it.
func (r *reader) listsPurposes(line int) bool {
	i := r.sections[line]
	if i < 0 || line+1 < len(r.lines) && r.lines[line+1].ended && r.lines[line+1].cell == nil {
		return false // a title of what the sentence below says
	}
	if h := &r.headings[i]; h.Line == line {
		if !r.empty(h) || h.parent < 0 {
			return false
		}
		i = h.parent
	}
	return slices.Equal(r.headings[i].Clauses, []Clause{Purpose})
}

// vagueEnd is where a line of a list does not say all: at its end, or in words for the rest.
func (r *reader) vagueEnd(line int) (policy.Range, bool) {
	l := &r.lines[line]
	if l.ended && !(len(l.Units) == 1 && strings.ContainsAny(l.Block.Text, ":：") && endsWithAny(l.Block.Text, listOf("vague.stopped"))) {
		return policy.Range{}, false
	}
	if m, ok := l.find(vagueWords()); ok && m.Start-l.Block.Range.Start >= l.mark.end && !r.headsLines(line) && !strings.ContainsAny(r.doc.Visible[m.Start:m.End], ",:") && !startsValue(r.doc.Visible[m.End:]) {
		return policy.Range{Start: m.Start, End: m.End}, true
	}
	at, ok := vagueTail(l.Block.Text[l.mark.end:])
	return l.part(l.mark.end+at.Start, l.mark.end+at.End), ok
}

// isOneLetter reports whether a text ends with a word of one letter.
func isOneLetter(s string) bool {
	_, width := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-width])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// headsLines reports whether a line is a heading or a label, under or behind which more is said.
func (r *reader) headsLines(line int) bool {
	l := &r.lines[line]
	i := r.sections[line]
	return i >= 0 && r.headings[i].Line == line || strings.HasSuffix(l.Block.Text, ":") || l.cell != nil && isHeader(l.cell) || l.Block.Kind == policy.Heading || l.Block.Kind == policy.Term || l.Block.Has(policy.Bold)
}

// startsValue reports whether what stands behind words says what they mean: a colon, a bracket.
func startsValue(behind string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(behind, " "))
	return strings.ContainsRune(":：(（", c)
}

// vagueTail is where a list ends without saying all: its last entry and the word that leaves the rest open.
// Right behind a letter of Hangul that word may be part of another, unless entries stand before it.
func vagueTail(text string) (policy.Range, bool) {
	s := strings.TrimRight(text, " .。;,")
	end := len(s)
	for _, behind := range listOf("vague.behind") {
		if cut, ok := strings.CutSuffix(s, behind); ok && cut != "" {
			s = cut
			break
		}
	}
	for _, tail := range listOf("vague.tails") {
		before, ok := strings.CutSuffix(s, tail)
		if !ok || strings.TrimSpace(before) == "" {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		listed := slices.ContainsFunc(listOf("vague.between"), func(sign string) bool { return strings.Contains(before, sign) })
		if unicode.IsLetter(last) && (!listed || isOneLetter(before)) || strings.Count(before, "(") > strings.Count(before, ")") {
			return policy.Range{}, false
		}
		entry := strings.TrimRight(before, " ,")
		start, depth := 0, 0
		for i, c := range entry {
			switch {
			case c == '(':
				depth++
			case c == ')':
				depth--
			case depth <= 0 && strings.ContainsRune(",/·:\n、，", c):
				start = i + utf8.RuneLen(c)
			}
		}
		start += len(entry[start:]) - len(strings.TrimLeft(entry[start:], " "))
		return policy.Range{Start: start, End: end}, true
	}
	return policy.Range{}, false
}

var vagueWords = sync.OnceValue(func() phrases.ID { return detail("vague.rest") })
