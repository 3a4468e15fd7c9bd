package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// An opening is a line that names the document which begins there.
type opening struct {
	line int
	of   Kind
}

// beside marks the other documents on the page of a policy, as on one where people join: terms of
// use and consent forms. Where the page holds no policy they stay what it is about.
func beside(lines []Line, out []Region) {
	all := openings(lines, out)
	foreign, own := false, false
	for i, o := range all {
		end := endOf(all, i, len(lines))
		foreign = foreign || o.of != PolicyKind && isDocument(o.of, lines[o.line:end], out[o.line:end])
		own = own || o.of == PolicyKind && opened(lines[o.line:end], out[o.line:end]) >= 4
	}
	if !foreign || !own {
		return
	}
	for i, o := range all {
		end := endOf(all, i, len(lines))
		if o.of == PolicyKind || !isDocument(o.of, lines[o.line:end], out[o.line:end]) {
			continue
		}
		for j := o.line; j < end; j++ {
			if out[j] == Own {
				out[j] = Beside
			}
		}
	}
}

// endOf is the line behind the document that an opening begins: the next one's.
func endOf(all []opening, i, end int) int {
	if i+1 < len(all) {
		return all[i+1].line
	}
	return end
}

func openings(lines []Line, out []Region) []opening {
	t := titleWords()
	var all []opening
	for i := range lines {
		l := &lines[i]
		if out[i] != Own && l.Block.Kind != policy.Control {
			continue
		}
		switch {
		case isFirstArticle(l) && (len(all) == 0 || i-all[len(all)-1].line > farthestTitle):
			all = append(all, opening{i, kindOfArticles(lines[i:])})
		case !mayTitle(l):
		case l.endsWith(t.policy, 3):
			all = append(all, opening{i, PolicyKind})
		case l.endsWith(t.terms, 3):
			all = append(all, opening{i, Terms})
		case l.endsWith(t.consent, 0):
			all = append(all, opening{i, ConsentForm})
		}
	}
	return all
}

// kindOfArticles tells by the first articles whether they are those of terms, where no title does.
func kindOfArticles(lines []Line) Kind {
	n := 0
	for i := 1; i < len(lines) && i < firstArticles && !isFirstArticle(&lines[i]); i++ {
		if lines[i].has(titleWords().selfTerms) {
			n++
		}
	}
	if n >= 2 {
		return Terms
	}
	return PolicyKind
}

// firstArticles is within how many lines terms speak of themselves twice.
const firstArticles = 25

// mayTitle reports whether a line has the form of a document's title: short, no sentence, no link,
// not numbered.
func mayTitle(l *Line) bool {
	return l.isShort(longHeading/2) && !l.Block.Has(policy.Linked) && (l.mark.style == "" || strings.Contains(titleSigns, l.mark.style))
}

// titleSigns are bullets that stand before titles; smaller ones stand before items.
const titleSigns = "■□▣◆◇●▶"

// endsWith reports whether a line ends with a phrase, but for so many syllables or a bracket.
func (l *Line) endsWith(id phrases.ID, but int) bool {
	m, ok := l.find(id)
	if !ok {
		return false
	}
	behind := strings.Trim(l.Block.Text[m.End-l.Block.Range.Start:], " -–:.")
	return size(behind) <= but || strings.IndexAny(behind, "([<【〔（") == 0
}

// isDocument reports whether lines under a title of terms speak as terms do, and lines under one of a
// form for consent open no clause that such a form does not have.
func isDocument(of Kind, lines []Line, out []Region) bool {
	n := 0
	for i := range lines {
		l := &lines[i]
		switch {
		case of == Terms && l.has(titleWords().selfTerms):
			n++
		case of == ConsentForm && out[i] == Own && i > 0:
			if n++; l.isShort(longHeading) && notOfConsent(l.clauses) {
				return false
			}
		}
	}
	return n > 0
}

// notOfConsent reports whether one of the clauses stands in policies and not in forms for consent.
func notOfConsent(list []Clause) bool {
	for _, c := range list {
		switch c {
		case Destruction, Rights, Officer, Safety, AutoCollection, Remedies, Changes, EffectiveDate:
			return true
		}
	}
	return false
}

// opened counts the clauses that headings in lines open.
func opened(lines []Line, out []Region) int {
	seen := make(map[Clause]bool)
	for i := range lines {
		if out[i] != Own || lines[i].cell != nil {
			continue
		}
		for _, c := range lines[i].clauses {
			seen[c] = true
		}
	}
	return len(seen)
}
