package phrases

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// wanted is a phrase as it is written: places of alternatives, how far each may be from the one
// before, and what must not stand in the unit.
type wanted struct {
	places [][]string
	gaps   []int
	not    string
}

func (w wanted) String() string {
	var out []string
	for i, p := range w.places {
		out = append(out, fmt.Sprintf("~%d %s", w.gaps[i], strings.Join(p, "|")))
	}
	if w.not != "" {
		out = append(out, "!"+w.not)
	}
	return strings.Join(out, " ")
}

// ends are the indices behind each way to match the places from the given one on, in letters.
func (w wanted) ends(text []rune, place, at int) []int {
	if place == len(w.places) {
		return []int{at}
	}
	var out []int
	for gap := 0; gap <= w.gaps[place] && at+gap < len(text); gap++ {
		for _, stem := range w.places[place] {
			if rest := string(text[at+gap:]); strings.HasPrefix(rest, stem) {
				out = append(out, w.ends(text, place+1, at+gap+len([]rune(stem)))...)
			}
		}
		if place == 0 {
			break
		}
	}
	return out
}

// randomPhrase makes a phrase of few letters, so that it is met often and in many ways.
func randomPhrase(r *rand.Rand) wanted {
	var w wanted
	for range 1 + r.IntN(4) {
		var place []string
		for range 1 + r.IntN(2) {
			place = append(place, strings.NewReplacer("a", "라", "b", "마").Replace(string(random(r, 2))))
		}
		w.places = append(w.places, place)
		w.gaps = append(w.gaps, r.IntN(5))
	}
	if r.IntN(3) == 0 {
		w.not = strings.NewReplacer("a", "라", "b", "마").Replace(string(random(r, 3)))
	}
	return w
}

// TestMatchAgainstSearch compares what is found with a search through all ways to match.
func TestMatchAgainstSearch(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 17))
	found := 0
	for range 1000 {
		w := randomPhrase(r)
		s := compiled(t, w.String(), "다라 ~2 가|나마", "마")
		text := strings.NewReplacer("a", "라", "b", "마").Replace(string(random(r, 14)))
		runes := []rune(text)
		ways := make(map[string]bool)
		for start := range runes {
			for _, end := range w.ends(runes, 0, start) {
				ways[fmt.Sprint(3*start, 3*end)] = true
			}
		}
		want := len(ways) > 0 && (w.not == "" || !strings.Contains(text, w.not))
		alone := compiled(t, w.String())
		matches := alone.Scan(text).Unit(0, len(text), nil)
		if len(matches) > 0 != want {
			t.Fatalf("%v in %q: %v, ways %v", w, text, matches, ways)
		}
		for _, m := range matches {
			found++
			if !ways[fmt.Sprint(m.Start, m.End)] {
				t.Fatalf("%v is found in %q from %d to %d, ways %v", w, text, m.Start, m.End, ways)
			}
		}
		if a, b := len(met(alone, text)), len(met(s, text)); b < a {
			t.Fatalf("%v is found in %q alone, not beside other phrases", w, text)
		}
	}
	if found < 100 {
		t.Errorf("only %d were found", found)
	}
}

// TestUnitsInAnyOrder asks for the units of a text forwards, backwards, again, and of a scan in the
// memory of one that was closed.
func TestUnitsInAnyOrder(t *testing.T) {
	s := compiled(t, "보유 기간", "기간 ~8 합니다", "^ 제공 !않")
	const text = "보유 기간은 1년으로 합니다. ㈜모란 제공. 제공하지 않습니다. 기간: 보유 기간"
	var units [][2]int
	start := 0
	for _, sentence := range strings.SplitAfter(text, ".") {
		units = append(units, [2]int{start, start + len(sentence)})
		start += len(sentence)
	}
	alone := func(u [2]int) string { return fmt.Sprint(s.Scan(text).Unit(u[0], u[1], nil)) }
	scan := s.Scan(text)
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 1, 3, 0}} {
		for _, i := range order {
			if got, want := fmt.Sprint(scan.Unit(units[i][0], units[i][1], nil)), alone(units[i]); got != want {
				t.Errorf("unit %d in the order %v: %s, want %s", i, order, got, want)
			}
		}
	}
	kept := scan.Unit(units[0][0], units[0][1], nil)
	before := fmt.Sprint(kept)
	scan.Close()
	for _, other := range []string{strings.Repeat("기간 보유 ", 50), "", text} {
		again := s.Scan(other)
		again.Unit(0, len(other), nil)
		again.Close()
	}
	if got := fmt.Sprint(kept); got != before || len(kept) == 0 {
		t.Errorf("the matches of a closed scan became %s, were %s", got, before)
	}
	if got, want := fmt.Sprint(s.Scan(text).Unit(0, len(text), nil)), fmt.Sprint(compiled(t, "보유 기간", "기간 ~8 합니다", "^ 제공 !않").Scan(text).Unit(0, len(text), nil)); got != want {
		t.Errorf("in the memory of another scan %s, want %s", got, want)
	}
}
