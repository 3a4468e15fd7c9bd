package inspect

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/look"
)

//go:embed page.css
var pageStyle string

//go:embed page.html.tmpl
var pageTemplate string

var page = template.Must(template.New("page").Funcs(template.FuncMap{"inc": func(i int) int { return i + 1 }}).Parse(pageTemplate))

// HTML writes reports as one page that needs nothing else: no script, no other file. All that comes
// from policies is text in it.
func HTML(w io.Writer, reports []Report, o Options) error {
	v := pageView{Lang: o.Lang, Style: template.CSS(look.Base + pageStyle), Words: pageWords(o.Lang)}
	for i := range reports {
		v.Documents = append(v.Documents, reports[i].view(fmt.Sprintf("d%d", i+1), o.Lang))
	}
	v.Title = v.Words["title"]
	if len(v.Documents) == 1 {
		v.Title = v.Documents[0].Title + " — " + v.Title
	}
	return page.Execute(w, v)
}

// A pageView is what the template shows.
type pageView struct {
	Lang, Title string
	Style       template.CSS
	Words       map[string]string
	Documents   []documentView
}

// A documentView is one report.
type documentView struct {
	*Report
	ID       string
	Title    string
	Quoted   string // the language of what is quoted; "" where it is not one
	Summary  []field
	Pictures []picture
	Parts    []part
	Clauses  []clauseView
	Sections []sectionView
	LeftOut  []leftOutView
}

// A clauseView is one line of the list of clauses.
type clauseView struct {
	Name, Sign, Status, Text string
	Place                    *At
	Quote                    string
	Missing                  string
}

type sectionView struct {
	Heading
	Names string
}

type leftOutView struct {
	Part
	Lines, Name string
}

func (r *Report) view(id, lang string) documentView {
	v := documentView{Report: r, ID: id, Title: r.File, Summary: r.summary(lang), Parts: r.parts(lang),
		Pictures: []picture{r.picture(id, wide, lang), r.picture(id, tall, lang)}}
	if name := plain(shown(r.Controller)); name != "" {
		v.Title = name
	}
	if r.Language != "mixed" {
		v.Quoted = r.Language
	}
	for _, c := range facts.AllClauses {
		f := r.Clauses[c]
		v.Clauses = append(v.Clauses, clauseView{named(clauseNames, c, lang), statusSigns[f.Status], string(f.Status),
			named(statusNames, f.Status, lang), f.At, plain(f.Quote), strings.Join(r.missing(c, lang), ", ")})
	}
	for _, h := range r.Headings {
		var names []string
		for _, c := range h.Clauses {
			names = append(names, named(clauseNames, c, lang))
		}
		v.Sections = append(v.Sections, sectionView{h, strings.Join(names, ", ")})
	}
	for _, p := range r.LeftOut {
		v.LeftOut = append(v.LeftOut, leftOutView{p, p.At.lines(), named(regionNames, p.Region, lang)})
	}
	return v
}

// pageWords are the words of the page itself.
func pageWords(lang string) map[string]string {
	out := make(map[string]string)
	for key, text := range map[string]analyzer.Text{
		"title":    {Ko: "처리방침을 읽은 결과", En: "The policy as it was read"},
		"skip":     {Ko: "본문으로 건너뛰기", En: "Skip to the content"},
		"files":    {Ko: "문서", En: "Documents"},
		"missing":  notStated,
		"clauses":  {Ko: "기재 항목", En: "Clauses"},
		"clause":   {Ko: "항목", En: "clause"},
		"status":   {Ko: "기재", En: "status"},
		"words":    {Ko: "위치와 문구", En: "where, and in which words"},
		"unstated": {Ko: "기재되지 않은 세부 사항", En: "details not stated"},
		"sections": {Ko: "구성", En: "Sections"},
		"tables":   {Ko: "표", En: "Tables"},
		"leftout":  {Ko: "본문에서 제외한 부분", En: "Left out of the body"},
		"place":    {Ko: "숫자는 문서의 행:열입니다.", En: "Numbers are line:column of the document."},
		"made": {Ko: "pipalint inspect가 읽은 대로 보여 줍니다. 적법 여부는 판단하지 않습니다.",
			En: "Shown as pipalint inspect read it. Nothing is judged."},
		"nothing": {Ko: "읽은 문서가 없습니다.", En: "No document was read."},
	} {
		out[key] = text.In(lang)
	}
	return out
}
