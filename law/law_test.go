package law

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

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

// The catalogue is data that people edit: each duty is told in both languages, and has provisions whose
// days are in order and leave no gap.
func TestDuties(t *testing.T) {
	for _, r := range Default().Requirements() {
		if len(r.Provisions) == 0 {
			t.Errorf("%s has no provision", r.ID)
		}
		told(t, string(r.ID), r.About)
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
			if p.Renumbered && (i == 0 || p.Cite == r.Provisions[i-1].Cite) {
				t.Errorf("%s: %s from %v has the number that it had", r.ID, p.Cite, p.From)
			}
			cited(t, string(r.ID), p.Cite, p.Span)
		}
	}
}

func TestNotices(t *testing.T) {
	seen := map[string]bool{}
	for _, n := range Default().Notifications() {
		if n.ID == "" || seen[n.ID] || n.Binding == 0 {
			t.Errorf("%q: no name, a second of that name, or no binding", n.ID)
		}
		seen[n.ID] = true
		told(t, n.ID, n.About)
		if (n.Binding == Custom) != (len(n.Cites) == 0) && n.ID != "no-statutory-advance-period" {
			t.Errorf("%s: %v with %d citations", n.ID, n.Binding, len(n.Cites))
		}
		for _, c := range n.Cites {
			cited(t, n.ID, c, n.Span)
		}
	}
}

// told checks that a text is a sentence in each language.
func told(t *testing.T, id string, about Text) {
	t.Helper()
	if !hangul.MatchString(about.Ko) || !strings.HasSuffix(about.Ko, "다.") {
		t.Errorf("%s: no Korean sentence: %q", id, about.Ko)
	}
	if hangul.MatchString(about.En) || !strings.HasSuffix(about.En, ".") || !unicode.IsUpper([]rune(about.En)[0]) {
		t.Errorf("%s: no English sentence: %q", id, about.En)
	}
}

var hangul = regexp.MustCompile(`\p{Hangul}`)

// official are the names of what is cited, and how a place in it is written.
var official = regexp.MustCompile(`^(?:(?:개인정보 보호법|정보통신망 이용촉진 및 정보보호 등에 관한 법률|위치정보의 보호 및 이용 등에 관한 법률|` +
	`신용정보의 이용 및 보호에 관한 법률)(?: 시행령)?(?: 부칙\(법률 제\d+호\))?|표준 개인정보 보호지침|개인정보 처리 방법에 관한 고시) 제\d+조` +
	`(?:의\d+|제\d+[항호]|[·,]? ?제\d+[조항호]|에서 준용하는 제\d+조| [전후]단)*$`)

