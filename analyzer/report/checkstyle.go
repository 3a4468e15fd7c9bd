package report

import (
	"encoding/xml"
	"io"
)

// The report of checkstyle, which most tools for reviews read. Names of files are as they were given.

type checkstyle struct {
	XMLName xml.Name          `xml:"checkstyle"`
	Version string            `xml:"version,attr"`
	Files   []*checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"` // in code points from 1
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

func writeCheckstyle(w io.Writer, run *Run, o Options) error {
	out := checkstyle{Version: "4.3"}
	byName := make(map[string]*checkstyleFile)
	file := func(name string) *checkstyleFile {
		name = o.named(name)
		f := byName[name]
		if f == nil {
			f = &checkstyleFile{Name: name}
			byName[name] = f
			out.Files = append(out.Files, f)
		}
		return f
	}
	for _, d := range run.Documents {
		file(d.File) // clean ones, too
	}
	for _, f := range run.Failures {
		to := file(f.File)
		to.Errors = append(to.Errors, checkstyleError{1, 1, "error", f.Message.In(o.Lang), "pipalint." + unreadRule})
	}
	for _, f := range run.open().Findings {
		to := file(f.place().File)
		to.Errors = append(to.Errors, checkstyleError{
			f.At.Start.Line, f.At.Start.Column, f.Severity.String(), explained(f, o.Lang), "pipalint." + f.Rule,
		})
	}
	return encodeXML(w, out)
}
