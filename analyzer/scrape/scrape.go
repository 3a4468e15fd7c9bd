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
	"unicode"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// Errors for bytes that hold no page; [Parse] wraps them with what was met.
var (
	ErrEmpty    = errors.New("empty")
	ErrBinary   = errors.New("binary")
	ErrEncoding = errors.New("unknown encoding")
	ErrNesting  = errors.New("elements are nested too deeply") // deeper than package html follows
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
	format := o.Format
	if format == "" {
		format = formatOf(name, o.ContentType, beginning(raw))
	}
	file, faults := decode(name, raw, o.ContentType, format)
	if strings.TrimSpace(file.Text) == "" {
		return nil, fmt.Errorf("%w: it holds white space only", ErrEmpty)
	}
	if err := legible(file.Text, faults); err != nil {
		return nil, err
	}
	doc := &policy.Document{File: file, Format: format}
	for _, f := range faults {
		doc.Faults = append(doc.Faults, policy.Fault{Kind: f.kind, Place: policy.Place{File: file, Span: f.Span}})
	}
	whole := compose(file.Text)
	if whole.joins != nil {
		doc.File = policy.NewFile(name, whole.text, file.Encoding, nil)
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
	if err != nil { // nothing else makes package html fail on bytes in memory
		return nil, fmt.Errorf("%w: %w", ErrNesting, err)
	}
	b.finish()
	if whole.joins != nil {
		whole.restore(doc, file)
	}
	if !showsText(doc.Visible) && len(doc.Resources) == 0 {
		return nil, fmt.Errorf("%w: it shows no text", ErrEmpty)
	}
	return doc, nil
}

// showsText reports whether anything but space is left of a page.
func showsText(visible string) bool {
	return strings.ContainsFunc(visible, func(r rune) bool { return !isSpace(r) && !isUnseen(r) && !unicode.IsSpace(r) })
}

// headSize is how much of a page is looked at for its format.
const headSize = 64 << 10

// beginning is the head of a page before its encoding is known. Markup is the same in all of them
// but UTF-16.
func beginning(raw []byte) string {
	head := raw[:min(len(raw), headSize)]
	if cs, _ := byteOrderMark(raw); cs.isUTF16() || unmarkedUTF16(raw).isUTF16() {
		head = bytes.ReplaceAll(head, []byte{0}, nil)
	}
	return string(head)
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
	head := strings.ToLower(text[:min(len(text), headSize)])
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
