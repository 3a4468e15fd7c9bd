package manifest

import (
	"regexp"
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
	var m Manifest
	var via []string // where the last requirement comes from
	last := Dependency{}
	flush := func() {
		last.Indirect = len(via) > 0 && !strings.Contains(strings.Join(via, "\n"), "-r ") && !strings.Contains(strings.Join(via, "\n"), "pyproject.toml") &&
			!strings.Contains(strings.Join(via, "\n"), ".in")
		m.Add(last)
		last, via = Dependency{}, nil
	}
	inVia := false
	for at, line := range lines(text) {
		body := strings.TrimSpace(line)
		if comment, ok := strings.CutPrefix(body, "#"); ok {
			from, isVia := strings.CutPrefix(strings.TrimSpace(comment), "via")
			inVia = isVia || inVia
			if inVia && strings.TrimSpace(from) != "" {
				via = append(via, strings.TrimSpace(from))
			}
			continue
		}
		inVia = false
		if body == "" || strings.HasPrefix(body, "--hash") {
			continue
		}
		flush()
		code, comment, commented := strings.Cut(line, " #")
		if commented && strings.HasPrefix(strings.TrimSpace(comment), "via ") {
			via = append(via, strings.TrimSpace(comment))
		}
		if file := included(strings.TrimSpace(code)); file != "" {
			m.Includes = append(m.Includes, file)
			continue
		}
		last = required(text, span{at, at + len(code)})
	}
	flush()
	return m, nil
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
