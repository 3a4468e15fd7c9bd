package scrape

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// signatures are how files begin that are no text.
var signatures = []struct{ start, name string }{
	{"%PDF-", "PDF"}, {"PK\x03\x04", "a ZIP archive (DOCX, HWPX, XLSX)"}, {"\xD0\xCF\x11\xE0", "an OLE file (HWP, DOC, XLS)"},
	{"\x89PNG", "PNG"}, {"\xFF\xD8\xFF", "JPEG"}, {"GIF8", "GIF"}, {"\x1F\x8B", "gzip"}, {"\x7FELF", "a program"},
	{"HWP Document File", "HWP"}, {"{\\rtf", "RTF"},
}

// readable refuses bytes that are no text in any encoding.
func readable(raw []byte) error {
	if len(raw) == 0 {
		return ErrEmpty
	}
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s.start)) {
			return fmt.Errorf("%w: %s, which is not read yet", ErrBinary, s.name)
		}
	}
	head := raw[:min(len(raw), headBytes)]
	switch {
	case bytes.HasPrefix(raw, []byte("\xFF\xFE\x00\x00")):
		return fmt.Errorf("%w: UTF-32", ErrEncoding)
	case bytes.Contains(head, []byte("\x1b$)C")):
		return fmt.Errorf("%w: ISO-2022-KR", ErrEncoding)
	}
	n := bytes.Count(head, []byte{0})
	if n*100 <= len(head) {
		return nil
	}
	if cs, _ := byteOrderMark(raw); cs.isUTF16() || unmarkedUTF16(raw).isUTF16() {
		return nil
	}
	return fmt.Errorf("%w: %d of its first %d bytes are zero", ErrBinary, n, len(head))
}

// headBytes is how much of a file is looked at to tell whether it is text.
const headBytes = 8192

// legible refuses text that is control characters, and text of which the chosen encoding knows next
// to nothing. A page with a part that is lost is still a page: the part is told.
func legible(text string, faults []fault) error {
	head := text[:min(len(text), 2*headBytes)]
	all, controls, foreign, unknown := 0, 0, 0, 0
	for _, r := range head {
		all++
		switch {
		case r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' || r == 0x7F:
			controls++
		case r >= utf8.RuneSelf:
			foreign++
		}
	}
	for _, f := range faults {
		if f.kind == policy.FaultBytes && f.Start < len(head) {
			unknown += f.Len() / len(replacement)
		}
	}
	switch {
	case controls*20 > all:
		return fmt.Errorf("%w: %d of its first %d characters are control characters", ErrBinary, controls, all)
	case unknown*10 > all && unknown*3 > foreign*2: // a character that is lost leaves two or three
		return fmt.Errorf("%w: %d of its first %d characters", ErrEncoding, unknown, all)
	}
	return nil
}
