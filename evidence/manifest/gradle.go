package manifest

import (
	"regexp"
	"slices"
	"strings"
)

// A Reference is what a Gradle build asks for by a name that a catalogue or a constant explains:
// libs.firebase.analytics, Libs.analytics.
type Reference struct {
	Name       string
	Start, End int
	Dev        bool // to build and test alone
}

// gradleGrammar is that of Groovy and of Kotlin. Comments of Kotlin nest, those of Groovy do not, but
// nobody opens one within another without closing it.
var gradleGrammar = grammar{comment: "//", block: true, insert: "${", letters: "$", triple: true}

// Gradle reads a build script in Groovy or Kotlin: the blocks named dependencies, wherever they stand, and the
// names that it gives artifacts.
func Gradle(text string) (Manifest, error) {
	tokens, err := scan(text, gradleGrammar)
	if err != nil {
		return Manifest{}, err
	}
	g := &gradle{tokens: tokens}
	g.constants()
	g.blocks(0, len(tokens), false)
	return g.m, nil
}

type gradle struct {
	tokens []token
	m      Manifest
}

// toBuild are the blocks in which a build speaks of itself, or states versions and asks for nothing.
var toBuild = []string{"buildscript", "pluginManagement", "dependencyManagement", "constraints", "components", "modules", "publishing", "resolutionStrategy"}

// blocks looks for blocks of dependencies between two tokens. A block is known by the words before it:
// commonTest { dependencies { … } }, val commonTest by getting { … }.
func (g *gradle) blocks(from, to int, dev bool) {
	start := from // of the statement
	for i := from; i < to; i++ {
		switch t := g.tokens[i]; {
		case t.kind == newline && at(g.tokens, i+1).is(mark, "{"):
		case t.kind == newline || t.is(mark, ";"):
			start = i + 1
		case t.is(mark, "}"):
			start = i + 1
		case t.is(mark, "{"):
			end := min(g.tokens[i].closes, to)
			header := g.tokens[start:i]
			inner := dev || slices.ContainsFunc(header, isDevBlock)
			if last := lastWord(header); last == "dependencies" {
				g.dependencies(i+1, end, inner)
			} else {
				g.blocks(i+1, end, inner)
			}
			i, start = end, end+1
		}
	}
}

func isDevBlock(t token) bool {
	return (t.kind == word || t.kind == quoted) && (isDev(t.text) || slices.Contains(toBuild, t.text))
}

func lastWord(tokens []token) string {
	for i := len(tokens) - 1; i >= 0; i-- {
		switch tokens[i].kind {
		case word:
			return tokens[i].text
		case newline:
			continue
		}
		return ""
	}
	return ""
}

// dependencies reads a block: statements that begin with the name of a configuration, and conditions.
func (g *gradle) dependencies(from, to int, dev bool) {
	for i := from; i < to; i++ {
		t := g.tokens[i]
		if t.kind != word && t.kind != quoted {
			continue
		}
		configuration, args := t.text, i+1
		if t.is(word, "add") && at(g.tokens, i+1).is(mark, "(") && at(g.tokens, i+2).kind == quoted {
			configuration, args = g.tokens[i+2].text, i+1
		}
		kind := configurationKind(configuration)
		end := g.statement(args, to)
		if kind == noConfiguration {
			i = g.otherStatement(i, end, to, dev)
			continue
		}
		g.call(args, end, dev || kind == devConfiguration)
		i = end
	}
}

// otherStatement steps over what is no dependency: into the block of a condition, past everything else.
func (g *gradle) otherStatement(i, end, to int, dev bool) int {
	head := g.tokens[i]
	for j := i + 1; j < end; j++ {
		switch {
		case g.tokens[j].is(mark, "("):
			j = g.tokens[j].closes
		case g.tokens[j].is(mark, "{"):
			inner := dev || slices.ContainsFunc(g.tokens[i:j], isDevBlock)
			if !slices.Contains(toBuild, head.text) && head.text != "exclude" {
				g.dependencies(j+1, min(g.tokens[j].closes, to), inner)
			}
			j = g.tokens[j].closes
		}
	}
	return end
}

type configuration int

const (
	noConfiguration configuration = iota
	shipped
	devConfiguration
)

var (
	shippedEndings = []string{"implementation", "api", "runtimeonly", "compile", "runtime"}
	buildEndings   = []string{"compileonly", "compileonlyapi", "annotationprocessor", "kapt", "ksp", "classpath", "developmentonly"}
)

// configurationKind tells what a configuration is for by how its name ends, and begins:
// freeReleaseImplementation is shipped, testImplementation and kaptDebug are not.
func configurationKind(name string) configuration {
	lower := strings.ToLower(name)
	ends := func(e string) bool { return strings.HasSuffix(lower, e) }
	switch {
	case slices.ContainsFunc(buildEndings, ends), strings.HasPrefix(lower, "kapt"), strings.HasPrefix(lower, "ksp"):
		return devConfiguration
	case !slices.ContainsFunc(shippedEndings, ends):
		return noConfiguration
	case isDev(name):
		return devConfiguration
	}
	return shipped
}

// statement is where the statement whose arguments begin at i ends: with its line, which goes on within
// brackets and after a comma.
func (g *gradle) statement(i, to int) int {
	for ; i < to; i++ {
		t := g.tokens[i]
		switch {
		case t.is(mark, "("), t.is(mark, "["), t.is(mark, "{"):
			i = g.tokens[i].closes
		case t.is(mark, ";"):
			return i
		case t.kind == newline && !at(g.tokens, i-1).is(mark, ",") && !at(g.tokens, i+1).is(mark, "{") && !at(g.tokens, i+1).is(mark, "."):
			return i
		}
	}
	return min(i, to)
}

