package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/evidence"
	"github.com/pipalint/pipalint/files"
)

// How much is looked at: of a huge repository what is named like a policy, and what lies least deep.
const (
	mostSurveyed    = 5000
	largestSurveyed = 2 << 20
)

// The kinds of page that matter to a survey.
const (
	kindPolicy  = string(facts.PolicyKind)
	kindSubpage = string(facts.Subpage)
)

// A survey is what looking through a folder found. Paths start from the folder, with strokes.
type survey struct {
	dir   string
	today date.Date
	files []string   // all below the folder, sorted
	pages []surveyed // the policies and the parts of policies, sorted by path

	looked  int              // files that were read
	over    int              // files beyond mostSurveyed
	large   []string         // files larger than largestSurveyed
	apart   []string         // pages among tests and builds and READMEs, which are left out because there are policies elsewhere
	unread  []report.Failure // what could not be read
	unsure  []string         // what reads like a policy, but neither calls itself one nor is arranged as one
	foreign []string         // policies whose path is no text that a configuration could hold
}

// A surveyed page is what is known of a policy or a part of one.
type surveyed struct {
	path, kind, language string
	sure                 bool   // what reads like a policy is one
	name                 string // of the controller, or ""
	line                 int    // where the name stands
	public               bool   // it seems to be issued by a public body
	effective            date.Date
	links                []string // as written
}

// survey looks through a folder.
func (c *command) survey(ctx context.Context, dir string, today date.Date) survey {
	s := survey{dir: dir, today: today}
	s.list(ctx)
	candidates := s.candidates()
	s.looked = len(candidates)
	bar := c.startProgress(len(candidates), false)
	type result struct {
		page    surveyed
		ok      bool
		failure *report.Failure
	}
	results := each(candidates, bar.step, func(name string) result {
		page, failure := c.look(ctx, s, name)
		return result{page, page.kind == kindPolicy || page.kind == kindSubpage, failure}
	})
	bar.stop()
	for i, r := range results {
		switch {
		case r.failure != nil:
			s.unread = append(s.unread, *r.failure)
		case r.ok && !utf8.ValidString(candidates[i]):
			s.foreign = append(s.foreign, candidates[i])
		case r.ok && !r.page.sure:
			s.unsure = append(s.unsure, r.page.path)
		case r.ok:
			s.pages = append(s.pages, r.page)
		}
	}
	slices.Sort(s.unsure)
	slices.SortFunc(s.pages, func(a, b surveyed) int { return strings.Compare(a.path, b.path) })
	s.leaveApart()
	return s
}

// list finds the files.
func (s *survey) list(ctx context.Context) {
	paths, closed := files.Below(ctx, s.dir, files.Choice{Keep: files.IsReadable})
	for _, p := range paths {
		if rel, err := filepath.Rel(s.dir, p); err == nil {
			s.files = append(s.files, filepath.ToSlash(rel))
		}
	}
	slices.Sort(s.files)
	for _, u := range closed {
		s.unread = append(s.unread, unreadable(u.Err).of(u.Path))
	}
}

// candidates are the files that may be policies, as check finds them in a folder.
func (s *survey) candidates() []string {
	var out []string
	for _, name := range s.files {
		if !isPolicyFile(name) {
			continue
		}
		if info, err := os.Stat(s.at(name)); err == nil && info.Size() > largestSurveyed {
			s.large = append(s.large, name)
			continue
		}
		out = append(out, name)
	}
	s.over = max(0, len(out)-mostSurveyed)
	slices.SortStableFunc(out, func(a, b string) int {
		return cmp.Or(surveyRank(a)-surveyRank(b), cmp.Compare(strings.Count(a, "/"), strings.Count(b, "/")))
	})
	return out[:len(out)-s.over]
}

// surveyRank is 0 for a path that is named like that of a policy, else 1.
func surveyRank(path string) int {
	path = strings.ToLower(norm.NFC.String(path)) // macOS may give names decomposed
	for _, word := range [...]string{"privacy", "policy", "policies", "개인정보", "처리방침"} {
		if strings.Contains(path, word) {
			return 0
		}
	}
	return 1
}

