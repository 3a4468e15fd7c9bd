package report

import (
	"io"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// WriteFault tells people what is wrong at a place of a file that the user wrote for the program, as its
// configuration, with the line and an arrow below it. The error is the writer's.
func WriteFault(w io.Writer, place policy.Place, message string, o Options) error {
	p := &printer{w: w, o: o, width: o.Width}
	if p.width <= 0 {
		p.width = defaultWidth
	}
	l := locate(place, "")
	p.line("pipalint: %s: %s", at(l), printable(message))
	if l.Line.Text != "" {
		source, marks := underline(l.Line, p.width)
		p.line("%s", source)
		p.line("%s", marks)
	}
	return p.err
}
