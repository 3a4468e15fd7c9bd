//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/pipalint/pipalint/crawl/render/rendertest"
)

const scripted = `<!DOCTYPE html><meta charset=utf-8><title>개인정보 처리방침</title><div id=app></div><script>
document.getElementById("app").innerHTML = "<h1>개인정보 처리방침</h1>\n<h2>처리 목적</h2><p>회원을 관리합니다.</p><p>책임자: ○○○</p><iframe src=/list></iframe>";
</script>`

// A page that a script fills is read with the browser, its frame in its place; the tree is saved, and the copy bears the same
// findings at the same places.
func TestRenderedPage(t *testing.T) {
	chrome := rendertest.Chromium(t)
	site := rendertest.Site(t, map[string]string{"/app": scripted, "/list": "<meta charset=utf-8><h2>처리업무의 위탁</h2><p>가온물류에 배송을 위탁합니다. ○○○</p>"})
	dir := t.TempDir()
	check := func(args ...string) (out fetched, findings []string, stderr string) {
		var stdout, errors bytes.Buffer
		c := newCommand()
		withTinyRules(c)
		c.Stdout, c.Stderr = &stdout, &errors
		c.Getenv = func(name string) string {
			if name == chromeVariable {
				return chrome
			}
			return ""
		}
		c.run(slices.Concat([]string{"check", "--format", "json", "--no-config", "--allow-private"}, args))
		var run struct {
			Findings []struct {
				Rule         string
				Line, Column int
			}
		}
		if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
			t.Fatalf("%v in %s, %s", err, &stdout, &errors)
		}
		if err := json.Unmarshal(stdout.Bytes(), &run); err != nil {
			t.Fatal(err)
		}
		return out, strings.Fields(strings.ReplaceAll(toJSON(t, run.Findings), "},", "} ")), errors.String()
	}
	out, findings, stderr := check("--save", dir, site+"/app")
	if len(out.Errors) > 0 || len(out.Documents) != 1 || !out.Documents[0].Rendered || len(findings) != 2 {
		t.Fatalf("%+v, %s, %s", out, findings, stderr)
	}
	if !strings.Contains(stderr, "read with a browser") {
		t.Errorf("stderr %q", stderr)
	}
	copies, err := filepath.Glob(filepath.Join(dir, "*", "app.html"))
	if err != nil || len(copies) != 1 {
		t.Fatalf("%v, %v", copies, err)
	}
	if _, again, _ := check(copies[0]); !slices.Equal(again, findings) {
		t.Errorf("the page has %s, its copy %s", findings, again)
	}
}

// Who interrupts a page that never ends gets the prompt back, and no browser stays.
func TestInterrupted(t *testing.T) {
	chrome := rendertest.Chromium(t)
	asked := make(chan struct{}, 100)
	mux := http.NewServeMux()
	mux.HandleFunc("/app", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`<title>개인정보 처리방침</title><div id=app></div><script src=/wait.js></script>`))
	})
	mux.HandleFunc("/wait.js", func(_ http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-r.Context().Done()
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	program := filepath.Join(t.TempDir(), "pipalint")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	temporary := t.TempDir()
	cmd := exec.CommandContext(t.Context(), program, "check", "--no-config", "--allow-private", server.URL+"/app")
	cmd.Env = append(os.Environ(), "TMPDIR="+temporary, chromeVariable+"="+chrome)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-asked:
	case <-time.After(time.Minute):
		_ = cmd.Process.Kill()
		t.Fatal("the browser asked for nothing")
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 128+int(syscall.SIGINT) {
		t.Errorf("exit code %d, %s", code, &stderr)
	}
	if stderr.Len() > 0 {
		t.Errorf("stderr %q", &stderr)
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
