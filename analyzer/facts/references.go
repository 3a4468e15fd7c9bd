package facts

import (
	"slices"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// GoneParts are the links of the policy to parts of it whose page is not there any more, each page once; they are known
// where the links were followed.
var GoneParts = analyzer.NewFact("gone parts", func(p *analyzer.Pass) []PageLink {
	gone := make(map[policy.Place]string)
	for _, f := range p.Policy.Followed {
		if f.State == policy.LinkGone {
			gone[f.Place] = f.URL
		}
	}
	var out []PageLink
	seen := make(map[string]bool)
	for _, l := range PageLinks.Of(p) {
		if url, ok := gone[l.Place]; ok && !seen[url] {
			seen[url] = true
			out = append(out, l)
		}
	}
	return out
})

// A Reference is a sentence that sends the reader elsewhere for what a clause is to say.
type Reference struct {
	PlaceIn
	Clause Clause
}

// LostReferences are those for lists of recipients that stand on none of the pages, with nothing that leads there: no link, no
// address, no way through menus. A clause has one at the most.
var LostReferences = analyzer.NewFact("lost references", func(p *analyzer.Pass) []Reference {
	var out []Reference
	for _, c := range [...]Clause{Entrustment, ThirdParty, OverseasTransfer} {
		if len(allRecipients.Of(p)[c]) > 0 || Clauses.Of(p)[c].Status == Denied || isReachable(p, c) {
			continue
		}
		if one, ok := lostReference(p, c); ok {
			out = append(out, one)
		}
	}
	return out
})

// isReachable reports whether something leads to where a clause may stand: a link, a frame, an image.
func isReachable(p *analyzer.Pass, c Clause) bool {
	for _, h := range Unread.Of(p) {
		if len(h.Clauses) == 0 || within(h.Clauses, c) {
			return true
		}
	}
	for _, l := range PageLinks.Of(p) {
		if within(l.Clauses, c) {
			return true
		}
	}
	return false
}

func lostReference(p *analyzer.Pass, c Clause) (Reference, bool) {
	for _, r := range readers.Of(p) {
		for _, o := range r.index.of(elsewhereWords()) {
			if r.body[o.line] == Own && r.refersTo(o, c) && !r.leadsOn(o) {
				return Reference{PlaceIn{r.page, o.unit.Range}, c}, true
			}
		}
	}
	return Reference{}, false
}

var elsewhereWords = sync.OnceValue(func() phrases.ID { return detail("reference.elsewhere") })

// refersTo reports whether a sentence sends the reader elsewhere for a clause: it names what the clause lists, or stands
// under its heading and names nothing else.
func (r *reader) refersTo(o occurrence, c Clause) bool {
	if parts := linkWordsIn(r.doc.TextOf(o.unit.Range)).parts(); len(parts) > 0 {
		return within(parts, c)
	}
	s := r.sectionsAt(o.line)
	return c == Entrustment && s.entrustment || c == ThirdParty && s.provision || c == OverseasTransfer && s.transfer
}

// leadsOn reports whether the sentence, or what stands right behind it, says where: by an address, or the way through menus.
func (r *reader) leadsOn(o occurrence) bool {
	for i := o.line; i < min(o.line+2, len(r.lines)); i++ {
		text := r.lines[i].Block.Text
		if len(hostsIn(text)) > 0 || strings.ContainsAny(text, ">→▶〉＞") || r.lines[i].Block.Has(policy.Linked) {
			return true
		}
	}
	return r.isClicked(r.lines[o.line].Block)
}

// isClicked reports whether something stands in a block that does what a script of the page knows.
func (r *reader) isClicked(b *policy.Block) bool {
	at := r.doc.Span(b.Range)
	return slices.ContainsFunc(r.doc.Resources, func(res policy.Resource) bool {
		return (res.Kind == policy.Button || res.Kind == policy.Link) && at.Start <= res.Span.End && res.Span.Start < at.End
	})
}
