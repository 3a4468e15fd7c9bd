package manifest

import "strings"

// constants notes the artifacts that a build script, or the Kotlin beside it, gives names, for others to ask
// for: const val sentry = "g:a:v" in an object, ext.deps = [sentry: 'g:a:v']. A name stands below the objects
// around it: Libs.Firebase.analytics.
func (g *gradle) constants() {
	var objects []string // for each open brace, the name of its object, or ""
	for i, t := range g.tokens {
		switch {
		case t.is(mark, "{"):
			objects = append(objects, g.object(i))
		case t.is(mark, "}"):
			objects = objects[:max(0, len(objects)-1)]
		case t.kind == quoted && i > 1:
			d := coordinateOf(t)
			if name := g.named(i); d.Name != "" && name != "" {
				d.Indirect = true
				g.m.Aliases = append(g.m.Aliases, Alias{qualified(objects, name), d})
			}
		}
	}
}

// object is the name of the object whose brace stands at i.
func (g *gradle) object(i int) string {
	if at(g.tokens, i-1).kind == word && at(g.tokens, i-2).is(word, "object") {
		return g.tokens[i-1].text
	}
	return ""
}

// named is the name that the value at i is given by = or by : ("val name: String =" included).
func (g *gradle) named(i int) string {
	sign := at(g.tokens, i-1)
	if !sign.is(mark, "=") && !sign.is(mark, ":") {
		return ""
	}
	name := at(g.tokens, i-2)
	if sign.text == "=" && at(g.tokens, i-3).is(mark, ":") && at(g.tokens, i-4).kind == word {
		name = g.tokens[i-4]
	}
	if name.kind == mark || name.kind == newline {
		return ""
	}
	return name.text
}

func qualified(objects []string, name string) string {
	var parts []string
	for _, o := range objects {
		if o != "" {
			parts = append(parts, o)
		}
	}
	return strings.Join(append(parts, name), ".")
}

// Constant tells which artifact a reference names by a constant of a script: Libs.Firebase.analytics,
// Firebase.analytics where Libs is imported, rootProject.ext.deps.analytics for an entry of a map. Where
// more than one artifact bears the name, none.
func Constant(scripts []Manifest, r Reference) (Alias, bool) {
	var out Alias
	for _, m := range scripts {
		for _, a := range m.Aliases {
			if !isSuffix(a.Name, r.Name) && (strings.Contains(a.Name, ".") || !isSuffix(r.Name, a.Name)) {
				continue
			}
			if out.Name != "" && out.Dependency.Name != a.Dependency.Name {
				return Alias{}, false
			}
			out = a
		}
	}
	return out, out.Name != ""
}

// isSuffix reports whether a dotted name ends in another.
func isSuffix(name, end string) bool { return name == end || strings.HasSuffix(name, "."+end) }
