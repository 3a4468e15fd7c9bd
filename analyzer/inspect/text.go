package inspect

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// Options say how reports are shown to people.
type Options struct {
	Lang    string // "ko" or "en"
	Width   int    // columns of the output; at least leastOutput
	Outline bool   // the sections and tables of the policy, too
}

// leastOutput is the width below which lines run over the edge rather than be broken further.
const leastOutput = 50

// Text writes reports as a person reads them: what goes to whom and is kept how long first.
func Text(w io.Writer, reports []Report, o Options) error {
	o.Width = max(o.Width, leastOutput)
	out := bufio.NewWriter(w)
	for i := range reports {
		if i > 0 {
			fmt.Fprintln(out)
		}
		reports[i].write(out, o)
	}
	return out.Flush()
}

func (r *Report) write(w io.Writer, o Options) {
	fmt.Fprintf(w, "%s\n", harmless(r.File))
	for _, f := range r.summary(o.Lang) {
		label := f.Label
		for _, line := range wrap(strings.Fields(plain(f.Value)), o.Width-19) {
			fmt.Fprintf(w, "  %s %s\n", narrow.FillRight(label, 16), line)
			label = ""
		}
	}
	for _, p := range r.parts(o.Lang) {
		fmt.Fprintf(w, "\n  %s\n", p.Title)
		for i := range p.Sheets {
			if i > 0 && len(p.Sheets[i-1].Rows)+len(p.Sheets[i].Rows) > 0 {
				fmt.Fprintln(w)
			}
			p.Sheets[i].write(w, o.Lang, o.Width)
		}
	}
	r.writeClauses(w, o)
	r.writeElements(w, o.Lang)
	r.writeLeftOut(w, o)
	if o.Outline {
		r.writeHeadings(w, o.Lang)
		r.writeTables(w, o.Lang)
	} else {
		r.writeOutlineShort(w, o.Lang)
	}
}

func (r *Report) writeClauses(w io.Writer, o Options) {
	fmt.Fprintf(w, "\n  %s\n", analyzer.Text{Ko: "기재 항목 (● 있음, ○ 하지 않는다고 적음, · 없음)", En: "Clauses (● stated, ○ denied, · absent)"}.In(o.Lang))
	for _, c := range facts.AllClauses {
		f := r.Clauses[c]
		place, quote := "", ""
		if f.At != nil {
			place, quote = f.At.String(), shortenTo(f.Quote, o.Width-46)
		}
		line := fmt.Sprintf("    %s %s %-8s %s", statusSigns[f.Status], narrow.FillRight(named(clauseNames, c, o.Lang), 30), place, quote)
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// writeOutlineShort counts what is shown only on request.
func (r *Report) writeOutlineShort(w io.Writer, lang string) {
	if len(r.Headings)+len(r.Tables) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  %s\n", fmt.Sprintf(analyzer.Text{Ko: "제목 %d개, 표 %d개 (--outline 옵션으로 표시)", En: "Headings: %d, tables: %d (shown with --outline)"}.In(lang), len(r.Headings), len(r.Tables)))
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

// mostLeftOut is how many parts are shown; most pages have three.
const mostLeftOut = 10

// writeLeftOut shows which lines of the page are not judged as the policy's own, and why.
func (r *Report) writeLeftOut(w io.Writer, o Options) {
	if len(r.LeftOut) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  %s\n", analyzer.Text{Ko: "본문에서 제외한 부분", En: "Left out of the body"}.In(o.Lang))
	for i, p := range r.LeftOut {
		if i == mostLeftOut && !o.Outline {
			fmt.Fprintf(w, "    %11s  %s\n", "", fmt.Sprintf(analyzer.Text{Ko: "외 %d곳", En: "and %d more"}.In(o.Lang), len(r.LeftOut)-i))
			break
		}
		fmt.Fprintf(w, "    %s  %s %s\n", narrow.FillLeft(p.At.lines(), 11), narrow.FillRight(named(regionNames, p.Region, o.Lang), 22), shortenTo(p.Quote, o.Width-40))
	}
}

// lines are the first and the last line of a place.
func (a *At) lines() string {
	if a.EndLine > a.Line {
		return fmt.Sprintf("%d–%d", a.Line, a.EndLine)
	}
	return fmt.Sprint(a.Line)
}

func (r *Report) writeTables(w io.Writer, lang string) {
	if len(r.Tables) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  %s\n", analyzer.Text{Ko: "표", En: "Tables"}.In(lang))
	for _, t := range r.Tables {
		fmt.Fprintf(w, "    %6d  %-6s %s\n", t.At.Line, t.size(), shorten(strings.Join(t.Rows[0], " | ")))
	}
}

func (t *Table) size() string { return fmt.Sprintf("%d×%d", len(t.Rows), len(t.Rows[0])) }

// shorten cuts a text to a part of a line.
func shorten(s string) string { return shortenTo(s, 60) }

func shortenTo(s string, width int) string {
	return narrow.Truncate(plain(s), max(width, leastWidth), "…")
}

// named is the name of a value for people, or the value where it has none.
func named[K comparable](names map[K]analyzer.Text, k K, lang string) string {
	if t, ok := names[k]; ok {
		return t.In(lang)
	}
	return fmt.Sprint(k)
}
