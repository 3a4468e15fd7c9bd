package manifest

import "strings"

// YarnLock reads a yarn.lock, of Yarn 1 or of later ones: entries at the edge of the page, each with what
// it asks for two steps in. It does not tell what serves development, so [Manifest.Needs] does.
func YarnLock(text string) (Manifest, error) {
	var m Manifest
	var entry string // the package whose entry is read; "" where it is one of the workspace
	listed := false  // its dependencies are
	for at, line := range lines(text) {
		trimmed := strings.TrimSpace(line)
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		switch {
		case trimmed == "" || trimmed[0] == '#':
		case indent == 0:
			if !strings.HasSuffix(trimmed, ":") {
				return Manifest{}, errorAt(text, at, "no entry of a yarn.lock")
			}
			entry, listed = m.yarnEntry(text, span{at, at + len(line)}), false
		case indent <= 2:
			listed = trimmed == "dependencies:" || trimmed == "optionalDependencies:"
		case listed && entry != "":
			m.yarnNeed(entry, trimmed)
		}
	}
	return m, nil
}

// yarnEntry reads the line that begins an entry: the ranges that were asked for, which all bear one name.
func (m *Manifest) yarnEntry(text string, line span) string {
	key := strings.TrimSuffix(strings.TrimSpace(text[line.start:line.end]), ":")
	first, _, _ := strings.Cut(strings.Trim(key, `"`), ",")
	first = strings.Trim(strings.TrimSpace(first), `"`)
	name, want := npmNameAndRange(first)
	if name == "" || name == "__metadata" || strings.HasPrefix(want, "workspace:") || strings.HasPrefix(want, "link:") ||
		strings.HasPrefix(want, "portal:") || strings.HasPrefix(want, "file:") {
		return ""
	}
	if actual, ok := npmAlias(want); ok && actual != name {
		m.need(name, actual)
		name = actual
	}
	s := within(text, line, name)
	m.Add(Dependency{NPM, name, s.start, s.end, true})
	m.need(name)
	return name
}

// yarnNeed reads a line `"name" "range"` or `name: range`.
func (m *Manifest) yarnNeed(entry, line string) {
	name, want, _ := strings.Cut(line, " ")
	name = strings.Trim(strings.TrimSuffix(name, ":"), `"`)
	if actual, ok := npmAlias(strings.Trim(strings.TrimSpace(want), `"`)); ok {
		name = actual
	}
	m.need(entry, name)
}

// npmNameAndRange cuts name@range, where the name may begin with @.
func npmNameAndRange(s string) (name, want string) {
	if at := strings.IndexByte(s[min(1, len(s)):], '@'); at >= 0 {
		return s[:at+1], s[at+2:]
	}
	return s, ""
}

// lines are the lines of a text with their offsets, without line breaks.
func lines(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for at := 0; at < len(text); {
			line, _, found := strings.Cut(text[at:], "\n")
			if !yield(at, strings.TrimSuffix(line, "\r")) || !found {
				return
			}
			at += len(line) + 1
		}
	}
}
