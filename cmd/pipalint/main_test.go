package main

import (
	"errors"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/korean"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/rules"
)

// TestMain makes the program a command of the sessions: as it is, but for the pauses that spare a host, and with the rules of
// the tests.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"pipalint": func() {
			log.SetOutput(io.Discard)
			os.Exit(quickCommand().run(os.Args[1:]))
		},
		"tinylint": func() {
			c := quickCommand()
			withTinyRules(c)
			os.Exit(c.run(os.Args[1:]))
		},
	})
}

// quickCommand is the program without the pauses that spare a host: those of the tests need none.
func quickCommand() *command {
	c := newCommand()
	c.Fetch.Interval = time.Nanosecond
	return c
}

// TestSessions runs each session; with UPDATE set, the output that a session compares is rewritten.
func TestSessions(t *testing.T) { runSessions(t, "cli") }

// together are the sessions in which much is done at the same time. The short run, that of the race detector, is of them alone.
var together = []string{"inputs", "policy", "failures", "evidence", "ignores", "since"}

func runSessions(t *testing.T, folder string) {
	dir := filepath.Join("..", "..", "testdata", folder)
	var files []string
	if testing.Short() {
		if folder != "cli" {
			t.Skip("one thing at a time")
		}
		for _, name := range together {
			files = append(files, filepath.Join(dir, name+".txtar"))
		}
		dir = ""
	}
	testscript.Run(t, testscript.Params{
		Dir:           dir,
		Files:         files,
		UpdateScripts: os.Getenv("UPDATE") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"euckr":    euckr,
			"exitcode": exitCodeIs,
			"placed":   placed,
			"serve":    serve,
			"asked":    wasAsked,
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "en_US.UTF-8")
			env.Values[siteKey{}] = new(*folderSite)
			project, err := filepath.Abs(filepath.Join("..", ".."))
			env.Setenv("PROJECT", project)
			return err
		},
	})
}

// euckr stores a file of the session in EUC-KR, so that the session itself stays readable.
func euckr(ts *testscript.TestScript, _ bool, args []string) {
	stored, err := korean.EUCKR.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(stored), 0o666))
}

// exitCodeIs runs a program that must end with a code: exitcode 2 pipalint check.
func exitCodeIs(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := exitOK
	if e, ok := errors.AsType[*exec.ExitError](err); ok {
		code = e.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// cannot skips a test for want of something, and fails it in CI.
func cannot(t *testing.T, why ...any) {
	t.Helper()
	if os.Getenv("PIPALINT_CI") != "" {
		t.Fatal(why...)
	}
	t.Skip(why...)
}

// withTinyRules gives a command rules that a session can foresee.
func withTinyRules(c *command) {
	c.Rules = []*analyzer.Rule{
		{Name: "slot-left", Doc: both("빈칸이 남았습니다", "a slot is left"), Severity: analyzer.Warning, Run: slotLeft},
		{Name: "purpose-lost", Doc: both("목적이 없습니다", "no purpose"), Duty: "purpose", Severity: analyzer.Error, Run: purposeLost},
		{Name: "hint-asked", Doc: both("확인할 사항입니다", "to be asked"), Severity: analyzer.Warning, Run: hintAsked},
		{Name: "document-not-policy", Doc: both("처리방침이 아닙니다", "no policy"), Severity: analyzer.Warning, Run: notPolicy},
		{Name: "trap-sprung", Doc: both("함정", "trap"), Severity: analyzer.Info, Run: trapSprung},
	}
	c.Manual = func(rule string) (analyzer.Text, bool) {
		return both("빈칸이 채워지지 않은 곳을 찾습니다.", "Slots that nobody filled."), rule == "slot-left"
	}
	c.Example = func(rule string) (bad, good rules.Sample) {
		if rule != "slot-left" {
			return bad, good
		}
		return rules.Sample{Name: "bad.html", Text: "<p>책임자: ○○○</p>\n"}, rules.Sample{Name: "good.html", Text: "<p>책임자: 홍길동</p>\n"}
	}
	c.KindOf = func(pass *analyzer.Pass, page int) string {
		if strings.Contains(pass.Policy.Pages[page].Visible, "처리방침") {
			return "policy"
		}
		return "other"
	}
}

func slotLeft(pass *analyzer.Pass) {
	for _, doc := range pass.Policy.Pages {
		for from := 0; ; {
			i := strings.Index(doc.Visible[from:], "○○○")
			if i < 0 {
				break
			}
			r := policy.Range{Start: from + i, End: from + i + len("○○○")}
			pass.Report(analyzer.Diagnostic{
				Place:   doc.Place(r),
				Quote:   doc.TextOf(r),
				Message: both("빈칸 \"○○○\"이 채워지지 않았습니다", `the slot "○○○" is left`),
				Help:    both("이름을 적으십시오", "write the name"),
				Related: []analyzer.Related{{Place: doc.Place(policy.Range{}), Message: both("문서의 처음", "the beginning")}},
			})
			from = r.End
		}
	}
}

func purposeLost(pass *analyzer.Pass) {
	if doc := pass.Policy.Pages[0]; !strings.Contains(doc.Visible, "목적") {
		pass.Report(analyzer.Diagnostic{Place: doc.Place(policy.Range{}), Message: both("처리 목적이 없습니다", "no purpose is stated")})
	}
}

func hintAsked(pass *analyzer.Pass) {
	doc := pass.Policy.Pages[0]
	if i := strings.Index(doc.Visible, "쿠키"); i >= 0 {
		r := policy.Range{Start: i, End: i + len("쿠키")}
		pass.Report(analyzer.Diagnostic{Question: true, Subject: "hint:cookies", Place: doc.Place(r), Quote: "쿠키", Message: both("쿠키를 쓰는지 확인하십시오", "are cookies used?")})
	}
}

func notPolicy(pass *analyzer.Pass) {
	if doc := pass.Policy.Pages[0]; !strings.Contains(doc.Visible, "처리방침") {
		pass.Report(analyzer.Diagnostic{Place: doc.Place(policy.Range{}), Message: both("처리방침이 아닙니다", "this is no policy")})
	}
}

func trapSprung(pass *analyzer.Pass) {
	if strings.Contains(pass.Policy.Pages[0].Visible, "함정") {
		panic("sprung")
	}
}
