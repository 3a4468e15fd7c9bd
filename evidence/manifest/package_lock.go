package manifest

import "strings"

// PackageLock reads a package-lock.json or npm-shrinkwrap.json of any version. npm marks what only
// development needs; all else is there because something asks for it.
func PackageLock(text string) (Manifest, error) {
	root, err := parseJSON(text)
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	if packages := root.child("packages"); packages != nil {
		for _, c := range packages.each() {
			m.lockedFolder(text, c)
		}
	} else {
		m.lockedTree(root, 0)
	}
	m.sorted()
	return m, nil
}

// lockedFolder reads an entry of versions 2 and 3: a folder that npm fills.
func (m *Manifest) lockedFolder(text string, c *node) {
	const folder = "node_modules/"
	at := strings.LastIndex(c.key, folder)
	if at < 0 || isTrue(c.child("dev")) || isTrue(c.child("link")) {
		return // the project itself, a package of its workspace
	}
	d := Dependency{Ecosystem: NPM, Name: c.key[at+len(folder):], Indirect: true}
	s := within(text, span{min(c.keySpan.start+at, c.keySpan.end), c.keySpan.end}, d.Name)
	if actual := c.child("name").text(); actual != "" { // the folder bears an alias
		d.Name, s = actual, c.child("name").span
	}
	d.Start, d.End = s.start, s.end
	m.Add(d)
}

// lockedTree reads the nested dependencies of version 1.
func (m *Manifest) lockedTree(n *node, depth int) {
	for _, c := range n.child("dependencies").each() {
		if isTrue(c.child("dev")) {
			continue
		}
		d := Dependency{Ecosystem: NPM, Name: c.key, Start: c.keySpan.start, End: c.keySpan.end, Indirect: true}
		if actual, ok := npmAlias(c.child("version").text()); ok {
			d.Name = actual
		}
		m.Add(d)
		if depth < maxDepth {
			m.lockedTree(c, depth+1)
		}
	}
}

func isTrue(n *node) bool { return n.text() == "true" }
