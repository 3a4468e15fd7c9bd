// Package ci_test runs what stands in this folder and at the root for other people's CI: the steps of the GitHub action,
// the job for GitLab, the hooks of pre-commit and the build of the image, each against an invented repository.
package ci_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// inCI tells that what a test needs must be there.
func inCI() bool { return os.Getenv("PIPALINT_CI") != "" }

// root is the top of the project.
func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// need skips a test where a program is not there, and fails it in CI. The short run is that of the race detector, which does not
// see into programs.
func need(t *testing.T, programs ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("other programs do all of it")
	}
	for _, name := range programs {
		if _, err := exec.LookPath(name); err == nil {
			continue
		}
		if inCI() {
			t.Fatalf("no %s: install it", name)
		}
		t.Skipf("no %s", name)
	}
}

// A repository is one of an invented company, in a folder of its own.
type repository struct {
	t   *testing.T
	dir string
	env []string
}

// newRepository has one commit: a policy that says all but one thing, and a configuration that names it.
func newRepository(t *testing.T) *repository {
	need(t, "bash", "git", "go")
	r := &repository{t: t, dir: t.TempDir()}
	home := t.TempDir()
	r.env = append(os.Environ(), "HOME="+home, "LANG=en_US.UTF-8", "LC_ALL=", "GIT_CONFIG_NOSYSTEM=1",
		"GOMODCACHE="+goEnv(t, "GOMODCACHE"), "GOCACHE="+goEnv(t, "GOCACHE"), // those of HOME are elsewhere now
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com")
	r.write("pipalint.toml", "[rules]\nsafety-missing = \"warning\"\n\n[[policy]]\nname = \"shop\"\npath = \"web/privacy.md\"\n")
	r.write("web/privacy.md", policyText)
	r.git("init", "-q", "-b", "main")
	r.commit("the policy")
	return r
}

// goEnv is a variable of the go command.
func goEnv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// policyText is a policy that names no measure of security.
const policyText = `# 모란상점 개인정보 처리방침

## 1. 개인정보의 처리 목적
모란상점은 회원 관리와 문의 응대를 위하여 개인정보를 처리합니다.

## 2. 처리하는 개인정보의 항목
회원 가입: 이름, 이메일 주소, 휴대전화번호

## 3. 개인정보의 처리 및 보유 기간
회원 정보는 회원 탈퇴 시까지 보유합니다.

## 4. 개인정보의 파기 절차 및 방법
보유 기간이 끝난 개인정보는 개인정보 보호책임자의 승인을 받아 지체 없이 파기합니다. 전자 파일은 복구할 수 없는 방법으로
삭제하고 종이 문서는 분쇄합니다.

## 5. 정보주체의 권리·의무 및 행사 방법
정보주체는 언제든지 개인정보의 열람, 정정, 삭제, 처리정지 및 동의 철회를 요구할 수 있습니다. 요구는 아래 부서에 서면이나
전자우편으로 할 수 있고, 대리인을 통하여 할 수도 있습니다.

## 6. 개인정보 보호책임자
개인정보 보호책임자: 한가람, 부서: 고객지원팀, 전화: 02-0000-0000, 이메일: privacy@moran.example.com

## 7. 처리방침의 변경
이 처리방침은 2026년 3월 16일부터 적용됩니다.
`

func (r *repository) write(name, text string) {
	r.t.Helper()
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		r.t.Fatal(err)
	}
}

func (r *repository) read(name string) string {
	r.t.Helper()
	data, err := os.ReadFile(filepath.Join(r.dir, filepath.FromSlash(name)))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(data)
}

// replace changes a text in a file of the repository, which must hold it.
func (r *repository) replace(name, before, after string) {
	r.t.Helper()
	text := r.read(name)
	if !strings.Contains(text, before) {
		r.t.Fatalf("%s does not hold %q", name, before)
	}
	r.write(name, strings.Replace(text, before, after, 1))
}

// commit puts all files into a commit.
func (r *repository) commit(message string) {
	r.t.Helper()
	r.git("add", "-A")
	r.git("commit", "-q", "-m", message)
}

// git runs git, which must succeed, and returns what it printed.
func (r *repository) git(args ...string) string {
	r.t.Helper()
	out, code := r.try(nil, "git", args...)
	if code != 0 {
		r.t.Fatalf("git %s: exit code %d\n%s", strings.Join(args, " "), code, out)
	}
	return strings.TrimSpace(out)
}