// coordinate is group:artifact with whatever follows.
var (
	coordinate = regexp.MustCompile(`^([A-Za-z0-9_.-]+):([A-Za-z0-9_.-]+)(?:[:@].*)?$`)
	plainName  = regexp.MustCompile(`^[A-Za-z0-9_.-]+$`)
)

// wrappers are functions whose argument is no artifact: platforms state versions, projects and files are of the same tree.
var wrappers = []string{"platform", "enforcedPlatform", "project", "files", "fileTree", "kotlin", "npm", "gradleApi", "localGroovy"}

// call reads the arguments of a configuration.
func (g *gradle) call(from, to int, dev bool) {
	var named gradleNames
	for i := from; i < to; i++ {
		t := g.tokens[i]
		next := at(g.tokens, i+1)
		switch {
		case t.is(mark, "{"): // what the dependency leaves out
			i = g.tokens[i].closes
		case t.kind == word && slices.Contains(wrappers, t.text) && !at(g.tokens, i-1).is(mark, "."):
			i = g.wrapped(t, i+1, to)
		case t.kind == word && next.kind == mark && (next.text == ":" || next.text == "=") && at(g.tokens, i+2).kind == quoted:
			g.artifact(named.set(t.text, g.tokens[i+2]), dev)
			i += 2
		case t.kind == quoted && !next.is(mark, ":"):
			g.artifact(coordinateOf(t), dev)
			g.artifact(named.position(t), dev)
		case t.kind == word && !next.is(mark, "(") && !next.is(mark, ":") && !next.is(mark, "="):
			i = g.reference(i, to, dev)
		}
	}
}

// wrapped steps over the argument of a wrapper. A reference in it is used, if to nothing.
func (g *gradle) wrapped(wrapper token, i, to int) int {
	end := i
	if at(g.tokens, i).is(mark, "(") {
		end = min(g.tokens[i].closes, to)
	} else {
		for end < to && !g.tokens[end].is(mark, ",") && !g.tokens[end].is(mark, ")") && g.tokens[end].kind != newline {
			end++
		}
	}
	if strings.HasSuffix(strings.ToLower(wrapper.text), "platform") {
		for j := i; j < end; j++ {
			if g.tokens[j].kind == word && at(g.tokens, j+1).is(mark, ".") {
				j = g.reference(j, end, true)
			}
		}
	}
	return end
}

// reference reads libs.firebase.analytics, libs.findLibrary("firebase-analytics").get().
func (g *gradle) reference(i, to int, dev bool) int {
	parts := []string{g.tokens[i].text}
	start, end := g.tokens[i].start, g.tokens[i].end
	for i+2 < to && g.tokens[i+1].is(mark, ".") && g.tokens[i+2].kind == word {
		i += 2
		name := g.tokens[i].text
		called := at(g.tokens, i+1).is(mark, "(")
		if called && (name == "findLibrary" || name == "findBundle") && at(g.tokens, i+2).kind == quoted {
			if name == "findBundle" {
				parts = append(parts, "bundles")
			}
			parts, end = append(parts, g.tokens[i+2].text), g.tokens[i+2].end
			i += 3
			break
		}
		if called {
			break
		}
		parts, end = append(parts, name), g.tokens[i].end
	}
	g.m.References = append(g.m.References, Reference{strings.Join(parts, "."), start, end, dev})
	return i
}

// artifact notes a dependency.
func (g *gradle) artifact(d Dependency, dev bool) {
	if d.Name == "" {
		return
	}
	if dev {
		g.m.Dev = append(g.m.Dev, d.Name)
		return
	}
	if !IsBuildTool(d.Name) {
		g.m.Add(d)
	}
}

// coordinateOf is the artifact that a string names; none where part of the name is put in by the program.
func coordinateOf(t token) Dependency {
	m := coordinate.FindStringSubmatch(t.text)
	if m == nil {
		return Dependency{}
	}
	name := m[1] + ":" + m[2]
	return Dependency{Maven, name, t.start, t.start + len(name), false}
}

// gradleNames gathers group and artifact where they are stated apart: group: 'g', name: 'a', or "g", "a".
type gradleNames struct {
	group, name token
	placed      []token
}

func (n *gradleNames) set(key string, t token) Dependency {
	switch key {
	case "group":
		n.group = t
	case "name", "module":
		n.name = t
	default:
		return coordinateOf(t)
	}
	return n.take()
}

func (n *gradleNames) position(t token) Dependency {
	if !plainName.MatchString(t.text) {
		return Dependency{}
	}
	n.placed = append(n.placed, t)
	if len(n.placed) != 2 {
		return Dependency{}
	}
	n.group, n.name = n.placed[0], n.placed[1]
	return n.take()
}

func (n *gradleNames) take() Dependency {
	if !plainName.MatchString(n.group.text) || !plainName.MatchString(n.name.text) {
		return Dependency{}
	}
	d := Dependency{Maven, n.group.text + ":" + n.name.text, min(n.group.start, n.name.start), max(n.group.end, n.name.end), false}
	n.group, n.name = token{}, token{}
	return d
}

// IsBuildTool reports whether an artifact, by its name, serves the build or states versions.
func IsBuildTool(coordinate string) bool {
	_, artifact, _ := strings.Cut(coordinate, ":")
	return slices.ContainsFunc([]string{"-gradle-plugin", "-gradle", ".gradle.plugin", "-bom", "-compiler", "-processor", "-lint"},
		func(end string) bool { return strings.HasSuffix(artifact, end) })
}
