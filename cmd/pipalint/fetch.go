package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"
)

// The limits of fetching a page.
const (
	fetchTimeout = 30 * time.Second // from the first connection to the last byte
	maxRedirects = 5
)

var errRedirects = errors.New("too many redirects")

// newClient fetches within the limits.
func newClient() *http.Client {
	return &http.Client{
		Timeout: fetchTimeout,
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return errRedirects
			}
			return nil
		},
	}
}

// fetch gets a page from the web. The page's name is the address that was reached in the end.
func (c *command) fetch(ctx context.Context, address string) (page, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil || req.URL.Host == "" {
		return page{}, readError{code: codeUnreadable, text: textAddress}
	}
	req.Header.Set("User-Agent", "pipalint/"+version()+" (+https://github.com/pipalint/pipalint)")
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.9, */*;q=0.1")
	req.Header.Set("Accept-Language", "ko, en;q=0.5")
	resp, err := c.Client.Do(req)
	if err != nil {
		return page{}, networkError(err)
	}
	defer func() { _ = resp.Body.Close() }() // the body was read or is not wanted
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return page{}, statusError(resp)
	}
	raw, err := readAll(resp.Body)
	final := address
	if via := resp.Request; via != nil && via != req {
		final = via.URL.String()
	}
	return page{name: final, raw: raw, contentType: resp.Header.Get("Content-Type")}, err
}

// tellRedirect says that a page was found at another address than the one named.
func (c *command) tellRedirect(in input, reached string) {
	if in.source == fromURL && reached != in.name {
		fmt.Fprintf(c.Stderr, c.say("pipalint: %s: 이동된 주소에서 읽었습니다: %s\n", "pipalint: %s: redirected to %s\n"), in.name, reached)
	}
}

// statusError says why an answer is no page.
func statusError(resp *http.Response) error {
	status := fmt.Sprintf("HTTP %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	if resp.StatusCode == http.StatusNotFound || resp.StatusCode == http.StatusGone {
		return failed(codeNotFound, status)
	}
	return failed(codeRefused, status)
}

// networkError says why reading ended early.
func networkError(err error) error {
	if e, ok := errors.AsType[net.Error](err); ok && e.Timeout() {
		return failed(codeTimeout, "")
	}
	if e, ok := errors.AsType[*net.DNSError](err); ok {
		if e.IsNotFound {
			return readError{code: codeNotFound, text: textNoHost, detail: both(e.Name, e.Name)}
		}
		return readError{code: codeNotFound, text: textLookup, detail: both(e.Name, e.Name)}
	}
	if errors.Is(err, errRedirects) || errors.Is(err, syscall.ECONNREFUSED) {
		return readError{code: codeRefused, detail: cause(err)}
	}
	return unreadable(err)
}
