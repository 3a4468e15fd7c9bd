package manifest

import (
	"slices"
)

// Pyproject reads a pyproject.toml: dependencies by PEP 621 and of Poetry. Groups by PEP 735 serve
// development; groups and extras of other kinds do where their name says so.
func Pyproject(text string) (Manifest, error) {
	root, err := parseTOML(text)
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	m.requirements(text, root.get("project", "dependencies"), false)
	for _, extra := range root.get("project", "optional-dependencies").each() {
		m.requirements(text, extra, isDev(extra.key))
	}
	for _, group := range root.child("dependency-groups").each() {
		m.requirements(text, group, true)
	}
	poetry := root.get("tool", "poetry")
	m.table(text, poetry.child("dependencies"), false)
	m.table(text, poetry.child("dev-dependencies"), true)
	for _, group := range poetry.child("group").each() {
		m.table(text, group.child("dependencies"), isDev(group.key))
	}
	m.sorted()
	return m, nil
}

// requirements reads a list of requirements as strings.
func (m *Manifest) requirements(text string, n *node, dev bool) {
	for _, item := range n.each() {
		if item.kind == scalar && item.span.end <= len(text) {
			m.python(required(text, item.span), dev)
		}
	}
}

// table reads a table whose keys are names.
func (m *Manifest) table(text string, n *node, dev bool) {
	for _, c := range n.each() {
		if c.key != "python" && c.child("path") == nil {
			s := within(text, c.keySpan, c.key)
			m.python(Dependency{PyPI, c.key, s.start, s.end, false}, dev)
		}
	}
}

func (m *Manifest) python(d Dependency, dev bool) {
	if dev {
		m.Dev = append(m.Dev, d.Name)
		return
	}
	m.Add(d)
}

// Pipfile reads a Pipfile of pipenv.
func Pipfile(text string) (Manifest, error) {
	root, err := parseTOML(text)
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	m.table(text, root.child("packages"), false)
	m.table(text, root.child("dev-packages"), true)
	return m, nil
}

// PythonLock reads a poetry.lock or uv.lock: a list of packages, each with what it asks for.
func PythonLock(text string) (Manifest, error) {
	root, err := parseTOML(text)
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	for _, c := range root.child("package").each() {
		name := c.child("name")
		if name.text() == "" || isOwnPython(c.child("source")) {
			continue
		}
		s := name.inner(text, name.text())
		m.Add(Dependency{PyPI, name.text(), s.start, s.end, true})
		m.need(name.text())
		for _, d := range c.child("dependencies").each() {
			needed := d.key
			if n := d.child("name").text(); n != "" {
				needed = n
			}
			m.need(name.text(), needed)
		}
	}
	return m, nil
}

// isOwnPython reports whether uv says that a package is of the same tree.
func isOwnPython(source *node) bool {
	return slices.ContainsFunc([]string{"virtual", "editable", "directory"}, func(k string) bool { return source.child(k) != nil })
}
