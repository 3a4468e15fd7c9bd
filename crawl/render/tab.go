package render

import (
	"encoding/json"
	"sync"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"

	"github.com/pipalint/pipalint/crawl/render/proxy"
)

// A tab is one page in a browser context of its own, with what its frames and workers do. Events change it in the order in
// which the browser tells them.
type tab struct {
	in      *instance
	o       Options
	proxy   *proxy.Proxy
	context cdp.BrowserContextID
	nonce   string // no page knows it

	mu       sync.Mutex
	page     target.SessionID // "" until it is attached
	main     cdp.FrameID
	ready    bool                              // what is to be set before the page runs was said
	frames   map[cdp.FrameID]target.SessionID  // those of other sites, which run in processes of their own
	worlds   map[cdp.FrameID]world             // where our script runs
	kinds    map[target.SessionID]*target.Info // what each session is about
	traffic  traffic                           // requests
	travel   travel                            // the documents that the page was
	loaded   bool                              // the document in view is loaded, or loads no more
	parsed   time.Time                         // when all of its text was there
	crashed  bool                              // its process died
	download bool                              // it wanted to give us a file
	standing bool                              // the page may go nowhere any more
}

// A world is the context of our script in a document: it sees the same tree as the scripts of the page, and none of what they
// did to the language.
type world struct {
	session target.SessionID
	id      runtime.ExecutionContextID
	unique  string
}

// worldName is the name of the world in which our script runs.
const worldName = "pipalint"

// attached is told of a page, frame or worker that waits to be let run.
func (t *tab) attached(session target.SessionID, info *target.Info) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.kinds[session] = info
	defer post(t.in.wire, session, runtime.RunIfWaitingForDebugger, cdp.Empty{}) // when all is said
	switch info.Type {
	case "page":
		if t.page != "" { // a popup never runs
			t.kinds[session] = nil
			post(t.in.wire, "", target.CloseTarget, target.CloseTargetParams{TargetID: info.TargetID})
			return
		}
		t.page, t.main, t.ready = session, cdp.FrameID(info.TargetID), true
		t.prepareDocument(session)
		post(t.in.wire, session, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
		post(t.in.wire, session, network.SetBypassServiceWorker, network.SetBypassServiceWorkerParams{Bypass: true})
	case "iframe":
		t.frames[cdp.FrameID(info.TargetID)] = session
		t.prepareDocument(session)
		if t.standing {
			t.watchDocuments(session)
		}
	case "worker", "shared_worker", "service_worker":
		t.prepare(session)
	} // else it is none of the page's, as the pages that a window of the browser is made of
}

// prepare says what is the same for all that makes requests.
func (t *tab) prepare(session target.SessionID) {
	w := t.in.wire
	post(w, session, network.Enable, network.EnableParams{})
	post(w, session, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: t.agent(), AcceptLanguage: "ko-KR,ko"})
	post(w, session, target.SetAutoAttach, autoAttach())
}

// prepareDocument says what is the same for pages and frames.
func (t *tab) prepareDocument(session target.SessionID) {
	w := t.in.wire
	t.prepare(session)
	post(w, session, page.Enable, page.EnableParams{})
	post(w, session, runtime.Enable, cdp.Empty{})
	post(w, session, inspector.Enable, cdp.Empty{})
	post(w, session, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: timezone})
	post(w, session, emulation.SetLocaleOverride, emulation.SetLocaleOverrideParams{Locale: "ko-KR"})
	post(w, session, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: domScript(), WorldName: worldName,
	})
}

func (t *tab) agent() string {
	if t.o.Agent == "" {
		return t.in.agent
	}
	return t.in.agent + " " + t.o.Agent
}

// detached is told that a page, frame or worker is gone.
func (t *tab) detached(session target.SessionID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if info := t.kinds[session]; info != nil && t.frames[cdp.FrameID(info.TargetID)] == session {
		delete(t.frames, cdp.FrameID(info.TargetID))
	}
	for frame, w := range t.worlds {
		if w.session == session {
			delete(t.worlds, frame)
		}
	}
	t.traffic.gone(session)
	if session == t.page {
		t.crashed = true
	}
}

