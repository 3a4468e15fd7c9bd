package report

import (
	"fmt"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/law"
)

// The labels of the text format.
var (
	basisLabel    = analyzer.Text{Ko: "근거", En: "basis"}
	helpLabel     = analyzer.Text{Ko: "고치려면", En: "help"}
	relatedLabel  = analyzer.Text{Ko: "관련 위치", En: "see also"}
	questionLabel = analyzer.Text{Ko: "확인 필요", En: "question"}
	knownLabel    = analyzer.Text{Ko: "기존", En: "known"}
)

func severityLabel(s analyzer.Severity) analyzer.Text {
	switch s {
	case analyzer.Error:
		return analyzer.Text{Ko: "오류", En: "error"}
	case analyzer.Warning:
		return analyzer.Text{Ko: "경고", En: "warning"}
	}
	return analyzer.Text{Ko: "참고", En: "info"}
}

// summary is the last line: how many findings of each severity, and how many documents were read.
func summary(run *Run) analyzer.Text {
	read := 0
	for _, d := range run.Documents {
		if d.Status != Unread {
			read++
		}
	}
	findings, tail, kind := unknown(run)
	if unread := len(run.Failures); unread > 0 {
		tail.Ko += fmt.Sprintf(", 읽지 못한 입력 %d건", unread)
		tail.En += fmt.Sprintf("; %s could not be read", plural(unread, "input"))
	}
	switch {
	case read == 0:
		return analyzer.Text{Ko: "읽은 문서가 없습니다" + tail.Ko + ".", En: "no document was read" + tail.En + "."}
	case len(findings) == 0:
		return analyzer.Text{
			Ko: fmt.Sprintf("%s지적 사항이 없습니다(읽은 문서 %d건%s).", kind.Ko, read, tail.Ko),
			En: fmt.Sprintf("no %sfindings in %s%s.", kind.En, plural(read, "document"), tail.En),
		}
	}
	ko, en := counts(findings)
	return analyzer.Text{
		Ko: fmt.Sprintf("%s지적 사항 %d건: %s (읽은 문서 %d건%s)", kind.Ko, len(findings), ko, read, tail.Ko),
		En: fmt.Sprintf("%s: %s in %s%s", plural(len(findings), kind.En+"finding"), en, plural(read, "document"), tail.En),
	}
}

// unknown are the findings of a run that were not known before; how many were, and what the others are called then.
func unknown(run *Run) (findings []Finding, tail, kind analyzer.Text) {
	for _, f := range run.Findings {
		if f.Baseline != Unchanged {
			findings = append(findings, f)
		}
	}
	shown := len(run.Findings) - len(findings)
	if shown+run.Known == 0 {
		return findings, tail, kind
	}
	tail = analyzer.Text{Ko: fmt.Sprintf(", 기존 지적 %d건", shown+run.Known), En: "; " + plural(shown+run.Known, "known finding")}
	if shown == 0 {
		tail.Ko += " 생략"
		tail.En += " left out"
	}
	return findings, tail, analyzer.Text{Ko: "새 ", En: "new "}
}

// counts are the numbers of findings by severity, the gravest first.
func counts(findings []Finding) (ko, en string) {
	var n [analyzer.Error + 1]int
	for _, f := range findings {
		n[max(analyzer.Info, min(f.Severity, analyzer.Error))]++
	}
	var koParts, enParts []string
	for s := analyzer.Error; s >= analyzer.Info; s-- {
		if n[s] == 0 {
			continue
		}
		koParts = append(koParts, fmt.Sprintf("%s %d건", severityLabel(s).Ko, n[s]))
		if s == analyzer.Info {
			enParts = append(enParts, fmt.Sprintf("%d info", n[s])) // has no plural
		} else {
			enParts = append(enParts, plural(n[s], severityLabel(s).En))
		}
	}
	return strings.Join(koParts, ", "), strings.Join(enParts, ", ")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// inForce says from when and to when a provision is in force.
func inForce(s law.Span) analyzer.Text {
	switch {
	case s.From.IsZero() && s.To.IsZero():
		return analyzer.Text{}
	case s.To.IsZero():
		return analyzer.Text{Ko: fmt.Sprintf("(%s 시행)", s.From), En: fmt.Sprintf(" (from %s)", s.From)}
	case s.From.IsZero():
		return analyzer.Text{Ko: fmt.Sprintf("(%s까지 시행)", s.To), En: fmt.Sprintf(" (to %s)", s.To)}
	}
	return analyzer.Text{Ko: fmt.Sprintf("(%s~%s 시행)", s.From, s.To), En: fmt.Sprintf(" (%s to %s)", s.From, s.To)}
}
