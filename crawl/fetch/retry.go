package fetch

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// get sends a request, and again where what was met may pass. A crawled host is spared: one connection at a time, and
// time between two.
func (t *trip) get(ctx context.Context) (*answer, error) {
	h := t.f.host(t.u.Hostname())
	for n := 0; ; n++ {
		if t.crawled {
			if err := h.enter(ctx); err != nil {
				return nil, err
			}
		}
		a, err := t.once(ctx)
		if t.crawled {
			h.leave(t.f.pause(t.u))
		}
		wait, again := t.again(a, err, n)
		if a != nil && temporary(a.status) {
			h.rest(wait)
		}
		if !again || ctx.Err() != nil {
			return a, err
		}
		start := time.Now()
		if err := sleep(ctx, wait); err != nil {
			return nil, err
		}
		t.left -= time.Since(start)
	}
}

// temporary reports whether an answer says that another may follow: 429 and 503, which were made for it, and 502 and 504,
// by which a gateway says that the server behind it is not there just now.
func temporary(status int) bool {
	switch status {
	case http.StatusTooManyRequests, http.StatusServiceUnavailable, http.StatusBadGateway, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// firstWait is before the first retry; each further one is twice as long.
const firstWait = 500 * time.Millisecond

// again says how long to wait before the same request is sent once more, if it is. Connections that were closed before an
// answer are tried anew, too; no answer in time is not, since the time is up. A server that wants a longer pause than we
// make, and a wall, is left alone.
func (t *trip) again(a *answer, err error, n int) (time.Duration, bool) {
	if err != nil && (!broken(err) || errors.Is(err, errTruncated)) ||
		err == nil && (!temporary(a.status) || wallSign(a.header) != "") {
		return 0, false
	}
	wait := firstWait << n
	wait = wait/2 + rand.N(wait) // so that those who were sent away together don't come back together
	if a != nil {
		if asked, ok := retryAfter(a.header, time.Now()); ok {
			wait = max(asked, wait)
			if asked > t.f.o.RetryWait {
				return wait, false
			}
		}
	}
	return wait, n < t.f.o.Retries && wait < t.left
}

// sleep waits, or ends with the context.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// retryAfter is how long an answer asks to wait, in seconds or until a day and time.
func retryAfter(h http.Header, now time.Time) (time.Duration, bool) {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if digits := strings.Trim(value, "0123456789"); value != "" && digits == "" {
		seconds, err := strconv.ParseInt(value, 10, 32)
		if err != nil {
			seconds = 1 << 31 // more than anybody waits
		}
		return time.Duration(seconds) * time.Second, true
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0, false
	}
	return max(at.Sub(now), 0), true
}
