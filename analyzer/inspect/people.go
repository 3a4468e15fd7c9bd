package inspect

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// roleNames follow the Act.
var roleNames = map[facts.Role]analyzer.Text{
	facts.RoleOfficer: {Ko: "개인정보 보호책임자", En: "privacy officer"},
	facts.RoleContact: {Ko: "개인정보 담당", En: "contact"},
	facts.RoleAccess:  {Ko: "열람청구 접수·처리", En: "requests for access"},
}

// officerSheet shows who answers for personal data.
func (r *Report) officerSheet(lang string) sheet {
	s := peopleSheet("officers", analyzer.Text{Ko: "개인정보 보호책임자", En: "Privacy officer"}, r.Officers, lang)
	s.None = r.none(facts.Officer, lang)
	for i := range s.Rows {
		cells := s.Rows[i].Cells
		if r.Officers[i].Role != facts.RoleOfficer {
			continue
		}
		cells[0].Missing = cells[0].Text == "" && cells[2].Text == "" && r.asked(facts.Officer, "name_or_department")
		cells[3].Missing = cells[3].Text == "" && cells[5].Text == "" && r.asked(facts.Officer, "contact")
	}
	s.dropEmpty()
	return s
}

// accessSheet shows who takes requests for access.
func (r *Report) accessSheet(lang string) sheet {
	var all []Person
	if r.AccessDepartment != nil {
		all = append(all, *r.AccessDepartment)
	}
	s := peopleSheet("access", analyzer.Text{Ko: "열람청구 접수·처리부서", En: "Department for requests of access"}, all, lang)
	s.None = notStated.In(lang)
	s.dropEmpty()
	return s
}

func peopleSheet(id string, title analyzer.Text, all []Person, lang string) sheet {
	s := sheet{ID: id, Title: title.In(lang), Heads: []string{
		analyzer.Text{Ko: "역할", En: "role"}.In(lang), analyzer.Text{Ko: "성명", En: "name"}.In(lang), analyzer.Text{Ko: "직책", En: "title"}.In(lang),
		analyzer.Text{Ko: "부서", En: "department"}.In(lang), analyzer.Text{Ko: "전화", En: "telephone"}.In(lang), analyzer.Text{Ko: "팩스", En: "fax"}.In(lang),
		analyzer.Text{Ko: "전자우편", En: "e-mail"}.In(lang)}}
	for _, p := range all {
		one := row{Names: []name{{Text: named(roleNames, p.Role, lang), Own: true, At: p.At}}}
		for _, v := range [...]*string{p.Name, p.Title, p.Department, p.Phone, p.Fax, p.Email} {
			one.Cells = append(one.Cells, cell{Text: shown(v)})
		}
		s.Rows = append(s.Rows, one)
	}
	return s
}

// remedySheet shows the outside bodies to which people may turn.
func (r *Report) remedySheet(lang string) sheet {
	s := sheet{ID: "remedies", Title: analyzer.Text{Ko: "권익침해 구제기관", En: "Outside bodies for remedies"}.In(lang), None: r.none(facts.Remedies, lang),
		Count: fmt.Sprintf(analyzer.Text{Ko: "%d곳", En: "%d"}.In(lang), len(r.Remedies)), Heads: []string{
			analyzer.Text{Ko: "기관", En: "body"}.In(lang), analyzer.Text{Ko: "전화", En: "telephone"}.In(lang),
			analyzer.Text{Ko: "홈페이지", En: "website"}.In(lang), analyzer.Text{Ko: "주소", En: "address"}.In(lang)}}
	for _, b := range r.Remedies {
		one := row{Names: []name{{Text: b.Body, At: b.At}}}
		for _, v := range [...]*string{b.Phone, b.URL, b.Address} {
			one.Cells = append(one.Cells, cell{Text: shown(v)})
		}
		s.Rows = append(s.Rows, one)
	}
	s.dropEmpty()
	return s
}
