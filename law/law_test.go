package law

import (
	"strings"
	"testing"

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

// The catalogue is data that people edit: each duty has a title in both languages, citations whose
// days are in order and do not leave a gap, and the last one still in force.
func TestCatalogue(t *testing.T) {
	for duty, provisions := range catalogue() {
		if len(provisions) == 0 {
			t.Errorf("%s has no provision", duty)
		}
		for i, p := range provisions {
			if p.Cite == "" || p.Title.Ko == "" || p.Title.En == "" || p.From.IsZero() {
				t.Errorf("%s: incomplete provision %+v", duty, p)
			}
			last := i == len(provisions)-1
			if last != p.To.IsZero() {
				t.Errorf("%s: %s ends %v", duty, p.Cite, p.To)
			}
			if !last && p.To.AddDays(1) != provisions[i+1].From {
				t.Errorf("%s: %s ends %v, the next begins %v", duty, p.Cite, p.To, provisions[i+1].From)
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
		for _, p := range Provisions(Duty(tt.duty), on(t, tt.day)) {
			cites = append(cites, p.Cite)
		}
		if got := strings.Join(cites, "; "); got != tt.cite {
			t.Errorf("%s on %s: got %q, want %q", tt.duty, tt.day, got, tt.cite)
		}
		if InForce(Duty(tt.duty), on(t, tt.day)) != (tt.cite != "") {
			t.Errorf("InForce(%s, %s) disagrees with its provisions", tt.duty, tt.day)
		}
	}
}

func TestParseRejectsNonsense(t *testing.T) {
	if _, err := parse([]byte("[purpose]\nprovisions = 3")); err == nil {
		t.Error("a number was read as provisions")
	}
}
