package date

import (
	"encoding/json"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		text string
		want Date
		ok   bool
	}{
		{"2026-11-21", Date{2026, 11, 21}, true},
		{"2024-02-29", Date{2024, 2, 29}, true},
		{"2023-02-29", Date{}, false},
		{"2024-13-01", Date{}, false},
		{"2024-1-1", Date{}, false},
		{"2024-01-01 ", Date{}, false},
		{"", Date{}, false},
	} {
		got, err := Parse(test.text)
		if got != test.want || (err == nil) != test.ok {
			t.Errorf("Parse(%q) = %v, %v", test.text, got, err)
		}
	}
}

func TestArithmetic(t *testing.T) {
	for _, test := range []struct {
		from Date
		days int
		to   Date
	}{
		{Date{2024, 2, 28}, 1, Date{2024, 2, 29}},
		{Date{2023, 2, 28}, 1, Date{2023, 3, 1}},
		{Date{2026, 1, 1}, -1, Date{2025, 12, 31}},
		{Date{2026, 3, 5}, 0, Date{2026, 3, 5}},
		{Date{1990, 1, 1}, 40176, Date{2099, 12, 31}},
	} {
		if got := test.from.AddDays(test.days); got != test.to {
			t.Errorf("%v + %d = %v, want %v", test.from, test.days, got, test.to)
		}
		if got := test.to.Sub(test.from); got != test.days {
			t.Errorf("%v - %v = %d, want %d", test.to, test.from, got, test.days)
		}
		if got := test.from.Before(test.to); got != (test.days > 0) {
			t.Errorf("%v before %v: %v", test.from, test.to, got)
		}
		if got := test.to.Before(test.from); got != (test.days < 0) {
			t.Errorf("%v before %v: %v", test.to, test.from, got)
		}
	}
	if got := (Date{}).AddDays(3); !got.IsZero() {
		t.Errorf("no date + 3 = %v", got)
	}
}

func TestIsValid(t *testing.T) {
	for _, test := range []struct {
		d    Date
		want bool
	}{
		{Date{2024, 2, 29}, true}, {Date{2000, 2, 29}, true}, {Date{1900, 2, 29}, false}, {Date{2023, 2, 29}, false},
		{Date{2023, 4, 31}, false}, {Date{2023, 12, 31}, true}, {Date{2023, 0, 1}, false}, {Date{2023, 13, 1}, false},
		{Date{2023, 1, 0}, false}, {Date{2023, 1, 32}, false}, {Date{}, false}, {Date{10000, 1, 1}, false},
	} {
		if got := test.d.IsValid(); got != test.want {
			t.Errorf("%+v: %v", test.d, got)
		}
	}
}

func TestText(t *testing.T) {
	type page struct{ From, To Date }
	in := page{From: Date{2026, 7, 1}}
	b, err := json.Marshal(in)
	if err != nil || string(b) != `{"From":"2026-07-01","To":""}` {
		t.Fatalf("%s, %v", b, err)
	}
	out := page{To: Date{2020, 1, 1}}
	if err := json.Unmarshal(b, &out); err != nil || out != in {
		t.Errorf("%v, %v", out, err)
	}
	if err := json.Unmarshal([]byte(`{"From":"1 July"}`), &out); err == nil || out != in {
		t.Errorf("%v, %v", out, err)
	}
}

func TestFromTime(t *testing.T) {
	seoul := time.FixedZone("KST", 9*60*60)
	at := time.Date(2026, 6, 30, 16, 0, 0, 0, time.UTC)
	if got := FromTime(at.In(seoul)); got != (Date{2026, 7, 1}) {
		t.Errorf("in Seoul it is %v", got)
	}
	if got := FromTime(at); got != (Date{2026, 6, 30}) {
		t.Errorf("in UTC it is %v", got)
	}
}
