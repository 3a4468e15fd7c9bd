package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// givenIssuer is the controller whose name is known from outside the text, where the policy tells of it, or else
// names it first. Its Range is empty where the policy does not.
func givenIssuer(p *analyzer.Pass) Issuer {
	name := p.Controller.Name
	start, end := company.StripForms(name)
	if bare := strings.TrimSpace(name[start:max(start, end)]); bare != "" {
		name = bare
	}
	key := company.Key(name)
	if c := issuerOf(p, func(c Issuer) bool { return key != "" && company.Key(c.Name) == key }); c.Name != "" {
		return c
	}
	for _, r := range readers.Of(p) {
		if i := strings.Index(r.doc.Visible, name); i >= 0 {
			return Issuer{Name: name, Page: r.page, Range: policy.Range{Start: i, End: i + len(name)}}
		}
	}
	return Issuer{Name: name}
}
