package main

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/pflag"

	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/report"
)

// debtOptions are the flags of check about findings that were there before.
type debtOptions struct {
	baseline, write, since              word
	show, prune, acceptNew, failOnStale bool
}

// A word is the value of a flag that may be left out, but is not empty where it is given, as by an empty variable of a
// shell.
type word struct{ value, kind string }

func (w *word) String() string { return w.value }
func (w *word) Type() string   { return w.kind }

// Set takes a word. Its error is only ever shown through flagError.
func (w *word) Set(s string) error {
	if s == "" {
		return errors.New("want " + w.kind)
	}
	w.value = s
	return nil
}

func (c *command) debtFlags(flags *pflag.FlagSet, o *debtOptions) {
	o.baseline.kind, o.write.kind, o.since.kind = "FILE", "FILE", "GITREF"
	flags.Var(&o.baseline, "baseline", c.say("기준선(`FILE`)에 있는 기존 지적을 빼고 알립니다",
		"leave out findings that are in the baseline `FILE`"))
	flags.Var(&o.write, "write-baseline", c.say("지금 나오는 지적을 모두 기준선(`FILE`)에 적습니다",
		"write all findings to the baseline `FILE`"))
	flags.BoolVar(&o.acceptNew, "accept-new", false, c.say("--write-baseline이 이미 있는 기준선에 새 지적을 추가하게 합니다",
		"let --write-baseline add new findings to an existing baseline"))
	flags.BoolVar(&o.show, "show-baseline", false, c.say("기존 지적도 ‘기존’ 표시를 붙여 출력합니다(종료 코드에는 영향 없음)",
		"also print known findings, marked as such; they do not affect the exit code"))
	flags.BoolVar(&o.prune, "prune", false, c.say("더는 나오지 않는 지적을 기준선에서 지웁니다", "remove entries that are no longer found from the baseline"))
	flags.BoolVar(&o.failOnStale, "fail-on-stale", false, c.say("더는 나오지 않는 지적이 기준선에 있으면 종료 코드 1",
		"exit with 1 if the baseline has entries that are no longer found"))
	flags.Var(&o.since, "since", c.say("git의 이 시점(`GITREF`)에 없던 지적만 알립니다. 끝에 ...을 붙이면 거기서 HEAD가 갈라져 나온 시점",
		"report only findings that were not there at the git commit `GITREF`; with ... appended, at the commit where HEAD branched off from it"))
}

// A debt is what is known of findings from before.
type debt struct {
	debtOptions
	conf   *config.Config
	path   string         // of the baseline, or ""
	file   *baseline.File // as it was read; nil where there is none yet
	before *baseline.File // what there was at --since; nil without it
}

// openDebt reads the baseline that flags or the configuration name.
func (c *command) openDebt(conf *config.Config, o debtOptions) (*debt, error) {
	d := &debt{debtOptions: o, conf: conf, path: o.baseline.value}
	if d.path == "" && conf.Baseline != "" {
		d.path = under(conf.Dir, conf.Baseline)
	}
	if err := c.debtOptionsAgree(d); err != nil {
		return nil, err
	}
	if write := o.write.value; write != "" {
		d.path = write
	}
	if d.path == "" {
		return d, nil
	}
	if info, err := os.Stat(d.path); err == nil && !info.Mode().IsRegular() && !info.IsDir() && (o.write.value != "" || o.prune) {
		return nil, fmt.Errorf("%s: %s", d.path, c.text(textPipe)) // it would be replaced
	}
	var err error
	d.file, err = c.readBaseline(d.path, o.write.value != "")
	return d, err
}

