package baseline

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/fold"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// around is how many characters of a block count on either side of a place, enough how many bytes hold them, and most
// how many places of a finding count.
const (
	around = 24
	enough = 400
	most   = 500
)

// Context is what a finding without a subject is known by: the words at each of its places and around it, folded and
// in their order. Where a place is all of its block, what the block stands under counts, too: the titles of a cell, the
// heading of a line. Numbers of sections do not count.
func Context(p *policy.Policy, d analyzer.Diagnostic) []string {
	if d.Subject != "" {
		return nil
	}
	var out []string
	for _, place := range append([]policy.Place{d.Place}, d.Also[:min(len(d.Also), most)]...) {
		out = append(out, contextOf(p, place, d.Quote))
	}
	slices.Sort(out)
	return out
}

// contextOf is the context of a place; of one in no text that is seen, as a comment or a manifest, what stands there.
func contextOf(p *policy.Policy, place policy.Place, quote string) string {
	for _, doc := range p.Pages {
		if doc.File != place.File {
			continue
		}
		if ranges := doc.Ranges(place.Span); len(ranges) > 0 {
			return within(doc, policy.Range{Start: ranges[0].Start, End: max(ranges[0].End, ranges[len(ranges)-1].End)})
		}
	}
	if quote == "" && place.File != nil {
		quote = place.File.Text[place.Span.Start:place.Span.End]
	}
	return fold.String(quote)
}

// within are the words around a range: those of the blocks in which it begins and ends.
func within(doc *policy.Document, r policy.Range) string {
	i, j := blockAt(doc, r.Start), blockAt(doc, max(r.Start, r.End-1))
	first, last := doc.Blocks[i].Range, doc.Blocks[j].Range
	before := wording(unnumbered(ending(doc.Visible[first.Start:max(first.Start, r.Start)], enough)))
	behind := wording(beginning(doc.Visible[min(r.End, last.End):last.End], enough))
	at := doc.TextOf(r)
	if before == "" {
		at = unnumbered(at)
	}
	out := lastOf(before) + "[" + middleless(fold.String(at)) + "]" + firstOf(behind)
	if before+behind == "" {
		out = over(doc, i) + "/" + out
	}
	return out
}

// blockAt is the block in which an offset stands.
func blockAt(doc *policy.Document, offset int) int {
	i, found := slices.BinarySearchFunc(doc.Blocks, offset, func(b *policy.Block, at int) int { return b.Range.Start - at })
	if found {
		return i
	}
	return max(0, i-1)
}

// over is what a block stands under: the titles of its cell, and else the heading or label before it or, where the page
// has none, the text before it.
func over(doc *policy.Document, i int) string {
	b := doc.Blocks[i]
	if b.Cell != nil {
		return titles(b.Cell)
	}
	for k := i - 1; k >= 0; k-- {
		switch above := doc.Blocks[k]; {
		case above.Kind == policy.Heading, above.Kind == policy.Term, above.Kind == policy.Caption, above.Has(policy.Bold):
			return wording(unnumbered(above.Text))
		}
	}
	if i > 0 {
		return wording(unnumbered(doc.Blocks[i-1].Text))
	}
	return ""
}

// titles are those of a cell, and the first other cell of its row with words, which names the row where none is marked
// as a title.
func titles(cell *policy.Cell) string {
	var out []string
	for _, h := range cell.Headers {
		out = append(out, wording(h.Text))
	}
	for _, other := range cell.Table.Grid[cell.Row] {
		if other != nil && other != cell && !slices.Contains(cell.Headers, other) && strings.ContainsFunc(other.Text, unicode.IsLetter) {
			return strings.Join(append(out, wording(other.Text)), "/")
		}
	}
	return strings.Join(out, "/")
}

// unnumbered is a text without the numbers by which its section and others go: 제5조(파기) is (파기).
func unnumbered(text string) string {
	return numbering.ReplaceAllString(article.ReplaceAllString(text, ""), "")
}

var (
	article   = regexp.MustCompile(`제\s*\d+\s*[조항호장절편](의\s*\d+)?|第\s*\d+\s*[条項号章]|(?i:\b(article|section)\s+\d+)`)
	numbering = regexp.MustCompile(`^\s*([\[(<]?(\d{1,2}|[가나다라마바사아자차카타파하]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]|[IVX]{1,4}|[a-zA-Z])([-.]\d{1,2})*[\])>.]+\s*|[①-⑳㉮-㉻]\s*)+`)
)

// wording is a text folded, without punctuation, middle dots among it.
func wording(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPunct(r) {
			return -1
		}
		return r
	}, fold.String(text))
}

// middleless is a long text without its middle.
func middleless(text string) string {
	if r := []rune(text); len(r) > 4*around {
		return string(r[:2*around]) + "…" + string(r[len(r)-2*around:])
	}
	return text
}

func lastOf(text string) string {
	r := []rune(text)
	return string(r[max(0, len(r)-around):])
}

func firstOf(text string) string {
	r := []rune(text)
	return string(r[:min(around, len(r))])
}

// ending are the last n bytes of a text, from where a character begins.
func ending(text string, n int) string {
	i := max(0, len(text)-n)
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return text[i:]
}

// beginning are the first n bytes of a text, as far as whole characters go.
func beginning(text string, n int) string {
	n = min(n, len(text))
	for n < len(text) && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}
