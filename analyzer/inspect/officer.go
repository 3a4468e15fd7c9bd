package inspect

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// Contacts are who answers for personal data, and the outside bodies to which people may turn.
type Contacts struct {
	Officer          *Person  `json:"officer"`  // the first one named
	Officers         []Person `json:"officers"` // all who are, contacts behind them
	AccessDepartment *Person  `json:"access_department"`
	Remedies         []Body   `json:"remedies"`
}

// A Body is an outside body for remedies; null where something is not told.
type Body struct {
	Body    string  `json:"body"`
	Phone   *string `json:"phone"`
	URL     *string `json:"url"`
	Address *string `json:"address"`
	At      *At     `json:"at"`
}

// A Person is somebody who answers for personal data; null where it is not told.
type Person struct {
	Role       facts.Role `json:"role"`
	Name       *string    `json:"name"`
	Title      *string    `json:"title"`
	Department *string    `json:"department"`
	Phone      *string    `json:"phone"`
	Fax        *string    `json:"fax"`
	Email      *string    `json:"email"`
	At         *At        `json:"at"`
}

func contacts(p *analyzer.Pass, page int) Contacts {
	out := Contacts{Officers: []Person{}, Remedies: []Body{}}
	for _, b := range facts.OutsideBodies.Of(p) {
		out.Remedies = append(out.Remedies, Body{Body: b.Body.Text, Phone: quoted(b.Phone), URL: quoted(b.URL), Address: quoted(b.Address), At: atPlace(p, page, b.Body.PlaceIn)})
	}
	list := facts.Officers.Of(p)
	if first, ok := facts.FirstOfficer(list); ok {
		shown := person(p, page, &first)
		out.Officer = &shown
	}
	for i := range list {
		shown := person(p, page, &list[i])
		switch {
		case list[i].Role != facts.RoleAccess:
			out.Officers = append(out.Officers, shown)
		case out.AccessDepartment == nil:
			out.AccessDepartment = &shown
		}
	}
	return out
}

func person(p *analyzer.Pass, page int, of *facts.Person) Person {
	place := of.Place()
	out := Person{Role: of.Role, Title: quoted(of.Title), Department: quoted(of.Department), Phone: quoted(of.Phone), Fax: quoted(of.Fax), Email: quoted(of.Email),
		At: atPlace(p, page, place)}
	if of.Name.Known() {
		name := of.PlainName()
		out.Name = &name
	}
	return out
}

func quoted(q facts.Quoted) *string {
	if !q.Known() {
		return nil
	}
	return &q.Text
}
