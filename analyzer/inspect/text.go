package inspect

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// Text writes reports as a person reads them, in a language ("ko" or "en").
func Text(w io.Writer, reports []Report, lang string) error {
	out := bufio.NewWriter(w)
	for i := range reports {
		if i > 0 {
			fmt.Fprintln(out)
		}
		reports[i].write(out, lang)
	}
	return out.Flush()
}

func (r *Report) write(w io.Writer, lang string) {
	fmt.Fprintf(w, "%s\n", r.File)
	row := func(label analyzer.Text, value string) {
		fmt.Fprintf(w, "  %s %s\n", runewidth.FillRight(label.In(lang), 16), value)
	}
	row(analyzer.Text{Ko: "문서 종류", En: "kind"}, named(kindNames, r.Kind, lang))
	row(analyzer.Text{Ko: "언어", En: "language"}, r.Language)
	row(analyzer.Text{Ko: "형식·인코딩", En: "format"}, r.Format+", "+r.Encoding)
	if r.Controller != nil {
		row(analyzer.Text{Ko: "개인정보처리자", En: "controller"}, *r.Controller)
	}
	effective := dateOr(r.EffectiveDate)
	if r.DateDoubtful {
		effective += analyzer.Text{Ko: " (확실하지 않음)", En: " (doubtful)"}.In(lang)
	}
	row(analyzer.Text{Ko: "시행일", En: "effective"}, effective)
	if r.AnnouncedDate != nil {
		row(analyzer.Text{Ko: "공고일", En: "announced"}, *r.AnnouncedDate)
	}
	if r.NoticeDays != nil {
		row(analyzer.Text{Ko: "변경 고지", En: "notice"}, r.NoticeDays.text(lang))
	}
	r.writeClauses(w, lang)
	r.writeElements(w, lang)
	r.writeHeadings(w, lang)
	r.writeTables(w, lang)
	r.writeLeftOut(w, lang)
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

func dateOr(s *string) string {
	if s == nil {
		return "—"
	}
	return *s
}

func (r *Report) writeClauses(w io.Writer, lang string) {
	fmt.Fprintf(w, "\n  %s\n", analyzer.Text{Ko: "기재 항목 (● 있음, ○ 하지 않는다고 적음, · 없음)", En: "Clauses (● stated, ○ denied, · absent)"}.In(lang))
	for _, c := range facts.AllClauses {
		f := r.Clauses[c]
		place, quote := "", ""
		if f.At != nil {
			place, quote = fmt.Sprintf("%d:%d", f.At.Line, f.At.Column), shorten(f.Quote)
		}
		line := fmt.Sprintf("    %s %s %-8s %s", statusSigns[f.Status], runewidth.FillRight(named(clauseNames, c, lang), 30), place, quote)
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// writeHeadings shows the sections of the policy, and which clauses they open.
func (r *Report) writeHeadings(w io.Writer, lang string) {
	if len(r.Headings) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  %s\n", analyzer.Text{Ko: "구성", En: "Sections"}.In(lang))
	for _, h := range r.Headings {
		line := fmt.Sprintf("    %6d  %s%s", h.At.Line, strings.Repeat("  ", h.Depth), shorten(h.Text))
		if len(h.Clauses) > 0 {
			var names []string
			for _, c := range h.Clauses {
				names = append(names, named(clauseNames, c, lang))
			}
			line += " → " + strings.Join(names, ", ")
		}
		fmt.Fprintln(w, line)
	}
}

// writeLeftOut shows which lines of the page are not judged as the policy's own, and why.
func (r *Report) writeLeftOut(w io.Writer, lang string) {
	if len(r.LeftOut) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  %s\n", analyzer.Text{Ko: "본문에서 제외한 부분", En: "Left out of the body"}.In(lang))
	for _, p := range r.LeftOut {
		place := fmt.Sprint(p.At.Line)
		if p.At.EndLine > p.At.Line {
			place += fmt.Sprintf("–%d", p.At.EndLine)
		}
		fmt.Fprintf(w, "    %s  %s %s\n", runewidth.FillLeft(place, 11), runewidth.FillRight(named(regionNames, p.Region, lang), 22), p.Quote)
	}
}

func (r *Report) writeTables(w io.Writer, lang string) {
	if len(r.Tables) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  %s\n", analyzer.Text{Ko: "표", En: "Tables"}.In(lang))
	for _, t := range r.Tables {
		size := fmt.Sprintf("%d×%d", len(t.Rows), len(t.Rows[0]))
		fmt.Fprintf(w, "    %6d  %-6s %s\n", t.At.Line, size, shorten(strings.Join(t.Rows[0], " | ")))
	}
}

// shorten cuts a text to a part of a line.
func shorten(s string) string {
	return runewidth.Truncate(strings.Join(strings.Fields(s), " "), 60, "…")
}

// named is the name of a value for people, or the value where it has none.
func named[K comparable](names map[K]analyzer.Text, k K, lang string) string {
	if t, ok := names[k]; ok {
		return t.In(lang)
	}
	return fmt.Sprint(k)
}
