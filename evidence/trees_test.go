package evidence_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/evidence"
)

func TestTrees(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files []string
		want  []evidence.Tree
	}{
		{"none", []string{"web/index.html", "docs/requirements.md"}, nil},
		{"the folder itself", []string{"package.json", "app/build.gradle"}, []evidence.Tree{{".", []string{"app/build.gradle", "package.json"}}}},
		{
			"side by side",
			[]string{"android/app/build.gradle", "android/build.gradle", "ios/Podfile", "web/node_modules/left/package.json", "test/package.json", "vendor/x/go.mod"},
			[]evidence.Tree{{"android", []string{"app/build.gradle", "build.gradle"}}, {"ios", []string{"Podfile"}}},
		},
		{"a name that begins like another", []string{"app/go.mod", "app2/go.mod"}, []evidence.Tree{{"app", []string{"go.mod"}}, {"app2", []string{"go.mod"}}}},
		{"what speaks for a folder above", []string{"droid/gradle/libs.versions.toml"}, []evidence.Tree{{"droid", []string{"gradle/libs.versions.toml"}}}},
		{
			"many",
			[]string{"go/go.mod", "p/a/package.json", "p/b/package.json", "p/c/package.json", "p/d/package.json", "p/e/package.json", "p/f/package.json"},
			[]evidence.Tree{{"go", []string{"go.mod"}}, {"p", []string{"a/package.json", "b/package.json", "c/package.json", "d/package.json", "e/package.json", "f/package.json"}}},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			for _, name := range tt.files {
				path := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, nil, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(tt.want, evidence.Trees(t.Context(), dir)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
