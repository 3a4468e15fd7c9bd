package main

import (
	"context"
	"path/filepath"
	"slices"

	"github.com/pipalint/pipalint/analyzer/config"
)

// A target is one policy to judge: a page, or the pages that the configuration puts together.
type target struct {
	name         string  // what the baseline calls it: that of the [[policy]], else its path from the configuration's folder
	pages        []input // the main page first
	language     string  // in which it is written, or "" where the pages tell
	source, site []string
}

// targets are the policies that the arguments name, in their order; without arguments, all of the configuration. A
// page of a policy of several stands for all of it.
func targets(ctx context.Context, conf *config.Config, args []string) []target {
	known := make([]target, len(conf.Policies))
	of := make(map[string]int) // the policy of a page, by its key
	for i, p := range conf.Policies {
		known[i] = configured(conf, p)
		for _, page := range known[i].pages {
			of[page.key()] = i
		}
	}
	if len(args) == 0 {
		return known
	}
	var out []target
	var taken []int
	for _, in := range expand(ctx, args) {
		i, ok := of[in.key()]
		if !ok {
			out = append(out, target{name: pathFrom(conf.Dir, in), pages: []input{in}})
			continue
		}
		if !slices.Contains(taken, i) {
			taken = append(taken, i)
			out = append(out, known[i])
		}
	}
	return out
}

// configured is the target of a policy of the configuration.
func configured(conf *config.Config, p config.Policy) target {
	t := target{name: p.Name, language: p.Language}
	for _, page := range append([]string{p.Path}, p.Pages...) {
		in := input{name: page, source: fromURL, named: true}
		if !isURL(page) {
			in = input{name: under(conf.Dir, page), named: true}
		}
		t.pages = append(t.pages, in)
	}
	if t.name == "" {
		t.name = pathFrom(conf.Dir, t.pages[0])
	}
	t.source, t.site = from(conf, p.Source), from(conf, p.Site)
	return t
}

// from are paths of a configuration as they are from the working directory.
func from(conf *config.Config, paths []string) []string {
	var out []string
	for _, path := range paths {
		out = append(out, under(conf.Dir, path))
	}
	return out
}

// someTarget refuses a call that names nothing to check, neither by arguments nor by a configuration.
func (c *command) someTarget(conf *config.Config, args []string) error {
	if len(args) == 0 && len(conf.Policies) > 0 {
		return nil
	}
	return c.someInput(nil, args)
}

// pathFrom is the path of an input from a folder, with slashes; an address as it is.
func pathFrom(dir string, in input) string {
	if in.source != fromFile {
		return in.name
	}
	from, err := filepath.Abs(dir)
	if err != nil {
		return filepath.ToSlash(in.name)
	}
	path, err := filepath.Abs(in.name)
	if err != nil {
		return filepath.ToSlash(in.name)
	}
	rel, err := filepath.Rel(from, path)
	if err != nil {
		return filepath.ToSlash(in.name)
	}
	return filepath.ToSlash(rel)
}
