package evidence

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/evidence/script"
	"github.com/pipalint/pipalint/files"
)

// OfSite is what a folder with saved pages of a site gives away: its pages, and the scripts that the site
// itself holds. A browser's "save complete" and the mirror of wget keep what others serve beside it: that
// tells who is asked, but is not read as the site's own. What could not be read is told, and so is a
// folder without any page.
func OfSite(dir string) ([]policy.Evidence, []Failure) {
	s := &site{dir: dir}
	s.walk()
	s.findOwner()
	for _, f := range s.pages {
		s.page(f)
	}
	for _, f := range s.scripts {
		s.script(f)
	}
	return s.c.evidence(), s.failures
}

// A site is a folder with saved pages. Its files are named by their path below it, with strokes.
type site struct {
	dir            string
	pages, scripts []string
	c              collector
	failures       []Failure

	host string // the folder of a mirror that holds the site's own pages, or ""
}

// largest is how many bytes a file has that is read. Bundles of scripts have up to a few millions.
const largest = 16 << 20

func (s *site) fail(name string, err error) {
	s.failures = append(s.failures, Failure{s.path(name), err})
}

func (s *site) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

// walk finds the files, without hidden folders and node_modules.
func (s *site) walk() {
	root := s.dir
	if info, err := os.Stat(root); err == nil && info.IsDir() {
		root += string(filepath.Separator) // so that a link to a folder is followed
	}
	_ = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(s.dir, p)
		name := filepath.ToSlash(rel)
		switch {
		case err != nil || relErr != nil:
			s.fail(name, errors.Join(err, relErr))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.IsDir() || !files.IsReadable(p):
		case isPage(d.Name()):
			s.pages = append(s.pages, name)
		case isScript(d.Name()):
			s.scripts = append(s.scripts, name)
		}
		return nil
	}) // every error was kept
	slices.Sort(s.pages)
	slices.Sort(s.scripts)
	if len(s.pages) == 0 && len(s.failures) == 0 {
		s.fail(".", ErrNoPage)
	}
}

// isPage and isScript tell by the ending, behind which a mirror may have kept what was asked for.
func isPage(name string) bool {
	switch ending(name) {
	case ".html", ".htm", ".xhtml", ".php", ".jsp", ".asp", ".aspx":
		return true
	}
	return false
}

func isScript(name string) bool {
	switch ending(strings.TrimSuffix(name, ".download")) {
	case ".js", ".mjs", ".cjs":
		return true
	}
	return false
}

func ending(name string) string {
	name, _ = cutQuery(name)
	return strings.ToLower(path.Ext(name))
}

// read is the content of a file; ok is false where there is none to read, which was told.
func (s *site) read(name string) (raw []byte, ok bool) {
	info, err := os.Stat(s.path(name))
	if err == nil && info.Size() > largest {
		err = ErrTooLarge
	}
	if err == nil {
		raw, err = os.ReadFile(s.path(name))
	}
	if err != nil {
		s.fail(name, err)
	}
	return raw, err == nil
}

// page reads a page, or a frame that was saved with one.
func (s *site) page(name string) {
	if s.isForeign(name) {
		return
	}
	raw, ok := s.read(name)
	if !ok {
		return
	}
	frame := inSavedFolder(path.Dir(name))
	doc, err := scrape.Parse(s.path(name), raw, scrape.Options{Format: policy.HTML})
	switch {
	case frame && err != nil:
		return // what is left of an empty frame
	case err != nil:
		s.fail(name, err)
		return
	case frame:
		s.frame(doc)
		return
	}
	if s.c.own == (owner{}) {
		s.c.own = ownerOf(doc)
	}
	s.c.page(doc, func(url string) (target, bool) { return mirrored(path.Dir(name), url) })
}

// frame reads a page that stands in one that was saved, as far as it is known whose it is.
func (s *site) frame(doc *policy.Document) {
	from := savedFrom(doc.File.Text)
	t, ok := parseTarget(from.url)
	switch {
	case !ok || t.host == "":
	case s.c.own.domain != "" && ownerOfHost(t.host).domain == s.c.own.domain:
		s.c.page(doc, nil)
	default:
		s.c.url(t, doc.File, from.span, false)
	}
}

// script reads a script that the site holds.
func (s *site) script(name string) {
	inFolder := inSavedFolder(path.Dir(name))
	if _, known := savedScript(name); known && inFolder || s.isForeign(name) {
		return
	}
	raw, ok := s.read(name)
	if !ok || len(raw) == 0 {
		return
	}
	file, err := scriptFile(s.path(name), raw)
	if err != nil {
		s.fail(name, err)
		return
	}
	var found collector
	found.script(newPassage(file.Text, file, policy.Span{Start: 0, End: len(file.Text)}), reading{bundled: true})
	if inFolder && found.vendors() > 1 {
		// Whose script a browser saved is not known. That of a vendor may speak of many others.
		for i := range found.seen {
			found.seen[i].Indirect = true
		}
	}
	s.c.seen = append(s.c.seen, found.seen...)
}

// vendors is how many vendors were seen for certain.
func (c *collector) vendors() int {
	ids := make(map[string]bool)
	for _, s := range c.seen {
		if !s.needsMore() {
			ids[s.sign.Vendor.ID] = true
		}
	}
	return len(ids)
}

// scriptFile decodes a script, which is written in UTF-8 but on old sites.
func scriptFile(name string, raw []byte) (*policy.File, error) {
	if utf8.Valid(raw) && !strings.HasPrefix(string(raw[:min(3, len(raw))]), "\uFEFF") && len(raw) < script.Longest {
		return policy.NewFile(name, string(raw), "utf-8", nil), nil
	}
	doc, err := scrape.Parse(name, raw, scrape.Options{Format: policy.Text})
	if err != nil {
		return nil, err
	}
	return doc.File, nil
}
