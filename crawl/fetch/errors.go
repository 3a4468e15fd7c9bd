package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"syscall"

	"github.com/pipalint/pipalint/crawl/guard"
)

// An Error is why a page was not got.
type Error struct {
	State     State
	Reason    Reason
	Detail    string   // what was met, in words that are the same in every language; may be ""
	URL       string   // where it was met, without a name or password
	Redirects []string // as of [Page]
	Err       error    // or nil

	// Of the answer, where there was one: what a wall or an error page looks like.
	Status int
	Header http.Header
	Body   []byte // unpacked, and no more than its beginning
}

// A Reason says more than the state.
type Reason string

// The reasons.
const (
	Status      Reason = "status"      // the code of the answer; Detail tells it
	Timeout     Reason = "timeout"     // no answer in time
	TooLarge    Reason = "too-large"   // more than MaxSize; Detail is "header" where that was it
	Redirects   Reason = "redirects"   // too many; Detail shows a loop: "a → b → a"
	NoHost      Reason = "no-host"     // there is none of that name
	Lookup      Reason = "lookup"      // its address could not be looked up
	Refused     Reason = "refused"     // no connection
	Private     Reason = "private"     // a private address, which is refused
	Address     Reason = "address"     // not an address that can be fetched; Detail tells a scheme (ftp:) or a port (:25)
	Certificate Reason = "certificate" // the server is not who it says, or its certificate ended; Err tells it
	Truncated   Reason = "truncated"   // the connection or what was packed ended within the page
	Encoding    Reason = "encoding"    // not packed as the answer says; Detail is the encoding
	Binary      Reason = "binary"      // certainly no page; Detail is the media type
	BadProxy    Reason = "proxy"       // the proxy is none, or did not let through; Detail or Err tells it
	Wall        Reason = "wall"        // a page that keeps programs out, in the place of the one asked for
	Robots      Reason = "robots"      // Detail is "" where a rule forbids it, or why robots.txt could not be read
	NotParsed   Reason = "not-parsed"  // got, but no page: empty, binary …; Err tells it, as package scrape says
	Network     Reason = "network"     // any other; Err tells it
)

// Error is for programmers; people are told by the command.
func (e *Error) Error() string {
	text := string(e.State) + ": " + string(e.Reason)
	if e.Detail != "" {
		text += " " + e.Detail
	}
	return text + " at " + e.URL
}

func (e *Error) Unwrap() error { return e.Err }

// statusError says why an answer is no page.
func statusError(a *answer) *Error {
	e := &Error{State: Unreadable, Reason: Status, Detail: fmt.Sprintf("HTTP %d", a.status)}
	if text := http.StatusText(a.status); text != "" {
		e.Detail += " " + text
	}
	switch a.status {
	case http.StatusNotFound, http.StatusGone:
		e.State = Gone
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusTooManyRequests, http.StatusUnavailableForLegalReasons:
		e.State = Blocked
	case http.StatusProxyAuthRequired:
		e.Reason = BadProxy // a page never says so
	}
	if after := a.header.Get("Retry-After"); after != "" && temporary(a.status) {
		e.Detail += ", Retry-After: " + after
	}
	if sign := wallSign(a.header); sign != "" {
		e.State, e.Reason, e.Detail = Blocked, Wall, sign
	}
	e.Status, e.Header, e.Body = a.status, a.header, a.body
	return e
}

// wallSign is the header by which a wall says that it answers in the place of the page; "" where none does. Only headers
// that mean nothing else are here: that a site stands behind such a service says nothing.
func wallSign(h http.Header) string {
	for _, sign := range []struct{ name, values string }{
		{"cf-mitigated", "challenge"},
		{"x-amzn-waf-action", "challenge captcha"},
		{"x-vercel-mitigated", "challenge deny"},
	} {
		if v := strings.ToLower(strings.TrimSpace(h.Get(sign.name))); v != "" && slices.Contains(strings.Fields(sign.values), v) {
			return sign.name + ": " + v
		}
	}
	return ""
}

// networkError says why there was no answer, or not the whole of it.
func networkError(u *url.URL, err error) *Error {
	e := &Error{State: Unreadable, Reason: Network, Err: err}
	var (
		dns      *net.DNSError
		cert     *tls.CertificateVerificationError
		timeout  net.Error
		viaProxy proxyError
	)
	switch {
	case errors.Is(err, context.Canceled):
	case errors.As(err, &timeout) && timeout.Timeout():
		e.Reason = Timeout
	case errors.Is(err, guard.ErrPrivate):
		e.Reason, e.Detail = Private, u.Hostname()
	case errors.Is(err, guard.ErrPort):
		e.Reason, e.Detail = Address, ":"+u.Port()
	case errors.Is(err, errTooLarge):
		e.Reason = TooLarge
	case headerTooLarge(err):
		e.Reason, e.Detail = TooLarge, "header"
	case errors.As(err, &cert):
		e.Reason = Certificate
	case errors.Is(err, errEncoding):
		e.Reason, e.Detail = Encoding, encodingOf(err)
	case errors.Is(err, errTruncated):
		e.Reason = Truncated
	case errors.As(err, &viaProxy), errors.Is(err, ErrProxy):
		e.Reason = BadProxy
	case errors.As(err, &dns):
		e.Reason, e.Detail = Lookup, dns.Name
		if dns.IsNotFound {
			e.Reason = NoHost
		}
	case errors.Is(err, syscall.ECONNREFUSED):
		e.Reason = Refused
	}
	return e
}

// headerTooLarge knows an error of net/http that has no type.
func headerTooLarge(err error) bool {
	return strings.Contains(err.Error(), "server response headers exceeded") || strings.Contains(err.Error(), "header list too large")
}

// encodingOf is the name of an encoding within its error.
func encodingOf(err error) string {
	_, name, _ := strings.Cut(err.Error(), errEncoding.Error()+": ")
	name, _, _ = strings.Cut(name, ":")
	return name
}

// errTruncated is wrapped by errors about a body that ends too early.
var errTruncated = errors.New("the body ends too early")

// bodyError is why a body could not be read.
func bodyError(err error) error {
	var wire *wireError
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &wire) {
		return fmt.Errorf("%w: %w", errTruncated, err)
	}
	return err
}

// broken reports whether a connection ended without an end.
func broken(err error) bool {
	return errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}
