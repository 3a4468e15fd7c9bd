package inspect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// A field is one line of the summary of a report.
type field struct {
	Label, Value string
	Missing      bool // the law asks for it, and it is not there
}

// summary is what a report begins with: who issues the policy, since when it is in force, what it is.
func (r *Report) summary(lang string) []field {
	var out []field
	add := func(label analyzer.Text, value string) { out = append(out, field{Label: label.In(lang), Value: value}) }
	if r.Controller != nil {
		add(analyzer.Text{Ko: "개인정보처리자", En: "controller"}, *r.Controller)
	}
	add(analyzer.Text{Ko: "시행일", En: "effective"}, r.effective(lang))
	out[len(out)-1].Missing = r.EffectiveDate == nil && r.Kind == facts.PolicyKind
	if r.AnnouncedDate != nil {
		add(analyzer.Text{Ko: "공고일", En: "announced"}, *r.AnnouncedDate)
	}
	if r.NoticeDays != nil {
		add(analyzer.Text{Ko: "변경 고지", En: "notice"}, r.NoticeDays.text(lang))
	}
	add(analyzer.Text{Ko: "문서", En: "document"}, strings.Join([]string{
		named(kindNames, r.Kind, lang), named(languageNames, r.Language, lang), r.Format, r.Encoding}, ", "))
	if len(r.Pages) > 0 {
		add(analyzer.Text{Ko: "함께 본 페이지", En: "other pages"}, strings.Join(r.Pages, " "))
	}
	return out
}

func (r *Report) effective(lang string) string {
	switch {
	case r.EffectiveDate == nil:
		return "— " + notStated.In(lang)
	case r.DateDoubtful:
		return *r.EffectiveDate + analyzer.Text{Ko: " (확실하지 않음)", En: " (doubtful)"}.In(lang)
	}
	return *r.EffectiveDate
}

func (n *NoticeDays) text(lang string) string {
	var parts []string
	add := func(days *int, form analyzer.Text) {
		if days != nil {
			parts = append(parts, fmt.Sprintf(form.In(lang), *days))
		}
	}
	add(n.General, analyzer.Text{Ko: "%d일 전", En: "%d days before"})
	add(n.Material, analyzer.Text{Ko: "중요한 변경 %d일 전", En: "material changes %d days before"})
	return strings.Join(parts, ", ")
}

// A part is what a report says to one question.
type part struct {
	ID     string
	Title  string
	Sheets []sheet
}

// parts are what a report says, by what people ask.
func (r *Report) parts(lang string) []part {
	var recipients []sheet
	for i := range lists {
		recipients = append(recipients, r.recipientSheet(&lists[i], lang))
	}
	out := []part{
		{"recipients", whoGetsWhat.In(lang), recipients},
		{"kept", analyzer.Text{Ko: "무엇을 얼마나 보관하는가", En: "What is kept how long"}.In(lang), []sheet{r.retentionSheet(lang)}},
		{"data", analyzer.Text{Ko: "무엇을 처리하는가", En: "What is processed"}.In(lang), []sheet{r.itemSheet(lang)}},
		{"contacts", analyzer.Text{Ko: "누구에게 물을 수 있는가", En: "Whom to ask"}.In(lang), []sheet{r.officerSheet(lang), r.accessSheet(lang), r.remedySheet(lang)}},
	}
	if r.Kind == facts.PolicyKind {
		return out
	}
	// Of what is no whole policy nobody expects the rest.
	return slices.DeleteFunc(out, func(p part) bool {
		return p.ID != "recipients" && !slices.ContainsFunc(p.Sheets, func(s sheet) bool { return len(s.Rows) > 0 })
	})
}
