package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A target is one policy to judge: a page, or the pages that the configuration puts together.
type target struct {
	name         string  // what the baseline calls it: that of the [[policy]], else its path from the configuration's folder
	pages        []input // the main page first
	language     string  // in which it is written, or "" where the pages tell
	twins        []twin  // the same policy in other languages
	source, site []string
	way          *policy.Way // how the policy was found from a home page; nil where nobody looked
	follow       bool        // pages that it links as parts of it are read, too
	asOne        bool        // its pages were named together: which is the main one they tell themselves
}

// targets are the policies that the arguments name, in their order; without arguments, all of the configuration. A
// page of a policy of several stands for all of it.
func targets(ctx context.Context, conf *config.Config, args []string) []target {
	known, of := allConfigured(conf)
	if len(args) == 0 {
		return known
	}
	var out []target
	var taken []int
	for _, in := range expand(ctx, args) {
		i, ok := of[pageKey(in)]
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

// asOne makes one policy of all that the arguments name. Where one of the pages belongs to a policy of the configuration, it
// goes by that one's name and settings.
func asOne(ctx context.Context, conf *config.Config, args []string) []target {
	known, of := allConfigured(conf)
	pages := expand(ctx, args)
	t := target{name: pathFrom(conf.Dir, pages[0])}
	for _, in := range pages {
		if i, ok := of[pageKey(in)]; ok {
			t = known[i]
			break
		}
	}
	t.pages, t.asOne = pages, true
	return []target{t}
}

// allConfigured are the targets of the configuration, and which of them a page belongs to, by its pageKey.
func allConfigured(conf *config.Config) (known []target, of map[string]int) {
	known, of = make([]target, len(conf.Policies)), make(map[string]int)
	for i, p := range conf.Policies {
		known[i] = configured(conf, p)
		for _, page := range known[i].pages {
			key := pageKey(page)
			if _, ok := of[key]; !ok { // a link of another policy to it changes nothing
				of[key] = i
			}
		}
	}
	for i, p := range conf.Policies {
		known[i].twins = twinsOf(conf, p, known, of)
	}
	return known, of
}

// pageKey is equal for inputs that are the same page, in whichever form a system gives the letters of their names.
func pageKey(in input) string { return norm.NFC.String(in.key()) }

// configured is the target of a policy of the configuration.
func configured(conf *config.Config, p config.Policy) target {
	t := target{name: p.Name, language: p.Language, follow: p.Follow}
	for _, page := range append([]string{p.Path}, p.Pages...) {
		t.pages = append(t.pages, inputIn(conf, page))
	}
	if t.name == "" {
		t.name = pathFrom(conf.Dir, t.pages[0])
	}
	t.source, t.site = from(conf, p.Source), from(conf, p.Site)
	return t
}

// inputIn is a page that a configuration names.
func inputIn(conf *config.Config, page string) input {
	if isURL(page) {
		return input{name: page, source: fromURL, named: true}
	}
	return input{name: under(conf.Dir, page), named: true}
}

// from are paths of a configuration as they are from the working directory; addresses are the same everywhere.
func from(conf *config.Config, paths []string) []string {
	var out []string
	for _, path := range paths {
		if !isURL(path) {
			path = under(conf.Dir, path)
		}
		out = append(out, path)
	}
	return out
}

// someTarget refuses a call that names nothing to check, neither by arguments nor by a configuration.
func (c *command) someTarget(conf *config.Config, args []string) error {
	switch {
	case len(args) > 0:
		return c.someInput(nil, args)
	case len(conf.Policies) > 0:
		return nil
	case conf.File != nil:
		return fmt.Errorf(c.say("검사할 파일, 주소, 디렉터리를 지정하십시오(%s에 [[policy]]가 없습니다)", "name a file, an address or a directory to check (%s has no [[policy]])"), conf.File.Name)
	}
	return errors.New(c.say("검사할 파일, 주소, 디렉터리를 지정하십시오. pipalint init을 실행하면 처리방침을 찾아 설정 파일을 만듭니다",
		"name a file, an address or a directory to check; pipalint init looks for policies and writes a configuration that names them"))
}

// pathFrom is the path of an input from a folder, with slashes and composed letters, the same however it was named and
// on every system; an address as it is, without what only points into the page. Links are followed only where the file
// seems to lie outside of the folder: within it they may lead elsewhere tomorrow.
func pathFrom(dir string, in input) string {
	switch in.source {
	case fromURL:
		address, _, _ := strings.Cut(in.name, "#")
		return address
	case fromStdin:
		return in.name
	}
	rel, ok := relative(dir, in.name)
	if !ok || !filepath.IsLocal(rel) {
		folder, file := filepath.Split(in.name)
		if there, ok := relative(followed(dir), filepath.Join(followed(folder), file)); ok && filepath.IsLocal(there) {
			rel = there
		}
	}
	return norm.NFC.String(filepath.ToSlash(rel)) // macOS may give names decomposed
}

// relative is the path of a file from a folder; as it is where there is none.
func relative(dir, name string) (path string, ok bool) {
	from, err := filepath.Abs(dir)
	if err != nil {
		return name, false
	}
	to, err := filepath.Abs(name)
	if err != nil {
		return name, false
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return name, false
	}
	return rel, true
}

// followed is a folder without links, as far as it is there.
func followed(dir string) string {
	if path, err := filepath.Abs(dir); err == nil {
		dir = path
	}
	if path, err := filepath.EvalSymlinks(dir); err == nil {
		return path
	}
	return dir
}
