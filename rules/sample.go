package rules

import (
	"path"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// homePage is how the first page of an example is called that shows the way to a policy.
const homePage = "home.html"

// wayText are the pages of an example that shows the way to a policy, each behind a line with its name.
func wayText(files []txtar.File) string {
	var b strings.Builder
	for _, f := range files {
		if path.Dir(f.Name) != path.Dir(files[0].Name) {
			break
		}
		text, _ := withoutComments(string(f.Data))
		b.WriteString("-- " + path.Base(f.Name) + " --\n" + text)
	}
	return b.String()
}

// Policy is the policy of a sample, whose pages are read by parse.
func (s Sample) Policy(parse func(name, text string) (*policy.Document, error)) (*policy.Policy, error) {
	files := []txtar.File{{Name: s.Name, Data: []byte(s.Text)}}
	isWay := path.Base(s.Name) == homePage
	if isWay {
		files = txtar.Parse([]byte(s.Text)).Files
	}
	var pages []*policy.Document
	for _, f := range files {
		doc, err := parse(f.Name, string(f.Data))
		if err != nil {
			return nil, err
		}
		pages = append(pages, doc)
	}
	if !isWay {
		return &policy.Policy{Pages: pages}, nil
	}
	return &policy.Policy{Pages: pages[len(pages)-1:], Way: policy.WayThrough(pages)}, nil
}
