package phrases

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestCompileRefuses(t *testing.T) {
	for _, tt := range []struct{ way, want string }{
		{"", "no stem"},
		{"   ", "no stem"},
		{"^ $", "no stem"},
		{"… ~3", "no stem"},
		{"!제3자", "no stem"},
		{"보유 ~ 기간", `"~" is no distance`},
		{"보유 ~x 기간", `"~x" is no distance`},
		{"보유 ~-1 기간", `"~-1" is no distance`},
		{"보유 ~1.5 기간", `"~1.5" is no distance`},
		{"보유 | 기간", `empty stem in "|"`},
		{"보유|", `empty stem in "보유|"`},
		{"|보유", `empty stem in "|보유"`},
		{"보유||기간", `empty stem in "보유||기간"`},
		{"보유 !", `empty stem in ""`},
		{"보유 !a|", `empty stem in "a|"`},
		{"<", `empty stem in "<"`},
		{"<>", `empty stem in "<>"`},
		{"#", `empty stem in "#"`},
		{"_", `empty stem in "_"`},
		{"\u200b", `empty stem in`},
		{strings.Repeat("가", 65), "longer than 64 characters"},
	} {
		_, err := Compile(map[string][]string{"items.heading": {"항목", tt.way}})
		if err == nil {
			t.Errorf("%q is taken", tt.way)
			continue
		}
		for _, want := range []string{"items.heading", tt.want} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q: the error %q does not name %q", tt.way, err, want)
			}
		}
	}
}

func TestLoad(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	s, err := load(fstest.MapFS{
		"a.toml":     file("[items]\nheading = [\"항목\"]\n[officer]\nheading = [\"책임자\"]"),
		"b.toml":     file("[items]\nheading = [\"items\"]\ncontent = [\"이름\"]"),
		"readme.txt": file("not read"),
	}, "*.toml")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for id := ID(1); int(id) <= s.Len(); id++ {
		names = append(names, s.Name(id))
		if s.Lookup(s.Name(id)) != id {
			t.Errorf("phrase %d, %s, is looked up as %d", id, s.Name(id), s.Lookup(s.Name(id)))
		}
	}
	if want := []string{"items.content", "items.heading", "officer.heading"}; !slices.Equal(names, want) {
		t.Errorf("phrases %q, want %q", names, want)
	}
	if s.Lookup("items") != 0 || s.Name(0) != "" {
		t.Error("there is no phrase 0")
	}
	if len(met(s, "항목")) != 1 || len(met(s, "items")) != 1 {
		t.Error("a phrase of two files is not found by the words of both")
	}
	for name, bad := range map[string]string{"bad.toml": "[items\n", "flat.toml": "items = [\"항목\"]", "nonsense.toml": "[items]\nheading = [\"~x 항목\"]"} {
		if _, err := load(fstest.MapFS{name: file(bad)}, "*.toml"); err == nil {
			t.Errorf("%q is taken", bad)
		} else if name != "nonsense.toml" && !strings.Contains(err.Error(), name) {
			t.Errorf("the error %q does not name %s", err, name)
		}
	}
}

// TestDefault compiles the wording of the program.
func TestDefault(t *testing.T) {
	s, err := load(files, "*.toml", "details/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	if s.Len() < 50 || Default().Len() != s.Len() {
		t.Errorf("%d phrases, %d in the default", s.Len(), Default().Len())
	}
	for _, tr := range s.triggers {
		if e := s.exprs[tr.expr]; e.phrase == 0 || len(e.slots) == 0 {
			t.Errorf("expression %d has no phrase or no stem", tr.expr)
		}
	}
}

// random makes words of few letters, so that they share beginnings and stand within each other.
func random(r *rand.Rand, longest int) []rune {
	word := make([]rune, 1+r.IntN(longest))
	for i := range word {
		word[i] = []rune("가나다ab目")[r.IntN(6)]
	}
	return word
}

// TestTrie compares what the trie finds with a search for each stem at each place.
func TestTrie(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for range 300 {
		tr := newTrie()
		numbers := make(map[string]int32)
		for range 1 + r.IntN(12) {
			stem := random(r, 4)
			number := tr.add(stem, int32(len(numbers)))
			if known, ok := numbers[string(stem)]; ok && known != number || !ok && int(number) != len(numbers) {
				t.Fatalf("%q is entered as %d among %v", string(stem), number, numbers)
			}
			numbers[string(stem)] = number
		}
		tr.pack()
		text := random(r, 60)
		for i := range text {
			var got, want []int
			tr.walk(text, i, func(stem int32, end int) { got = append(got, int(stem)<<16|end) })
			for stem, number := range numbers {
				if n := len([]rune(stem)); strings.HasPrefix(string(text[i:]), stem) {
					want = append(want, int(number)<<16|(i+n))
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Fatalf("at %d of %q with %v: got %x, want %x", i, string(text), numbers, got, want)
			}
		}
	}
}

// TestStemsAgainstSearch compares phrases of one stem with a search in the text.
func TestStemsAgainstSearch(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	found := 0
	for range 500 {
		stem := strings.NewReplacer("a", "라", "b", "마").Replace(string(random(r, 3)))
		text := strings.NewReplacer("a", "라", "b", " ").Replace(string(random(r, 12)))
		want := strings.Contains(text, stem)
		// A word whose letters all stand apart is one word.
		apart := strings.Join(strings.Split(stem, ""), " ")
		if got := len(met(compiled(t, stem), text)) > 0; got != want && !strings.Contains(" "+text, " "+apart) {
			t.Fatalf("%q in %q: found %t", stem, text, got)
		} else if got {
			found++
		}
	}
	if found < 20 {
		t.Errorf("only %d were found", found)
	}
}