// at is the path of a file from the working directory.
func (s *survey) at(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

// look reads one file. What is no text, or shows none, is no failure: repositories hold such files.
func (c *command) look(ctx context.Context, s survey, name string) (page surveyed, failure *report.Failure) {
	in := input{name: s.at(name)}
	doc, err := c.document(ctx, in, nil)
	if err != nil {
		f := failureOf(in, err)
		if f.Code == string(codeEmpty) || f.Code == string(codeBinary) {
			return surveyed{}, nil
		}
		return surveyed{}, &f
	}
	page, err = c.describe(doc, s.today)
	if err != nil {
		f := failureOf(in, err)
		return surveyed{}, &f
	}
	page.path = name
	return page, nil
}

// describe says what a page is and, where it is of a policy, what a configuration may say of it.
func (c *command) describe(doc *policy.Document, today date.Date) (page surveyed, err error) {
	defer recovered(&err)
	pass := analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, today)
	page.kind = c.KindOf(pass, 0)
	if page.kind != kindPolicy && page.kind != kindSubpage {
		return page, nil
	}
	page.sure = page.kind == kindSubpage || facts.TitlesPolicy.Of(pass)[0] || clausesOpened(pass) >= fewClauses
	page.language = facts.Languages.Of(pass)[0]
	if issuer := facts.Controller.Of(pass); issuer.Name != "" {
		page.name = issuer.Name
		page.line = doc.File.Position(doc.Span(issuer.Range).Start).Line
	}
	page.public = facts.PublicBody.Of(pass)
	page.effective = facts.Dates.Of(pass).Effective.Date
	for _, r := range doc.Resources {
		if r.Kind == policy.Link || r.Kind == policy.Frame || r.Kind == policy.Object {
			page.links = append(page.links, r.URL)
		}
	}
	return page, nil
}

// fewClauses is how many clauses the headings of a policy open at least. Manuals and logs of changes, which may speak of
// all that a policy does, open fewer.
const fewClauses = 5

// clausesOpened counts the clauses that the headings of a page open.
func clausesOpened(pass *analyzer.Pass) int {
	seen := make(map[facts.Clause]bool)
	for _, h := range facts.Outline.Of(pass)[0] {
		for _, clause := range h.Clauses {
			seen[clause] = true
		}
	}
	return len(seen)
}

// leaveApart leaves out pages among tests and in what was built, and READMEs, which may be about a policy rather than
// one, where there are policies elsewhere.
func (s *survey) leaveApart() {
	likely := func(p surveyed) bool {
		return evidence.IsOfOwner(p.path) && !strings.HasPrefix(strings.ToLower(path.Base(p.path)), "readme")
	}
	if !slices.ContainsFunc(s.pages, func(p surveyed) bool { return p.kind == kindPolicy && likely(p) }) {
		return
	}
	s.pages = slices.DeleteFunc(s.pages, func(p surveyed) bool {
		if !likely(p) {
			s.apart = append(s.apart, p.path)
		}
		return !likely(p)
	})
}

// controller is the name of who issues the policies, and where it is stated: that on which the Korean ones agree, else
// that on which all do.
func (s *survey) controller(policies []config.Policy) (name, at string) {
	var issued []surveyed
	for _, p := range policies {
		if page := s.page(p.Path); page.name != "" {
			issued = append(issued, page)
		}
	}
	if korean := slices.DeleteFunc(slices.Clone(issued), func(p surveyed) bool { return p.language != "ko" }); len(korean) > 0 {
		issued = korean
	}
	for _, p := range issued {
		if p.name != issued[0].name {
			return "", ""
		}
		name, at = p.name, fmt.Sprintf("%s:%d", issued[0].path, issued[0].line)
	}
	return name, at
}

// page is the page of a path.
func (s *survey) page(path string) surveyed {
	i := slices.IndexFunc(s.pages, func(p surveyed) bool { return p.path == path })
	return s.pages[i]
}

// savedSites are the folders with pages that a browser saved with what belongs to them, but for the folder itself.
func (s *survey) savedSites() []string {
	var out []string
	for _, name := range s.files {
		dir, stem := path.Dir(name), strings.TrimSuffix(name, path.Ext(name))
		switch {
		case !isPolicyFile(name) || dir == "." || !evidence.IsOfOwner(name) || !hasBelow(s.files, stem+"_files/"):
		case slices.ContainsFunc(out, func(o string) bool { return dir == o || strings.HasPrefix(dir, o+"/") }):
		default:
			if _, failures := evidence.OfSite(s.at(dir)); len(failures) == 0 {
				out = append(out, dir)
			}
		}
	}
	return out
}

// hasBelow reports whether a sorted list has a path below a folder.
func hasBelow(names []string, folder string) bool {
	i, _ := slices.BinarySearch(names, folder)
	return i < len(names) && strings.HasPrefix(names[i], folder)
}
