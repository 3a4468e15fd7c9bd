package main

import (
	"path/filepath"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/report"
)

// ignoresFor are copies of the ignores of a configuration for one policy, in their order; nil for those that are about
// others. Policies are judged at the same time, so each has its own.
func ignoresFor(conf *config.Config, t target) []*analyzer.Ignore {
	out := make([]*analyzer.Ignore, len(conf.Ignores))
	for n, i := range conf.Ignores {
		if isAbout(conf, i, t) {
			out[n] = ignoreOf(i)
		}
	}
	return out
}

// isAbout reports whether an ignore is about a policy: it names it, or one of its pages by the path from the
// configuration's folder, or names none.
func isAbout(conf *config.Config, i config.Ignore, t target) bool {
	if i.Policy == "" || i.Policy == t.name {
		return true
	}
	path := filepath.ToSlash(filepath.Clean(i.Policy))
	return slices.ContainsFunc(t.pages, func(in input) bool { return pathFrom(conf.Dir, in) == path || in.name == i.Policy })
}

func ignoreOf(i config.Ignore) *analyzer.Ignore {
	return &analyzer.Ignore{Rules: []string{i.Rule}, Text: i.Text, Reason: i.Reason, Until: i.Until, Place: i.Place, Quote: i.Quote}
}

// judgeIgnores is what is wrong with the ignores of a configuration, given what became of their copies. One that may
// have had something to cover, had more been read, does not count as unused: where an input failed, none does; one
// that names no policy only where all were checked.
func judgeIgnores(conf *config.Config, check *analyzer.Check, targets []target, judgements []judgement, failed bool) []report.Finding {
	if len(conf.Ignores) == 0 {
		return nil
	}
	whole := checksAll(conf, targets)
	all := make([]*analyzer.Ignore, len(conf.Ignores))
	for n, i := range conf.Ignores {
		all[n] = ignoreOf(i)
		if failed || i.Policy == "" && !whole {
			continue
		}
		met := false
		for _, j := range judgements {
			if j.ignores[n] != nil {
				met = true
				all[n].Add(j.ignores[n])
			}
		}
		if !met && whole { // there is no such policy
			all[n].Idle(check.Rules)
		}
	}
	var out []report.Finding
	for _, d := range check.JudgeIgnores(all) {
		f := report.Resolve(d)
		f.Document, f.Policy = conf.File.Name, config.FileName
		out = append(out, f)
	}
	return out
}

// checksAll reports whether a run checks all policies of a configuration.
func checksAll(conf *config.Config, targets []target) bool {
	for _, p := range conf.Policies {
		name := configured(conf, p).name
		if !slices.ContainsFunc(targets, func(t target) bool { return t.name == name }) {
			return false
		}
	}
	return len(conf.Policies) > 0
}

// leaveIgnored takes what is to be ignored out of a run, unless it is to be shown, and counts it.
func leaveIgnored(run *report.Run, show bool) {
	run.Ignored = ignored(run.Findings)
	if !show {
		run.Findings = slices.DeleteFunc(run.Findings, isIgnored)
	}
}

// ignored is how many findings are to be ignored.
func ignored(findings []report.Finding) int {
	n := 0
	for _, f := range findings {
		if isIgnored(f) {
			n++
		}
	}
	return n
}

func isIgnored(f report.Finding) bool { return f.Ignored != nil }
