package ci_test

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"text/template"
)

// TestAction runs the action on a pull request that does no harm, on one that does, and without one.
func TestAction(t *testing.T) {
	r := newRepository(t)
	base := r.git("rev-parse", "HEAD")
	r.replace("web/privacy.md", "문의 응대를", "상담을")
	r.commit("another word")

	t.Run("harmless", func(t *testing.T) {
		printed, out, code := r.on(t).runAction(map[string]string{"sarif-file": "out/pipalint.sarif"}, base)
		if code != 0 || out["exit-code"] != "0" || out["sarif-file"] != "out/pipalint.sarif" {
			t.Errorf("exit code %d, outputs %v\n%s", code, out, printed)
		}
		if strings.Contains(printed, "::error") || strings.Contains(printed, "::warning") {
			t.Errorf("old findings are shown:\n%s", printed)
		}
		var log struct{ Runs []struct{ Results []any } }
		if err := json.Unmarshal([]byte(r.read("out/pipalint.sarif")), &log); err != nil || len(log.Runs) != 1 || len(log.Runs[0].Results) != 0 {
			t.Errorf("%v: %s", err, r.read("out/pipalint.sarif"))
		}
	})
	t.Run("no pull request", func(t *testing.T) {
		printed, out, code := r.on(t).runAction(nil, "")
		if code != 1 || out["exit-code"] != "1" {
			t.Errorf("exit code %d, outputs %v", code, out)
		}
		wants(t, printed, "::warning ", "file=web/privacy.md", "safety-missing")
	})
	t.Run("harmful", func(t *testing.T) {
		r.replace("web/privacy.md", "회원 탈퇴 시까지", "필요한 기간 동안")
		r.commit("a vague period")
		printed, out, code := r.on(t).runAction(map[string]string{"language": "ko"}, base)
		if code != 1 || out["exit-code"] != "1" {
			t.Errorf("exit code %d, outputs %v", code, out)
		}
		wants(t, printed, "file=web/privacy.md", "retention-")
		if strings.Contains(printed, "safety-missing") {
			t.Errorf("what was there before is shown:\n%s", printed)
		}
	})
	t.Run("broken configuration", func(t *testing.T) {
		r.write("broken.toml", "[rules]\nsafety-mising = \"off\"\n")
		printed, out, code := r.on(t).runAction(map[string]string{"config": "broken.toml"}, "")
		if code != 2 || out["exit-code"] != "2" {
			t.Errorf("exit code %d, outputs %v\n%s", code, out, printed)
		}
	})
	t.Run("paths and flags", func(t *testing.T) {
		_, _, code := r.on(t).runAction(map[string]string{"working-directory": "web", "paths": "privacy.md\n", "args": "--only\nofficer-missing\n"}, "")
		if code != 0 {
			t.Errorf("exit code %d", code)
		}
	})
}

// on is the repository for a test within a test.
func (r *repository) on(t *testing.T) *repository { return &repository{t: t, dir: r.dir, env: r.env} }

// TestActionShallow gets the base of a pull request into a checkout that has only the last commit.
func TestActionShallow(t *testing.T) {
	origin := newRepository(t)
	base := origin.git("rev-parse", "HEAD")
	origin.replace("web/privacy.md", "문의 응대를", "상담을")
	origin.commit("another word")
	origin.git("config", "uploadpack.allowAnySHA1InWant", "true")

	clone := &repository{t: t, dir: filepath.Join(t.TempDir(), "clone"), env: origin.env}
	origin.git("clone", "-q", "--depth=1", "file://"+filepath.ToSlash(origin.dir), clone.dir)
	if printed, _, code := clone.runAction(nil, base); code != 0 {
		t.Errorf("exit code %d\n%s", code, printed)
	}
}

