package main

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/config"
)

// TestNamesOfPolicies names a page in all ways, from folders reached in all ways.
func TestNamesOfPolicies(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	repository, link := filepath.Join(root, "repository"), filepath.Join(root, "link")
	for _, dir := range []string{filepath.Join(repository, "web", "releases", "3"), filepath.Join(root, "elsewhere")} {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for to, from := range map[string]string{repository: link, filepath.Join(repository, "web", "releases", "3"): filepath.Join(repository, "web", "current")} {
		if err := os.Symlink(to, from); err != nil {
			cannot(t, err) // not everybody may on Windows
		}
	}
	name := "개인정보.html"
	for _, tt := range []struct{ wd, conf, name, want string }{
		{repository, ".", "web/" + name, "web/" + name},
		{repository, ".", "./web/" + name, "web/" + name},
		{repository, ".", "web/releases/../" + name, "web/" + name},
		{repository, ".", filepath.Join(repository, "web", name), "web/" + name},
		{repository, ".", "web/" + norm.NFD.String(name), "web/" + name},
		{repository, ".", filepath.Join(link, "web", name), "web/" + name},
		{repository, "", "web/" + name, "web/" + name},
		{link, ".", "web/" + name, "web/" + name},
		{link, ".", filepath.Join(repository, "web", name), "web/" + name},
		{filepath.Join(repository, "web"), "..", name, "web/" + name},
		{filepath.Join(repository, "web"), "..", "../" + name, name},
		{filepath.Join(repository, "web"), repository, name, "web/" + name},
		{repository, ".", "web/current/" + name, "web/current/" + name}, // not that of the release
		{repository, ".", "../elsewhere/" + name, "../elsewhere/" + name},
	} {
		t.Chdir(tt.wd)
		if got := pathFrom(tt.conf, input{name: filepath.FromSlash(tt.name)}); got != tt.want {
			t.Errorf("in %s, from %s: %s is %s, want %s", tt.wd, tt.conf, tt.name, got, tt.want)
		}
	}
	for _, tt := range []struct {
		in   input
		want string
	}{
		{input{name: stdinName, source: fromStdin}, stdinName},
		{input{name: "https://shop.example.com/privacy?lang=ko#article-3", source: fromURL}, "https://shop.example.com/privacy?lang=ko"},
	} {
		if got := pathFrom(repository, tt.in); got != tt.want {
			t.Errorf("%s is %s, want %s", tt.in.name, got, tt.want)
		}
	}
}

// TestPageOfPolicyDecomposed names a page of a configuration in the letters of another system.
func TestPageOfPolicyDecomposed(t *testing.T) {
	conf := &config.Config{Dir: ".", Policies: []config.Policy{{Name: "shop", Path: "개인정보.html"}}}
	got := targets(t.Context(), conf, []string{norm.NFD.String("개인정보.html")})
	if len(got) != 1 || got[0].name != "shop" {
		t.Errorf("targets %v, want the policy of the configuration", got)
	}
	if got := belongings(t.Context(), conf, []string{norm.NFD.String("개인정보.html")}); len(got) != 1 || got[0].Name != "shop" {
		t.Errorf("belongs to %v, want the policy of the configuration", got)
	}
}

// TestPageOfPolicyLinked names a page to which another policy has a link.
func TestPageOfPolicyLinked(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("shop.html", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("shop.html", "link.html"); err != nil {
		cannot(t, err) // not everybody may on Windows
	}
	conf := &config.Config{Dir: ".", Policies: []config.Policy{{Name: "shop", Path: "shop.html"}, {Name: "other", Path: "link.html"}}}
	got := targets(t.Context(), conf, []string{"shop.html"})
	if len(got) != 1 || got[0].name != "shop" {
		t.Errorf("targets %v, want the policy whose page it is", got)
	}
}