// cited checks that a citation names what it cites as the law does, and no edition of the writing guideline
// before its day.
func cited(t *testing.T, id, cite string, s Span) {
	t.Helper()
	edition, isGuideline := strings.CutPrefix(cite, "개인정보 처리방침 작성지침")
	switch {
	case !isGuideline:
		if !official.MatchString(cite) {
			t.Errorf("%s: %q is not cited by its name", id, cite)
		}
	case edition != "" && (!strings.HasPrefix(edition, "(2026.4) ") || s.From.Before(date.Date{Year: 2026, Month: 4, Day: 1})):
		t.Errorf("%s: %q is cited from %v", id, cite, s.From)
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
		{"domestic-agent", "2019-03-18", ""},
		{"domestic-agent", "2020-08-04", "정보통신망 이용촉진 및 정보보호 등에 관한 법률 제32조의5"},
		{"domestic-agent", "2020-08-05", "개인정보 보호법 제39조의11제3항"},
		{"domestic-agent", "2023-09-14", "개인정보 보호법 제39조의11제3항"},
		{"domestic-agent", "2023-09-15", "개인정보 보호법 제31조의2제3항"},
		{"right-portability", "2025-03-12", ""},
		{"right-portability", "2025-03-13", "개인정보 보호법 시행령 제42조의6제5항"},
		{"right-portability", "2027-02-20", "개인정보 보호법 시행령 제42조의6제6항"},
		{"children-under-14", "2017-10-19", "개인정보 보호법 제22조제6항"},
		{"overseas-transfer", "2023-09-14", ""},
		{"automated-decision", "2024-03-14", ""},
		{"automated-decision", "2024-03-15", "개인정보 보호법 제37조의2제4항"},
		{"auto-collection", "2016-09-29", ""},
		{"auto-collection", "2016-09-30", "개인정보 보호법 제30조제1항제7호"},
		{"additional-use-criteria", "2020-08-04", ""},
		{"additional-use-criteria", "2023-09-14", "개인정보 보호법 시행령 제14조의2제2항"},
		{"additional-use-criteria", "2023-09-15", "개인정보 보호법 시행령 제14조의2제2항"},
		{"legacy-dormant-account", "2012-08-17", ""},
		{"legacy-dormant-account", "2012-08-18", "정보통신망 이용촉진 및 정보보호 등에 관한 법률 제29조제2항"},
		{"legacy-dormant-account", "2015-08-18", "정보통신망 이용촉진 및 정보보호 등에 관한 법률 제29조제2항"},
		{"legacy-dormant-account", "2020-08-05", "개인정보 보호법 제39조의6"},
		{"legacy-dormant-account", "2023-09-14", "개인정보 보호법 제39조의6"},
		{"legacy-dormant-account", "2023-09-15", ""},
		{"ai-development-special", "2027-03-08", ""},
		{"ai-development-special", "2027-03-09", "개인정보 보호법 제28조의12제5항"},
		{"behavioural-own", "2024-03-31", ""},
		{"behavioural-own", "2026-03-31", "개인정보 처리방침 작성지침"},
		{"behavioural-own", "2026-04-01", "개인정보 처리방침 작성지침(2026.4) Ⅲ.14"},
		{"remedies", "2025-04-10", ""},
		{"remedies", "2025-04-11", "표준 개인정보 보호지침 제19조제17호"},
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

func TestChanged(t *testing.T) {
	for _, tt := range []struct{ duty, upTo, want string }{
		{"purpose", "2026-11-21", "2011-09-30"},
		{"purpose", "2011-09-29", ""},
		{"additional-use-criteria", "2023-09-14", "2020-08-05"},
		{"additional-use-criteria", "2023-09-15", "2023-09-15"},
		{"children-under-14", "2017-10-19", "2011-09-30"}, // only its number
		{"children-under-14", "2026-11-21", "2023-09-15"},
		{"domestic-agent", "2020-08-05", "2019-03-19"}, // moved from one act into another
		{"domestic-agent", "2026-11-21", "2025-10-02"},
		{"behavioural-own", "2026-11-21", "2024-04-01"}, // another edition
		{"no-vague-wording", "2026-11-21", "2026-04-01"},
		{"processor-own-policy", "2026-11-21", "2011-09-30"},
		{"legacy-dormant-account", "2026-11-21", "2015-08-18"},
	} {
		var want date.Date
		if tt.want != "" {
			want = on(t, tt.want)
		}
		if got := Default().Changed(Duty(tt.duty), on(t, tt.upTo)); got != want {
			t.Errorf("%s up to %s: got %v, want %v", tt.duty, tt.upTo, got, want)
		}
	}
}

// The rule that asks for a duty may stand on another level, or be met elsewhere, at another time.
func TestStanding(t *testing.T) {
	for _, tt := range []struct {
		duty, day string
		binding   Binding
		place     Place
	}{
		{"destruction", "2020-08-04", Decree, InPolicy},
		{"destruction", "2020-08-05", Act, InPolicy},
		{"overseas-transfer-details", "2024-03-14", Act, PolicyOrOther},
		{"overseas-transfer-details", "2024-03-15", Decree, InPolicy},
		{"effective-date", "2026-11-21", Guideline, InPolicy},
		{"cctv-fixed", "2026-11-21", Act, PolicyOrOther},
	} {
		got, ok := Default().Standing(Duty(tt.duty), on(t, tt.day))
		if !ok || got.Binding != tt.binding || got.Place != tt.place {
			t.Errorf("%s on %s: got %v, %v (%v)", tt.duty, tt.day, got.Binding, got.Place, ok)
		}
	}
}

func TestReadRejectsNonsense(t *testing.T) {
	for name, bad := range map[string]string{
		"conditions.toml": "[[condition]]\nquestion_ko = \"무엇을 합니까?\"",
		"duties.toml":     "[[duty]]\nid = \"purpose\"\nprovisions = 3",
		"periods.toml":    "[[period]]\nkind = \"for ever\"",
		"stale.toml":      "[[stale]]\nsince = \"long ago\"",
		"bodies.toml":     "[[body]]\ntelephone = \"118\"",
		"notices.toml":    "[[notice]]\ndays = \"seven\"",
	} {
		files := fstest.MapFS{}
		for _, f := range []string{"conditions.toml", "duties.toml", "periods.toml", "stale.toml", "bodies.toml", "notices.toml"} {
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
