package visit

import (
	"errors"

	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/wall"
)

// refused is what an answer without a page comes to. A bot wall is called by its name, whatever code it has.
func (v *Visitor) refused(r fetch.Request, err error) (*Page, error) {
	e, ok := errors.AsType[*fetch.Error](err)
	if !ok || e.Status == 0 {
		return nil, err
	}
	p := &Page{Asked: r.URL, URL: e.URL, State: e.State, Redirects: e.Redirects, Status: e.Status, Header: e.Header, Raw: e.Body}
	p.Doc, _ = scrape.Parse(p.URL, p.Raw, scrape.Options{ContentType: p.Header.Get("Content-Type")}) // it may be empty
	w, ok := wall.Find(p.Doc, p.Status, p.Header)
	if ok && (w.Kind == wall.Bot || w.Kind == wall.Login || w.Kind == wall.Wait) {
		return p, p.error(stateBehind(w.Kind), fetch.Wall, w.Name, err)
	}
	return p, err
}
