package evidence_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/evidence"
	"github.com/pipalint/pipalint/evidence/manifest"
	"github.com/pipalint/pipalint/vendors"
)

// A wanted is a want.toml: what a reader finds in a source tree.
type wanted struct {
	Vendors []string // 'vendor package file:line', then weak and indirect
	Never   []string // packages that stand in the tree and are no sign
}

func TestSources(t *testing.T) {
	wants, err := filepath.Glob("../testdata/sources/*/want.toml")
	if err != nil || len(wants) != 12 {
		t.Fatalf("%d trees, want 12; %v", len(wants), err)
	}
	for _, path := range wants {
		dir := filepath.Dir(path)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			want := readWanted(t, path)
			found, failures := evidence.OfSource(dir)
			if len(failures) > 0 {
				t.Errorf("failures: %v", failures)
			}
			var got []string
			for _, e := range found {
				got = append(got, describe(t, dir, e))
				if slices.Contains(want.Never, e.Key) {
					t.Errorf("%s is no sign", e.Key)
				}
			}
			if diff := cmp.Diff(want.Vendors, got); diff != "" {
				t.Errorf("evidence (-want +got):\n%s", diff)
			}
			text := treeText(t, dir)
			for _, name := range want.Never {
				if !strings.Contains(text, name[strings.IndexByte(name, ':')+1:]) {
					t.Errorf("%s stands nowhere in the tree", name)
				}
			}
			again, _ := evidence.OfSource(dir)
			if !slices.EqualFunc(found, again, func(a, b policy.Evidence) bool {
				return a.Key == b.Key && a.Place.Span == b.Place.Span && a.Place.File.Name == b.Place.File.Name
			}) {
				t.Error("a second run differs")
			}
		})
	}
}

func readWanted(t *testing.T, path string) wanted {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var w wanted
	if err := toml.Unmarshal(raw, &w); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	for i, line := range w.Vendors {
		w.Vendors[i] = strings.Join(strings.Fields(line), " ")
	}
	return w
}

// describe writes evidence as want.toml does, and checks that its place holds its name.
func describe(t *testing.T, dir string, e policy.Evidence) string {
	t.Helper()
	s, ok := vendors.ByPackage(vendors.Ecosystem(e.Ecosystem), e.Key)
	if !ok || e.Kind != policy.EvidencePackage {
		t.Errorf("%s %s proves nothing", e.Kind, e.Key)
		return e.Key
	}
	file := e.Place.File
	rel, err := filepath.Rel(dir, file.Name)
	if err != nil {
		t.Error(err)
	}
	covered := file.Text[e.Place.Span.Start:e.Place.Span.End]
	last := e.Key[strings.LastIndexAny(e.Key, ":/")+1:]
	if !strings.Contains(covered, last) && !strings.HasPrefix(strings.ToLower(covered), "libs.") {
		t.Errorf("%s stands at %q", e.Key, covered)
	}
	out := fmt.Sprintf("%s %s %s:%d", s.Vendor.ID, e.Key, filepath.ToSlash(rel), file.Position(e.Place.Span.Start).Line)
	if s.Weak {
		out += " weak"
	}
	if e.Indirect {
		out += " indirect"
	}
	return out
}

