package facts

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Role is what somebody who is named in a policy answers for.
type Role string

// The roles.
const (
	RoleOfficer Role = "officer" // 개인정보 보호책임자, 관리책임자, CPO
	RoleContact Role = "contact" // 담당자, 취급자, 담당부서
	RoleAccess  Role = "access"  // who takes requests for access: 열람청구 접수·처리부서
)

// A Quoted is a text as it is written in the policy, and where.
type Quoted struct {
	Text string
	PlaceIn
}

// Known reports whether anything is written.
func (q Quoted) Known() bool { return q.Text != "" }

// A Person is somebody who answers for personal data, or the department that does: what is known of
// it as it is written, nothing where it is not told. A department that only repeats the name of the
// company is none, and a slot that nobody filled in is nothing.
type Person struct {
	Role                                       Role
	Name, Title, Department, Phone, Fax, Email Quoted
}

// PlainName is the name without the spaces that only set its letters apart: 한 모 란 is 한모란.
func (p *Person) PlainName() string { return joinLetters(p.Name.Text) }

// Place is where the person stands: from the first to the last of what is told, as far as it is on
// one page.
func (p *Person) Place() PlaceIn {
	var out PlaceIn
	for _, q := range p.parts() {
		switch {
		case !q.Known():
		case out.Range.Empty():
			out = q.PlaceIn
		case q.Page == out.Page:
			out.Range = policy.Range{Start: min(out.Range.Start, q.Range.Start), End: max(out.Range.End, q.Range.End)}
		}
	}
	return out
}

func (p *Person) parts() [6]*Quoted {
	return [...]*Quoted{&p.Name, &p.Title, &p.Department, &p.Phone, &p.Fax, &p.Email}
}

// Officers are those who answer for personal data, as the policy names them: officers first, then
// contacts, then who takes requests for access, each in the order of the policy. Who answers for
// something else (cameras, the places where people are, youth), outside bodies, processors and the
// customer centre are not among them.
var Officers = analyzer.NewFact("officers", func(p *analyzer.Pass) []Person {
	var all []*told
	for _, r := range readers.Of(p) {
		all = append(all, r.people(companyOf(p))...)
	}
	slices.SortStableFunc(all, func(a, b *told) int { return cmp.Compare(a.rank(), b.rank()) })
	var out []Person
	for _, role := range [...]Role{RoleOfficer, RoleContact, RoleAccess} {
		for _, t := range all {
			if t.Role == role && !tells(out, &t.Person) {
				out = append(out, t.Person)
			}
		}
	}
	return out
})

// rank puts who answers for credit information alone behind who answers for personal data.
func (x *told) rank() int {
	if x.credit {
		return 1
	}
	return 0
}

// tells reports whether a list has all of a person already.
func tells(list []Person, p *Person) bool {
	empty := true
	for _, q := range p.parts() {
		empty = empty && !q.Known()
	}
	for i := range list {
		if list[i].Role == p.Role && list[i].covers(p) {
			return true
		}
	}
	return empty
}

// covers reports whether p tells all that q does.
func (p *Person) covers(q *Person) bool {
	mine := p.parts()
	for i, theirs := range q.parts() {
		if theirs.Known() && joinLetters(theirs.Text) != joinLetters(mine[i].Text) {
			return false
		}
	}
	return true
}

// FirstOfficer is whom a reader would name as the officer: on the first page that tells of one, the first who has a
// name, or else the first officer or contact of whom anything is told. Where the officer's number is that of the department
// that deals with personal data, that is the officer's department.
func FirstOfficer(list []Person) (Person, bool) {
	best := -1
	for i := range list {
		if list[i].Role == RoleAccess {
			break
		}
		isNamed := list[i].Role == RoleOfficer && list[i].Name.Known() && list[i].Place().Page == list[max(best, 0)].Place().Page
		if best < 0 || isNamed && !list[best].Name.Known() || !list[best].isKnown() {
			best = i
		}
	}
	if best < 0 {
		return Person{}, false
	}
	p := list[best]
	for i := range list {
		other := &list[i]
		if p.Role == other.Role && p.Name.Known() && p.PlainName() == other.PlainName() {
			p.fill(other)
		}
	}
	for i := range list {
		other := &list[i]
		if p.Role == RoleOfficer && other.Role == RoleContact && !p.Department.Known() && other.Department.Known() && p.Phone.Range != other.Phone.Range && sameNumber(p.Phone.Text, other.Phone.Text) {
			p.Department = other.Department
		}
	}
	return p, true
}

// isKnown reports whether more is told of somebody than a post.
func (p *Person) isKnown() bool {
	return p.Name.Known() || p.Department.Known() || p.Phone.Known() || p.Email.Known()
}

// fill adds what another place tells of the same person.
func (p *Person) fill(other *Person) {
	mine := p.parts()
	for i, theirs := range other.parts() {
		if !mine[i].Known() {
			*mine[i] = *theirs
		}
	}
}

// sameNumber reports whether two telephone numbers, as written, are one.
func sameNumber(a, b string) bool {
	return a != "" && onlyDigits(a) == onlyDigits(b)
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// companyOf is the name of who issues the policy, as departments are compared with it.
func companyOf(p *analyzer.Pass) string { return plainCompany(Controller.Of(p).Name) }
