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
	ignoredLabel  = analyzer.Text{Ko: "제외", En: "ignored"}
	reasonLabel   = analyzer.Text{Ko: "제외 사유", En: "ignored because"}
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
		if d.isRead() {
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

// unknown are the findings of a run that were neither known before nor are ignored; how many were, and what the others
// are called where some were known.
func unknown(run *Run) (findings []Finding, tail, kind analyzer.Text) {
	shown := 0
	for _, f := range run.Findings {
		switch {
		case f.Baseline == Unchanged:
			shown++
		case f.Ignored == nil:
			findings = append(findings, f)
		}
	}
	if known := shown + run.Known; known > 0 {
		kind = analyzer.Text{Ko: "새 ", En: "new "}
		tail = analyzer.Text{Ko: fmt.Sprintf(", 기존 지적 %d건", known), En: "; " + plural(known, "known finding")}
		if shown == 0 {
			tail.Ko += " 생략"
			tail.En += " left out"
		}
	}
	if run.Ignored > 0 {
		tail.Ko += fmt.Sprintf(", 제외한 지적 %d건", run.Ignored)
		tail.En += fmt.Sprintf("; %d ignored", run.Ignored)
	}
	return findings, tail, kind
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
		reason = analyzer.Text{Ko: "적지 않음", En: "no reason given"}
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

// sourceRootText explains what paths of a log start from.
var sourceRootText = analyzer.Text{Ko: "저장소의 최상위 디렉터리", En: "the root of the repository"}

// sarifCut says that a log does not hold all findings.
func sarifCut(n int) analyzer.Text {
	return analyzer.Text{
		Ko: fmt.Sprintf("지적 사항이 너무 많아 심각도가 낮은 %d건을 뺐습니다(GitHub의 한도는 %d건).", n, sarifMostResults),
		En: fmt.Sprintf("%s of the lowest severity left out: GitHub takes %d.", plural(n, "finding"), sarifMostResults),
	}
}

// staleText says that nothing answers to an entry of the baseline any more.
func staleText(s Stale) analyzer.Text {
	what := s.Rule
	if s.Subject != "" {
		what += " (" + s.Subject + ")"
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("기준선에 있지만 더는 나오지 않는 지적: %s, %s", s.Policy, what),
		En: fmt.Sprintf("in the baseline, but no longer found: %s: %s", s.Policy, what),
	}
}

// relatedText is what a related place is, and what stands there.
func relatedText(r Related, lang string) string {
	text := r.Message.In(lang)
	if r.At.Quote != "" {
		text += ": " + shortened(r.At.Quote, longestQuote)
	}
	if text == "" {
		text = at(r.At)
	}
	return text
}

// githubMore says where the annotations are that GitHub does not show.
var githubMore = analyzer.Text{
	Ko: fmt.Sprintf("GitHub는 단계마다 수준별로 처음 %d건만 표시합니다. 전체는 작업 요약과 이 로그에 있습니다.", githubShown),
	En: fmt.Sprintf("GitHub shows the first %d annotations of each level of a step; the job summary and this log have them all.", githubShown),
}

// knownText says why a finding of the baseline does not fail.
var knownText = analyzer.Text{Ko: "기준선에 있는 기존 지적", En: "known: it is in the baseline"}

// The titles of the markdown format.
var (
	unreadTitle   = analyzer.Text{Ko: "읽지 못한 입력", En: "Could not be read"}
	staleTitle    = analyzer.Text{Ko: "기준선에서 지울 항목", En: "To remove from the baseline"}
	severityTitle = analyzer.Text{Ko: "심각도", En: "severity"}
	placeTitle    = analyzer.Text{Ko: "위치", En: "place"}
	ruleTitle     = analyzer.Text{Ko: "규칙", En: "rule"}
	findingTitle  = analyzer.Text{Ko: "지적 사항", En: "finding"}
	moreTitle     = analyzer.Text{Ko: "근거와 고치는 방법", En: "basis and help"}
)

// markdownLeft says that a summary does not hold everything.
func markdownLeft(n int) analyzer.Text {
	return analyzer.Text{
		Ko: fmt.Sprintf("너무 길어 %d건을 뺐습니다. 전체는 다른 출력 형식으로 볼 수 있습니다.", n),
		En: fmt.Sprintf("%s left out because the summary is full; other formats have them all.", plural(n, "line")),
	}
}
