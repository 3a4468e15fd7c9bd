package ci_test

import (
	"debug/elf"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// TestPreCommit has pre-commit install both hooks from a clone of this project and run them at commits.
func TestPreCommit(t *testing.T) {
	need(t, "pre-commit", "go")
	r := newRepository(t)
	project := filepath.Join(t.TempDir(), "pipalint")
	if out, code := r.try(nil, "git", "clone", "-q", root(t), project); code != 0 {
		if inCI() {
			t.Fatalf("no clone: %s", out)
		}
		t.Skipf("no clone: %s", out)
	}
	rev, _ := (&repository{t: t, dir: project, env: r.env}).try(nil, "git", "rev-parse", "HEAD")
	r.env = append(r.env, "PRE_COMMIT_HOME="+t.TempDir(), "GOFLAGS=-modcacherw")
	hooks := func(id string) {
		r.write(".pre-commit-config.yaml", "repos:\n  - repo: "+filepath.ToSlash(project)+"\n    rev: "+strings.TrimSpace(rev)+"\n    hooks:\n      - id: "+id+"\n")
		r.git("add", "-A")
	}

	hooks("pipalint")
	if out, code := r.try(nil, "pre-commit", "run"); code == 0 || !strings.Contains(out, "safety-missing") {
		t.Errorf("a policy without measures passes: %d\n%s", code, out)
	}
	r.replace("pipalint.toml", "\"warning\"", "\"off\"")
	r.git("add", "-A")
	if out, code := r.try(nil, "pre-commit", "run"); code != 0 {
		t.Errorf("exit code %d\n%s", code, out)
	}

	hooks("pipalint-files")
	r.write("notes.md", "# 회의록\n")
	r.write("web/app-privacy.md", strings.Replace(policyText, "한가람", "○○○", 1))
	r.git("add", "-A")
	if out, code := r.try(nil, "pre-commit", "run"); code == 0 || !strings.Contains(out, "placeholder-left") || strings.Contains(out, "notes.md") {
		t.Errorf("exit code %d\n%s", code, out)
	}
}

// TestGitLab runs the script of the job as a runner does, on a merge request and on the default branch.
func TestGitLab(t *testing.T) {
	var file struct {
		Pipalint struct {
			Variables map[string]string
			Script    []string
			Artifacts struct{ Reports map[string]string }
		}
	}
	load(t, "ci/gitlab.yml", &file)
	job := file.Pipalint
	r := newRepository(t)
	_, path := installed(t)
	base := r.git("rev-parse", "HEAD")
	r.replace("web/privacy.md", "회원 탈퇴 시까지", "필요한 기간 동안")
	r.commit("a vague period")
	run := func(diffBase string) (string, int) {
		env := []string{path}
		for key, value := range job.Variables {
			env = append(env, key+"="+os.Expand(value, func(name string) string {
				return map[string]string{"CI_MERGE_REQUEST_DIFF_BASE_SHA": diffBase}[name]
			}))
		}
		return r.try(env, "sh", "-ec", strings.Join(job.Script, "\n"))
	}
	issues := func() []string {
		var list []struct {
			CheckName   string `json:"check_name"`
			Fingerprint string
			Location    struct{ Path string }
		}
		if err := json.Unmarshal([]byte(r.read(job.Artifacts.Reports["codequality"])), &list); err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, one := range list {
			if one.Location.Path != "web/privacy.md" || one.Fingerprint == "" {
				t.Errorf("%+v", one)
			}
			names = append(names, one.CheckName)
		}
		return names
	}

	if out, code := run(base); code != 1 {
		t.Errorf("merge request: exit code %d\n%s", code, out)
	}
	if names := issues(); len(names) == 0 || slices.Contains(names, "safety-missing") {
		t.Errorf("merge request: %v", names)
	}
	if out, code := run(""); code != 1 {
		t.Errorf("default branch: exit code %d\n%s", code, out)
	}
	if names := issues(); !slices.Contains(names, "safety-missing") {
		t.Errorf("default branch: %v", names)
	}
	wants(t, r.read(job.Artifacts.Reports["junit"]), "<testsuite", "safety-missing")
}

// TestImage builds the program as the Dockerfile does and runs it as the image's user would: it needs no library of the
// system. No engine of containers is asked for.
func TestImage(t *testing.T) {
	need(t, "sh", "go")
	data, err := os.ReadFile(filepath.Join(root(t), "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	var build, user string
	for _, line := range lines(data) {
		switch {
		case strings.HasPrefix(line, "RUN ") && strings.Contains(line, "go build"):
			build = strings.TrimPrefix(line, "RUN ")
		case strings.HasPrefix(line, "USER "):
			user = strings.TrimPrefix(line, "USER ")
		case strings.HasPrefix(line, "FROM "):
			user = "" // each stage begins as root
		}
	}
	if user == "" || strings.HasPrefix(user, "0") || strings.HasPrefix(user, "root") {
		t.Errorf("the image runs as %q", user)
	}
	dir := t.TempDir()
	binary := filepath.Join(dir, "pipalint")
	cmd := exec.CommandContext(t.Context(), "sh", "-ec", strings.Replace(build, "-o /pipalint", "-o "+binary, 1))
	cmd.Dir, cmd.Env = root(t), append(os.Environ(), "VERSION=v1.2.3")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", build, err, out)
	}
	out, err := exec.CommandContext(t.Context(), binary, "version").Output()
	if err != nil || !strings.HasPrefix(string(out), "pipalint v1.2.3\n") {
		t.Errorf("%v: %s", err, out)
	}
	if runtime.GOOS != "linux" {
		return
	}
	file, err := elf.Open(binary)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // only read
	if libraries, _ := file.ImportedLibraries(); len(libraries) > 0 || file.Section(".interp") != nil {
		t.Errorf("it asks for %v", libraries)
	}
}

// A release is what .goreleaser.yaml says.
type release struct {
	ProjectName string `yaml:"project_name"`
	Builds      []struct {
		Main         string
		Goos, Goarch []string
	}
	Archives []struct {
		NameTemplate    string `yaml:"name_template"`
		Formats         []string
		FormatOverrides []struct {
			Goos    string
			Formats []string
		} `yaml:"format_overrides"`
	}
	Checksum struct {
		NameTemplate string `yaml:"name_template"`
		Algorithm    string
	}
	SBOMs []struct{ Artifacts string }
}

func releases(t *testing.T) release {
	t.Helper()
	var r release
	load(t, ".goreleaser.yaml", &r)
	return r
}

// TestReleases holds what is released to what is promised: three systems, two kinds of machine, checksums, parts lists. All
// of them compile.
func TestReleases(t *testing.T) {
	r := releases(t)
	if len(r.Builds) != 1 || !slices.Equal(r.Builds[0].Goos, []string{"linux", "darwin", "windows"}) || !slices.Equal(r.Builds[0].Goarch, []string{"amd64", "arm64"}) {
		t.Errorf("builds %+v", r.Builds)
	}
	if r.Checksum.NameTemplate != "checksums.txt" || r.Checksum.Algorithm != "sha256" || len(r.SBOMs) != 1 || r.SBOMs[0].Artifacts != "archive" {
		t.Errorf("checksums %+v, parts lists %+v", r.Checksum, r.SBOMs)
	}
	if testing.Short() {
		return
	}
	for _, os := range r.Builds[0].Goos {
		if os == runtime.GOOS {
			continue // the other tests compiled for it
		}
		cmd := exec.CommandContext(t.Context(), "go", "vet", "./cmd/pipalint")
		cmd.Dir, cmd.Env = root(t), append(cmd.Environ(), "GOOS="+os, "CGO_ENABLED=0")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", os, err, out)
		}
	}
}

// TestExtras writes the manual pages and completions of a release.
func TestExtras(t *testing.T) {
	need(t, "bash", "go")
	dir := filepath.Join(t.TempDir(), "extras")
	cmd := exec.CommandContext(t.Context(), "bash", filepath.Join(root(t), "ci", "extras.sh"), dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"pipalint.1", "pipalint.ko.1", "pipalint.bash", "pipalint.zsh", "pipalint.fish", "pipalint.powershell"} {
		if data, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !strings.Contains(string(data), "pipalint") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReviewdog runs the workflow's step on the merge of a pull request: what came to the main branch meanwhile is not the
// change's.
func TestReviewdog(t *testing.T) {
	var workflow struct {
		Jobs map[string]struct {
			Steps []struct{ Name, Run string }
		}
	}
	load(t, "ci/reviewdog.yml", &workflow)
	steps := workflow.Jobs["pipalint"].Steps
	script := steps[len(steps)-1].Run
	r := newRepository(t)
	_, path := installed(t)
	r.git("checkout", "-q", "-b", "topic")
	r.replace("web/privacy.md", "한가람", "○○○")
	r.commit("a slot")
	r.git("checkout", "-q", "main")
	r.replace("web/privacy.md", "회원 탈퇴 시까지", "필요한 기간 동안")
	r.commit("a vague period")
	r.git("checkout", "-q", "--detach")
	r.git("merge", "-q", "--no-edit", "topic")

	// Neither is installed, and reviewdog shows what it reads.
	out, code := r.try([]string{path}, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", "go() { :; }; reviewdog() { cat; }\n"+script)
	if code != 0 || !strings.Contains(out, "placeholder-left") || strings.Contains(out, "retention-") || strings.Contains(out, "safety-missing") {
		t.Errorf("exit code %d\n%s", code, out)
	}
}
