package inspect

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/vendors"
)

// itemSheet shows the personal data that a page names, by the purpose that they stand under.
func (r *Report) itemSheet(lang string) sheet {
	s := sheet{ID: "items", Title: analyzer.Text{Ko: "처리하는 개인정보", En: "Personal data"}.In(lang), None: r.none(facts.Items, lang), Heads: []string{
		analyzer.Text{Ko: "구분", En: "for"}.In(lang), analyzer.Text{Ko: "필수", En: "required"}.In(lang),
		analyzer.Text{Ko: "선택", En: "optional"}.In(lang), analyzer.Text{Ko: "필수·선택 미구분", En: "not told which"}.In(lang)}}
	rows := make(map[string]int)
	all, seen := make(map[string]bool), make(map[string]bool)
	for i := range r.Items {
		one := &r.Items[i]
		purpose := shown(one.Purpose)
		at, ok := rows[purpose]
		if !ok {
			at = len(s.Rows)
			rows[purpose] = at
			s.Rows = append(s.Rows, row{Names: []name{one.under(lang)}, Cells: make([]cell, 3)})
		}
		column := one.column()
		all[cmp.Or(shown(one.ID), one.Name)] = true
		if key := fmt.Sprint(at, column, one.Name); !seen[key] {
			seen[key] = true
			c := &s.Rows[at].Cells[column]
			c.Text = strings.TrimPrefix(c.Text+", "+one.marked(lang), ", ")
		}
	}
	if len(all) > 0 {
		s.Count = fmt.Sprintf(analyzer.Text{Ko: "%d개 항목", En: "%d kinds"}.In(lang), len(all))
	}
	s.dropEmpty()
	return s
}

// under is what an item stands under.
func (i *Item) under(lang string) name {
	if i.Purpose == nil {
		return name{Text: analyzer.Text{Ko: "(구분 없음)", En: "(not told)"}.In(lang), Own: true, At: i.At}
	}
	return name{Text: *i.Purpose, At: i.At}
}

func (i *Item) column() int {
	switch {
	case i.Required == nil:
		return 2
	case *i.Required:
		return 0
	}
	return 1
}

// marked is an item as written, with its class where the law sets that apart.
func (i *Item) marked(lang string) string {
	if class, ok := classNames[vendors.Class(shown(i.Class))]; ok {
		return fmt.Sprintf("%s [%s]", i.Name, class.In(lang))
	}
	return i.Name
}

// classNames are those of the classes that the law sets apart.
var classNames = map[vendors.Class]analyzer.Text{
	vendors.Sensitive:        {Ko: "민감정보", En: "sensitive"},
	vendors.Health:           {Ko: "민감정보: 건강", En: "sensitive: health"},
	vendors.Biometric:        {Ko: "민감정보: 생체", En: "sensitive: biometric"},
	vendors.UniqueIdentifier: {Ko: "고유식별정보", En: "unique identifier"},
	vendors.ResidentNumber:   {Ko: "주민등록번호", En: "resident registration number"},
}

// retentionSheet shows what is kept how long.
func (r *Report) retentionSheet(lang string) sheet {
	s := sheet{ID: "retention", Title: analyzer.Text{Ko: "보유 기간", En: "Periods"}.In(lang), None: r.none(facts.Retention, lang),
		Count: fmt.Sprintf(analyzer.Text{Ko: "%d건", En: "%d"}.In(lang), len(r.Retention)), Heads: []string{
			analyzer.Text{Ko: "기록", En: "record"}.In(lang), analyzer.Text{Ko: "기간", En: "period"}.In(lang), analyzer.Text{Ko: "근거", En: "ground"}.In(lang)}}
	for _, one := range r.Retention {
		n := name{Text: one.Record, At: one.At}
		if one.Record == "" {
			n.Text, n.Own = analyzer.Text{Ko: "(개인정보 전체)", En: "(all personal data)"}.In(lang), true
		}
		if one.Exception {
			n.Mark = analyzer.Text{Ko: "예외", En: "exception"}.In(lang)
		}
		s.Rows = append(s.Rows, row{Names: []name{n}, Cells: []cell{{Text: one.Period}, {Text: shown(one.Basis)}}})
	}
	s.dropEmpty()
	return s
}
