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

// vendorMention is a vendor named anywhere on a page.
type vendorMention struct {
	vendors.Mention // its offsets count bytes of the page's visible text

	line int
	unit *Unit

	// certain tells that the vendor is meant, and not an ordinary word: what stands beside it says so.
	certain bool
}

// vendorMentions are, page by page, the vendors that its text names, in the order of the text, but for
// those in addresses and in words of a sentence that are spelt alike.
var vendorMentions = analyzer.NewFact("vendor mentions", func(p *analyzer.Pass) [][]vendorMention {
	out := make([][]vendorMention, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		out[i] = r.vendorMentions()
	}
	return out
})

func (r *reader) vendorMentions() []vendorMention {
	var out []vendorMention
	for _, m := range vendors.Find(r.doc.Visible) {
		l := r.lineAt(m.Start)
		line := &r.lines[l]
		u := line.unitAt(m.Start)
		if u == len(line.Units) || !line.Units[u].Range.Contains(rangeOf(m)) {
			continue
		}
		unit := &line.Units[u]
		if isAddress(line.Block.Text, m.Start-line.Block.Range.Start, m.End-line.Block.Range.Start) || !isSpeltAsName(r.doc.Visible[m.Start:m.End], m.Name, r.doc.TextOf(unit.Range)) {
			continue
		}
		out = append(out, vendorMention{Mention: m, line: l, unit: unit})
	}
	for i := range out {
		out[i].certain = !out[i].Risky || r.isMeant(out, i) || r.isUsedAsName(out, i)
	}
	return out
}

// isAddress reports whether a name is a part of a URL, a host or an e-mail address.
func isAddress(text string, start, end int) bool {
	part := func(c rune) bool { return c <= unicode.MaxASCII && c > ' ' && !strings.ContainsRune(`"'()<>[]{},;`, c) }
	left, right := text[:start], text[end:]
	left = left[len(strings.TrimRightFunc(left, part)):]
	right = right[:len(right)-len(strings.TrimLeftFunc(right, part))]
	token := left + text[start:end] + right
	if strings.Contains(token, "@") || strings.Contains(token, "://") || strings.Contains(token, "www.") || strings.Contains(left, "_") || strings.HasPrefix(right, "_") {
		return true
	}
	for s := token; ; {
		i := strings.IndexByte(s, '.')
		if i < 0 {
			return false
		}
		s = s[i+1:]
		if i > 0 && s != "" && isLatin(rune(s[0])) && strings.ToLower(s) == s {
			return true // google.com, 4.9
		}
	}
}

// isSpeltAsName reports whether words in Latin letters are a name: written with no more spaces than the name has,
// and in a sentence of such words with a capital.
func isSpeltAsName(words, name, sentence string) bool {
	if first, _ := utf8.DecodeRuneInString(words); !isLatin(first) {
		return true
	}
	if strings.Count(words, " ") > strings.Count(name, " ") {
		return false
	}
	return words != strings.ToLower(words) || name == words && strings.Contains(name, " ") || strings.ContainsFunc(sentence, isCJK)
}

// isCJK tells Hangul, kana and Han.
func isCJK(c rune) bool {
	return unicode.In(c, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Han)
}

// isMeant reports whether what stands beside a name that is an ordinary word, too, tells that the vendor is
// meant: a legal form, another of its names, or nothing else in its cell or line.
func (r *reader) isMeant(all []vendorMention, i int) bool {
	m := &all[i]
	text := r.doc.TextOf(m.unit.Range)
	before, behind := text[:m.Start-m.unit.Range.Start], text[m.End-m.unit.Range.Start:]
	if company.FormAtEnd(before) > 0 || company.FormAtStart(strings.TrimLeft(behind, " ")) > 0 {
		return true
	}
	if !hasLetters(before) && !hasLetters(behind) || hasHostOf(m.Vendor, behind) || isOfKind(before, behind) {
		return true
	}
	return slices.ContainsFunc(all, func(o vendorMention) bool {
		return o.unit == m.unit && o.Start != m.Start && o.Vendor.Root() == m.Vendor.Root() && (!o.Risky || o.Name != m.Name && isGloss(text, m.unit.Range.Start, o.Mention, m.Mention))
	})
}

// isGloss reports whether one of two names stands in a bracket behind the other: 메타(Meta).
func isGloss(text string, from int, a, b vendors.Mention) bool {
	if a.Start > b.Start {
		a, b = b, a
	}
	between := strings.TrimSpace(text[max(0, a.End-from):max(0, b.Start-from)])
	return between == "(" || between == "（" || between == "["
}

// hasHostOf reports whether a bracket behind a name gives an address of the vendor: 알리고(smartsms.aligo.in).
func hasHostOf(v *vendors.Vendor, behind string) bool {
	text := strings.TrimLeft(behind, " '\"’”」")
	n := bracketAt(text)
	if n == 0 {
		return false
	}
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(text[:n]), func(c rune) bool { return !isLatin(c) && c != '.' && c != '-' && !unicode.IsDigit(c) }), func(host string) bool {
		return strings.Contains(host, ".") && slices.ContainsFunc(v.Hosts, func(h string) bool {
			h, _, _ = strings.Cut(h, "/")
			return h != "" && (host == h || strings.HasSuffix(h, "."+strings.TrimPrefix(host, "www.")))
		})
	})
}

// isOfKind reports whether the words beside a name tell that it is one: a noun before it that tells of what kind
// it is (문자 발송 사이트 알리고에), or quotation marks and a noun behind it (‘알리고’ 프로그램).
func isOfKind(before, behind string) bool {
	const marks = "'\"‘’“”「」『』"
	if strings.TrimRight(before, marks) != before && strings.TrimLeft(behind, marks) != behind {
		return startsNoun(strings.TrimLeft(behind, marks+" "), listOf("vendors.nouns")) > 0
	}
	rest := strings.TrimRight(before, " "+marks)
	if rest == before || behind == "" || !endsWithAny(rest, listOf("vendors.kinds")) {
		return false
	}
	return startsWithAnyFold(behind, listOf("vendors.particles")) > 0
}

// isUsedAsName reports whether a name that is an ordinary word elsewhere, but no noun, is used as one: a particle
// stands behind it, and what is said is that data go there, or that something is done by it. 알리고를 통하여 발송,
// 그리팅에 저장. The sentence must be about what the vendor does, or about data of people.
func (r *reader) isUsedAsName(all []vendorMention, i int) bool {
	m, w := &all[i], vendorWords()
	if m.Word == vendors.Noun {
		return false
	}
	a := r.aroundVendor(all, i)
	if m.Word == vendors.Verb && a.nouns != "" || utf8.RuneCountInString(m.Name) == 1 && a.tail.has(w.nominal) {
		return false
	}
	if !a.tail.has(w.used) && !a.tail.has(w.stored) && !a.tail.has(w.sent) {
		return false
	}
	return a.whole.has(w.personal) || slices.ContainsFunc(vendorTasks(), func(t vendorTaskOf) bool { return t.isOf(m.Vendor) && a.whole.has(t.words) })
}
