package render

import (
	"context"
	"errors"
	"time"

	"github.com/chromedp/cdproto/cdp"
)

// What a page is given to come to rest. One that never does, for it polls or shows advertisements, is taken as it is.
const (
	idle        = 500 * time.Millisecond // without a request
	still       = 300 * time.Millisecond // without a change
	loadMost    = 6 * time.Second        // after its text was there: for pictures and what else hangs
	restMost    = 8 * time.Second        // after it was loaded
	lateMost    = 3 * time.Second        // after something was done to it
	pressMost   = 2 * time.Second        // after a button was pressed
	pressAtMost = 40                     // buttons
	frameMost   = 4 * time.Second        // for a frame to answer
)

// rest waits until the page is loaded and nothing moves any more, also where the page itself goes elsewhere.
func (t *tab) rest(ctx context.Context, start time.Time) error {
	loadBy := start.Add(t.o.Timeout / 2)
	for range most + 1 {
		t.mu.Lock()
		before := len(t.travel.past)
		t.mu.Unlock()
		if err := t.wait(ctx, func() bool { return t.isLoaded(loadBy) || len(t.travel.past) > most }); err != nil {
			return err
		}
		by := earlier(time.Now().Add(restMost), start.Add(t.o.Timeout*7/10))
		if err := t.settle(ctx, by, idle, still); err != nil {
			return err
		}
		if err := t.filled(ctx, by); err != nil {
			return err
		}
		left, err := t.left(ctx, before, start)
		if err != nil || !left {
			return err
		}
	}
	return nil // judged by who asked
}

// filled waits for a page that says next to nothing: a timer may be about to fill it.
func (t *tab) filled(ctx context.Context, by time.Time) error {
	until := earlier(time.Now().Add(lateMost), by)
	waited := false
	for time.Now().Before(until) && !t.strays() {
		bare, err := ask[bool](ctx, t, t.main, "bare")
		if err != nil && !errors.Is(err, errScript) {
			return err
		}
		if err == nil && !bare {
			break
		}
		waited = true
		if err := t.pause(ctx, 2*tick); err != nil {
			return err
		}
	}
	if !waited {
		return nil
	}
	return t.settle(ctx, by, idle, still)
}

// isLoaded reports whether what is in view is loaded as far as it is waited for.
func (t *tab) isLoaded(by time.Time) bool {
	now := time.Now()
	return t.loaded || now.After(by) || !t.parsed.IsZero() && now.Sub(t.parsed) > loadMost
}

// left waits for a page that says that it goes elsewhere, and reports whether it did.
func (t *tab) left(ctx context.Context, before int, start time.Time) (bool, error) {
	gone := func() bool { return len(t.travel.past) > before }
	seconds, err := ask[float64](ctx, t, t.main, "leaves")
	if err != nil && !errors.Is(err, errScript) {
		return false, err
	}
	wait := time.Duration(seconds * float64(time.Second))
	if by := time.Now().Add(wait + time.Second); err == nil && seconds >= 0 && wait <= lateMost*2 && by.Before(start.Add(t.o.Timeout*7/10)) {
		if err := t.wait(ctx, func() bool { return gone() || time.Now().After(by) }); err != nil {
			return false, err
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return gone(), nil
}

// settle waits until nothing was asked for and nothing has changed for a while, but not for ever.
func (t *tab) settle(ctx context.Context, by time.Time, idle, still time.Duration) error {
	for time.Now().Before(by) && !t.strays() {
		if t.quiet(idle) {
			since, err := ask[float64](ctx, t, t.main, "still")
			switch {
			case err == nil && since >= float64(still.Milliseconds()):
				return nil
			case err != nil && !errors.Is(err, errScript): // the document may be about to change
				return err
			}
		}
		if err := t.pause(ctx, tick); err != nil {
			return err
		}
	}
	return nil
}

// explore brings in what is not there yet: what comes when it is seen, what folds out, what stands behind tabs.
func (t *tab) explore(ctx context.Context, start time.Time) error {
	by := start.Add(t.o.Timeout * 8 / 10)
	if _, err := ask[any](ctx, t, t.main, "scroll"); err != nil && !errors.Is(err, errScript) {
		return err
	}
	if err := t.settle(ctx, earlier(time.Now().Add(lateMost), by), idle/2, still/3); err != nil {
		return err
	}
	docs, err := t.documents(ctx)
	if err != nil {
		return err
	}
	left := pressAtMost
	for _, doc := range docs {
		if err := t.press(ctx, doc.frame, by, &left); err != nil && !errors.Is(err, errScript) {
			return err
		}
	}
	return t.settle(ctx, earlier(time.Now().Add(lateMost), by), idle/2, still/3)
}

// press opens what folds out in a document, and presses its tabs one after the other.
func (t *tab) press(ctx context.Context, frame cdp.FrameID, by time.Time, left *int) error {
	if _, err := askFrame[any](ctx, t, frame, "unfold"); err != nil {
		return err
	}
	for ; *left > 0 && time.Now().Before(by); *left-- {
		pressed, err := askFrame[bool](ctx, t, frame, "press", t.nonce)
		if err != nil || !pressed {
			return err
		}
		if err := t.pause(ctx, 2*tick); err != nil {
			return err
		}
		if err := t.settle(ctx, earlier(time.Now().Add(pressMost), by), idle/5, still/5); err != nil {
			return err
		}
		if _, err := askFrame[any](ctx, t, frame, "settle"); err != nil {
			return err
		}
	}
	return nil
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
