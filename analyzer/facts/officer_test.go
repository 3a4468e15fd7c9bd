package facts_test

import (
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestOfficers(t *testing.T) {
	testFixture(t, "officers", func(p *analyzer.Pass) string {
		var out []string
		for _, o := range facts.Officers.Of(p) {
			row := []string{string(o.Role)}
			for _, q := range []facts.Quoted{o.Name, o.Title, o.Department, o.Phone, o.Fax, o.Email} {
				row = append(row, shown(t, p, q))
			}
			out = append(out, strings.Join(row, " | "))
		}
		return strings.Join(out, "\n")
	})
}

func TestOutsideBodies(t *testing.T) {
	testFixture(t, "remedies", func(p *analyzer.Pass) string {
		var out []string
		for _, b := range facts.OutsideBodies.Of(p) {
			var row []string
			for _, q := range []facts.Quoted{b.Body, b.Phone, b.URL, b.Address} {
				row = append(row, shown(t, p, q))
			}
			out = append(out, strings.Join(row, " | "))
		}
		return strings.Join(out, "\n")
	})
}

// shown is a text as written, after a look whether it stands where it is said to. The address of a link is
// not shown by the page; its place is the text of the link.
func shown(t *testing.T, p *analyzer.Pass, q facts.Quoted) string {
	t.Helper()
	if !q.Known() {
		if !q.Range.Empty() {
			t.Errorf("nothing has the place %v", q.Range)
		}
		return "-"
	}
	if got := p.Policy.Pages[q.Page].TextOf(q.Range); got != q.Text && strings.Contains(got, "@") {
		t.Errorf("%q stands where %q should", got, q.Text)
	}
	return q.Text
}

// TestFirstOfficer merges what is told of the officer in two places, and takes a department that shares
// the number.
func TestFirstOfficer(t *testing.T) {
	q := func(s string) facts.Quoted { return facts.Quoted{Text: s} }
	list := []facts.Person{
		{Role: facts.RoleOfficer, Email: q("a@example.com")},
		{Role: facts.RoleOfficer, Name: q("한 모 란")},
		{Role: facts.RoleOfficer, Name: q("한모란"), Phone: q("02-0000-0001")},
		{Role: facts.RoleContact, Department: q("정보보호팀"), Phone: q("02)0000-0001")},
		{Role: facts.RoleAccess, Department: q("민원실")},
	}
	list[3].Phone.Range.End = 1
	got, ok := facts.FirstOfficer(list)
	if !ok || got.PlainName() != "한모란" || got.Phone.Text != "02-0000-0001" || got.Department.Text != "정보보호팀" || got.Email.Known() {
		t.Errorf("got %+v", got)
	}
	if _, ok := facts.FirstOfficer(list[4:]); ok {
		t.Error("who takes requests for access is no officer")
	}
}
