package facts

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/statute"
)

// pair reads a line of the form "name : task", or the other way round.
func (x *lineReader) pair(i int, at policy.Range) bool {
	left, right, ok := x.halves(at)
	if l := &x.lines[i]; !ok || len(l.clauses) > 0 && l.ended && !hasLegalForm(x.doc.TextOf(left)) {
		return false
	}
	a, b := x.nameliness(left), x.nameliness(right)
	if b <= elsewhere/2 || x.saysNone(right) || x.lines[i].ended && x.saysOtherwise(&x.lines[i], left, right) {
		return false
	}
	if i > x.run {
		x.vote(i)
	}
	if a > noPair/2 && (b > a && b > 0 && (x.weight > -decisive || b >= decisive && a <= 0) || b == a && x.turned || x.turned && a < 3) {
		left, right = right, left
		a = b
	}
	short := a >= b && !strings.ContainsAny(x.doc.TextOf(left), " の") && strings.ContainsAny(x.doc.TextOf(right), " の") // 다솜배송: 상품 배송
	if a < 0 && !x.turned && !short || a <= noPair/2 || !namesSomebody(x.doc.TextOf(left)) {
		return false
	}
	x.flush()
	x.cur = &record{list: x.list, line: i}
	x.cur.add(FieldName, left)
	if strings.Contains(x.doc.TextOf(right), "@") {
		x.cur.add(FieldContact, right) // what follows says the rest
		x.opens, x.last, x.bare = FieldName, i, -1
		return true
	}
	field := FieldTask
	if x.list.sections.provision && !x.list.sections.entrustment {
		field = FieldPurpose
	}
	x.cur.add(field, right)
	x.flush()
	x.last, x.bare = i, -1
	return true
}

// saysNone reports whether words say that there is nobody: 위탁 : 위탁하지 않음.
func (x *reader) saysNone(at policy.Range) bool {
	names := company.Split(x.doc.TextOf(at)).Names
	return len(names) == 1 && names[0].Kind == company.None
}

// saysOtherwise reports whether the sentence behind a label says that data is not shared with those whom
// it names, or speaks of others: Advertisers: we do not share …; Mergers: we may transfer data to a buyer.
func (x *lineReader) saysOtherwise(l *Line, label, said policy.Range) bool {
	_, no := l.findIn(negativeWords(), said)
	_, ours := l.findIn(kindWords().ours, said)
	return no && x.isKind(label) || ours && !x.recurs(label, said)
}

// beginsWithFirm reports whether a company stands before the first colon or dash of a line.
func (x *lineReader) beginsWithFirm(at policy.Range) bool {
	left, _, ok := x.halves(at)
	return ok && hasLegalForm(x.doc.TextOf(left)) && isFirm(x.doc.TextOf(left))
}

// vote looks ahead over the pairs that follow each other, to tell whether their names stand behind.
func (x *lineReader) vote(i int) {
	sum := 0
	x.run = i
	for j := i; j < len(x.lines); j++ {
		l := &x.lines[j]
		left, right, ok := x.halves(l.content())
		if !ok || l.cell != nil || isSentence(l.Block.Text) && !hasLegalForm(l.Block.Text) || x.sectionsAt(j) != x.list.sections || l.mark.style != x.lines[i].mark.style {
			break
		}
		sum += max(x.nameliness(right), -3) - max(x.nameliness(left), -3)
		x.run = j
	}
	x.turned, x.weight = sum > 0, sum
}

// decisive is the weight of pairs that shows beyond doubt on which side their names stand.
const decisive = 3

// pairSigns stand between the halves of a pair, as a colon does, and begin with one of beginPairSigns.
var pairSigns = [...]string{" - ", " – ", " — ", " ― ", "……", "…", "......", "☞", "->", "=>", "⇒", " → ", " ▶ ", " | ", "\t"}

const beginPairSigns = " ….☞-=⇒\t"

