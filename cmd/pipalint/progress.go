package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

// The progress line appears when the work takes longer than patience, and then changes so often.
const (
	patience = time.Second
	interval = 200 * time.Millisecond
)

// A progress is a line on a terminal that tells how many inputs were judged. It is shown on the
// standard error, never in a pipe.
type progress struct {
	done     atomic.Int64
	finished chan struct{} // closed when the work has ended
	cleared  chan struct{} // closed when the line is gone; nil where none is shown
}

// startProgress begins to count the judging of so many inputs. Its stop must be called.
func (c *command) startProgress(total int, quiet bool) *progress {
	p := &progress{}
	if _, ok := terminal(c.Stderr); !ok || quiet {
		return p
	}
	p.finished, p.cleared = make(chan struct{}), make(chan struct{})
	go c.showProgress(p, total)
	return p
}

func (c *command) showProgress(p *progress, total int) {
	defer close(p.cleared)
	wait := patience
	for {
		select {
		case <-p.finished:
			if wait != patience {
				fmt.Fprint(c.Stderr, "\r\x1b[K")
			}
			return
		case <-time.After(wait):
			fmt.Fprintf(c.Stderr, c.say("\r\x1b[K%d/%d건 검사", "\r\x1b[K%d of %d checked"), p.done.Load(), total)
			wait = interval
		}
	}
}

// step counts one input. It may be called from any goroutine.
func (p *progress) step() { p.done.Add(1) }

// stop takes the line away.
func (p *progress) stop() {
	if p.cleared == nil {
		return
	}
	close(p.finished)
	<-p.cleared
}
