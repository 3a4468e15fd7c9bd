package manifest

// Pubspec reads a pubspec.yaml. Packages of Flutter itself and of the same tree are none of a registry.
func Pubspec(text string) (Manifest, error) {
	root, err := parseYAML(text)
	if err != nil {
		return Manifest{}, err
	}
	if root.kind != mapping {
		return Manifest{}, errorAt(text, 0, "no mapping")
	}
	var m Manifest
	for _, c := range root.child("dependencies").each() {
		if c.child("sdk") == nil && c.child("path") == nil {
			m.Add(Dependency{Pub, c.key, c.keySpan.start, c.keySpan.end, false})
		}
	}
	for _, c := range root.child("dev_dependencies").each() {
		m.Dev = append(m.Dev, c.key)
	}
	return m, nil
}

// PubspecLock reads a pubspec.lock, which tells what was asked for directly and what for development.
func PubspecLock(text string) (Manifest, error) {
	root, err := parseYAML(text)
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	for _, c := range root.child("packages").each() {
		if c.child("dependency").text() != "direct dev" && c.child("source").text() != "sdk" && c.child("source").text() != "path" {
			m.Add(Dependency{Pub, c.key, c.keySpan.start, c.keySpan.end, true})
		}
	}
	return m, nil
}
