package main

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/pipalint/pipalint/crawl/render"
)

// chromeVariable names the browser, where it is not on PATH.
const chromeVariable = "PIPALINT_CHROME"

// A browser ends with the program, also where somebody interrupts it.
type browser struct {
	*render.Browser

	once        sync.Once // when the first page asks for it:
	signals     chan os.Signal
	interrupted chan struct{}
	finished    chan struct{}
}

// Render shows a page.
func (b *browser) Render(ctx context.Context, address string) (*render.Page, error) {
	b.once.Do(b.guard)
	page, err := b.Browser.Render(ctx, address)
	select {
	case <-b.interrupted:
		select {} // the program is about to end; that the browser did is no failure to tell
	default:
		return page, err
	}
}

// guard waits for an interrupt.
func (b *browser) guard() {
	b.signals, b.interrupted, b.finished = make(chan os.Signal, 1), make(chan struct{}), make(chan struct{})
	signal.Notify(b.signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case which := <-b.signals:
			close(b.interrupted)
			signal.Stop(b.signals) // a second one ends the program at once
			_ = b.Close()          // nobody is left to tell
			os.Exit(signalled(which))
		case <-b.finished:
		}
	}()
}

// close ends it when all that it was for is done.
func (b *browser) close() {
	_ = b.Close()
	if b.finished != nil {
		signal.Stop(b.signals)
		close(b.finished)
	}
}
