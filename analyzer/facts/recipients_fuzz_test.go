package facts_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// FuzzTables reads tables of any titles, cells and spans: what is found stands where it is said to stand,
// and there is not more of it than the page has words.
func FuzzTables(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed, uint8(3+seed%4), uint8(4+seed%5), "수탁자|위탁업무|가람㈜, 나래 외 2개사")
	}
	f.Fuzz(func(t *testing.T, seed uint64, columns, rows uint8, words string) {
		if len(words) > 2_000 || !utf8.ValidString(words) {
			return
		}
		r := rand.New(rand.NewPCG(seed, 2))
		l := inventList(r)
		s := anySheet(r, int(columns%12)+1, int(rows%20)+1, append(wordsOf(l), strings.Split(words, "|")...))
		for _, page := range [...]written{
			{"policy.html", l.asHTML(s.html(look{td: r.IntN(2) == 0, open: r.IntN(2) == 0, parts: r.IntN(2) == 0})), l},
			{"policy.md", l.asMarkdown(s.markdown(true)), l},
			{"policy.txt", l.asText(s.drawn(pen{bar: "|", rule: "-", cross: "+", wrap: r.IntN(20), heads: r.IntN(2) == 0})), l},
		} {
			verifyRecipients(t, read(t, page.name, page.page))
		}
	})
}

// wordsOf are the titles and the texts of a list.
func wordsOf(l *inventedList) []string {
	out := append([]string{"", "-", "No.", "1", "상동", "해당 없음"}, l.titles...)
	for _, row := range l.rows {
		for _, c := range row {
			out = append(out, c.text)
		}
	}
	return out
}

// anySheet is a table of any of some texts, with squares of any size.
func anySheet(r *rand.Rand, columns, rows int, texts []string) sheet {
	s := sheet{rows: make([][]*square, rows), heads: min(r.IntN(3), rows)}
	for n := range s.rows {
		s.rows[n] = make([]*square, columns)
	}
	for n, row := range s.rows {
		for c := range row {
			if row[c] != nil {
				continue
			}
			cell := &square{text: one(r, texts), title: n < s.heads || r.IntN(12) == 0}
			down, across := 1+max(0, r.IntN(8)-5), 1+max(0, r.IntN(8)-5)
			for i := n; i < min(n+down, rows); i++ {
				for j := c; j < min(c+across, columns) && s.rows[i][j] == nil; j++ {
					s.rows[i][j] = cell
				}
			}
		}
	}
	return s
}

// verifyRecipients checks what holds of the recipients of any page.
func verifyRecipients(t *testing.T, p *analyzer.Pass) {
	t.Helper()
	doc := p.Policy.Pages[0]
	most := 0
	for _, list := range [...][]facts.Recipient{facts.Processors.Of(p), facts.ThirdParties.Of(p), facts.Transfers.Of(p)} {
		for _, one := range list {
			verifyQuotes(t, p, one)
			verifyPlace(t, doc, one.Name)
			for f := facts.FieldTask; f <= facts.FieldBasis; f++ {
				verifyPlace(t, doc, quoteOf(one, f))
			}
		}
		most = max(most, len(list))
	}
	if words := len(strings.Fields(doc.Visible)) * 20; most > words {
		t.Errorf("%d recipients in %d words", most, words/20)
	}
}

// verifyPlace checks that words stand within one cell of a table, or outside of any, and begin and end
// with whole letters.
func verifyPlace(t *testing.T, doc *policy.Document, q facts.Quote) {
	t.Helper()
	at := q.At.Range
	if at.Start < 0 || at.End < at.Start || at.End > len(doc.Visible) {
		t.Fatalf("%q at %v of %d bytes", q.Text, at, len(doc.Visible))
	}
	if !utf8.ValidString(doc.TextOf(at)) {
		t.Errorf("%q cuts a letter", doc.TextOf(at))
	}
	for _, table := range doc.Tables {
		for c := range table.Cells {
			if c.Range.Start < at.End && at.Start < c.Range.End && !c.Range.Contains(at) && !at.Contains(c.Range) {
				t.Errorf("%q stands across the border of the cell %q", doc.TextOf(at), c.Text)
			}
		}
	}
}
