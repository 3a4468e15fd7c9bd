package inspect

import (
	"fmt"
	"io"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// Elements say how far each element of a clause is stated: true, false, or "partial" where it is for
// some of the entries that it concerns.
type Elements map[facts.Clause]map[facts.Element]any

func elements(p *analyzer.Pass) Elements {
	out := make(Elements)
	for c, list := range facts.Elements.Of(p) {
		out[c] = make(map[facts.Element]any, len(list))
		for e, f := range list {
			switch f.Stated {
			case facts.StatedSome:
				out[c][e] = "partial"
			default:
				out[c][e] = f.Stated == facts.StatedAll
			}
		}
	}
	return out
}

// missing names the elements of a clause that are not stated, or only in part.
func (r *Report) missing(c facts.Clause, lang string) []string {
	var out []string
	for _, e := range facts.ElementsOf(c) {
		switch name := named(elementNames, e, lang); r.Elements[c][e] {
		case false:
			out = append(out, name)
		case "partial":
			out = append(out, fmt.Sprintf(analyzer.Text{Ko: "%s(일부)", En: "%s (in part)"}.In(lang), name))
		}
	}
	return out
}

// writeElements names, for each clause that has elements, those that are not stated.
func (r *Report) writeElements(w io.Writer, lang string) {
	title := analyzer.Text{Ko: "기재되지 않은 세부 사항", En: "Not stated"}.In(lang)
	for _, c := range facts.AllClauses {
		missing := r.missing(c, lang)
		if len(missing) == 0 {
			continue
		}
		if title != "" {
			fmt.Fprintf(w, "\n  %s\n", title)
			title = ""
		}
		fmt.Fprintf(w, "    %s %s\n", narrow.FillRight(named(clauseNames, c, lang), 30), strings.Join(missing, ", "))
	}
}

var elementNames = map[facts.Element]analyzer.Text{
	"recipient":          {Ko: "받는 자", En: "recipient"},
	"purpose":            {Ko: "이용 목적", En: "purpose"},
	"items":              {Ko: "항목", En: "items"},
	"retention":          {Ko: "보유 및 이용 기간", En: "retention"},
	"processor":          {Ko: "수탁자", En: "processor"},
	"task":               {Ko: "위탁업무의 내용", En: "task"},
	"contact":            {Ko: "연락처", En: "contact"},
	"country":            {Ko: "이전되는 국가", En: "country"},
	"timing":             {Ko: "이전 시기", En: "timing"},
	"method":             {Ko: "방법", En: "method"},
	"refusal":            {Ko: "거부 방법", En: "how to refuse"},
	"name_or_department": {Ko: "성명 또는 부서", En: "name or department"},
	"procedure":          {Ko: "절차", En: "procedure"},
	"use":                {Ko: "사용 목적", En: "use"},
	"access":             {Ko: "열람", En: "access"},
	"correction":         {Ko: "정정", En: "correction"},
	"deletion":           {Ko: "삭제", En: "deletion"},
	"suspension":         {Ko: "처리정지", En: "suspension"},
	"how":                {Ko: "행사 방법", En: "how to exercise"},
}
