package policy

// A Way is how a policy was found from the home page of its site. Somebody tells it who was there: without it nothing is
// known of the links that lead to a policy.
type Way struct {
	Home  *Document
	Steps []Step // the clicks that lead from the home page to the policy; none where no link was found that does
	Whole bool   // all links of the home page are known: no script adds some to it, or those that do were run
}

// A Step is a click.
type Step struct {
	Page *Document
	Link int // of the page's Resources
}

// Resource is the link that is clicked.
func (s Step) Resource() Resource { return s.Page.Resources[s.Link] }

// Place is where the link stands.
func (s Step) Place() Place { return Place{File: s.Page.File, Span: s.Resource().Span} }
