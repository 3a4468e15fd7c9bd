package fetch

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// pack is what a server does.
func pack(t testing.TB, name string, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	var err error
	switch name {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "zlib":
		w = zlib.NewWriter(&b)
	case "flate":
		w, err = flate.NewWriter(&b, 9)
	case "br":
		w = brotli.NewWriter(&b)
	case "zstd":
		w, err = zstd.NewWriter(&b)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// packed serves octets with an encoding.
func packed(t *testing.T, body []byte, encodings ...string) *httptest.Server {
	return serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Encoding"] = encodings
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write(body)
	})
}

func TestEncodings(t *testing.T) {
	page := []byte(strings.Repeat(cleanPage, 1000))
	gz := pack(t, "gzip", page)
	for _, c := range []struct {
		name      string
		body      []byte
		encodings []string
	}{
		{"none", page, nil},
		{"identity", page, []string{"identity"}},
		{"gzip", gz, []string{"gzip"}},
		{"gzip by its old name", gz, []string{"X-GZip"}},
		{"gzip in two files", append(pack(t, "gzip", page[:100]), pack(t, "gzip", page[100:])...), []string{"gzip"}},
		{"gzip with something behind it", append(bytes.Clone(gz), "\n<!-- cached -->"...), []string{"gzip"}},
		{"gzip with a line end behind it", append(bytes.Clone(gz), '\n'), []string{"gzip"}},
		{"deflate", pack(t, "zlib", page), []string{"deflate"}},
		{"deflate without its header", pack(t, "flate", page), []string{"deflate"}},
		{"br", pack(t, "br", page), []string{"br"}},
		{"zstd", pack(t, "zstd", page), []string{"zstd"}},
		{"zstd in two frames", append(pack(t, "zstd", page[:100]), pack(t, "zstd", page[100:])...), []string{"zstd"}},
		{"two in order", pack(t, "br", gz), []string{"gzip, br"}},
		{"three in two headers", pack(t, "zstd", pack(t, "br", gz)), []string{"gzip,br", "zstd"}},
		{"a charset in the wrong place", page, []string{"UTF-8"}},
	} {
		got, err := fetcher(t, Options{}).Get(t.Context(), Request{URL: packed(t, c.body, c.encodings...).URL})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if !bytes.Equal(got.Raw, page) {
			t.Errorf("%s: %d octets in place of %d", c.name, len(got.Raw), len(page))
		}
	}
	if got, err := fetcher(t, Options{}).Get(t.Context(), Request{URL: packed(t, nil, "gzip").URL}); err != nil || len(got.Raw) != 0 {
		t.Errorf("an empty page: %v", err)
	}
}

func TestBadEncodings(t *testing.T) {
	page := []byte(strings.Repeat(cleanPage, 1000))
	half := func(name string) []byte { p := pack(t, name, page); return p[:len(p)/2] }
	damaged := pack(t, "gzip", page)
	damaged[len(damaged)-5] ^= 1 // of the checksum
	for _, c := range []struct {
		name, encoding string
		body           []byte
		reason         Reason
		detail         string
	}{
		{"not gzip", "gzip", page, Encoding, "gzip"},
		{"not br", "br", page, Encoding, "br"},
		{"not zstd", "zstd", page, Encoding, "zstd"},
		{"not deflate", "deflate", page, Encoding, "deflate"},
		{"br called gzip", "gzip", pack(t, "br", page), Encoding, "gzip"},
		{"the wrong order", "br, gzip", pack(t, "br", pack(t, "gzip", page)), Encoding, "gzip"},
		{"a wrong checksum", "gzip", damaged, Encoding, "gzip"},
		{"unknown here", "compress", page, Encoding, "compress"},
		{"too many layers", "gzip, gzip, gzip, gzip, gzip", page, Encoding, "5 layers"},
		{"half of gzip", "gzip", half("gzip"), Truncated, ""},
		{"half of br", "br", half("br"), Truncated, ""},
		{"half of zstd", "zstd", half("zstd"), Truncated, ""},
		{"half of deflate", "deflate", half("zlib"), Truncated, ""},
		{"a few octets of gzip", "gzip", damaged[:4], Truncated, ""},
	} {
		e := failure(t, fetcher(t, Options{}), Request{URL: packed(t, c.body, c.encoding).URL})
		if e.State != Unreadable || e.Reason != c.reason || e.Detail != c.detail {
			t.Errorf("%s: %v (%v)", c.name, e, e.Err)
		}
	}
}

