package manifest

import (
	"regexp"
	"slices"
	"strings"
)

// requirement is the name at the beginning of a requirement, and egg the one in an address.
var (
	requirement = regexp.MustCompile(`^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:$|[\[<>=!~;@,(\s])`)
	egg         = regexp.MustCompile(`#egg=([A-Za-z0-9._-]+)`)
)

// Requirements reads a requirements.txt of pip. A file that pip-compile or uv made tells what only other
// packages ask for.
func Requirements(text string) (Manifest, error) {
	var r requirements
	for at, line := range lines(text) {
		r.line(text, at, line)
	}
	r.flush()
	return r.m, nil
}

type requirements struct {
	m    Manifest
	last Dependency
	via  []string // what comments say asks for the last one
	list bool     // the comment goes on
}

func (r *requirements) line(text string, at int, line string) {
	body := strings.TrimSpace(line)
	if comment, ok := strings.CutPrefix(body, "#"); ok {
		r.comment(strings.TrimSpace(comment))
		return
	}
	r.list = false
	if body == "" || strings.HasPrefix(body, "--hash") {
		return
	}
	r.flush()
	code, comment, _ := strings.Cut(line, " #")
	if file := included(strings.TrimSpace(code)); file != "" {
		r.m.Includes = append(r.m.Includes, file)
		return
	}
	r.last = required(text, span{at, at + len(code)})
	r.comment(strings.TrimSpace(comment))
}

// comment reads "via a package", and the lines of a list under "via".
func (r *requirements) comment(s string) {
	from, begins := strings.CutPrefix(s, "via")
	r.list = r.list || begins && (from == "" || from[0] == ' ')
	if from = strings.TrimSpace(from); r.list && from != "" {
		r.via = append(r.via, from)
	}
}

// flush notes the last requirement. Files among what asks for it are the owner's.
func (r *requirements) flush() {
	r.last.Indirect = len(r.via) > 0 && !slices.ContainsFunc(r.via, func(from string) bool {
		return strings.HasPrefix(from, "-r ") || strings.Contains(from, "pyproject.toml") || strings.Contains(from, "setup.")
	})
	r.m.Add(r.last)
	r.last, r.via = Dependency{}, nil
}

// included is the file of a line -r FILE.
func included(line string) string {
	for _, option := range [...]string{"-r", "--requirement"} {
		if rest, ok := strings.CutPrefix(line, option); ok && rest != "" && strings.ContainsRune(" =\t", rune(rest[0])) {
			return strings.Trim(rest, " =\t")
		}
	}
	return ""
}

// required is the package that a requirement (PEP 508, or an address) names.
func required(text string, s span) Dependency {
	for s.start < s.end && strings.IndexByte(" \t'\"", text[s.start]) >= 0 {
		s.start++
	}
	line := text[s.start:s.end]
	if m := egg.FindStringSubmatchIndex(line); m != nil {
		return Dependency{PyPI, line[m[2]:m[3]], s.start + m[2], s.start + m[3], false}
	}
	if m := requirement.FindStringSubmatchIndex(strings.TrimRight(line, `"'`)); m != nil {
		return Dependency{PyPI, line[m[2]:m[3]], s.start + m[2], s.start + m[3], false}
	}
	return Dependency{}
}
