package manifest

import (
	"path"
	"strings"
)

// A Format is a kind of file that asks for packages.
type Format struct {
	Ecosystem string
	Kind      Kind
	Parse     func(text string) (Manifest, error)
}

// Kind tells what a file says of the packages that it names.
type Kind int

// The kinds.
const (
	Asks      Kind = iota + 1 // for them
	Locks                     // that they are what was asked for, and what comes with it
	Catalogue                 // that builds may ask for them
)

var byName = map[string]Format{
	"package.json":        {NPM, Asks, PackageJSON},
	"package-lock.json":   {NPM, Locks, PackageLock},
	"npm-shrinkwrap.json": {NPM, Locks, PackageLock},
	"yarn.lock":           {NPM, Locks, YarnLock},
	"pnpm-lock.yaml":      {NPM, Locks, PnpmLock},
	"gradle.lockfile":     {Maven, Locks, GradleLock},
	"pom.xml":             {Maven, Asks, POM},
	"Podfile":             {CocoaPods, Asks, Podfile},
	"Podfile.lock":        {CocoaPods, Locks, PodfileLock},
	"Package.swift":       {SwiftPM, Asks, PackageSwift},
	"project.pbxproj":     {SwiftPM, Asks, XcodeProject},
	"Package.resolved":    {SwiftPM, Locks, PackageResolved},
	"pubspec.yaml":        {Pub, Asks, Pubspec},
	"pubspec.lock":        {Pub, Locks, PubspecLock},
	"go.mod":              {Go, Asks, GoMod},
	"pyproject.toml":      {PyPI, Asks, Pyproject},
	"poetry.lock":         {PyPI, Locks, PythonLock},
	"uv.lock":             {PyPI, Locks, PythonLock},
	"Pipfile":             {PyPI, Asks, Pipfile},
}

// FormatOf is the format of a file by its path, with slashes. Files that serve development alone have none.
func FormatOf(name string) (Format, bool) {
	base := path.Base(name)
	if f, ok := byName[base]; ok {
		return f, true
	}
	switch {
	case inBuild(name):
		return Format{Maven, Asks, Gradle}, isScript(base) && !strings.HasPrefix(base, "build.") || path.Ext(base) == ".kt"
	case isScript(base):
		return Format{Maven, Asks, Gradle}, true
	case strings.HasSuffix(base, ".versions.toml"):
		return Format{Maven, Catalogue, VersionCatalogue}, true
	case isRequirements(name):
		return Format{PyPI, Asks, Requirements}, !isDev(strings.TrimSuffix(base, path.Ext(base)))
	}
	return Format{}, false
}

// isRequirements knows requirements.txt, requirements-prod.txt, prod-requirements.txt and requirements/prod.txt.
func isRequirements(name string) bool {
	base := path.Base(name)
	return path.Ext(base) == ".txt" && !strings.Contains(base, "constraints") &&
		(strings.HasPrefix(base, "requirements") || strings.HasSuffix(base, "requirements.txt") || path.Base(path.Dir(name)) == "requirements")
}

func isScript(base string) bool {
	return (strings.HasSuffix(base, ".gradle") || strings.HasSuffix(base, ".gradle.kts")) && !strings.HasPrefix(base, "settings.")
}

// inBuild reports whether a file belongs to a build of the build. Its scripts and its Kotlin are conventions and
// constants for the modules of the tree; its own build.gradle asks for plugins.
func inBuild(name string) bool {
	return strings.Contains(name, "buildSrc/") || strings.Contains(name, "build-logic/")
}