// zeros are as many as one asks for.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// A small answer may unpack to more than a machine has, and a large one to nothing.
func TestBombs(t *testing.T) {
	size := int64(300 << 20)
	if testing.Short() {
		size = 30 << 20 // for the race detector
	}
	bomb := func(name string) []byte {
		var b bytes.Buffer
		var w io.WriteCloser
		switch name {
		case "gzip":
			w, _ = gzip.NewWriterLevel(&b, gzip.BestSpeed)
		case "br":
			w = brotli.NewWriterLevel(&b, brotli.BestSpeed)
		case "zstd":
			w, _ = zstd.NewWriter(&b, zstd.WithEncoderConcurrency(1))
		}
		_, _ = io.CopyN(w, zeros{}, size)
		_ = w.Close()
		return b.Bytes()
	}
	gz := bomb("gzip")
	for _, c := range []struct {
		name, encoding string
		body           []byte
		max            int64
	}{
		{"gzip", "gzip", gz, 5 << 20},
		{"br", "br", bomb("br"), 5 << 20},
		{"zstd", "zstd", bomb("zstd"), 5 << 20},
		{"gzip twice", "gzip, gzip", pack(t, "gzip", gz), 5 << 20},
		{"empty files in a row", "gzip", bytes.Repeat(pack(t, "gzip", nil), 5000), 100_000},
		{"frames to be skipped", "zstd", bytes.Repeat([]byte("\x50\x2a\x4d\x18\x00\x00\x00\x00"), 13_000), 100_000},
	} {
		f := fetcher(t, Options{MaxSize: c.max})
		s := packed(t, c.body, c.encoding)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		e := failure(t, f, Request{URL: s.URL})
		runtime.ReadMemStats(&after)
		if e.Reason != TooLarge {
			t.Errorf("%s: %v", c.name, e)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 200<<20 {
			t.Errorf("%s: %d MB", c.name, used>>20)
		}
	}
	// A window larger than the web allows: 1 GB of it would have to be kept.
	frame := []byte{0x28, 0xb5, 0x2f, 0xfd, 0x00, 20 << 3, 0x03, 0x00, 0x00}
	if e := failure(t, fetcher(t, Options{}), Request{URL: packed(t, frame, "zstd").URL}); e.Reason != TooLarge {
		t.Errorf("a large window: %v", e)
	}
}

func FuzzUnpacked(f *testing.F) {
	page := []byte(cleanPage)
	for _, name := range []string{"gzip", "br", "zstd", "zlib", "flate"} {
		f.Add(pack(f, name, page), "gzip")
		f.Add(pack(f, name, page), "br")
		f.Add(pack(f, name, pack(f, "gzip", page)), "gzip, zstd")
		f.Add(pack(f, name, page), "deflate")
	}
	f.Fuzz(func(t *testing.T, body []byte, encoding string) {
		const limit = 1 << 16
		r, end, err := unpacked(bytes.NewReader(body), []string{encoding}, limit)
		if err != nil {
			return
		}
		defer end()
		got, err := io.ReadAll(r)
		if len(got) > limit {
			t.Errorf("%d octets", len(got))
		}
		if err != nil && !errors.Is(err, errTooLarge) && !errors.Is(err, errEncoding) && !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%v says nothing", err)
		}
	})
}
