package period

import (
	_ "embed" // the words
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

//go:embed words.toml
var wordsFile []byte

// A word is one way to write something.
type word []rune

// A unit is a unit of time as the data has it.
type unit struct {
	Months, Days, Hours int
	Names               []string
	Letters             []string // the kinds of numerals that go with it
	WordsOnly           bool     `toml:"words_only"`
	NotBefore           []string `toml:"not_before"`
	LettersBefore       []string `toml:"letters_before"`
	Before              []string // a length that is a word of its own counts only before these

	name                     word
	notBefore, lettersBefore []word
}

func (u *unit) amount() Amount { return Amount{u.Months, u.Days, u.Hours} }

// lists are the words that stand beside lengths.
type lists struct {
	half, to, and, notBehind, notAhead, often, over, notOver []word
	leastBefore, mostBefore, leastAfter, mostAfter, topic    []word
	breaks                                                   []word
}

// A sign is a word for an event or a criterion.
type sign struct {
	word
	event Event  // "" of a criterion
	kind  string // of a criterion: indefinite, immediate, law, vague
}

// vocabulary is the data, by the first character of its words, the longest first.
type vocabulary struct {
	units    map[rune][]unit
	fixed    map[rune][]unit
	numerals map[rune][]numeral
	signs    map[rune][]sign
	beside   lists
	behind   []word // behind an event that bounds a period
	before   []word // before one
	until    []word // beside one at which the period ends
	tail     []word // what belongs to one as the bound of a period

	notForever []word // behind 영구: it is destroyed, not kept, for good

	first [plane]uint8 // by character: whether lengths begin with it, or events and criteria
}

// plane is how many characters the Basic Multilingual Plane has: no word needs another one.
const plane = 1 << 16

// What begins with a character.
const (
	counts uint8 = 1 << iota // lengths
	tells                    // events and criteria
)

// begins reports whether something of a kind, or of one of several, begins with a character.
func (v *vocabulary) begins(r rune, kinds uint8) bool {
	return 0 <= r && r < plane && v.first[r]&kinds != 0
}

// A numeral is a number in words, or a part of one.
type numeral struct {
	word
	kind  string // sino, native, kanji, english
	value int
}

var words = sync.OnceValue(func() *vocabulary {
	var data struct {
		Unit, Fixed []unit
		Numerals    map[string]map[string]int
		Beside      map[string][]string
		Events      map[Event][]string
		Criteria    map[string][]string
		Bounds      map[string][]string
	}
	if err := toml.Unmarshal(wordsFile, &data); err != nil {
		panic("words.toml: " + err.Error()) // the data is part of the program; its tests read it
	}
	v := &vocabulary{
		units: unitsOf(data.Unit), fixed: unitsOf(data.Fixed), numerals: make(map[rune][]numeral), signs: make(map[rune][]sign), beside: listsOf(data.Beside),
		behind: wordsOf(data.Bounds["behind"]), before: wordsOf(data.Bounds["before"]), until: wordsOf(data.Bounds["until"]), tail: wordsOf(data.Bounds["tail"]),
	}
	for kind, list := range data.Numerals {
		for name, value := range list {
			w := wordOf(name)
			v.numerals[w[0]] = append(v.numerals[w[0]], numeral{w, kind, value})
		}
	}
	for e, list := range data.Events {
		v.addSigns(list, sign{event: e})
	}
	v.notForever = wordsOf(data.Criteria["not_before"])
	delete(data.Criteria, "not_before")
	for kind, list := range data.Criteria {
		v.addSigns(list, sign{kind: kind})
	}
	sortAll(v.numerals, func(n numeral) word { return n.word })
	sortAll(v.signs, func(s sign) word { return s.word })
	v.mark()
	return v
})

// mark notes the characters with which words begin.
func (v *vocabulary) mark() {
	for r := '0'; r <= '9'; r++ {
		v.first[r] |= counts
	}
	for r := range v.numerals {
		v.first[r] |= counts
	}
	for r := range v.fixed {
		v.first[r] |= counts
	}
	for r := range v.signs {
		v.first[r] |= tells
	}
}

func (v *vocabulary) addSigns(list []string, s sign) {
	for _, name := range list {
		s.word = wordOf(name)
		v.signs[s.word[0]] = append(v.signs[s.word[0]], s)
	}
}

func unitsOf(list []unit) map[rune][]unit {
	out := make(map[rune][]unit)
	for _, u := range list {
		u.notBefore, u.lettersBefore = wordsOf(u.NotBefore), wordsOf(append(u.LettersBefore, u.Before...))
		for _, name := range u.Names {
			u.name = wordOf(name)
			out[u.name[0]] = append(out[u.name[0]], u)
		}
	}
	sortAll(out, func(u unit) word { return u.name })
	return out
}

func listsOf(data map[string][]string) lists {
	get := func(key string) []word { return wordsOf(data[key]) }
	return lists{
		half: get("half"), to: get("to"), and: get("and"), notBehind: get("not_behind"), notAhead: get("not_ahead"), often: get("often"),
		over: get("over"), notOver: get("not_over"), leastBefore: get("least_before"), mostBefore: get("most_before"),
		topic: get("topic"), breaks: get("breaks"), leastAfter: get("least_after"), mostAfter: get("most_after"),
	}
}

// sortAll puts longer words before the shorter ones that they begin with.
func sortAll[T any](all map[rune][]T, wordOf func(T) word) {
	for _, list := range all {
		slices.SortStableFunc(list, func(a, b T) int {
			if n := len(wordOf(b)) - len(wordOf(a)); n != 0 {
				return n
			}
			return slices.Compare(wordOf(a), wordOf(b))
		})
	}
}

func wordsOf(list []string) []word {
	out := make([]word, len(list))
	for i, s := range list {
		out[i] = wordOf(s)
	}
	return out
}

func wordOf(s string) word { return word(strings.ToLower(s)) }

// anyAt is the place behind the longest of some words that stands at i, or -1.
func (f *folded) anyAt(i int, list []word) int {
	best := -1
	for _, w := range list {
		if end := f.hasAt(i, w); end > best {
			best = end
		}
	}
	return best
}

// anyBefore reports whether one of some words ends at i.
func (f *folded) anyBefore(i int, list []word) bool {
	for _, w := range list {
		if f.hasBefore(i, w) {
			return true
		}
	}
	return false
}