// treeText is all that stands in the files of a tree but in want.toml.
func treeText(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "want.toml" {
			return err
		}
		raw, err := os.ReadFile(path)
		b.Write(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// write makes a folder of files.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// found are the packages with their files and lines, below dir.
func found(dir string, all []policy.Evidence) []string {
	var out []string
	for _, e := range all {
		rel, _ := filepath.Rel(dir, e.Place.File.Name)
		line := fmt.Sprintf("%s:%d %s", filepath.ToSlash(rel), e.Place.File.Position(e.Place.Span.Start).Line, e.Key)
		if e.Indirect {
			line += " ~"
		}
		out = append(out, line)
	}
	return out
}

func TestSourceFailures(t *testing.T) {
	const ok = `{"dependencies": {"mixpanel-browser": "2"}}`
	tests := []struct {
		name  string
		files map[string]string
		open  string // below the folder
		at    string // of the failure
		is    error
		says  string
	}{
		{"no manifest", map[string]string{"README.md": "x"}, "", "", evidence.ErrNoManifest, "no manifest"},
		{"manifests of others alone", map[string]string{"node_modules/a/package.json": ok, ".hidden/package.json": ok, "vendor/package.json": ok}, "", "",
			evidence.ErrNoManifest, "no manifest"},
		{"no folder", nil, "gone", "gone", fs.ErrNotExist, ""},
		{"a file that is no manifest", map[string]string{"notes.txt": "x"}, "notes.txt", "notes.txt", evidence.ErrNoManifest, ""},
		{"not to be understood", map[string]string{"package.json": "{\n  \"a\":\n}"}, "", "package.json", nil, "3:1: "},
		{"not to be understood, beside others", map[string]string{"a/package.json": ok, "b/pom.xml": "<project>"}, "", "b/pom.xml", nil, "1:"},
		{"a lock file", map[string]string{"package.json": ok, "yarn.lock": "<<<<<<< HEAD\n"}, "", "yarn.lock", nil, "1:1: "},
		{"binary", map[string]string{"package.json": "{\x00\x01\x02\xff\xfe\x00\x00\x07\x08}"}, "", "package.json", nil, ""},
		{"an included file is missing", map[string]string{"requirements.txt": "-r more.txt\nboto3\n"}, "", "more.txt", fs.ErrNotExist, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := write(t, tt.files)
			_, failures := evidence.OfSource(filepath.Join(dir, tt.open))
			if len(failures) != 1 {
				t.Fatalf("%d failures: %v", len(failures), failures)
			}
			f := failures[0]
			if f.Path != filepath.Join(dir, tt.at) || tt.is != nil && !errors.Is(f.Err, tt.is) || !strings.Contains(f.Err.Error(), tt.says) {
				t.Errorf("%s: %v", f.Path, f.Err)
			}
			var at *manifest.Error
			if strings.Contains(tt.says, ":") && !errors.As(f.Err, &at) {
				t.Errorf("%T has no line", f.Err)
			}
		})
	}
}

func TestSourceUnreadable(t *testing.T) {
	dir := write(t, map[string]string{"a/package.json": "{}", "b/package.json": "{}"})
	locked := filepath.Join(dir, "a", "package.json")
	if os.Geteuid() == 0 {
		t.Skip("nothing is closed to root: .ci/run runs this as somebody else")
	}
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	if _, failures := evidence.OfSource(dir); len(failures) != 1 || failures[0].Path != locked {
		t.Errorf("failures: %v", failures)
	}
}

func TestSourceTooLarge(t *testing.T) {
	dir := write(t, map[string]string{"package-lock.json": "{"})
	path := filepath.Join(dir, "package-lock.json")
	if err := os.Truncate(path, 65<<20); err != nil {
		t.Fatal(err)
	}
	if _, failures := evidence.OfSource(dir); len(failures) != 1 || !errors.Is(failures[0].Err, evidence.ErrTooLarge) {
		t.Errorf("failures: %v", failures)
	}
}

func TestSourceNames(t *testing.T) {
	dir := write(t, map[string]string{"package.json": `{"dependencies": {"mixpanel-browser": "2"}}`, "app/package.json": `{"dependencies": {"twilio": "2"}}`})
	t.Chdir(dir)
	for open, want := range map[string][]string{
		".": {filepath.Join("app", "package.json"), "package.json"}, "./app": {filepath.Join("app", "package.json")},
		"package.json": {"package.json"}, "app/package.json": {"app/package.json"},
	} {
		all, _ := evidence.OfSource(filepath.FromSlash(open))
		var got []string
		for _, e := range all {
			got = append(got, e.Place.File.Name)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", open, diff)
		}
	}
}

func TestSourceLinksAreNotFollowed(t *testing.T) {
	dir := write(t, map[string]string{"package.json": "{}", "other/real.json": `{"dependencies": {"mixpanel-browser": "2"}}`})
	if err := os.MkdirAll(filepath.Join(dir, "app"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "other", "real.json"), filepath.Join(dir, "app", "package.json")); err != nil {
		t.Fatal(err)
	}
	if all, failures := evidence.OfSource(dir); len(all) > 0 || len(failures) > 0 {
		t.Errorf("got %v, %v", found(dir, all), failures)
	}
}

// A catalogue may lie above the folder that is named, within the project.
func TestSourceCatalogueAbove(t *testing.T) {
	dir := write(t, map[string]string{
		"gradle/libs.versions.toml": "[libraries]\nmixpanel = \"com.mixpanel.android:mixpanel-android:7\"\nadjust = \"com.adjust.sdk:adjust-android:5\"\n",
		"app/build.gradle.kts":      "dependencies {\n  implementation(libs.mixpanel)\n}\n",
	})
	for _, open := range []string{"app", "app/build.gradle.kts"} {
		all, failures := evidence.OfSource(filepath.Join(dir, open))
		if diff := cmp.Diff([]string{"app/build.gradle.kts:2 com.mixpanel.android:mixpanel-android"}, found(dir, all)); diff != "" || len(failures) > 0 {
			t.Errorf("%s (-want +got):\n%s%v", open, diff, failures)
		}
	}
}

// Without a manifest, a lock file alone shows what is at hand.
func TestSourceLockAlone(t *testing.T) {
	dir := write(t, map[string]string{"yarn.lock": "mixpanel-browser@^2:\n  version \"2\"\n"})
	for _, open := range []string{"", "yarn.lock"} {
		all, failures := evidence.OfSource(filepath.Join(dir, open))
		if diff := cmp.Diff([]string{"yarn.lock:1 mixpanel-browser ~"}, found(dir, all)); diff != "" || len(failures) > 0 {
			t.Errorf("(-want +got):\n%s%v", diff, failures)
		}
	}
}

// A lock file speaks for its own folder, not for one beside it.
func TestSourceLockScope(t *testing.T) {
	dir := write(t, map[string]string{
		"a/package.json": `{"dependencies": {"x": "1"}, "devDependencies": {"mixpanel-browser": "2"}}`,
		"a/yarn.lock":    "x@1:\n  version \"1\"\n  dependencies:\n    twilio \"1\"\ntwilio@1:\n  version \"1\"\nmixpanel-browser@2:\n  version \"2\"\n",
		"b/package.json": `{"dependencies": {"mixpanel-browser": "2"}}`,
	})
	all, _ := evidence.OfSource(dir)
	if diff := cmp.Diff([]string{"a/yarn.lock:5 twilio ~", "b/package.json:1 mixpanel-browser"}, found(dir, all)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
