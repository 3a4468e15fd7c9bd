package render

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/cdp/jsonv2"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// errLost is why a command has no answer: the browser is gone.
var errLost = errors.New("the browser is gone")

// A wire speaks the DevTools protocol over the pipe of a browser. chromedp has a session for each page, but none for the
// frames of other sites and the workers in it, which have sessions of their own. Here all are alike, and their events come
// in one order.
type wire struct {
	pipe *chromedp.PipeConn
	down chan struct{} // closed when the pipe has ended

	mu    sync.Mutex
	last  int64
	calls map[int64]chan *cdproto.Message
}

// newWire reads the pipe until it ends. Whoever hears the events may not wait for an answer.
func newWire(pipe *chromedp.PipeConn, hear func(*cdproto.Message)) *wire {
	w := &wire{pipe: pipe, down: make(chan struct{}), calls: make(map[int64]chan *cdproto.Message)}
	go func() {
		defer close(w.down)
		for {
			m := new(cdproto.Message)
			if err := pipe.Read(context.Background(), m); err != nil {
				return // the browser has ended, or speaks no more
			}
			if m.ID == 0 {
				hear(m)
				continue
			}
			w.mu.Lock()
			answer := w.calls[m.ID]
			delete(w.calls, m.ID)
			w.mu.Unlock()
			if answer != nil {
				answer <- m
			}
		}
	}()
	return w
}

// send says a command; the answer comes by the channel, which has room for it, or nowhere where that is nil.
func (w *wire) send(session target.SessionID, method string, params any, answer chan *cdproto.Message) (int64, error) {
	raw, err := jsonv2.Marshal(params, chromedp.DefaultMarshalOptions)
	if err != nil {
		return 0, err
	}
	w.mu.Lock()
	w.last++
	id := w.last
	if answer != nil {
		w.calls[id] = answer
	}
	w.mu.Unlock()
	return id, w.pipe.Write(context.Background(), &cdproto.Message{ID: id, SessionID: session, Method: cdproto.MethodType(method), Params: raw})
}

// post says a command whose answer does not matter: where it fails, what it was about is gone.
func post[P, R any](w *wire, session target.SessionID, command cdp.Command[P, R], params P) {
	_, _ = w.send(session, command.Method, params, nil)
}

// call says a command and waits for the answer.
func call[P, R any](ctx context.Context, w *wire, session target.SessionID, command cdp.Command[P, R], params P) (R, error) {
	var result R
	answer := make(chan *cdproto.Message, 1)
	id, err := w.send(session, command.Method, params, answer)
	if err != nil {
		return result, fmt.Errorf("%s: %w: %w", command.Method, errLost, err)
	}
	defer func() {
		w.mu.Lock()
		delete(w.calls, id)
		w.mu.Unlock()
	}()
	select {
	case m := <-answer:
		if m.Error != nil {
			return result, fmt.Errorf("%s: %w", command.Method, m.Error)
		}
		return result, jsonv2.Unmarshal(m.Result, &result, chromedp.DefaultUnmarshalOptions)
	case <-w.down:
		return result, fmt.Errorf("%s: %w", command.Method, errLost)
	case <-ctx.Done():
		return result, context.Cause(ctx)
	}
}

// heard decodes an event if it is of a kind.
func heard[E any](m *cdproto.Message, kind cdp.Event[E]) (E, bool) {
	var e E
	if string(m.Method) != kind.Method {
		return e, false
	}
	return e, jsonv2.Unmarshal(m.Params, &e, chromedp.DefaultUnmarshalOptions) == nil
}
