package law

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/pipalint/pipalint/analyzer/date"
)

func on(t *testing.T, s string) date.Date {
	t.Helper()
	d, err := date.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The catalogue is data that people edit: each duty has a title in both languages, and provisions whose
// days are in order and leave no gap.
func TestDuties(t *testing.T) {
	for _, r := range Default().Requirements() {
		if len(r.Provisions) == 0 {
			t.Errorf("%s has no provision", r.ID)
		}
		for i, p := range r.Provisions {
			if p.Cite == "" || p.Title.Ko == "" || p.Title.En == "" || p.From.IsZero() || p.Binding == 0 || p.Obligation == 0 {
				t.Errorf("%s: incomplete provision %+v", r.ID, p)
			}
			last := i == len(r.Provisions)-1
			if !last && p.To.AddDays(1) != r.Provisions[i+1].From {
				t.Errorf("%s: %s ends %v, the next begins %v", r.ID, p.Cite, p.To, r.Provisions[i+1].From)
			}
			if !p.To.IsZero() && p.To.Before(p.From) {
				t.Errorf("%s: %s ends before it begins", r.ID, p.Cite)
			}
		}
	}
}

func TestProvisionsByDay(t *testing.T) {
	for _, tt := range []struct{ duty, day, cite string }{
		{"destruction", "2020-08-04", "개인정보 보호법 시행령 제31조제1항제2호"},
		{"destruction", "2020-08-05", "개인정보 보호법 제30조제1항제3호의2"},
		{"data-subject-rights", "2016-09-29", "개인정보 보호법 제30조제1항"},
		{"data-subject-rights", "2016-09-30", "개인정보 보호법 제30조제1항제5호"},
		{"cpo", "2016-09-29", ""},
		{"cpo", "2016-09-30", "개인정보 보호법 제30조제1항제6호"},
		{"purpose", "2011-09-29", ""},
		{"overseas-transfer", "2024-03-14", ""},
		{"overseas-transfer", "2024-03-15", "개인정보 보호법 시행령 제31조제1항제2호"},
		{"overseas-transfer-details", "2023-09-14", ""},
		{"overseas-transfer-details", "2024-03-14", "개인정보 보호법 제28조의8제2항"},
		{"overseas-transfer-details", "2024-03-15", "개인정보 보호법 시행령 제31조제1항제2호"},
		{"third-party-details", "2026-01-01", "개인정보 보호법 제17조제2항"},
		{"entrustment-details", "2026-01-01", "개인정보 보호법 제26조제2항"},
		{"recipients-named", "2026-01-01", "개인정보 보호법 제17조제2항제1호, 제26조제2항"},
		{"children-under-14", "2017-10-18", "개인정보 보호법 제22조제5항"},
		{"children-under-14", "2023-09-14", "개인정보 보호법 제22조제6항"},
		{"children-under-14", "2023-09-15", "개인정보 보호법 제22조의2"},
		{"right-portability", "2026-08-19", "개인정보 보호법 시행령 제42조의6제5항"},
		{"right-portability", "2026-08-20", "개인정보 보호법 시행령 제42조의6제6항"},
		{"domestic-agent", "2025-10-01", "개인정보 보호법 제31조의2제3항"},
		{"domestic-agent", "2025-10-02", "개인정보 보호법 제31조의2제4항"},
		{"remedies", "2025-04-10", ""},
		{"no-such-duty", "2026-01-01", ""},
	} {
		var cites []string
		for _, p := range Default().Provisions(Duty(tt.duty), on(t, tt.day)) {
			cites = append(cites, p.Cite)
		}
		if got := strings.Join(cites, "; "); got != tt.cite {
			t.Errorf("%s on %s: got %q, want %q", tt.duty, tt.day, got, tt.cite)
		}
		if Default().InForce(Duty(tt.duty), on(t, tt.day)) != (tt.cite != "") {
			t.Errorf("InForce(%s, %s) disagrees with its provisions", tt.duty, tt.day)
		}
	}
}

func TestReadRejectsNonsense(t *testing.T) {
	for name, bad := range map[string]string{
		"duties.toml":  "[[duty]]\nid = \"purpose\"\nprovisions = 3",
		"periods.toml": "[[period]]\nkind = \"for ever\"",
		"stale.toml":   "[[stale]]\nsince = \"long ago\"",
		"bodies.toml":  "[[body]]\ntelephone = \"118\"",
		"notices.toml": "[[notice]]\ndays = \"seven\"",
	} {
		files := fstest.MapFS{}
		for _, f := range []string{"duties.toml", "periods.toml", "stale.toml", "bodies.toml", "notices.toml"} {
			files[f] = &fstest.MapFile{}
		}
		if _, err := Read(files); err != nil {
			t.Fatalf("empty data: %v", err)
		}
		files[name] = &fstest.MapFile{Data: []byte(bad)}
		if _, err := Read(files); err == nil || !strings.HasPrefix(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
		delete(files, name)
		if _, err := Read(files); err == nil {
			t.Errorf("%s was not missed", name)
		}
	}
}
