package fetch

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// accepted are the encodings that are asked for.
const accepted = "gzip, deflate, br, zstd"

// maxWindow is what a zstd decoder looks back over: no more may be used on the web (RFC 9659). The largest of brotli is 16 MB.
const maxWindow = 8 << 20

// errTooLarge ends reading at a bound.
var errTooLarge = errors.New("too large")

// errEncoding is wrapped by errors about content that is not encoded as its header says.
var errEncoding = errors.New("encoding")

// unpacked is a body without its encodings, which a server lists in the order in which it applied them. No more than limit
// octets come over the wire or out of it; where one is passed, reading gives errTooLarge. The memory in use does not depend
// on what is packed.
func unpacked(body io.Reader, encodings []string, limit int64) (io.Reader, func(), error) {
	var layers []string
	for _, list := range encodings {
		for name := range strings.SplitSeq(list, ",") {
			if name = strings.ToLower(strings.TrimSpace(name)); known(name) {
				layers = append(layers, name)
			}
		}
	}
	if len(layers) > 4 {
		return nil, nil, fmt.Errorf("%w: %d layers", errEncoding, len(layers))
	}
	var closers []func()
	end := func() {
		for _, c := range closers {
			c()
		}
	}
	var r io.Reader = &bounded{r: fromWire{body}, left: limit}
	for _, name := range slices.Backward(layers) {
		layer, c, err := unpack(r, name)
		if err != nil {
			end()
			return nil, nil, err
		}
		closers = append(closers, c)
		r = layer
	}
	return &bounded{r: r, left: limit}, end, nil
}

// known reports whether something is an encoding. Servers say "utf-8", "none" and other words that are none, and browsers
// don't mind.
func known(name string) bool {
	switch name {
	case "gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "aes128gcm", "pack200-gzip":
		return true
	}
	return false
}

// unpack takes off one layer.
func unpack(packed io.Reader, name string) (io.Reader, func(), error) {
	r := bufio.NewReader(packed)
	none := func() {}
	if _, err := r.Peek(1); errors.Is(err, io.EOF) {
		return r, none, nil // an empty body needs no encoding
	}
	var layer io.Reader
	var err error
	switch name {
	case "gzip", "x-gzip":
		layer, err = newMembers(r)
	case "br":
		layer = brotli.NewReader(r)
	case "zstd":
		var z *zstd.Decoder
		z, err = zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err == nil {
			return &encoded{z, name}, z.Close, nil
		}
	case "deflate":
		// By the standard with the header of zlib; some servers leave it out.
		if head, _ := r.Peek(2); len(head) == 2 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
			layer, err = zlib.NewReader(r)
		} else {
			layer = flate.NewReader(r)
		}
	default:
		return nil, nil, fmt.Errorf("%w: %s", errEncoding, name)
	}
	if err != nil {
		return nil, nil, (&encoded{name: name}).tell(err)
	}
	return &encoded{layer, name}, none, nil
}

// encoded says of errors which encoding they are about.
type encoded struct {
	r    io.Reader
	name string
}

func (e *encoded) Read(p []byte) (int, error) {
	n, err := e.r.Read(p)
	return n, e.tell(err)
}

// tell keeps errors of the connection apart from those of the content.
func (e *encoded) tell(err error) error {
	var wire *wireError
	switch {
	case err == nil, errors.Is(err, io.EOF), errors.Is(err, errTooLarge), errors.As(err, &wire), errors.Is(err, errEncoding):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return err // cut off
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return errTooLarge
	}
	return fmt.Errorf("%w: %s: %w", errEncoding, e.name, err)
}

// members unpacks gzip, which may be several files in a row. Browsers don't mind what follows the last.
type members struct {
	r *bufio.Reader
	z *gzip.Reader
}

func newMembers(r *bufio.Reader) (*members, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	return &members{r, z}, nil
}

func (m *members) Read(p []byte) (int, error) {
	for {
		n, err := m.z.Read(p)
		if n > 0 || !errors.Is(err, io.EOF) {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return n, err
		}
		if err := m.z.Reset(m.r); err != nil {
			var wire *wireError
			if !errors.As(err, &wire) && (errors.Is(err, gzip.ErrHeader) || errors.Is(err, io.ErrUnexpectedEOF)) {
				err = io.EOF
			}
			return 0, err
		}
		m.z.Multistream(false)
	}
}

// bounded reads no more than is left, and says errTooLarge where there is more.
type bounded struct {
	r    io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.r.Read(p)
	if int64(n) > b.left {
		n, err = int(b.left), errTooLarge
	}
	b.left -= int64(n)
	return n, err
}

// A wireError is one of the connection, so that no decoder's is taken for it.
type wireError struct{ error }

func (e *wireError) Unwrap() error { return e.error }

// fromWire marks the errors of a connection.
type fromWire struct{ r io.Reader }

func (w fromWire) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = &wireError{err}
	}
	return n, err
}
