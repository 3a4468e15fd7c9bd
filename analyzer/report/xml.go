package report

import (
	"encoding/xml"
	"io"
)

// encodeXML writes a value as a document. What XML cannot hold, as control characters, becomes U+FFFD.
func encodeXML(w io.Writer, value any) error {
	text, err := xml.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+string(text)+"\n")
	return err
}
