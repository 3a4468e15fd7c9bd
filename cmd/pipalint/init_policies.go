package main

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/config"
)

// policies are the policies that a survey found, with the pages that form one with each; beside them the earlier
// versions, and the parts of policies of which it is not told whose they are.
func (s *survey) policies() (policies []config.Policy, older, loose []string) {
	var mains, parts []surveyed
	for _, p := range s.pages {
		switch {
		case p.kind == kindSubpage:
			parts = append(parts, p)
		case s.isOlder(p):
			older = append(older, p.path)
		default:
			mains = append(mains, p)
		}
	}
	names := policyNames(mains)
	foreign := slices.ContainsFunc(mains, func(p surveyed) bool { return p.language != "ko" })
	for i, p := range mains {
		policies = append(policies, config.Policy{Name: names[i], Path: p.path})
		if foreign && slices.Contains(toldLanguages, p.language) {
			policies[i].Language = p.language
		}
	}
	for _, part := range parts {
		if i := ownerOf(part, mains); i >= 0 {
			policies[i].Pages = append(policies[i].Pages, part.path)
		} else {
			loose = append(loose, part.path)
		}
	}
	return policies, older, loose
}

// toldLanguages are the languages that a configuration may name.
var toldLanguages = []string{"ko", "en", "ja"}

// isOlder reports whether a policy is an earlier version of another: their paths differ in numbers and in words for
// archives alone, they are of the same issuer, and the other took effect later, and has.
func (s *survey) isOlder(p surveyed) bool {
	return slices.ContainsFunc(s.pages, func(o surveyed) bool {
		return o.kind == kindPolicy && o.language == p.language && unnumbered(o.path) == unnumbered(p.path) &&
			(o.name == p.name || o.name == "" || p.name == "") &&
			!p.effective.IsZero() && p.effective.Before(o.effective) && !s.today.Before(o.effective)
	})
}

var (
	numbers    = regexp.MustCompile(`(?i)[-_. (]*v?\d+(?:[-_.]\d+)*\)?`)
	earlier    = regexp.MustCompile(`(?i)[-_. (]*(?:old|prev|previous|backup|이전|구버전)\)?$`)
	ofVersions = regexp.MustCompile(`(?i)^(?:v?\d[\d._-]*|old|older|archives?|history|prev|previous|past|versions?|이전|과거|변경이력)$`)
)

// unnumbered is a path without what tells versions apart: numbers in the name of the file, folders of versions.
func unnumbered(name string) string {
	parts := strings.Split(strings.TrimSuffix(name, path.Ext(name)), "/")
	stem := earlier.ReplaceAllString(numbers.ReplaceAllString(parts[len(parts)-1], ""), "")
	folders := slices.DeleteFunc(parts[:len(parts)-1], ofVersions.MatchString)
	return strings.Join(append(folders, stem), "/")
}

// ownerOf is which policy a page is a part of, or -1: one that links to it, rather one in its language; else the only
// one that stands in the same folder, or the only one there in its language.
func ownerOf(part surveyed, mains []surveyed) int {
	var linked, beside []int
	for i, m := range mains {
		if m.linksTo(part.path) {
			linked = append(linked, i)
		}
		if path.Dir(m.path) == path.Dir(part.path) {
			beside = append(beside, i)
		}
	}
	same := func(list []int) []int {
		return slices.DeleteFunc(slices.Clone(list), func(i int) bool { return mains[i].language != part.language })
	}
	switch {
	case len(same(linked)) > 0:
		return same(linked)[0]
	case len(linked) > 0:
		return linked[0]
	case len(beside) == 1:
		return beside[0]
	case len(same(beside)) == 1:
		return same(beside)[0]
	}
	return -1
}

// linksTo reports whether a page has a link to a file. The root of its site may be any folder above it.
func (p surveyed) linksTo(file string) bool {
	return slices.ContainsFunc(p.links, func(link string) bool {
		u, err := url.Parse(strings.TrimSpace(link))
		if err != nil || u.Path == "" || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
			return false
		}
		if !strings.HasPrefix(u.Path, "/") {
			return samePage(path.Join(path.Dir(p.path), u.Path), file)
		}
		for dir := path.Dir(p.path); ; dir = path.Dir(dir) {
			if samePage(path.Join(dir, u.Path), file) {
				return true
			}
			if dir == "." {
				return false
			}
		}
	})
}

// samePage reports whether an address leads to a file, which it may name without ending, or as a folder.
func samePage(address, file string) bool {
	bare := func(s string) string { return strings.TrimSuffix(strings.TrimSuffix(s, path.Ext(s)), "/index") }
	return address == file || bare(address) == bare(file)
}

// policyNames are short names for policies, from their paths: of each the folder where these differ, else the file, else
// both.
func policyNames(pages []surveyed) []string {
	dirs, stems, paths := make([]string, len(pages)), make([]string, len(pages)), make([]string, len(pages))
	for i, p := range pages {
		dirs[i] = path.Dir(p.path)
		stems[i] = strings.TrimSuffix(path.Base(p.path), path.Ext(p.path))
		paths[i] = strings.TrimSuffix(p.path, path.Ext(p.path))
	}
	if len(pages) > 1 {
		if names := named(withoutCommon(dirs)); isDistinct(names) {
			return names
		}
	}
	if names := named(stems); isDistinct(names) {
		return names
	}
	if names := named(withoutCommon(paths)); isDistinct(names) {
		return names
	}
	for i, p := range pages {
		paths[i] = p.path // differ in the ending alone, or in signs that no name has
	}
	return paths
}

// withoutCommon cuts from paths the folders with which all of them begin and end.
func withoutCommon(paths []string) []string {
	split := make([][]string, len(paths))
	for i, p := range paths {
		split[i] = strings.Split(p, "/")
	}
	same := func(at func(parts []string) string) bool {
		return !slices.ContainsFunc(split, func(parts []string) bool { return len(parts) < 2 || at(parts) != at(split[0]) })
	}
	for same(func(parts []string) string { return parts[0] }) {
		for i := range split {
			split[i] = split[i][1:]
		}
	}
	for same(func(parts []string) string { return parts[len(parts)-1] }) {
		for i := range split {
			split[i] = split[i][:len(split[i])-1]
		}
	}
	out := make([]string, len(paths))
	for i, parts := range split {
		out[i] = strings.Join(parts, "-")
	}
	return out
}

var noName = regexp.MustCompile(`[^\pL\pN._-]+`)

// named makes names of texts: what is no letter, digit, dot or stroke is none of a name.
func named(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = strings.Trim(noName.ReplaceAllString(t, "-"), "-.")
	}
	return out
}

// isDistinct reports whether all of some names say something, and another thing each.
func isDistinct(names []string) bool {
	sorted := slices.Sorted(slices.Values(names))
	return len(slices.Compact(sorted)) == len(names) && !slices.Contains(names, "")
}
