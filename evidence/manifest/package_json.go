package manifest

import "strings"

// PackageJSON reads a package.json. Peer dependencies are for whoever installs the package to ask for, so
// they are indirect; what overrides and resolutions name is no dependency.
func PackageJSON(text string) (Manifest, error) {
	root, err := parseJSON(text)
	if err != nil {
		return Manifest{}, err
	}
	if root.kind != mapping {
		return Manifest{}, errorAt(text, 0, "no object")
	}
	var m Manifest
	for _, field := range [...]string{"dependencies", "optionalDependencies", "peerDependencies"} {
		for _, c := range root.child(field).each() {
			if d, ok := npmDependency(text, c); ok {
				d.Indirect = field == "peerDependencies"
				m.Add(d)
			}
		}
	}
	for _, c := range root.child("devDependencies").each() {
		m.Dev = append(m.Dev, c.key)
	}
	m.sorted()
	return m, nil
}

// npmDependency is a member of a list of dependencies: a name and what of it is asked for. Packages of
// the same tree are none; an alias stands for the package that it names.
func npmDependency(text string, c *node) (Dependency, bool) {
	want := c.text()
	for _, own := range [...]string{"workspace:", "file:", "link:", "portal:"} {
		if strings.HasPrefix(want, own) {
			return Dependency{}, false
		}
	}
	d := Dependency{Ecosystem: NPM, Name: c.key, Start: c.keySpan.start, End: c.keySpan.end}
	if actual, ok := npmAlias(want); ok {
		s := c.inner(text, actual)
		d.Name, d.Start, d.End = actual, s.start, s.end
	}
	return d, d.Name != ""
}

// npmAlias is the package that a range such as npm:@scope/name@^1 names. One without a name ("npm:^1",
// as yarn writes it) is none.
func npmAlias(want string) (string, bool) {
	rest, ok := strings.CutPrefix(want, "npm:")
	if !ok || rest == "" {
		return "", false
	}
	if rest[0] == '@' {
		scope, name, ok := strings.Cut(rest, "/")
		name, _, _ = strings.Cut(name, "@")
		return scope + "/" + name, ok && name != ""
	}
	name, _, versioned := strings.Cut(rest, "@")
	return name, versioned && name != "" || isWord(rest)
}

// isWord reports whether a text has the form of a name, which begins with a letter, and not of a version.
func isWord(s string) bool {
	c := s[0] | 0x20
	return c >= 'a' && c <= 'z' && s != "latest" && s != "x"
}
