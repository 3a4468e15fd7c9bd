// Package scrape reads what was fetched: the bytes of a page, in whatever encoding and format,
// become a [policy.Document]. It knows form alone: blocks, tables, regions by tag. What the words
// mean is for package facts.
package scrape

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// Errors for bytes that hold no page; [Parse] wraps them with what was met.
var (
	ErrEmpty  = errors.New("empty")
	ErrBinary = errors.New("binary")
)

// Options say what is known about a page besides its bytes.
type Options struct {
	Format      policy.Format // "" to tell by name and content
	ContentType string        // the HTTP header, or ""
}

// Parse reads a page. The name is what the user called it; its ending tells the format where
// nothing else does. The error says why the bytes could not be read as a page.
func Parse(name string, raw []byte, o Options) (*policy.Document, error) {
	if err := readable(raw); err != nil {
		return nil, err
	}
	file, unknown := decode(name, raw, o.ContentType, o.Format)
	if strings.TrimSpace(file.Text) == "" {
		return nil, fmt.Errorf("%w: it holds white space only", ErrEmpty)
	}
	if n, of := noise(file.Text, unknown); n*10 > of {
		return nil, fmt.Errorf("%w: %d of its first %d bytes are no text", ErrBinary, n, of)
	}
	format := o.Format
	if format == "" {
		format = formatOf(name, o.ContentType, file.Text)
	}
	doc := &policy.Document{File: file, Format: format}
	for _, s := range unknown {
		doc.Faults = append(doc.Faults, policy.Fault{Kind: policy.FaultBytes, Place: policy.Place{File: file, Span: s}})
	}
	b := newBuilder(doc)
	var err error
	switch format {
	case policy.Markdown:
		err = readMarkdown(b)
	case policy.Text:
		readText(b)
	default:
		err = readHTML(b)
	}
	if err != nil {
		return nil, err
	}
	b.finish()
	if doc.Visible == "" && len(doc.Resources) == 0 {
		return nil, fmt.Errorf("%w: it shows no text", ErrEmpty)
	}
	return doc, nil
}

// signatures are how files begin that are no text.
var signatures = []struct{ start, name string }{
	{"%PDF-", "PDF"}, {"PK\x03\x04", "a ZIP archive (DOCX, HWPX, XLSX)"}, {"\xD0\xCF\x11\xE0", "an OLE file (HWP, DOC, XLS)"},
	{"\x89PNG", "PNG"}, {"\xFF\xD8\xFF", "JPEG"}, {"GIF8", "GIF"}, {"\x1F\x8B", "gzip"}, {"\x7FELF", "a program"},
	{"HWP Document File", "HWP"}, {"{\\rtf", "RTF"},
}

func readable(raw []byte) error {
	if len(raw) == 0 {
		return ErrEmpty
	}
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s.start)) {
			return fmt.Errorf("%w: %s, which is not read yet", ErrBinary, s.name)
		}
	}
	head := raw[:min(len(raw), 8192)]
	utf16 := bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF})
	if n := bytes.Count(head, []byte{0}); !utf16 && n*100 > len(head) {
		return fmt.Errorf("%w: %d of its first %d bytes are zero", ErrBinary, n, len(head))
	}
	return nil
}

// noise counts the bytes that no text has, control characters and what no encoding knows, among the
// first of a file.
func noise(text string, unknown []policy.Span) (n, of int) {
	text = text[:min(len(text), 16<<10)]
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0x7f {
			n++
		}
	}
	for _, s := range unknown {
		if s.Start < len(text) {
			n += s.Len()
		}
	}
	return n, len(text)
}

// formatOf tells the format by what the server said, by markup, by the name's ending.
func formatOf(name, contentType, text string) policy.Format {
	switch {
	case strings.HasPrefix(contentType, "text/html"), strings.HasPrefix(contentType, "application/xhtml"):
		return policy.HTML
	case strings.HasPrefix(contentType, "text/markdown"):
		return policy.Markdown
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		return policy.Markdown
	case ".html", ".htm", ".xhtml", ".php", ".jsp", ".asp", ".aspx":
		return policy.HTML
	}
	head := strings.ToLower(text[:min(len(text), 64<<10)])
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<div", "<table", "<p>", "<p ", "</p>", "<br", "<h1", "<h2", "<ul", "<meta "} {
		if strings.Contains(head, tag) {
			return policy.HTML
		}
	}
	if strings.HasPrefix(head, "# ") || strings.Contains(head, "\n## ") || strings.Contains(head, "\n# ") {
		return policy.Markdown
	}
	return policy.Text
}
