package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/visit"
)

// saveIndex is the file that tells of what is saved in a folder.
const saveIndex = "index.json"

// A saver keeps the pages of a run that were got from the web, those that are no policy, too, until they are written.
type saver struct {
	dir  string
	day  date.Date
	mu   sync.Mutex
	kept []keptPage
}

// A keptPage is a page, and why it was not judged.
type keptPage struct {
	*visit.Page
	frameOf string // the address of the page whose frame it is, or ""
	err     *fetch.Error
}

// keep remembers a page with its frames. A nil saver does nothing.
func (s *saver) keep(p *visit.Page, err error) {
	if s == nil || p == nil {
		return
	}
	e, _ := errors.AsType[*fetch.Error](err)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.add(keptPage{p, "", e})
	of := p.URL
	if p.Shell != nil {
		of = p.Shell.URL
		s.kept[len(s.kept)-1].frameOf = of
		s.add(keptPage{p.Shell, "", nil})
	}
	for _, frame := range p.Frames {
		s.add(keptPage{frame, of, nil})
	}
}

// add takes a page that is not there yet.
func (s *saver) add(p keptPage) {
	if !slices.ContainsFunc(s.kept, func(k keptPage) bool { return k.URL == p.URL && k.Asked == p.Asked && bytes.Equal(k.Raw, p.Raw) }) {
		s.kept = append(s.kept, p)
	}
}

// roomFor makes the folder in which pages are saved, before any is fetched.
func (c *command) roomFor(dir string) error {
	if dir == "" {
		return nil
	}
	err := os.MkdirAll(dir, 0o755)
	if err == nil {
		err = writable(dir)
	}
	return c.notSaved(dir, err)
}

// writable reports why no file can be put into a folder.
func writable(dir string) error {
	f, err := os.CreateTemp(dir, ".pipalint-*")
	if err != nil {
		return err
	}
	return cmp.Or(f.Close(), os.Remove(f.Name()))
}

// notSaved is the end where a page could not be saved; nil without an error.
func (c *command) notSaved(name string, err error) error {
	if err == nil {
		return nil
	}
	return exitError{exitUnread, fmt.Errorf(c.say("%s: 저장하지 못했습니다(%s)", "%s: it could not be saved (%s)"), name, c.text(cause(err)))}
}

// save writes the pages that were kept, and tells the documents of the run where.
func (c *command) save(w *web, run *report.Run) error {
	if w.saver == nil {
		return nil
	}
	s := w.saver
	slices.SortStableFunc(s.kept, func(a, b keptPage) int { // they were read at the same time
		return cmp.Or(strings.Compare(a.URL, b.URL), strings.Compare(a.Asked, b.Asked), bytes.Compare(a.Raw, b.Raw))
	})
	index := savedIndex{Version: version(), Day: s.day.String(), Pages: []savedPage{}}
	names := make(savedNames)
	for _, p := range s.kept {
		one := p.saved(names)
		for _, f := range []struct {
			name    *string
			content []byte
		}{{&one.File, p.copy()}, {one.FetchedFile, p.Fetched}} {
			if f.name == nil {
				continue
			}
			file := filepath.Join(s.dir, filepath.FromSlash(*f.name))
			if err := cmp.Or(os.MkdirAll(filepath.Dir(file), 0o755), writeFile(file, f.content)); err != nil {
				return c.notSaved(file, err)
			}
		}
		one.Findings = findingsIn(run, p)
		s.point(run, p, one.File)
		index.Pages = append(index.Pages, one)
	}
	file := filepath.Join(s.dir, saveIndex)
	return c.notSaved(file, writeFile(file, index.json()))
}

// point tells the documents of a page where it is saved.
func (s *saver) point(run *report.Run, p keptPage, file string) {
	if run == nil {
		return
	}
	for i := range run.Documents {
		d := &run.Documents[i]
		if d.State != "" && d.Saved == "" && (p.Doc != nil && d.File == p.Doc.File.Name || d.File == p.Asked && p.frameOf == "") {
			d.Saved = path.Join(filepath.ToSlash(s.dir), file)
		}
	}
}

// copy is a page as it is saved: read again it gives the same text, also without the header that told its encoding.
func (p keptPage) copy() []byte {
	if p.Doc == nil || p.Doc.File == nil {
		return p.Raw
	}
	name := "page" + extensionOf(p.Doc)
	utf8 := []byte(p.Doc.File.Text)
	for _, as := range [][]byte{p.Raw, utf8, append([]byte("\xEF\xBB\xBF"), utf8...)} {
		if doc, err := scrape.Parse(name, as, scrape.Options{}); err == nil && doc.Format == p.Doc.Format && doc.File.Text == p.Doc.File.Text {
			return as
		}
	}
	return p.Raw
}

// extensionOf is the ending of the files that are read as a document was.
func extensionOf(doc *policy.Document) string {
	if doc != nil {
		switch doc.Format {
		case policy.Markdown:
			return ".md"
		case policy.Text:
			return ".txt"
		}
	}
	return ".html"
}