// debtOptionsAgree refuses flags that say nothing together.
func (c *command) debtOptionsAgree(d *debt) error {
	writes := d.write.value != ""
	known := d.path != "" || writes
	switch {
	case writes && d.baseline.value != "":
		return errors.New(c.say("--baseline과 --write-baseline은 함께 쓸 수 없습니다. 다시 쓸 파일은 --write-baseline에만 지정하십시오",
			"--baseline and --write-baseline cannot be used together: name the file to rewrite with --write-baseline only"))
	case writes && d.since.value != "":
		return errors.New(c.say("--since와 --write-baseline은 함께 쓸 수 없습니다. 기준선에는 모든 지적을 적습니다",
			"--since and --write-baseline cannot be used together: a baseline holds all findings"))
	case d.acceptNew && !writes:
		return errors.New(c.say("--accept-new는 --write-baseline과 함께 써야 합니다", "--accept-new needs --write-baseline"))
	case (d.prune || d.failOnStale) && !known:
		return errors.New(c.say("--prune과 --fail-on-stale에는 기준선이 필요합니다. --baseline이나 설정 파일의 baseline으로 지정하십시오",
			"--prune and --fail-on-stale need a baseline: name it with --baseline or in the configuration"))
	case d.show && !known && d.since.value == "":
		return errors.New(c.say("--show-baseline은 기준선이나 --since와 함께 써야 합니다", "--show-baseline needs a baseline or --since"))
	}
	return nil
}

// reckon marks what is known, writes the baseline where that is asked for, leaves the known findings out of the run, and
// is the exit code that debt alone makes.
func (c *command) reckon(d *debt, run *report.Run, s baseline.Scope, quiet bool) (code int, err error) {
	if d.before != nil {
		d.before.Hold(run.Findings)
	}
	switch {
	case d.write.value != "":
		code, err = c.writeBaseline(d, run, s, quiet)
	case d.path != "":
		code, err = c.heldAgainst(d, run, s, quiet)
	}
	if !d.show {
		leaveOut(run)
	}
	return code, err
}

// heldAgainst marks what the baseline knows, and tells or removes what it knows in vain.
func (c *command) heldAgainst(d *debt, run *report.Run, s baseline.Scope, quiet bool) (code int, err error) {
	d.file.Hold(run.Findings)
	stale, _ := d.file.Gone(run.Findings, s)
	if len(stale) == 0 {
		return exitOK, nil
	}
	if d.prune && len(run.Failures) == 0 {
		return exitOK, c.pruned(d, stale, quiet)
	}
	for _, e := range stale {
		run.Stale = append(run.Stale, report.Stale{Fingerprint: e.Fingerprint, Rule: e.Rule, Policy: e.Policy, Subject: e.Subject})
	}
	if !quiet || d.failOnStale {
		c.tellStale(d, stale)
	}
	if d.failOnStale {
		return exitFindings, nil
	}
	return exitOK, nil
}

// pruned writes the baseline without what is stale.
func (c *command) pruned(d *debt, stale []baseline.Entry, quiet bool) error {
	d.file.Entries = slices.DeleteFunc(d.file.Entries, func(e baseline.Entry) bool { return slices.Contains(stale, e) })
	if err := writeFile(d.path, d.file.Bytes()); err != nil {
		return c.notWritten(d.path, err)
	}
	if !quiet {
		c.tell(fmt.Sprintf(c.say("%s: 더는 나오지 않는 지적 %d건을 지웠습니다", "%s: entries no longer found, removed: %d"), d.path, len(stale)))
	}
	return nil
}

// leaveOut takes the known findings out of a run.
func leaveOut(run *report.Run) {
	all := len(run.Findings)
	run.Findings = slices.DeleteFunc(run.Findings, func(f report.Finding) bool { return f.Baseline == report.Unchanged })
	if run.Known = all - len(run.Findings); run.Known == 0 {
		return
	}
	type document struct{ file, policy string }
	count := make(map[document]int)
	for _, f := range run.Findings {
		if f.Ignored == nil {
			count[document{f.Document, f.Policy}]++
		}
	}
	for i, d := range run.Documents {
		run.Documents[i].Findings = count[document{d.File, d.Policy}]
	}
}