// TestActionPull compares with what a pull request is to be merged into, as new as the merge that GitHub checks out: what came
// to the main branch after the base that the event tells is not the change's. A branch may be named, too.
func TestActionPull(t *testing.T) {
	origin := newRepository(t)
	old := origin.git("rev-parse", "HEAD")
	main := origin.git("branch", "--show-current")
	origin.git("checkout", "-q", "-b", "topic")
	origin.write("other.txt", "a\n")
	origin.commit("something else")
	origin.git("checkout", "-q", main)
	origin.replace("web/privacy.md", "회원 탈퇴 시까지", "필요한 기간 동안")
	origin.commit("a vague period")
	origin.git("checkout", "-q", "--detach")
	origin.git("merge", "-q", "--no-edit", "topic")
	merge := origin.git("rev-parse", "HEAD")
	origin.git("update-ref", "refs/pull/1/merge", merge)
	origin.git("checkout", "-q", main)
	origin.git("config", "uploadpack.allowAnySHA1InWant", "true")

	checkout := func(depth string) *repository { // as actions/checkout does it
		r := &repository{t: t, dir: t.TempDir(), env: append(slices.Clip(origin.env), "GITHUB_REF=refs/pull/1/merge", "GITHUB_SHA="+merge)}
		r.git("init", "-q", ".")
		r.git("remote", "add", "origin", "file://"+filepath.ToSlash(origin.dir))
		r.git("fetch", "-q", "--no-tags", depth, "origin", "+"+merge+":refs/remotes/pull/1/merge")
		r.git("checkout", "-q", "--force", "refs/remotes/pull/1/merge")
		return r
	}
	for _, depth := range []string{"--depth=1", "--depth=100"} {
		if printed, _, code := checkout(depth).runAction(nil, old); code != 0 {
			t.Errorf("%s: exit code %d\n%s", depth, code, printed)
		}
	}
	for _, since := range []string{main, "origin/" + main} {
		if printed, _, code := checkout("--depth=1").runAction(map[string]string{"since": since}, old); code != 0 {
			t.Errorf("since %s: exit code %d\n%s", since, code, printed)
		}
	}
	for _, since := range []string{"nothing", "-x", main + "..."} {
		printed, out, code := checkout("--depth=1").runAction(map[string]string{"since": since, "sarif-file": "-x.sarif"}, old)
		if code != 2 || out["sarif-file"] != "" || !strings.Contains(printed, "--since "+since+": ") {
			t.Errorf("since %s: exit code %d, outputs %v\n%s", since, code, out, printed)
		}
	}
	// A checkout of something else is compared with the base that the event tells.
	r := checkout("--depth=100")
	r.git("checkout", "-q", "-b", "mine")
	r.write("more.txt", "a\n")
	r.commit("on top")
	if printed, _, code := r.runAction(nil, old); code != 1 {
		t.Errorf("exit code %d\n%s", code, printed)
	}
}

// TestInstall downloads a release, and refuses one that is not what its checksums say.
func TestInstall(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("releases for Windows are other archives")
	}
	need(t, "bash", "curl", "tar", "awk")
	dir, _ := installed(t)
	archive := archiveName(t, "1.2.3")
	packed := pack(t, filepath.Join(dir, "pipalint"))
	sum := fmt.Sprintf("%x  %s\n", sha256.Sum256(packed), archive)
	var spoilt atomic.Bool
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		switch req.URL.Path {
		case "/v1.2.3/checksums.txt":
			fmt.Fprint(w, sum)
		case "/v1.2.3/" + archive:
			body := slices.Clone(packed)
			if spoilt.Load() {
				body[len(body)/2]++
			}
			_, _ = w.Write(body) // the client tells what is missing
		default:
			http.NotFound(w, req)
		}
	}))
	defer server.Close()

	install := func(version string) (string, int) {
		r := &repository{t: t, dir: t.TempDir(), env: os.Environ()}
		env := []string{"PIPALINT_VERSION=" + version, "PIPALINT_DOWNLOAD=" + server.URL, "PIPALINT_BIN=" + filepath.Join(r.dir, "bin"), "GITHUB_PATH="}
		return r.try(env, "bash", filepath.Join(root(t), "ci", "install.sh"))
	}
	if out, code := install("v1.2.3"); code != 0 || !strings.Contains(out, "pipalint ") {
		t.Errorf("exit code %d\n%s", code, out)
	}
	if out, code := install("v9.9.9"); code != 2 || !strings.Contains(out, "there is no release v9.9.9") {
		t.Errorf("exit code %d\n%s", code, out)
	}
	spoilt.Store(true)
	if out, code := install("v1.2.3"); code != 2 || !strings.Contains(out, "is not what the checksums") {
		t.Errorf("exit code %d\n%s", code, out)
	}
}

// archiveName is what a release of a version calls the archive for this machine, by .goreleaser.yaml.
func archiveName(t *testing.T, version string) string {
	t.Helper()
	r := releases(t)
	var b strings.Builder
	fields := map[string]string{"ProjectName": r.ProjectName, "Version": version, "Os": runtime.GOOS, "Arch": runtime.GOARCH}
	if err := template.Must(template.New("").Parse(r.Archives[0].NameTemplate)).Execute(&b, fields); err != nil {
		t.Fatal(err)
	}
	return b.String() + "." + r.Archives[0].Formats[0]
}

// pack is an archive of one file.
func pack(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	zip := gzip.NewWriter(&b)
	archive := tar.NewWriter(zip)
	if err := archive.WriteHeader(&tar.Header{Name: filepath.Base(file), Mode: 0o755, Size: int64(len(data))}); err != nil {
		t.Fatal(err)
	}
	if _, err := archive.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	return []byte(b.String())
}
