package analyzertest

import (
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// known reports what is known of the controller, at the beginning of each page.
var known = &analyzer.Rule{
	Name:     "known-told",
	Severity: analyzer.Info,
	Run: func(p *analyzer.Pass) {
		does, isKnown := p.Controller.Settled("takes-children")
		said := p.Controller.Name + "/" + string(p.Controller.Type) + "/" + p.Policy.Language
		if isKnown && does {
			said += "/children"
		}
		for _, doc := range p.Policy.Pages {
			p.Report(analyzer.Diagnostic{Place: doc.Place(policy.Range{}), Message: analyzer.Text{Ko: said, En: said}})
		}
	},
}

// TestGiven tells a pass what is known from outside the text, of one policy alone.
func TestGiven(t *testing.T) {
	fails(t, map[string]failing{
		"html":             {"-- a.html --\n<!-- given name = \"가온\" --><!-- given type = \"public\" -->\n<!-- given language = \"en\" -->\n<p>가</p> <!-- want+0 `told: 가온/public/en$` -->\n", ""},
		"text":             {"-- a.txt --\n가\n#given takes-children = true\n#want `told: ///children$`\n", ""},
		"one policy alone": {"-- a.txt --\n#given takes-children = true\n가\n#want `children$`\n-- b.txt --\n가\n#want `told: //$`\n", ""},
		"known to be none": {"-- a.txt --\n#given takes-children = false\n가\n#want `told: //$`\n", ""},
		"no condition":     {"-- a.txt --\n#given wears-hats = true\n가\n", "a.txt: given wears-hats = true: no condition"},
		"no value":         {"-- a.txt --\n#given cctv\n가\n", "a.txt: given cctv: no value"},
		"no boolean":       {"-- a.txt --\n#given cctv = maybe\n가\n", "a.txt: given cctv = maybe: "},
		"no string":        {"-- a.txt --\n#given name = 가온\n가\n", "a.txt: given name = 가온: "},
	}, known)
}

// TestTwins gives a policy its twins, which want nothing and stand behind it.
func TestTwins(t *testing.T) {
	count := &analyzer.Rule{Name: "twins-counted", Severity: analyzer.Info, Run: func(p *analyzer.Pass) {
		said := ""
		for _, twin := range p.Twins {
			said += twin.Policy.Pages[0].File.Name + " " + twin.Policy.Language + ";"
		}
		p.Report(analyzer.Diagnostic{Place: p.Policy.Pages[0].Place(policy.Range{}), Message: analyzer.Text{Ko: "짝", En: said}})
	}}
	fails(t, map[string]failing{
		"one":          {"-- a.txt --\n가\n#want `: twin-of-a.md ja;$`\n-- twin-of-a.md --\nA\n<!-- given language = \"ja\" -->\n", ""},
		"its own":      {"-- a.txt --\n가\n#want `: twin-of-a.txt ;$`\n-- twin-of-a.txt --\nA\n-- b.txt --\n나\n#want `: $`\n", ""},
		"of nobody":    {"-- a.txt --\n가\n-- twin-of-b.txt --\nB\n", "a.txtar:3: twin-of-b.txt: it stands behind no policy of its name"},
		"wants":        {"-- a.txt --\n가\n-- twin-of-a.txt --\nA\n#want `x`\n", "a twin wants nothing"},
		"odd":          {"-- a.txt --\n가\n-- twin-of-a.txt --\nA\n#given x\n", "no value"},
		"an odd want":  {"-- a.txt --\n가\n-- twin-of-a.txt --\nA\n#want x\n", "no quoted string"},
		"not readable": {"-- a.txt --\n가\n-- twin-of-a.txt --\n", "empty"},
	}, count)
}

// TestPagesOfOnePolicy reads the files of a folder as one policy, and holds each to its own expectations.
func TestPagesOfOnePolicy(t *testing.T) {
	count := &analyzer.Rule{Name: "pages-counted", Severity: analyzer.Info, Run: func(p *analyzer.Pass) {
		last := p.Policy.Pages[len(p.Policy.Pages)-1]
		p.Report(analyzer.Diagnostic{Place: last.Place(policy.Range{}), Message: analyzer.Text{Ko: "쪽", En: strings.Repeat("x", len(p.Policy.Pages))}})
	}}
	fails(t, map[string]failing{
		"two pages":  {"-- s/a.txt --\n가\n-- s/b.txt --\n나\n#want `: xx$`\n", ""},
		"other page": {"-- s/a.txt --\n가\n#want `: xx$`\n-- s/b.txt --\n나\n", "a.txtar:3: s/a.txt: not found: : xx$"},
		"apart":      {"-- s/a.txt --\n가\n#want `: x$`\n-- b.txt --\n나\n#want `: x$`\n", ""},
		"two lists":  {"-- s/a.txt --\n가\n#want `: x$`\n-- u/a.txt --\n나\n#want `: x$`\n", ""},
	}, count)
}
