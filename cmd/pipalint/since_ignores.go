package main

import (
	"context"
	"path/filepath"
	"slices"

	"github.com/pipalint/pipalint/analyzer/config"
)

// takeConfiguration takes the configuration along as it was; its path there is "" where it was not there. ok is false
// where git does not keep it: it is the same on both sides then.
func (p *past) takeConfiguration(ctx context.Context, conf *config.Config) (path string, ok bool, err error) {
	if conf.File == nil {
		return "", false, nil
	}
	now, inside := p.rev.Path(conf.File.Name)
	if !inside {
		return "", false, nil
	}
	old, was, err := p.rev.Before(ctx, now)
	if err != nil || !was {
		return "", err == nil && !p.rev.Ignored(ctx, now), err
	}
	p.paths[old] = old
	return old, true, nil
}

// ignoring is the configuration of now with the ignores of then: an entry that a change adds excuses nothing of what was
// there, and what is wrong with it is new. One that could not be read ignored nothing.
func (p *past) ignoring(conf *config.Config, path string, now, then []target) *config.Config {
	out := *conf
	out.Ignores = nil
	out.Policies = slices.DeleteFunc(slices.Clone(conf.Policies), func(c config.Policy) bool { // those that were not there yet
		named := func(t target) bool { return t.name == configured(conf, c).name }
		return slices.ContainsFunc(now, named) && !slices.ContainsFunc(then, named)
	})
	if path == "" {
		return &out
	}
	file, err := configFile(p.at(path))
	if err != nil {
		return &out
	}
	old, err := config.Read(file, p.Rules)
	if err != nil {
		return &out
	}
	out.Ignores, out.Dir = old.Ignores, filepath.Dir(file.Name)
	return &out
}