// try runs a program with more environment and returns what it printed and its exit code.
func (r *repository) try(env []string, name string, args ...string) (string, int) {
	r.t.Helper()
	cmd := exec.CommandContext(r.t.Context(), name, args...)
	cmd.Dir, cmd.Env = r.dir, slices.Concat(r.env, env)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		r.t.Fatalf("%s: %v", name, err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// installed builds the program into a folder and returns the path variable with it.
func installed(t *testing.T) (dir, path string) {
	t.Helper()
	need(t, "go")
	dir = t.TempDir()
	cmd := exec.CommandContext(t.Context(), "go", "build", "-o", dir+string(filepath.Separator), "./cmd/pipalint")
	cmd.Dir = root(t)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir, "PATH=" + dir + string(filepath.ListSeparator) + os.Getenv("PATH")
}

// load reads a YAML file of the project.
func load(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root(t), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// An action is what action.yml says.
type action struct {
	Inputs map[string]struct {
		Description string
		Default     string
	}
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Steps []struct {
			Name, Shell, Run string
			Dir              string `yaml:"working-directory"`
			Env              map[string]string
		}
	}
}

var expression = regexp.MustCompile(`\$\{\{ *([\w.-]+) *\}\}`)

// runAction does the steps of action.yml as a runner does, with inputs and the base of a pull request, and returns what they
// printed, the outputs and the exit code.
func (r *repository) runAction(inputs map[string]string, base string) (string, map[string]string, int) {
	r.t.Helper()
	var a action
	load(r.t, "action.yml", &a)
	for name := range inputs {
		if _, ok := a.Inputs[name]; !ok {
			r.t.Fatalf("action.yml has no input %s", name)
		}
	}
	value := func(text string) string {
		return expression.ReplaceAllStringFunc(text, func(m string) string {
			key := expression.FindStringSubmatch(m)[1]
			name, ok := strings.CutPrefix(key, "inputs.")
			switch given, has := inputs[name]; {
			case key == "github.event.pull_request.base.sha":
				return base
			case !ok:
				r.t.Fatalf("action.yml uses %s", key)
			case has:
				return given
			}
			return a.Inputs[name].Default
		})
	}
	temp := r.t.TempDir()
	files := map[string]string{"GITHUB_PATH": "", "GITHUB_OUTPUT": "", "GITHUB_STEP_SUMMARY": ""}
	env := []string{"GITHUB_ACTIONS=true", "GITHUB_ACTION_PATH=" + root(r.t), "RUNNER_TEMP=" + temp, "GITHUB_WORKSPACE=" + r.dir}
	for name := range files {
		files[name] = filepath.Join(temp, name)
		env = append(env, name+"="+files[name])
	}
	var printed strings.Builder
	path := os.Getenv("PATH")
	for _, step := range a.Runs.Steps {
		stepEnv := slices.Concat(env, []string{"PATH=" + path})
		for key, text := range step.Env {
			stepEnv = append(stepEnv, key+"="+value(text))
		}
		where := &repository{t: r.t, dir: filepath.Join(r.dir, value(step.Dir)), env: r.env}
		out, code := where.try(stepEnv, step.Shell, "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
		printed.WriteString(out)
		if added, err := os.ReadFile(files["GITHUB_PATH"]); err == nil {
			path = strings.TrimSpace(string(added)) + string(filepath.ListSeparator) + os.Getenv("PATH")
		}
		if code != 0 || step.Name == a.Runs.Steps[len(a.Runs.Steps)-1].Name {
			return printed.String() + contents(files["GITHUB_STEP_SUMMARY"]), outputs(contents(files["GITHUB_OUTPUT"])), code
		}
	}
	r.t.Fatal("action.yml has no steps")
	return "", nil, 0
}

func contents(file string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	return string(data)
}

// outputs are the lines of a file of outputs.
func outputs(text string) map[string]string {
	out := make(map[string]string)
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		out[key] = value
	}
	return out
}

// wants fails where a text does not hold a part.
func wants(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
}

// lines are the lines of a file without those that are empty or comments.
func lines(data []byte) []string {
	var out []string
	for line := range bytes.Lines(data) {
		if s := strings.TrimSpace(string(line)); s != "" && !strings.HasPrefix(s, "#") {
			out = append(out, s)
		}
	}
	return out
}
