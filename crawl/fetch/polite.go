package fetch

import (
	"context"
	"sync"
	"time"
)

// A host is crawled one request at a time.
type host struct {
	turn chan struct{} // holds one, that of the request that runs
	mu   sync.Mutex
	next time.Time // not before
	from time.Time // when the last request began
}

func (f *Fetcher) host(name string) *host {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.hosts[name] == nil {
		f.hosts[name] = &host{turn: make(chan struct{}, 1)}
	}
	return f.hosts[name]
}

// enter waits until a request may be sent.
func (h *host) enter(ctx context.Context) error {
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	h.mu.Lock()
	next := h.next
	h.mu.Unlock()
	if err := sleep(ctx, time.Until(next)); err != nil {
		<-h.turn
		return err
	}
	h.from = time.Now() // whose turn it is may write it
	return nil
}

// leave lets the next one in, when the pause since the request began is over.
func (h *host) leave(pause time.Duration) {
	h.notBefore(h.from.Add(pause))
	<-h.turn
}

// maxRest bounds how long a host that asked for it is left alone, so that no answer can end a crawl.
const maxRest = time.Minute

// rest leaves a host alone that said that it is too busy.
func (h *host) rest(d time.Duration) { h.notBefore(time.Now().Add(min(d, maxRest))) }

func (h *host) notBefore(at time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if at.After(h.next) {
		h.next = at
	}
}
