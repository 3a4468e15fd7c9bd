package manifest

import (
	"slices"
	"strings"
)

var swiftGrammar = grammar{comment: "//", block: true, nested: true, insert: `\(`, triple: true, hashes: true}

// PackageSwift reads a Package.swift. Packages that only test targets use are left out.
func PackageSwift(text string) (Manifest, error) {
	tokens, err := scan(text, swiftGrammar)
	if err != nil {
		return Manifest{}, err
	}
	uses, tests := swiftUses(tokens)
	var m Manifest
	for i := range tokens {
		if !tokens[i].is(word, "package") || !at(tokens, i-1).is(mark, ".") || !at(tokens, i+1).is(mark, "(") {
			continue
		}
		args := tokens[i+1 : min(tokens[i+1].closes, len(tokens))]
		url, ok := swiftArgument(args, "url")
		if !ok {
			continue
		}
		name := repository(url.text)
		if id := swiftIdentity(name, args); slices.Contains(tests, id) && !slices.Contains(uses, id) {
			m.Dev = append(m.Dev, name)
			continue
		}
		m.Add(Dependency{SwiftPM, name, url.start, url.end, false})
	}
	return m, nil
}

// swiftUses are the packages that targets name, and those that test targets do.
func swiftUses(tokens []token) (uses, tests []string) {
	for i := range tokens {
		if tokens[i].kind != word || !strings.HasSuffix(strings.ToLower(tokens[i].text), "target") || !at(tokens, i+1).is(mark, "(") {
			continue
		}
		args := tokens[i+1 : min(tokens[i+1].closes, len(tokens))]
		for j, t := range args {
			if !t.is(word, "package") || !at(args, j+1).is(mark, ":") || at(args, j+2).kind != quoted {
				continue
			}
			id := strings.ToLower(args[j+2].text)
			if tokens[i].text == "testTarget" {
				tests = append(tests, id)
			} else {
				uses = append(uses, id)
			}
		}
	}
	return uses, tests
}

func swiftArgument(args []token, label string) (token, bool) {
	for i, t := range args {
		if t.is(word, label) && at(args, i+1).is(mark, ":") && at(args, i+2).kind == quoted {
			return args[i+2], true
		}
	}
	return token{}, false
}

// swiftIdentity is how targets name a package: by its name, else by the end of its address.
func swiftIdentity(repository string, args []token) string {
	if name, ok := swiftArgument(args, "name"); ok {
		return strings.ToLower(name.text)
	}
	return strings.ToLower(repository[strings.LastIndexByte(repository, '/')+1:])
}

// repository is host/owner/repository out of an address.
func repository(url string) string {
	if at := strings.Index(url, "://"); at >= 0 {
		url = url[at+len("://"):]
	} else if host, path, ok := strings.Cut(url, ":"); ok && strings.Contains(host, "@") { // git@host:owner/repository
		url = host + "/" + path
	}
	if user, rest, ok := strings.Cut(url, "@"); ok && !strings.Contains(user, "/") {
		url = rest
	}
	return strings.TrimSuffix(strings.TrimSuffix(url, "/"), ".git")
}

// XcodeProject reads the packages that a project.pbxproj of Xcode names.
func XcodeProject(text string) (Manifest, error) {
	tokens, err := scan(text, grammar{comment: "//", block: true})
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	for i, t := range tokens {
		if url := at(tokens, i+2); t.is(word, "repositoryURL") && at(tokens, i+1).is(mark, "=") && url.kind == quoted {
			m.Add(Dependency{SwiftPM, repository(url.text), url.start, url.end, false})
		}
	}
	return m, nil
}

// PackageResolved reads a Package.resolved of any version. It does not tell who asked for what.
func PackageResolved(text string) (Manifest, error) {
	root, err := parseJSON(text)
	if err != nil {
		return Manifest{}, err
	}
	pins := root.child("pins")
	if pins == nil {
		pins = root.get("object", "pins")
	}
	var m Manifest
	for _, pin := range pins.each() {
		location := pin.child("location")
		if location == nil {
			location = pin.child("repositoryURL")
		}
		if location.text() != "" && pin.child("kind").text() != "localSourceControl" {
			m.Add(Dependency{SwiftPM, repository(location.text()), location.span.start, location.span.end, true})
		}
	}
	return m, nil
}
