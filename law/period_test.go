package law

import (
	"cmp"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/statute"
)

// The periods are data that people edit: each is complete, in both languages, and of a statute that is known.
func TestPeriods(t *testing.T) {
	seen := make(map[string]bool)
	for _, p := range Default().Periods() {
		if p.ID == "" || seen[p.ID] {
			t.Errorf("%q: no name, or a second of that name", p.ID)
		}
		seen[p.ID] = true
		for name, text := range map[string]Text{"record": p.Record, "applies": p.Applies, "since": p.Since, "note": p.Note} {
			if (text.Ko == "") != (text.En == "") {
				t.Errorf("%s: %s stands in one language: %q", p.ID, name, text)
			}
		}
		isRule := p.Kind != NoBasis && p.Kind != Internal
		if p.Record.Ko == "" || p.Binding == 0 || isRule && (p.Applies.Ko == "" || p.Act+p.Decree == "") {
			t.Errorf("incomplete: %+v", p)
		}
		if p.Kind == Minimum && len(p.Lengths()) == 0 && p.Note.Ko == "" || p.Months > 0 && p.Days > 0 {
			t.Errorf("%s: %d months, %d days", p.ID, p.Months, p.Days)
		}
		if p.Kind == Repealed && p.To.IsZero() || !p.To.IsZero() && p.To.Before(p.From) {
			t.Errorf("%s: from %v to %v", p.ID, p.From, p.To)
		}
		if found := statute.Find(p.Statute); p.Kind != Internal && (len(found) != 1 || found[0].Official != p.Statute) {
			t.Errorf("%s: %q is not the official name of one statute: %+v", p.ID, p.Statute, found)
		}
	}
}

// What findings cite is written once, and without remarks.
func TestPeriodCites(t *testing.T) {
	for _, p := range Default().Periods() {
		if p.Kind == NoBasis || p.Kind == Internal || p.Kind == Repealed {
			continue
		}
		cite := p.Provision().Cite
		if strings.Count(cite, p.Statute) != 1 || strings.ContainsAny(cite, "(") && p.ID != "p2p-5y" || !strings.Contains(cite, "제") {
			t.Errorf("%s: %s", p.ID, cite)
		}
	}
	for id, want := range map[string]string{
		"ec-dispute":       "전자상거래 등에서의 소비자보호에 관한 법률 제6조제1항·제3항, 같은 법 시행령 제6조제1항제4호",
		"tax-books":        "국세기본법 제85조의3제2항",
		"cctv-parking-1m":  "주차장법 시행규칙 제6조제1항제11호라목",
		"medical-chart":    "의료법 제22조제2항, 같은 법 시행규칙 제15조제1항제2호",
		"pipa-access-log":  "개인정보 보호법 제29조, 「개인정보의 안전성 확보조치 기준」 제8조제1항",
		"cctv-daycare-60d": "영유아보육법 제15조의4제3항",
	} {
		if p, ok := Default().Period(id); !ok || p.Provision().Cite != want {
			t.Errorf("%s: got %q, want %q", id, p.Provision().Cite, want)
		}
	}
}

func TestPeriodCompare(t *testing.T) {
	for _, tt := range []struct {
		id, stated string
		want       int
	}{
		{"telecom-log", "3개월", 0},
		{"telecom-log", "90일", 0},
		{"telecom-log", "3개월 이상", 0},
		{"telecom-log", "12개월", 1},
		{"telecom-log", "1년 이상", 0},
		{"telecom-log", "최소 1개월", -1},
		{"telecom-log", "1년", 1},
		{"telecom-log", "60일", -1},
		{"telecom-call", "6개월", 0},
		{"telecom-call", "1년", 0},
		{"telecom-call", "3개월", -1},
		{"tax-books", "7년", 0},
		{"tax-books", "10년", 1},
		{"ec-dispute", "1095일", 0},
		{"ec-contract-withdrawal", "60개월", 0},
		{"ec-contract-withdrawal", "5개월", -1},
		{"ec-contract-withdrawal", "3~5년", 0},
		{"ec-contract-withdrawal", "1~3년", -1},
		{"cctv-daycare-60d", "30일", -1},
		{"cctv-daycare-60d", "2개월", 0},
		{"academy", "1년", 0},
	} {
		p, ok := Default().Period(tt.id)
		lengths := period.Lengths(tt.stated)
		if !ok || len(lengths) != 1 {
			t.Fatalf("%s, %s: %v", tt.id, tt.stated, lengths)
		}
		if got := p.Compare(lengths[0]); got != tt.want {
			t.Errorf("%s against %s: got %d, want %d", tt.stated, tt.id, got, tt.want)
		}
	}
}

func TestPeriodLength(t *testing.T) {
	for id, want := range map[string]Text{
		"ec-dispute": {"3년", "3 years"}, "eft-1y": {"1년", "1 year"}, "telecom-log": {"3개월", "3 months"},
		"cctv-parking-1m": {"1개월", "1 month"}, "cctv-daycare-60d": {"60일", "60 days"}, "public-records": {},
	} {
		if p, _ := Default().Period(id); p.Length() != want {
			t.Errorf("%s: got %q, want %q", id, p.Length(), want)
		}
	}
	for _, p := range Default().Periods() {
		all := p.Lengths()
		for i := 1; i < len(all); i++ {
			if cmp.Compare(all[i-1].Months, all[i].Months) >= 0 {
				t.Errorf("%s: %v", p.ID, all)
			}
		}
	}
}