// downloads is told that a frame wanted to give us a file, which the browser refuses.
func (t *tab) downloads(frame cdp.FrameID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.download = t.download || frame == t.main
}

// hear is told of what happens in the page, a frame or a worker.
func (t *tab) hear(m *cdproto.Message) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch m.Method.Domain() {
	case "Network":
		t.traffic.hear(m, t.kinds[m.SessionID])
		if m.SessionID == t.page {
			t.travel.hear(m, t.main)
		}
	case "Runtime":
		t.hearWorld(m)
	case "Fetch":
		if e, ok := heard(m, fetch.RequestPaused); ok {
			t.judgeDocument(m.SessionID, &e)
		}
	case "Inspector":
		if _, ok := heard(m, inspector.TargetCrashed); ok && m.SessionID == t.page {
			t.crashed = true
		}
	case "Page":
		t.hearPage(m)
	}
}

func (t *tab) hearPage(m *cdproto.Message) {
	if _, ok := heard(m, page.JavascriptDialogOpening); ok {
		e, _ := heard(m, page.JavascriptDialogOpening)
		post(t.in.wire, m.SessionID, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: e.Type == page.DialogTypeBeforeunload})
		return
	}
	e, navigated := heard(m, page.FrameNavigated)
	if info := t.kinds[m.SessionID]; navigated && info != nil && string(e.Frame.ID) == string(info.TargetID) {
		info.URL = e.Frame.URL
	}
	if m.SessionID != t.page {
		return
	}
	if navigated && e.Frame.ID == t.main {
		t.loaded, t.parsed = false, time.Time{}
		t.travel.arrived(e.Frame)
	} else if _, ok := heard(m, page.DomContentEventFired); ok {
		t.parsed = time.Now()
	} else if e, ok := heard(m, page.FrameStartedLoading); ok && e.FrameID == t.main {
		t.loaded = false
	} else if e, ok := heard(m, page.FrameStoppedLoading); ok && e.FrameID == t.main { // also where it was stopped before its end
		t.loaded = true
	}
}

// hearWorld keeps where our script runs.
func (t *tab) hearWorld(m *cdproto.Message) {
	if e, ok := heard(m, runtime.ExecutionContextCreated); ok {
		var about struct {
			FrameID cdp.FrameID `json:"frameId"`
		}
		if e.Context.Name == worldName && json.Unmarshal(e.Context.AuxData, &about) == nil {
			t.worlds[about.FrameID] = world{m.SessionID, e.Context.ID, e.Context.UniqueID}
		}
		return
	}
	gone, one := heard(m, runtime.ExecutionContextDestroyed)
	_, all := heard(m, runtime.ExecutionContextsCleared)
	for frame, w := range t.worlds {
		if w.session == m.SessionID && (all || one && w.unique == gone.ExecutionContextUniqueID) {
			delete(t.worlds, frame)
		}
	}
}

// stand keeps the page where it is: while we press its buttons it may not go elsewhere.
func (t *tab) stand() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.standing = true
	t.watchDocuments(t.page)
	for _, session := range t.frames {
		t.watchDocuments(session)
	}
}

func (t *tab) watchDocuments(session target.SessionID) {
	post(t.in.wire, session, fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{ResourceType: network.ResourceTypeDocument}}})
}

// judgeDocument lets frames load documents, but not the page itself.
func (t *tab) judgeDocument(session target.SessionID, e *fetch.EventRequestPaused) {
	if e.FrameID == t.main {
		post(t.in.wire, session, fetch.FailRequest, fetch.FailRequestParams{RequestID: e.RequestID, ErrorReason: network.ErrorReasonAborted})
		return
	}
	post(t.in.wire, session, fetch.ContinueRequest, fetch.ContinueRequestParams{RequestID: e.RequestID})
}

// quiet reports whether the page asks for nothing, and has not for a while.
func (t *tab) quiet(while time.Duration) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.traffic.quiet(time.Now(), while)
}

// strays reports whether the page goes from one address to the next without end.
func (t *tab) strays() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.travel.past) > most
}
