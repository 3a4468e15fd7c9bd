package manifest

import "strings"

// An Alias is a name that a version catalogue, or a build script, gives an artifact.
type Alias struct {
	Name string // firebase.analytics, as build scripts write it
	Dependency
}

// VersionCatalogue reads a libs.versions.toml. Its artifacts are there to be asked for: whether they are,
// the build scripts tell.
func VersionCatalogue(text string) (Manifest, error) {
	root, err := parseTOML(text)
	if err != nil {
		return Manifest{}, err
	}
	m := Manifest{Bundles: make(map[string][]string)}
	for _, c := range root.child("libraries").each() {
		d := catalogued(text, c)
		if d.Name == "" {
			continue
		}
		m.Aliases = append(m.Aliases, Alias{accessor(c.key), d})
	}
	for _, c := range root.child("bundles").each() {
		for _, item := range c.each() {
			m.Bundles[accessor(c.key)] = append(m.Bundles[accessor(c.key)], accessor(item.text()))
		}
	}
	return m, nil
}

// catalogued is "g:a:v", { module = "g:a" } or { group = "g", name = "a" }.
func catalogued(text string, c *node) Dependency {
	stated := c
	if c.kind == mapping {
		stated = c.child("module")
	}
	if m := coordinate.FindStringSubmatch(stated.text()); m != nil {
		name := m[1] + ":" + m[2]
		s := stated.inner(text, name)
		return Dependency{Maven, name, s.start, s.end, true}
	}
	group, artifact := c.child("group"), c.child("name")
	if group.text() == "" || artifact.text() == "" {
		return Dependency{}
	}
	s := artifact.inner(text, artifact.text())
	return Dependency{Maven, group.text() + ":" + artifact.text(), s.start, s.end, true}
}

// accessor is how build scripts write an alias: firebase-analytics is firebase.analytics.
func accessor(alias string) string { return strings.NewReplacer("-", ".", "_", ".").Replace(alias) }

// Explain tells which aliases of a catalogue a reference names, where the catalogue is called so
// ("libs"): one, those of a bundle, or none.
func (m Manifest) Explain(catalogue string, r Reference) []Alias {
	rest, ok := strings.CutPrefix(accessor(r.Name), catalogue+".")
	if !ok {
		return nil
	}
	if bundle, ok := strings.CutPrefix(rest, "bundles."); ok {
		var out []Alias
		for _, alias := range m.Bundles[bundle] {
			out = append(out, m.named(alias)...)
		}
		return out
	}
	return m.named(rest)
}

func (m Manifest) named(alias string) []Alias {
	for _, a := range m.Aliases {
		if a.Name == alias {
			return []Alias{a}
		}
	}
	return nil
}

// GradleLock reads a gradle.lockfile: group:artifact:version=configurations.
func GradleLock(text string) (Manifest, error) {
	var m Manifest
	for at, line := range lines(text) {
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "empty=") {
			continue
		}
		name, configurations, ok := strings.Cut(line, "=")
		c := coordinate.FindStringSubmatch(name)
		if !ok || c == nil {
			return Manifest{}, errorAt(text, at, "no line of a Gradle lock file")
		}
		artifact := c[1] + ":" + c[2]
		if inRuntime(configurations) && !IsBuildTool(artifact) {
			m.Add(Dependency{Maven, artifact, at, at + len(artifact), true})
		}
	}
	return m, nil
}

// inRuntime reports whether one of a list of configurations is what runs when shipped.
func inRuntime(configurations string) bool {
	for c := range strings.SplitSeq(configurations, ",") {
		if strings.HasSuffix(strings.ToLower(c), "runtimeclasspath") && !isDev(c) {
			return true
		}
	}
	return false
}