// pairSign is the length of the sign with which a text begins, 0 where it begins with none.
func pairSign(text string) int {
	for _, sign := range pairSigns {
		if strings.HasPrefix(text, sign) {
			return len(sign)
		}
	}
	return 0
}

// halves parts a line at its first colon, dash or arrow.
func (x *reader) halves(at policy.Range) (left, right policy.Range, ok bool) {
	text := x.doc.TextOf(at)
	if n := x.lead(at); n > 0 {
		left, right = x.trim(policy.Range{Start: at.Start, End: at.Start + n}), x.trim(policy.Range{Start: at.Start + n, End: at.End})
		return left, right, hasLetters(x.doc.TextOf(left)) && hasLetters(x.doc.TextOf(right))
	}
	depth := 0
	for i, c := range text {
		switch c {
		case '(', '（':
			depth++
		case ')', '）':
			depth--
		}
		if depth > 0 {
			continue
		}
		n := colon(text, i)
		if n == 0 && i > 0 && strings.ContainsRune(beginPairSigns, c) {
			n = pairSign(text[i:])
		}
		if n > 0 {
			left = x.trim(policy.Range{Start: at.Start, End: at.Start + i})
			right = x.trim(policy.Range{Start: at.Start + i + n, End: at.End})
			return left, right, hasLetters(x.doc.TextOf(left)) && hasLetters(x.doc.TextOf(right))
		}
	}
	return left, right, false
}

const (
	noPair    = -10  // the weight of words that no pair begins with
	elsewhere = -100 // of words that send the reader to another place
)

// lead is the length of the part of a line that begins it in bold, where a company is named so; 0 where
// none is.
func (x *reader) lead(at policy.Range) int {
	for _, b := range x.doc.BlocksIn(policy.Range{Start: at.Start - 60, End: at.Start + 1}) {
		n := b.Range.Start + b.Lead - at.Start
		if b.Lead > 0 && b.Range.Contains(at) && n > 0 && n < at.Len() && x.nameliness(policy.Range{Start: at.Start, End: at.Start + n}) > 0 {
			return n
		}
	}
	return 0
}

// nameliness weighs whether words are names of companies rather than of work.
func (x *reader) nameliness(at policy.Range) int {
	text := x.doc.TextOf(at)
	n := 0
	if hasLegalForm(text) {
		n += 3
	}
	if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "'\"‘“[<(")); unicode.IsUpper(first) {
		n++
	}
	if isLonger(text, longHeading) && n < 3 {
		n -= 2
	}
	named := x.isKind(at) || saysInTitle(text, pairWords().body)
	if named {
		n++
	}
	if len(statute.Find(text)) > 0 {
		n -= 3 // on what ground, or what for
	}
	scan := phrases.Titles().Scan(text)
	defer scan.Close()
	for _, m := range scan.Unit(0, len(text), nil) {
		switch m.Phrase {
		case pairWords().work:
			if !named { // 금융결제원, 우편 발송 대행업체
				n -= 2
			}
		case pairWords().none:
			n += noPair
		case pairWords().elsewhere:
			n += elsewhere
		}
	}
	return n
}

// hasLegalForm reports whether the legal form of a company stands in a text.
func hasLegalForm(text string) bool {
	if !company.MayHaveForm(text) {
		return false
	}
	for _, name := range company.Split(text).Names {
		if s := text[name.Start:name.End]; company.Bare(s) != s {
			return true
		}
	}
	return false
}

// namesSomebody reports whether a text is the names of companies or a category of them.
func namesSomebody(text string) bool {
	for _, name := range company.Split(text).Names {
		if isSomebody(name, text) {
			return true
		}
	}
	return false
}

type pairPhrases struct{ work, none, elsewhere, anyFirm, body phrases.ID }

// pairWords tell the sides of a pair apart.
var pairWords = sync.OnceValue(func() pairPhrases {
	return pairPhrases{titleID("pair.work"), titleID("pair.none"), titleID("pair.elsewhere"), titleID("pair.any_firm"), titleID("pair.body")}
})
