package company

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/unicode/norm"
)

//go:embed words.toml
var wordsFile []byte

// wordSet are the words of words.toml, folded.
type wordSet struct {
	categoryEnds, categoryAlone, modifiers, clauses, english, plural, englishModifiers words
	slots, none, noneEnds, same, afterName                                             words
	moreBehind, moreNot, some, moreBefore, links, counters                             words
	jointKorean                                                                        words
	jointJapanese, particles                                                           []string

	each                                                                                    []string
	moreEnglish                                                                             []string
	nameLabels, detailLabels, detailEnds                                                    words
	tasks, taskEnds, taskBefore, taskBehind, regions                                        words
	sentenceWithin                                                                          []string
	sentenceEnds, sentenceEnglish                                                           words
	bodyEnds, bodyTopics, bodySigns, bodyEnglish, countries, towns, streets, streetsEnglish words
}

// words is a set of folded words.
type words struct {
	set  map[string]bool
	long int // characters of the longest
}

func (w words) has(s string) bool { return w.set[s] }

// suffix is the longest word with which a folded text ends, or "".
func (w words) suffix(s string) string {
	from := len(s)
	best := ""
	for n := 0; n < w.long && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
		if w.set[s[from:]] {
			best = s[from:]
		}
	}
	return best
}

// prefix is the longest word with which a folded text begins, or "".
func (w words) prefix(s string) string {
	best := ""
	for i, n := 0, 0; n < w.long && i < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if w.set[s[:i]] {
			best = s[:i]
		}
	}
	return best
}

func newWords(list []string) words {
	w := words{set: make(map[string]bool, len(list))}
	for _, s := range list {
		f := squeeze(s)
		w.set[f] = true
		w.long = max(w.long, utf8.RuneCountInString(f))
	}
	return w
}

var vocabulary = sync.OnceValue(func() *wordSet {
	var f struct {
		Category struct {
			Ends, Alone, Modifiers, Each, Clauses, English, Plural []string
			EnglishModifiers                                       []string `toml:"english_modifiers"`
		}
		Slot struct{ Names []string }
		None struct{ Words, Ends, Same []string }
		More struct {
			Behind, Some, Before, English, Link, Counters []string
			Not                                           []string `toml:"not_behind"`
		}
		Joint struct{ Korean, Japanese, Particles []string }
		Label struct {
			Name, Detail, After []string
			DetailEnds          []string `toml:"detail_ends"`
		}
		Task     struct{ Words, Ends, Before, Behind []string }
		Sentence struct{ Within, Ends, English []string }
		Body     struct{ Ends, Topics, Signs, English []string }
		Address  struct{ Towns, Korean, English []string }
		Country  struct{ Names, Regions []string }
	}
	if err := toml.Unmarshal(wordsFile, &f); err != nil {
		panic(err) // the file is a part of the program
	}
	return &wordSet{
		categoryEnds: newWords(f.Category.Ends), categoryAlone: newWords(f.Category.Alone), modifiers: newWords(f.Category.Modifiers), each: f.Category.Each,
		clauses: newWords(f.Category.Clauses), english: newWords(f.Category.English), plural: newWords(f.Category.Plural), englishModifiers: newWords(f.Category.EnglishModifiers),
		slots: newWords(f.Slot.Names), none: newWords(f.None.Words), noneEnds: newWords(f.None.Ends), same: newWords(f.None.Same), afterName: newWords(f.Label.After),
		moreBehind: newWords(f.More.Behind), moreNot: newWords(f.More.Not), some: newWords(f.More.Some), moreBefore: newWords(f.More.Before), links: newWords(f.More.Link), counters: newWords(f.More.Counters),
		moreEnglish: f.More.English, jointKorean: newWords(f.Joint.Korean), jointJapanese: f.Joint.Japanese, particles: f.Joint.Particles, nameLabels: newWords(f.Label.Name), detailLabels: newWords(f.Label.Detail), detailEnds: newWords(f.Label.DetailEnds),
		tasks: newWords(f.Task.Words), taskEnds: newWords(f.Task.Ends), taskBefore: newWords(f.Task.Before), taskBehind: newWords(f.Task.Behind), regions: newWords(f.Country.Regions),
		sentenceWithin: f.Sentence.Within, sentenceEnds: newWords(f.Sentence.Ends), sentenceEnglish: newWords(f.Sentence.English),
		bodyEnds: newWords(f.Body.Ends), bodyTopics: newWords(f.Body.Topics), bodySigns: newWords(f.Body.Signs), bodyEnglish: newWords(f.Body.English), countries: newWords(f.Country.Names), towns: newWords(f.Address.Towns), streets: newWords(f.Address.Korean), streetsEnglish: newWords(f.Address.English),
	}
})

// fold brings a text to the form in which it is compared: usual forms of letters, in lower case.
func fold(s string) string { return strings.ToLower(usual(s)) }

// usual brings compatibility forms to their usual ones. Dots are made alike before, since normalising
// would make a letter of ㆍ.
func usual(s string) string {
	plain := true
	for _, r := range s {
		if !isUsual(r) {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if class(r) == '·' {
			return '·'
		}
		return r
	}, s)
	return norm.NFKC.String(s)
}

// isUsual reports whether a character is in its usual form for sure, whatever stands beside it: ASCII,
// Hangul syllables, kana, Han and their punctuation.
func isUsual(r rune) bool {
	return r < utf8.RuneSelf || 0xAC00 <= r && r <= 0xD7A3 || r == '·' ||
		0x3041 <= r && r <= 0x3096 || 0x30A1 <= r && r <= 0x30FA || 0x4E00 <= r && r <= 0x9FFF || 0x3001 <= r && r <= 0x3011
}

// squeeze folds a text and takes spaces and what is not seen out of it. Most words are so already.
func squeeze(s string) string {
	done, plain := true, true
	for _, r := range s {
		done = done && r > ' ' && !('A' <= r && r <= 'Z')
		if !isUsual(r) {
			plain = false
			break
		}
	}
	switch {
	case plain && done:
		return s
	case plain:
		return strings.Map(tight, s)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, fold(strings.ReplaceAll(s, "㈜", "(주)")))
}

// tight is squeeze for one character in its usual form: -1 for a space.
func tight(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r <= ' ' && unicode.IsSpace(r):
		return -1
	}
	return r
}
