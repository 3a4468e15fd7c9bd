package render

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/target"
)

// mostContacts bounds what a page can make us keep.
const mostContacts = 5000

// patience is how long a request is waited for: one that takes longer is a connection that stays open.
const patience = 4 * time.Second

// A request is one that is not answered yet. Its number is that of the whole page: frames that get a process of their own
// take it with them.
type request struct {
	session target.SessionID
	since   time.Time
}

// traffic is what a page asks for.
type traffic struct {
	pending  map[network.RequestID]request
	last     time.Time // when a request began or ended
	contacts map[Contact]bool
}

// hear takes note of a request, or of its end.
func (f *traffic) hear(m *cdproto.Message, from *target.Info) {
	if e, ok := heard(m, network.RequestWillBeSent); ok {
		main := from != nil && from.Type == "page" && e.Type == network.ResourceTypeDocument && string(e.FrameID) == string(from.TargetID)
		icon := e.Type == network.ResourceTypeOther && e.Initiator != nil && e.Initiator.Type == network.InitiatorTypeOther // of the tab
		if !main && !icon {
			f.contact(e.Request.URL, string(e.Type), cmp.Or(e.DocumentURL, addressOf(from)))
		}
		if waitsFor(e.Type) && isWeb(e.Request.URL) {
			f.last = time.Now()
			f.pending[e.RequestID] = request{m.SessionID, f.last}
		}
	} else if e, ok := heard(m, network.WebSocketCreated); ok {
		f.contact(e.URL, "websocket", addressOf(from))
	} else if e, ok := heard(m, network.WebTransportCreated); ok {
		f.contact(e.URL, "webtransport", addressOf(from))
	} else if e, ok := heard(m, network.LoadingFinished); ok {
		f.ended(e.RequestID)
	} else if e, ok := heard(m, network.LoadingFailed); ok {
		f.ended(e.RequestID)
	}
}

// waitsFor reports whether a page is not at rest while it waits for such an answer.
func waitsFor(kind network.ResourceType) bool {
	switch kind {
	case network.ResourceTypeEventSource, network.ResourceTypePing, network.ResourceTypeMedia, network.ResourceTypePreflight,
		network.ResourceTypePrefetch, network.ResourceTypeCSPViolationReport, network.ResourceTypeManifest:
		return false
	}
	return true
}

func (f *traffic) ended(id network.RequestID) {
	if _, ok := f.pending[id]; ok {
		delete(f.pending, id)
		f.last = time.Now()
	}
}

// gone forgets what a session waited for.
func (f *traffic) gone(session target.SessionID) {
	maps.DeleteFunc(f.pending, func(_ network.RequestID, r request) bool { return r.session == session })
}

// quiet reports whether nothing was asked for for a while.
func (f *traffic) quiet(now time.Time, while time.Duration) bool {
	for _, r := range f.pending {
		if now.Sub(r.since) < patience {
			return false
		}
	}
	return now.Sub(f.last) >= while
}

// contact takes note of who was asked.
func (f *traffic) contact(address, kind, from string) {
	if isWeb(address) && kind != string(network.ResourceTypePreflight) && len(f.contacts) < mostContacts {
		f.contacts[Contact{URL: address, Type: strings.ToLower(kind), From: from}] = true
	}
}

// list is whom the page asked, in an order that does not depend on who was first.
func (f *traffic) list() []Contact {
	var out []Contact
	for c := range f.contacts {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Contact) int {
		return cmp.Or(cmp.Compare(a.URL, b.URL), cmp.Compare(a.Type, b.Type), cmp.Compare(a.From, b.From))
	})
	return out
}

// isWeb reports whether an address is one of the web, and not of data at hand.
func isWeb(address string) bool {
	scheme, _, _ := strings.Cut(address, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "ws", "wss":
		return true
	}
	return false
}

// addressOf is what a page, frame or worker was made from.
func addressOf(info *target.Info) string {
	if info == nil {
		return ""
	}
	return info.URL
}
