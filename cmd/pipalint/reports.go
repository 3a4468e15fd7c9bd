package main

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/report"
)

// stepSummary is the variable that names the file in which GitHub looks for the summary of a step.
const stepSummary = "GITHUB_STEP_SUMMARY"

// A reportFile is a file in which a run is reported.
type reportFile struct {
	format report.Format
	file   string
}

// reportFiles is the value of a flag that is given once for each file: FORMAT=FILE.
type reportFiles []reportFile

func (f *reportFiles) String() string { return "" }

func (f *reportFiles) Type() string { return "FORMAT=FILE (" + strings.Join(formatNames(), "|") + ")" }

// Set takes one file. Its error is only ever shown through flagError.
func (f *reportFiles) Set(s string) error {
	format, file, _ := strings.Cut(s, "=")
	known := slices.Contains(formatNames(), format)
	taken := slices.ContainsFunc(*f, func(r reportFile) bool { return filepath.Clean(r.file) == filepath.Clean(file) })
	if !known || file == "" || file == "-" || taken {
		return errors.New("want FORMAT=FILE, each file once")
	}
	*f = append(*f, reportFile{formatOf(format), file})
	return nil
}

// reportFlag defines the flag for files beside the standard output.
func (c *command) reportFlag(flags *pflag.FlagSet, to *reportFiles) {
	flags.Var(to, "report", c.say("보고서를 파일로도 저장합니다(`FORMAT=FILE`, 여러 번 지정 가능). 예: --report sarif=pipalint.sarif",
		"also write a report to a file: `FORMAT=FILE` (may be repeated), for example --report sarif=pipalint.sarif"))
}

// reportsApart refuses reports that would be written over the configuration, the baseline or a page that is checked.
func (c *command) reportsApart(reports reportFiles, conf *config.Config, baseline string, targets []target) error {
	taken := make(map[string]bool)
	if conf.File != nil {
		taken[input{name: conf.File.Name}.key()] = true
	}
	if baseline != "" {
		taken[input{name: baseline}.key()] = true
	}
	for _, t := range targets {
		for _, page := range t.pages {
			taken[page.key()] = page.source == fromFile
		}
	}
	for _, r := range reports {
		if taken[input{name: r.file}.key()] {
			return fmt.Errorf(c.say("--report %s=%s: 검사할 문서, 기준선이나 설정 파일을 덮어쓰게 됩니다", "--report %s=%s would be written over what is checked, the baseline or the configuration"), r.format.Name, r.file)
		}
	}
	return nil
}

func formatNames() []string {
	names := make([]string, len(report.Formats))
	for i, f := range report.Formats {
		names[i] = f.Name
	}
	return names
}

// formatOf is the format of a name that the flag takes.
func formatOf(name string) report.Format {
	i := slices.IndexFunc(report.Formats, func(f report.Format) bool { return f.Name == name })
	return report.Formats[i]
}

// showsPages reports whether any of the reports shows the pages of the run.
func (o checkOptions) showsPages() bool {
	return formatOf(o.format).Pages || slices.ContainsFunc(o.reports, func(r reportFile) bool { return r.format.Pages })
}

// report writes the run: to the files that are named, to the summary of GitHub's step, and in the format asked for to
// the standard output. All are tried, and the first error is the answer.
func (c *command) report(run *report.Run, o checkOptions) error {
	options := c.reportOptions(o)
	inFile := options
	inFile.Color, inFile.Width = o.color == "always", 0
	var failed error
	for _, r := range o.reports {
		failed = cmp.Or(failed, c.writtenTo(r.file, replaceFile(r.file, written(r.format, run, inFile))))
	}
	if name := c.Getenv(stepSummary); name != "" && o.uses("github") {
		failed = cmp.Or(failed, c.writtenTo(name, appendFile(name, written(formatOf("markdown"), run, inFile))))
	}
	w := bufio.NewWriter(c.Stdout)
	return cmp.Or(failed, c.written(cmp.Or(formatOf(o.format).Write(w, run, options), w.Flush())))
}

// written is a run in a format.
func written(f report.Format, run *report.Run, o report.Options) []byte {
	var out bytes.Buffer
	_ = f.Write(&out, run, o) // memory takes everything
	return out.Bytes()
}

// replaceFile writes a file at once, or onto what is none: a device, a pipe.
func replaceFile(name string, content []byte) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return writeOnto(name, os.O_WRONLY, content)
	}
	return writeFile(name, content)
}

// appendFile writes behind what a file holds.
func appendFile(name string, content []byte) error {
	return writeOnto(name, os.O_WRONLY|os.O_APPEND|os.O_CREATE, content)
}

func writeOnto(name string, flag int, content []byte) error {
	f, err := os.OpenFile(name, flag, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return cmp.Or(err, f.Close())
}

// uses reports whether a format is asked for, wherever to.
func (o checkOptions) uses(format string) bool {
	return o.format == format || slices.ContainsFunc(o.reports, func(r reportFile) bool { return r.format.Name == format })
}

// reportOptions are those of the standard output.
func (c *command) reportOptions(o checkOptions) report.Options {
	out := report.Options{Lang: c.lang, Color: c.colored(o.color), Width: c.width(), Quiet: o.quiet}
	out.FailOn, _ = analyzer.ParseSeverity(o.failOn) // none for never
	out.Root, out.Top = repository()
	return out
}

// repository is the path from the root of the git repository to the working directory, and the absolute path of the
// root. Without a repository the working directory is the root.
func repository() (root, top string) {
	wd, err := os.Getwd()
	if err != nil {
		return "", ""
	}
	found, err := findUpward(".git") // a file in a worktree or submodule
	if err != nil || found == "" {
		return "", wd
	}
	top = filepath.Dir(filepath.Join(wd, found))
	rel, err := filepath.Rel(top, wd)
	if err != nil || rel == "." {
		return "", top
	}
	return filepath.ToSlash(rel) + "/", top
}

// writtenTo turns an error of writing a file into one that names it and ends the program.
func (c *command) writtenTo(name string, err error) error {
	if err == nil {
		return nil
	}
	return exitError{exitUnread, fmt.Errorf(c.say("%s: 보고서를 쓰지 못했습니다(%s)", "%s: the report could not be written (%s)"), name, c.text(cause(err)))}
}
