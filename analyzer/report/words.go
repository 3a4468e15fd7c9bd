package report

import (
	"fmt"
	"slices"
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
	ignoredLabel  = analyzer.Text{Ko: "무시함", En: "ignored"}
	reasonLabel   = analyzer.Text{Ko: "무시한 이유", En: "ignored because"}
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
	unread := len(run.Failures)
	findings := slices.DeleteFunc(slices.Clone(run.Findings), func(f Finding) bool { return f.Ignored != nil })
	var tail analyzer.Text
	if run.Ignored > 0 {
		tail.Ko = fmt.Sprintf(", 무시한 지적 %d건", run.Ignored)
		tail.En = fmt.Sprintf("; %d ignored", run.Ignored)
	}
	if unread > 0 {
		tail.Ko += fmt.Sprintf(", 읽지 못한 입력 %d건", unread)
		tail.En += fmt.Sprintf("; %s could not be read", plural(unread, "input"))
	}
	switch {
	case read == 0:
		return analyzer.Text{Ko: "읽은 문서가 없습니다" + tail.Ko + ".", En: "no document was read" + tail.En + "."}
	case len(findings) == 0:
		return analyzer.Text{
			Ko: fmt.Sprintf("지적 사항이 없습니다(읽은 문서 %d건%s).", read, tail.Ko),
			En: fmt.Sprintf("no findings in %s%s.", plural(read, "document"), tail.En),
		}
	}
	ko, en := counts(findings)
	return analyzer.Text{
		Ko: fmt.Sprintf("지적 사항 %d건: %s (읽은 문서 %d건%s)", len(findings), ko, read, tail.Ko),
		En: fmt.Sprintf("%s: %s in %s%s", plural(len(findings), "finding"), en, plural(read, "document"), tail.En),
	}
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

// why is the reason for which a finding is ignored, its last day and where that is said.
func why(i *Ignored) analyzer.Text {
	reason := analyzer.Text{Ko: i.Reason, En: i.Reason}
	if i.Reason == "" {
		reason = analyzer.Text{Ko: "적지 않음", En: "not said"}
	}
	place := at(i.At)
	if i.Until.IsZero() {
		return analyzer.Text{Ko: fmt.Sprintf("%s (%s)", reason.Ko, place), En: fmt.Sprintf("%s (%s)", reason.En, place)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("%s (%s까지, %s)", reason.Ko, i.Until, place),
		En: fmt.Sprintf("%s (until %s, %s)", reason.En, i.Until, place)}
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
