package manifest

import "strings"

// PnpmLock reads a pnpm-lock.yaml. Up to version 6 it marks what only development needs; later ones tell
// it by [Manifest.Needs] alone.
func PnpmLock(text string) (Manifest, error) {
	root, err := parseYAML(text)
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	for _, c := range root.child("packages").each() {
		name := pnpmName(c.key)
		if name == "" || isTrue(c.child("dev")) {
			continue
		}
		s := within(text, c.keySpan, name)
		m.Add(Dependency{NPM, name, s.start, s.end, true})
		m.pnpmNeeds(name, c)
	}
	for _, c := range root.child("snapshots").each() {
		m.pnpmNeeds(pnpmName(c.key), c)
	}
	m.sorted()
	return m, nil
}

func (m *Manifest) pnpmNeeds(name string, c *node) {
	m.need(name)
	for _, field := range [...]string{"dependencies", "optionalDependencies"} {
		for _, d := range c.child(field).each() {
			needed := d.key
			if actual, version := npmNameAndRange(strings.TrimPrefix(d.text(), "/")); version != "" && isNPMName(actual) {
				needed = actual // an alias: the value names the package
			}
			m.need(name, needed)
		}
	}
}

// pnpmName is the package of a key: /@scope/name/1.0.0_peer, /name@1.0.0(peer@2), @scope/name@1.0.0.
func pnpmName(key string) string {
	key = strings.TrimPrefix(key, "/")
	skip := 0
	if strings.HasPrefix(key, "@") {
		skip = strings.IndexByte(key, '/') + 1
	}
	end := strings.IndexAny(key[skip:], "/@")
	if end < 0 {
		return ""
	}
	name, version := key[:skip+end], key[skip+end+1:]
	if strings.Contains(name, ":") || strings.HasPrefix(version, "file:") || strings.HasPrefix(version, "link:") { // of the same tree
		return ""
	}
	return name
}

// isNPMName tells the name of a package from a version with its peers: 17.0.2_react, 1.0.0(react.
func isNPMName(s string) bool {
	return s != "" && (s[0] == '@' || isWord(s)) && !strings.Contains(s, "(")
}
