package facts

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/statute"
)

// A WrongArticle is an article that is cited for what another article says.
type WrongArticle struct {
	Citation Citation
	At       PlaceIn   // of the article with the name of the law where that stands right before it
	Right    string    // where it stands: "제26조"
	From     date.Date // since when
}

// WrongArticles are those of the policy, whatever the day: From says since when the other is right.
// One that is cited together with the right one is none.
var WrongArticles = analyzer.NewFact("wrong articles", func(p *analyzer.Pass) []WrongArticle {
	var out []WrongArticle
	for _, c := range Citations.Of(p) {
		if c.ID == "" || c.Level != statute.Act || c.As == statute.Former || c.Past {
			continue
		}
		for _, w := range statute.Wrongs() {
			if a, ok := c.cites(&w); ok && c.isAbout(w.Matter, Wording.Of(p)[c.Page]) {
				from, _ := date.Parse(w.From) // zero, since ever, where there is none
				out = append(out, WrongArticle{c, PlaceIn{c.Page, c.With(a)}, w.Right, from})
			}
		}
	}
	return out
})

// cites is the article of a citation that is known to be wrong, unless the right one is beside it.
func (c *Citation) cites(w *statute.Wrong) (statute.Article, bool) {
	var found statute.Article
	for i, a := range c.Articles {
		if w.IsRight(c.Level, a) || a.Through || i+1 < len(c.Articles) && c.Articles[i+1].Through {
			return a, false
		}
		if c.ID == w.Statute && found.Number == 0 && a.Within(w.Article) {
			found = a
		}
	}
	return found, found.Number > 0
}

// isAbout reports whether a phrase stands in the sentence of a citation, or in its row of a table; no phrase
// is about anything.
func (c *Citation) isAbout(matter string, lines []Line) bool {
	if matter == "" {
		return true
	}
	id := phrase(matter)
	if c.unit != nil && c.unit.has(id) {
		return true
	}
	cell := c.line.cell
	return cell != nil && rowSays(lines, cell, id)
}

// rowSays reports whether a phrase stands in a row of a table.
func rowSays(lines []Line, cell *policy.Cell, id phrases.ID) bool {
	from := max(0, lineAt(lines, cell.Table.Range.Start))
	for i := from; i < len(lines) && lines[i].Block.Range.Start < cell.Table.Range.End; i++ {
		if other := lines[i].cell; other != nil && other.Table == cell.Table && other.Row == cell.Row && lines[i].has(id) {
			return true
		}
	}
	return false
}
