package report

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
)

// nasty is what a page may say to whoever shows its words.
const nasty = "\x00\x1b[2J\u202e]]></failure><script>alert(1)</script> | `code` $x$ @octocat #1 **b** [a](http://evil.example) " +
	"::error::\r\n::warning file=x::y%0A, <!-- --> </details> \ufffe"

// hostileNames are names that files, pages and the standard input may have, and the path from the root of the
// repository for those that stand in it.
var hostileNames = []struct{ name, inside string }{
	{"page.html", "sub/page.html"},
	{"./개인 정보.html", "sub/개인 정보.html"},
	{"a b#c%d?e&f.html", "sub/a b#c%d?e&f.html"},
	{"../위/방침.html", "위/방침.html"},
	{"/srv/repo/안/in.html", "안/in.html"},
	{"c:d.html", "sub/c:d.html"},
	{"x\"y'<z>&|`.html", "sub/x\"y'<z>&|`.html"},
	{"::error::가\r\n나,1.html", "sub/::error::가\r\n나,1.html"},
	{"bad\xffname.html", "sub/bad\xffname.html"},
	{"../../밖/out.html", ""},
	{"/srv/repository/out.html", ""},
	{Stdin, ""},
	{"https://www.example.com/개인?정보=1#top", ""},
	{"http://[::1]:8080/", ""},
	{"", ""},
	{"a\x1b[2J\x00\u202eb.html", "sub/a\x1b[2J\x00\u202eb.html"},
}

// hostileOptions are those of a run in a folder of a repository.
var hostileOptions = Options{Lang: "en", Root: "sub/", Top: "/srv/repo", FailOn: analyzer.Warning}

// hostile is a run in which everything that comes from strangers is as bad as it can be.
func hostile() *Run {
	run := &Run{Version: "v1.2.3", ExitCode: 3}
	bad := analyzer.Text{Ko: nasty, En: nasty}
	for i, n := range hostileNames {
		f := policy.NewFile(n.name, "<h1>방침</h1>\n\t🔒🔒 <b>영구\n보유</b>\n", "utf-8", nil)
		start := strings.Index(f.Text, "영구")
		place := policy.Place{File: f, Span: policy.Span{Start: start, End: start + len("영구")}}
		if i%3 == 1 {
			place.Span.End = strings.Index(f.Text, "</b>") // over two lines
		}
		if i%5 == 4 {
			place.Span.End = place.Span.Start // nothing stands there
		}
		finding := Resolve(analyzer.Diagnostic{
			Rule: &analyzer.Rule{Name: "retention-endless"}, Severity: analyzer.Severity(i%3 + 1), Question: i%3 == 0,
			Place: place, Quote: "영구", Subject: nasty, Message: bad, Help: bad,
			Related: []analyzer.Related{{Place: place, Quote: nasty, Message: bad}, {Message: bad}},
		})
		finding.Provisions = []law.Provision{{Cite: nasty, Title: law.Text{Ko: nasty, En: nasty}}}
		finding.Document, finding.Policy, finding.Fingerprint = n.name, n.name, strings.Repeat("0", 31)+string(rune('a'+i))
		finding.Baseline = New
		if i%4 == 3 {
			finding.Ignored = &Ignored{Reason: nasty, InFile: i%8 == 3, Until: date.Date{Year: 2027, Month: 3, Day: 1}, At: finding.At}
		}
		run.Documents = append(run.Documents, Document{File: n.name, Policy: n.name, Kind: "policy", Status: OK, Findings: 2})
		run.Findings = append(run.Findings, finding, absent(n.name, i))
		run.Failures = append(run.Failures, Failure{File: n.name, Code: "missing", Message: bad})
		run.Stale = append(run.Stale, Stale{Fingerprint: "ff", Rule: "title-short", Policy: n.name, Subject: nasty})
	}
	run.Rules = []Rule{
		{Name: "clean-rule", Doc: bad, Severity: analyzer.Info, Manual: func() analyzer.Text { return bad }},
		{Name: "retention-endless", Doc: analyzer.Text{En: strings.Repeat("long ", 500)}, Severity: analyzer.Error},
	}
	return run
}

// absent is a finding without any place, about a document.
func absent(document string, i int) Finding {
	f := Resolve(analyzer.Diagnostic{
		Rule: &analyzer.Rule{Name: "purpose-missing"}, Severity: analyzer.Error, Absent: true,
		Message: analyzer.Text{Ko: "목적이 없습니다", En: "no purpose is stated"},
	})
	f.Document, f.Fingerprint, f.Baseline = document, strings.Repeat("1", 31)+string(rune('a'+i)), Unchanged
	return f
}
