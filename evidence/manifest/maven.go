package manifest

import (
	"slices"
	"strings"
)

// POM reads a Maven pom.xml. What dependencyManagement names is no dependency, but it may tell a scope;
// plugins and their dependencies build.
func POM(text string) (Manifest, error) {
	root, err := parseXML(text)
	if err != nil {
		return Manifest{}, err
	}
	project := root.child("project")
	if project == nil {
		return Manifest{}, errorAt(text, 0, "no <project>")
	}
	p := pom{text: text, project: project, scopes: make(map[string]string)}
	for _, d := range project.get("dependencyManagement", "dependencies").each() {
		p.scopes[p.name(d)] = d.child("scope").text()
	}
	p.read(project)
	for _, profile := range project.child("profiles").each() {
		if !isDev(profile.child("id").text()) {
			p.read(profile)
		}
	}
	return p.m, nil
}

type pom struct {
	text    string
	project *node
	scopes  map[string]string // that are managed
	m       Manifest
}

// read takes the dependencies of the project or of a profile.
func (p *pom) read(n *node) {
	for _, d := range n.child("dependencies").each() {
		artifact := d.child("artifactId")
		name := p.name(d)
		if name == "" {
			continue
		}
		scope := d.child("scope").text()
		if scope == "" {
			scope = p.scopes[name]
		}
		if slices.Contains([]string{"test", "provided", "import"}, scope) {
			p.m.Dev = append(p.m.Dev, name)
			continue
		}
		p.m.Add(Dependency{Maven, name, artifact.span.start, artifact.span.end, false})
	}
}

// name is group:artifact with properties filled in, "" where one is not known.
func (p *pom) name(d *node) string {
	group, artifact := p.fill(d.child("groupId").text(), 0), p.fill(d.child("artifactId").text(), 0)
	if d.key != "dependency" || group == "" || artifact == "" {
		return ""
	}
	return group + ":" + artifact
}

// fill puts in ${properties}; "" where one is stated elsewhere.
func (p *pom) fill(s string, depth int) string {
	for {
		before, rest, found := strings.Cut(s, "${")
		if !found {
			return s
		}
		key, after, closed := strings.Cut(rest, "}")
		value := p.property(key)
		if !closed || value == "" || depth > 10 {
			return ""
		}
		value = p.fill(value, depth+1)
		if value == "" {
			return ""
		}
		s = before + value + after
	}
}

func (p *pom) property(key string) string {
	if n := p.project.get("properties", key); n != nil {
		return n.text()
	}
	path := strings.Split(strings.TrimPrefix(strings.TrimPrefix(key, "pom."), "project."), ".")
	if v := p.project.get(path...).text(); v != "" {
		return v
	}
	if key == "project.groupId" || key == "pom.groupId" {
		return p.project.get("parent", "groupId").text()
	}
	return ""
}
