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

	once     sync.Once // when the first page asks for it:
	signals  chan os.Signal
	finished chan struct{}
}

// Render shows a page.
func (b *browser) Render(ctx context.Context, address string) (*render.Page, error) {
	b.once.Do(b.guard)
	return b.Browser.Render(ctx, address)
}

// guard waits for an interrupt.
func (b *browser) guard() {
	b.signals, b.finished = make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(b.signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case which := <-b.signals:
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
