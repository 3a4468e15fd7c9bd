package render

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto"
	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"

	"github.com/pipalint/pipalint/crawl/render/proxy"
)

// oldest is the first version of Chromium that does what is asked of it here: proxies for each page, headless as a window.
const oldest = 112

// startTime is how long a browser may take to say its first word.
const startTime = 30 * time.Second

// timezone is where visitors of Korean pages are.
const timezone = "Asia/Seoul"

// An instance is one run of the browser, from its start until it is killed.
type instance struct {
	*process
	agent string // its own agent string, as a browser with a window says it
	own   *proxy.Proxy

	mu       sync.Mutex
	tabs     map[cdp.BrowserContextID]*tab
	sessions map[target.SessionID]*tab
	culprit  bool // killed because one page did not come to an end
}

// flags make a browser that calls nobody on its own, shows no window, and goes nowhere but through the proxy.
func flags(ownProxy string) []string {
	list := []string{
		"--headless", "--no-startup-window", "--no-first-run", "--no-default-browser-check", "--hide-scrollbars", "--mute-audio",
		"--disable-background-networking", "--disable-component-update", "--disable-component-extensions-with-background-pages",
		"--disable-default-apps", "--disable-extensions", "--disable-sync", "--disable-domain-reliability",
		"--disable-client-side-phishing-detection", "--disable-breakpad", "--disable-crash-reporter", "--metrics-recording-only",
		"--disable-search-engine-choice-screen", "--no-pings", "--no-service-autorun", "--disable-prompt-on-repost",
		"--password-store=basic", "--use-mock-keychain", "--disable-dev-shm-usage", "--disable-gpu",
		"--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
		"--disable-hang-monitor", "--disable-notifications", "--disable-quic", "--dns-prefetch-disable",
		"--disable-features=Translate,OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,DialMediaRouteProvider," +
			"InterestFeedContentSuggestions,AutofillServerCommunication,CertificateTransparencyComponentUpdater,Prerender2," +
			"HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,WebRtcHideLocalIpsWithMdns,IsolateOrigins,PrivacySandboxSettings4",
		"--webrtc-ip-handling-policy=disable_non_proxied_udp", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", // the new name, and the old one
		"--proxy-server=" + ownProxy, "--proxy-bypass-list=<-loopback>",
		"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", // names are looked up by the proxy
		"--force-color-profile=srgb", "--lang=ko-KR", "--accept-lang=ko-KR,ko", "--window-size=1280,1000",
	}
	if os.Geteuid() == 0 {
		list = append(list, "--no-sandbox") // it does not start as root else
	}
	return list
}

// startInstance starts a browser. What it asks for on its own goes to a proxy that leads nowhere; each page has another.
func startInstance(ctx context.Context, named, profiles string) (*instance, error) {
	program, err := find(named)
	if err != nil {
		return nil, err
	}
	in := &instance{tabs: make(map[cdp.BrowserContextID]*tab), sessions: make(map[target.SessionID]*tab)}
	if in.own, err = proxy.Open(proxy.Nowhere()); err != nil {
		return nil, err
	}
	ready := make(chan struct{}) // events are heard when the instance is put together
	in.process, err = launch(program, profiles, flags(in.own.Address()), func(m *cdproto.Message) {
		<-ready
		in.hear(m)
	})
	close(ready)
	if err != nil {
		in.own.Close()
		return nil, fmt.Errorf("%w: %w", ErrNoStart, err)
	}
	ctx, cancel := context.WithTimeoutCause(ctx, startTime, fmt.Errorf("%w: %s: no answer in %s", ErrNoStart, program, startTime))
	defer cancel()
	if err := in.greet(ctx, in.hello); err != nil {
		in.abandon()
		return nil, err
	}
	return in, nil
}

// hello learns who the browser is, and asks to be told of every page and worker before it runs.
func (in *instance) hello(ctx context.Context) error {
	version, err := call(ctx, in.wire, "", cdpbrowser.GetVersion, cdp.Empty{})
	if err != nil {
		return err
	}
	if err := recent(version.Product); err != nil {
		return err
	}
	in.agent = strings.Replace(version.UserAgent, "HeadlessChrome/", "Chrome/", 1)
	_, err = call(ctx, in.wire, "", target.SetAutoAttach, autoAttach())
	return err
}

// recent refuses a browser that is too old, by its name and version: Chrome/131.0.6778.85.
func recent(product string) error {
	_, version, _ := strings.Cut(product, "/")
	major, _, _ := strings.Cut(version, ".")
	if n, err := strconv.Atoi(major); err != nil || n < oldest {
		return fmt.Errorf("%w: %s is too old, at least version %d is needed", ErrNoStart, product, oldest)
	}
	return nil
}

func autoAttach() target.SetAutoAttachParams {
	flatten := true
	return target.SetAutoAttachParams{AutoAttach: true, WaitForDebuggerOnStart: true, Flatten: &flatten}
}

// hear passes each event on to the page that it is about.
func (in *instance) hear(m *cdproto.Message) {
	if e, ok := heard(m, target.AttachedToTarget); ok {
		in.attached(m.SessionID, &e)
		return
	}
	if e, ok := heard(m, target.DetachedFromTarget); ok {
		in.mu.Lock()
		t := in.sessions[e.SessionID]
		delete(in.sessions, e.SessionID)
		in.mu.Unlock()
		if t != nil {
			t.detached(e.SessionID)
		}
		return
	}
	if e, ok := heard(m, cdpbrowser.DownloadWillBegin); ok {
		in.mu.Lock()
		defer in.mu.Unlock()
		for _, t := range in.tabs {
			t.downloads(e.FrameID)
		}
		return
	}
	in.mu.Lock()
	t := in.sessions[m.SessionID]
	in.mu.Unlock()
	if t != nil {
		t.hear(m)
	}
}

// attached is told of a page, frame or worker that waits to be let run.
func (in *instance) attached(parent target.SessionID, e *target.EventAttachedToTarget) {
	in.mu.Lock()
	t := in.sessions[parent]
	if t == nil {
		t = in.tabs[e.TargetInfo.BrowserContextID]
	}
	if t != nil {
		in.sessions[e.SessionID] = t
	}
	in.mu.Unlock()
	if t != nil {
		t.attached(e.SessionID, e.TargetInfo)
	} // what belongs to no page, as a page of the browser's own, never runs
}

// end quits or kills the browser and closes its proxy.
func (in *instance) end() {
	in.quit()
	in.own.Close()
}

// abort kills the browser because a page did not end: those beside it are to be tried again.
func (in *instance) abort() {
	in.mu.Lock()
	in.culprit = true
	in.mu.Unlock()
	in.abandon()
}

// abandon leaves nothing of a browser.
func (in *instance) abandon() {
	in.kill()
	in.own.Close()
}

// aborted reports whether the browser was killed because of a page.
func (in *instance) aborted() bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.culprit
}

// lost reports whether the browser is gone.
func (in *instance) lost() bool {
	select {
	case <-in.down:
		return true
	default:
		return false
	}
}

// isLost reports whether an error is that the browser went away under a page.
func isLost(err error) bool { return errors.Is(err, errLost) }
