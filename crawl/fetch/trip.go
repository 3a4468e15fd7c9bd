package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/publicsuffix"
)

// A trip is the way to one page.
type trip struct {
	f              *Fetcher
	crawled        bool
	packed         bool // gzip is wanted, too
	etag, modified string

	u     *url.URL
	shown string         // of u, to people
	past  []string       // what was shown before
	seen  map[string]int // where in past an address stood, asked with the same cookies
	jar   http.CookieJar
	left  time.Duration // of the time for the whole trip
	limit int           // of redirects
	part  int64         // where the beginning of the file is enough, how much of it; 0 for a page
}

func (f *Fetcher) trip(address string) *trip {
	jar, _ := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List}) // it gives no error
	return &trip{f: f, shown: Public(address), seen: map[string]int{}, jar: jar, left: f.o.Timeout, limit: f.o.Redirects}
}

// arrive is at an address, which is not shown otherwise than it was asked for.
func (t *trip) arrive(u *url.URL) {
	t.u = u
	t.seen[t.key(u)] = len(t.past)
}

// leave goes on to another address.
func (t *trip) leave(next *url.URL) {
	t.past = append(t.past, t.shown)
	t.shown = Public(next.String())
	t.arrive(next)
}

// key is the same for a request that gets the same answer.
func (t *trip) key(u *url.URL) string {
	var b strings.Builder
	b.WriteString(origin(u) + path(u))
	for _, c := range t.jar.Cookies(u) {
		b.WriteString("\n" + c.Name + "=" + c.Value)
	}
	return b.String()
}

// fail is an error on the way.
func (t *trip) fail(e *Error) error {
	e.URL, e.Redirects = t.shown, slices.Clip(t.past)
	return e
}

// page is what the way led to.
func (t *trip) page(a *answer) (*Page, error) {
	p := &Page{URL: t.shown, Redirects: slices.Clip(t.past), Status: a.status, Header: a.header, Raw: a.body}
	switch {
	case a.status == http.StatusNotModified && (t.etag != "" || t.modified != ""):
		p.NotModified, p.Raw = true, nil
	case a.status < 200 || a.status > 299 || wallSign(a.header) != "":
		return nil, t.fail(statusError(a))
	case t.noPage(a.header) != "":
		return nil, t.fail(&Error{State: Unreadable, Reason: Binary, Detail: t.noPage(a.header), Status: a.status, Header: a.header})
	}
	return p, nil
}

// onward is where an answer leads, or nil.
func (t *trip) onward(a *answer) (*url.URL, *Error) {
	switch a.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		location := a.header.Get("Location")
		if location == "" {
			return nil, nil // an answer like any other, and no page
		}
		next, err := t.resolve(location)
		if err != nil {
			return nil, &Error{State: Unreadable, Reason: Address, Detail: badScheme(location), Err: err, Status: a.status, Header: a.header}
		}
		return next, t.mayFollow(next)
	}
	r, ok := refreshOf(a, t.u)
	if !ok || t.part > 0 || wallSign(a.header) != "" {
		return nil, nil
	}
	next, err := t.resolve(r.to)
	if err != nil {
		return nil, nil // the page is there
	}
	if at, ok := t.seen[t.key(next)]; ok && (at == len(t.past) || r.after > 0) {
		return nil, nil // it shows itself, or pages in turn
	}
	return next, t.mayFollow(next)
}

// resolve reads where a redirect leads, as browsers do: its fragment and, on the same site, its name and password go on.
func (t *trip) resolve(location string) (*url.URL, error) {
	next, err := Normalize(location, t.u)
	if err != nil {
		return nil, err
	}
	if next.Fragment == "" {
		next.Fragment, next.RawFragment = t.u.Fragment, t.u.RawFragment
	}
	if next.User == nil && origin(next) == origin(t.u) {
		next.User = t.u.User
	}
	return next, nil
}

