package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/crawl/visit"
)

// maxSize is how many bytes of an input are read; what is longer is no page.
const maxSize = 20 << 20

// A page is what was read, before it is understood.
type page struct {
	name string // the input's
	raw  []byte
}

// A reading is a page that was read.
type reading struct {
	doc  *policy.Document
	page *visit.Page // where it is one of the web, else nil
}

// docs are the documents of a page: its own, and those of its frames.
func (r reading) docs() []*policy.Document {
	out := []*policy.Document{r.doc}
	if r.page != nil {
		for _, frame := range r.page.Frames {
			out = append(out, frame.Doc)
		}
	}
	return out
}

// document reads an input; addresses with w. Every error is a readError.
func (c *command) document(ctx context.Context, in input, w *web) (*policy.Document, error) {
	r, err := c.reading(ctx, in, w, true)
	return r.doc, err
}

// reading reads an input. One of the web that is whole must be a policy, others may be parts. Every error is a readError;
// what was got in the place of a page of the web is there with it.
func (c *command) reading(ctx context.Context, in input, w *web, whole bool) (reading, error) {
	if in.source == fromURL {
		return w.reading(ctx, in.name, whole)
	}
	p, err := c.read(in)
	if err != nil {
		return reading{}, err
	}
	doc, err := scrape.Parse(p.name, p.raw, scrape.Options{})
	if err != nil {
		return reading{}, notParsed(err)
	}
	return reading{doc: doc}, nil
}

// notParsed is why bytes are no page.
func notParsed(err error) readError {
	switch {
	case errors.Is(err, scrape.ErrEmpty):
		return failed(codeEmpty, "")
	case errors.Is(err, scrape.ErrBinary):
		return failed(codeBinary, "")
	case errors.Is(err, scrape.ErrEncoding):
		return readError{code: codeUnreadable, text: textEncoding}
	case errors.Is(err, scrape.ErrNesting):
		return readError{code: codeUnreadable, text: textNesting}
	}
	return unreadable(err)
}

// read reads a file or the standard input.
func (c *command) read(in input) (page, error) {
	if in.source == fromStdin {
		raw, err := readAll(c.Stdin)
		return page{name: in.name, raw: raw}, err
	}
	return readFile(in.name)
}

// blocking are the kinds of file that may never end.
const blocking = fs.ModeNamedPipe | fs.ModeSocket | fs.ModeDevice | fs.ModeCharDevice

func readFile(name string) (page, error) {
	if info, err := os.Stat(name); err == nil && info.Mode()&blocking != 0 && !isDescriptor(name) {
		return page{}, readError{code: codeUnreadable, text: textPipe}
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return page{}, failed(codeMissing, "")
	}
	if err != nil {
		return page{}, unreadable(err)
	}
	raw, err := readAll(f)
	if closed := f.Close(); err == nil && closed != nil {
		err = unreadable(closed)
	}
	return page{name: name, raw: raw}, err
}

// isDescriptor reports whether a name is that of a file which a shell opened for the program, as it
// does for <(curl …).
func isDescriptor(name string) bool {
	return name == "/dev/stdin" || strings.HasPrefix(name, "/dev/fd/") || strings.HasPrefix(name, "/proc/self/fd/")
}

// readAll reads to the end, or as far as a page may reach.
func readAll(r io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	switch {
	case err != nil:
		return nil, unreadable(err)
	case len(raw) > maxSize:
		return nil, failed(codeTooLarge, "")
	}
	return raw, nil
}
