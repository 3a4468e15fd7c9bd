package spelling

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"retention-missing", "retention-conflict", "officer-missing", "law-stale", "ab"}
	tests := []struct{ word, want string }{
		{"retention-mising", "retention-missing"},
		{"retention-conflicts", "retention-conflict"},
		{"oficer-misssing", "officer-missing"},
		{"law-state", "law-stale"},
		{"law_stale", "law-stale"},
		{"LAW-STALE", "law-stale"},
		{"AB", "ab"},
		{"officer", "officer-missing"},
		{"retention", ""},
		{"law", ""},
		{"cookies", ""},
		{"", ""},
		{"보유기간", ""},
	}
	for _, test := range tests {
		if got, ok := Nearest(test.word, names); got != test.want || ok != (test.want != "") {
			t.Errorf("Nearest(%q) = %q, %v, want %q", test.word, got, ok, test.want)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"abc", "", 3}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"보유기간", "보유 기한", 2},
	}
	for _, test := range tests {
		if got := distance([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
