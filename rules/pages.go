package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// isPolicyPage reports whether a page is a policy, or a part of one that was published alone.
func isPolicyPage(p *analyzer.Pass, page int) bool {
	kind := facts.Kinds.Of(p)[page]
	return kind == facts.PolicyKind || kind == facts.Subpage
}

// isOfPolicy reports whether a page belongs to a policy that is here as a whole: it is one, or a part of one that is
// judged with it.
func isOfPolicy(p *analyzer.Pass, page int) bool { return isPolicyPage(p, page) && isWhole(p) }
