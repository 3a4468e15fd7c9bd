package facts

import (
	"sort"
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// mixed are the stretches of a page that are stored in another encoding than the rest, each by the
// first word that is seen of it. What is seen of none, as in a comment, is not told.
func mixed(page int, doc *policy.Document) []Loss {
	var spans []policy.Span
	for _, f := range doc.Faults {
		if f.Kind == policy.FaultMixed {
			spans = append(spans, f.Place.Span)
		}
	}
	if len(spans) == 0 {
		return nil
	}
	var out []Loss
	told := make([]bool, len(spans))
	for _, p := range doc.Pieces() {
		from := sort.Search(len(spans), func(i int) bool { return spans[i].End > p.Source.Start })
		for i := from; i < len(spans) && spans[i].Start < p.Source.End; i++ {
			if told[i] {
				continue
			}
			if r, ok := foreignWord(doc, p, spans[i]); ok {
				told[i] = true
				out = append(out, Loss{page, r, MixedEncoding})
			}
		}
	}
	return out
}

// foreignWord is the first word in the part of p from s that is more than ASCII.
func foreignWord(doc *policy.Document, p policy.Piece, s policy.Span) (policy.Range, bool) {
	r := policy.Range{Start: p.At, End: p.At + p.Len}
	if p.Source.Len() == p.Len {
		r.Start += max(0, s.Start-p.Source.Start)
		r.End -= max(0, p.Source.End-s.End)
	}
	text := doc.TextOf(r)
	at := strings.IndexFunc(text, func(c rune) bool { return c > unicode.MaxASCII })
	if at < 0 {
		return r, false
	}
	start := wordAt(text, at)
	return policy.Range{Start: r.Start + start, End: r.Start + at + wordEnd(text[at:])}, true
}
