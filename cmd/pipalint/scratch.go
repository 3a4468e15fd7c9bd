package main

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// A scratch is a folder for a while: it is removed when the work with it is done, and when the program is interrupted
// before.
type scratch struct {
	dir      string
	ctx      context.Context // ends at an interrupt
	filling  sync.Mutex      // held while files are put there
	finished func()
}

// newScratch makes a folder. Its remove must be called.
func newScratch(ctx context.Context, pattern string) (*scratch, error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	dir, err := os.MkdirTemp("", pattern)
	if err != nil {
		signal.Stop(signals)
		return nil, err
	}
	s := &scratch{dir: dir}
	ctx, cancel := context.WithCancel(ctx)
	finished := make(chan struct{})
	s.ctx = ctx
	s.finished = sync.OnceFunc(func() {
		signal.Stop(signals)
		close(finished)
		cancel()
	})
	go func() {
		select {
		case which := <-signals:
			cancel()
			s.filling.Lock()
			_ = os.RemoveAll(dir) // nobody is left to tell
			os.Exit(signalled(which))
		case <-finished:
		}
	}()
	return s, nil
}

// fill puts files there.
func (s *scratch) fill(work func(ctx context.Context, dir string) error) error {
	s.filling.Lock()
	defer s.filling.Unlock()
	return work(s.ctx, s.dir)
}

// remove takes the folder away.
func (s *scratch) remove() {
	s.finished()
	_ = os.RemoveAll(s.dir) // it stands where the system clears up
}

// signalled is the exit code of a program that a signal ended, as shells tell it.
func signalled(s os.Signal) int {
	if n, ok := s.(syscall.Signal); ok {
		return 128 + int(n)
	}
	return exitUnread
}