// mayFollow refuses loops and ways that are too long.
func (t *trip) mayFollow(next *url.URL) *Error {
	if at, ok := t.seen[t.key(next)]; ok {
		loop := append(slices.Clone(t.past[at:]), t.shown, Public(next.String()))
		return &Error{State: Unreadable, Reason: Redirects, Detail: strings.Join(loop, " → ")}
	}
	if len(t.past) >= t.limit {
		return &Error{State: Unreadable, Reason: Redirects, Detail: fmt.Sprintf("> %d", max(t.limit, 0))}
	}
	return nil
}

// An answer is what one request brought.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// maxErrorBody is how much is kept of an answer that is no page.
const maxErrorBody = 256 << 10

// once sends one request and reads its answer within the time that is left.
func (t *trip) once(ctx context.Context) (*answer, error) {
	ctx, cancel := context.WithTimeout(ctx, t.left)
	defer cancel()
	defer func(start time.Time) { t.left -= time.Since(start) }(time.Now())
	req, err := t.request(ctx)
	if err != nil {
		return nil, err
	}
	resp, err := t.f.road.RoundTrip(req)
	if err != nil {
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }() // the body was read or is not wanted
	t.jar.SetCookies(t.u, resp.Cookies())
	a := &answer{status: resp.StatusCode, header: resp.Header}
	switch {
	case a.status >= 300 && a.status < 400:
	case a.status < 200 || a.status > 299 || wallSign(a.header) != "":
		a.body, _ = t.read(resp, maxErrorBody) // whatever there is
	case t.part > 0:
		if a.body, err = t.read(resp, t.part); err != nil && !errors.Is(err, errTooLarge) {
			return nil, bodyError(err)
		}
	case t.noPage(resp.Header) != "":
	case resp.ContentLength > t.f.o.MaxSize:
		return nil, errTooLarge
	default:
		if a.body, err = t.read(resp, t.f.o.MaxSize); err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			return nil, bodyError(err)
		}
	}
	return a, nil
}

// request is that for the page at which the trip is.
func (t *trip) request(ctx context.Context) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, t.u.String(), nil)
	if err != nil {
		return nil, errAddress // the error would quote passwords
	}
	h := req.Header
	h.Set("User-Agent", t.f.o.UserAgent())
	h.Set("Accept", "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.9, */*;q=0.1")
	h.Set("Accept-Language", "ko, en;q=0.5")
	h.Set("Accept-Encoding", accepted)
	if t.etag != "" {
		h.Set("If-None-Match", t.etag)
	}
	if t.modified != "" {
		h.Set("If-Modified-Since", t.modified)
	}
	for _, c := range t.jar.Cookies(t.u) {
		req.AddCookie(c)
	}
	if user := t.u.User; user != nil {
		password, _ := user.Password()
		req.SetBasicAuth(user.Username(), password)
	}
	return req, nil
}

// read unpacks a body; what goes beyond the limit is not in it.
func (t *trip) read(resp *http.Response, limit int64) ([]byte, error) {
	r, end, err := unpacked(resp.Body, resp.Header.Values("Content-Encoding"), limit)
	if err != nil {
		return nil, err
	}
	defer end()
	return io.ReadAll(r)
}

// noPage is the media type of what is not wanted, or "".
func (t *trip) noPage(h http.Header) string {
	media := noPage(h)
	if t.packed && (media == "application/gzip" || media == "application/x-gzip") {
		return ""
	}
	return media
}

// noPage is the media type of what cannot be a page, nor anything that would be told better by reading it; else "".
func noPage(h http.Header) string {
	contentType := h.Get("Content-Type")
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		media, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(contentType)), ";")
	}
	kind, _, _ := strings.Cut(media, "/")
	switch kind {
	case "image", "video", "audio", "font":
		return media
	}
	switch media {
	case "application/zip", "application/x-zip-compressed", "application/x-7z-compressed", "application/vnd.rar", "application/x-rar-compressed",
		"application/x-tar", "application/gzip", "application/x-gzip", "application/vnd.android.package-archive", "application/x-msdownload", "application/wasm":
		return media
	}
	return ""
}
