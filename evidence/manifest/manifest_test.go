package manifest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A parserTest is a file and what a reader finds in it: "3 name" for a name on line 3, with ~ behind it
// where it is indirect.
type parserTest struct {
	name string
	text string
	want []string
	dev  []string
}

func testParser(t *testing.T, parse func(string) (Manifest, error), tests []parserTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.TrimPrefix(tt.text, "\n")
			for _, text := range []string{text, strings.ReplaceAll(text, "\n", "\r\n")} {
				m, err := parse(text)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(tt.want, found(t, text, m)); diff != "" {
					t.Errorf("dependencies (-want +got):\n%s", diff)
				}
				if diff := cmp.Diff(tt.dev, m.Dev); diff != "" {
					t.Errorf("for development (-want +got):\n%s", diff)
				}
			}
		})
	}
}

// testNeeds checks what packages ask for in turn.
func testNeeds(t *testing.T, parse func(string) (Manifest, error), text string, want map[string][]string) {
	t.Helper()
	m, err := parse(strings.TrimPrefix(text, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, m.Needs); diff != "" {
		t.Errorf("needs (-want +got):\n%s", diff)
	}
}

// found writes dependencies as tests do, and checks that each stands at its place.
func found(t *testing.T, text string, m Manifest) []string {
	t.Helper()
	var out []string
	for _, d := range m.Dependencies {
		if d.Start < 0 || d.End > len(text) || d.Start >= d.End {
			t.Fatalf("%s: no span: %d-%d", d.Name, d.Start, d.End)
		}
		covered := text[d.Start:d.End]
		last := d.Name[strings.LastIndexAny(d.Name, ":/")+1:]
		if !strings.Contains(covered, last) || strings.Contains(covered, `"`) && d.Ecosystem != Maven {
			t.Errorf("%s stands at %q", d.Name, covered)
		}
		line := fmt.Sprintf("%d %s", strings.Count(text[:d.Start], "\n")+1, d.Name)
		if d.Indirect {
			line += " ~"
		}
		out = append(out, line)
	}
	return out
}

func TestErrors(t *testing.T) {
	tests := []struct{ file, text, want string }{
		{"package.json", "{\n  \"dependencies\": {\n    \"a\": \"1\",\n  }\n}", "4:3: "},
		{"package.json", "{\n  \"a\": [1, 2", "2:13: the JSON value is cut off"},
		{"package.json", "", "1:1: the JSON value is cut off"},
		{"package.json", "[]", "1:1: no object"},
		{"package.json", "{}\n{}", "2:1: something follows"},
		{"package.json", strings.Repeat("[", 2000), "nested too deeply"},
		{"package-lock.json", "{\n<<<<<<< HEAD\n}", "2:1: "},
		{"yarn.lock", "# yarn lockfile v1\n\na@^1:\n  version \"1\"\n<<<<<<< HEAD\n", "5:1: no entry of a yarn.lock"},
		{"pnpm-lock.yaml", "packages:\n  a: [1\n  b: 2\n", "3:4: "},
		{"pubspec.yaml", "dependencies:\n\tdio: 1\n", "2:1: "},
		{"pubspec.yaml", "- dio\n", "1:1: no mapping"},
		{"Podfile.lock", "PODS: {\n", ": "},
		{"app/build.gradle", "dependencies {\n  /* never ends\n}", "2:3: the comment that begins here does not end"},
		{"app/build.gradle.kts", "val a = \"\"\"\n", "1:9: the string that begins here does not end"},
		{"gradle/libs.versions.toml", "[libraries]\na = \"b\nc = 1", "2:"},
		{"gradle.lockfile", "# made\na:b:1\n", "2:1: no line of a Gradle lock file"},
		{"pom.xml", "<project>\n  <dependencies>\n</project>", "3:"},
		{"pom.xml", "<a/>", "1:1: no <project>"},
		{"pom.xml", "", "1:1: there is no element"},
		{"Package.swift", "let a = 1 /* /* */\n", "1:11: the comment"},
		{"Package.resolved", "{\"pins\": [}", "1:11: invalid character"},
		{"go.mod", "module a\n\nrequire (\n\tb\n)\n", "4:2: "},
		{"pyproject.toml", "[project\n", "1:"},
		{"poetry.lock", "[[package]]\nname = \n", "2:"},
	}
	for _, tt := range tests {
		f, ok := FormatOf(tt.file)
		if !ok {
			t.Fatalf("%s: no format", tt.file)
		}
		_, err := f.Parse(tt.text)
		var at *Error
		if !errors.As(err, &at) {
			t.Errorf("%s %q: %v, want an Error", tt.file, tt.text, err)
		} else if !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s %q: %q, want %q", tt.file, tt.text, err, tt.want)
		}
	}
}

func TestFormatOf(t *testing.T) {
	tests := []struct {
		path, ecosystem string
		kind            Kind
	}{
		{"a/package.json", NPM, Asks},
		{"a/package.json5", "", 0},
		{"app/build.gradle", Maven, Asks},
		{"gradle/firebase.gradle.kts", Maven, Asks},
		{"buildSrc/build.gradle.kts", "", 0},
		{"build-logic/convention/build.gradle.kts", "", 0},
		{"buildSrc/src/main/kotlin/android.gradle.kts", Maven, Asks},
		{"buildSrc/src/main/kotlin/Libs.kt", Maven, Asks},
		{"src/main/kotlin/Libs.kt", "", 0},
		{"settings.gradle", "", 0},
		{"settings.gradle.kts", "", 0},
		{"gradle/libs.versions.toml", Maven, Catalogue},
		{"requirements.txt", PyPI, Asks},
		{"requirements-prod.txt", PyPI, Asks},
		{"requirements_dev.txt", "", 0},
		{"requirements-test.txt", "", 0},
		{"dev-requirements.txt", "", 0},
		{"requirements/base.txt", PyPI, Asks},
		{"requirements/local.txt", "", 0},
		{"requirements/constraints.txt", "", 0},
		{"notes.txt", "", 0},
		{"Podfile", CocoaPods, Asks},
		{"App.xcodeproj/project.pbxproj", SwiftPM, Asks},
	}
	for _, tt := range tests {
		f, ok := FormatOf(tt.path)
		if ok != (tt.kind != 0) || ok && (f.Ecosystem != tt.ecosystem || f.Kind != tt.kind) {
			t.Errorf("FormatOf(%q) = %s %d %v, want %s %d", tt.path, f.Ecosystem, f.Kind, ok, tt.ecosystem, tt.kind)
		}
	}
}

func TestIsDev(t *testing.T) {
	for name, want := range map[string]bool{
		"testImplementation": true, "androidTestApi": true, "freeDebugImplementation": true, "requirements-dev": true,
		"latestImplementation": false, "implementation": false, "contestRelease": false, "api": false, "TESTS": true, "UITests": false,
	} {
		if got := isDev(name); got != want {
			t.Errorf("isDev(%q) = %v", name, got)
		}
	}
}
