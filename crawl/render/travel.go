package render

import (
	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
)

// travel is the way from the address that was asked for to the document in view.
type travel struct {
	trips map[network.RequestID]*trip
	now   *trip // the document in view
	begun *trip // the last that was begun
	past  []string
}

// A trip is a request for a document in the place of the whole page, with its redirects.
type trip struct {
	hops    []string
	address string
	status  int
	mime    string
	failed  string // as the browser calls the error
}

// hear follows requests for the document of the page.
func (w *travel) hear(m *cdproto.Message, main cdp.FrameID) {
	if e, ok := heard(m, network.RequestWillBeSent); ok {
		if e.Type != network.ResourceTypeDocument || e.FrameID != main {
			return
		}
		t := w.trips[e.RequestID]
		if t == nil {
			t = new(trip)
			w.trips[e.RequestID] = t
			w.begun = t
		}
		if e.RedirectResponse != nil {
			t.hops = append(t.hops, t.address)
		}
		t.address = e.Request.URL + e.Request.URLFragment
	} else if e, ok := heard(m, network.ResponseReceived); ok {
		if t := w.trips[e.RequestID]; t != nil {
			t.status, t.mime = int(e.Response.Status), e.Response.MimeType
		}
	} else if e, ok := heard(m, network.LoadingFailed); ok {
		if t := w.trips[e.RequestID]; t != nil {
			t.failed = e.ErrorText
		}
	}
}

// arrived is told that a document has come into view.
func (w *travel) arrived(f *cdp.Frame) {
	if w.now == nil && f.URL == "about:blank" {
		return // where it began
	}
	next := w.trips[network.RequestID(f.LoaderID)]
	if next == nil { // nothing was asked for: about:blank, blob:
		next = &trip{address: f.URL + f.URLFragment, mime: f.MimeType}
	}
	if w.now != nil {
		w.past = append(w.past, w.now.address)
	}
	w.past = append(w.past, next.hops...)
	w.now = next
	if f.UnreachableURL != "" && next.failed == "" {
		next.failed = "net::ERR_FAILED"
	}
}

// last is a trip by its number, else the one that was begun last; nil where there was none.
func (w *travel) last(loader cdp.LoaderID) *trip {
	if t := w.trips[network.RequestID(loader)]; t != nil {
		return t
	}
	return w.begun
}
