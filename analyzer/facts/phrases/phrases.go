// Package phrases is the wording that facts look for, as data, and the engine that finds it. A
// phrase is several ways to say one thing in Korean, English and Japanese, each a sequence of
// stems within one heading, sentence or cell. All stems of all phrases are found in one run over
// the folded text; a phrase is then decided on the stems of one unit.
package phrases

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/fold"
)

// ID is the number of a phrase; 0 is none.
type ID int32

// A Set is a compiled collection of phrases. It does not change and may be shared.
type Set struct {
	trie     *trie
	letters  [][]int32  // by letters: the stems of those letters; while the set is compiled
	stemText *fold.Text // the stem that is entered; while the set is compiled
	variants []variant  // the stems of all letters, one after another: the trie tells where its own begin
	rules    []stemRule // by stem
	lengths  []int      // by stem: its characters
	names    []string   // by phrase
	ids      map[string]ID
	exprs    []expr
	triggers []trigger // the expressions that are tried when stems are met, those of one stem after another
	tried    []int32   // by stem, and for the end: where its triggers begin
	scans    sync.Pool // of *Scan that were closed
}

// variant is a stem with its rule, beside the others of the same letters.
type variant struct {
	stem int32
	rule stemRule
	more bool // another of the same letters follows
}

// trigger is an expression that is tried when a stem is met.
type trigger struct {
	expr  int32
	alone ID     // its phrase, where the stem is all that it asks for
	needs uint64 // the [mark] of stems one of which it needs besides
}

//go:embed *.toml details/*.toml names/*.toml labels/*.toml titles/*.toml records/*.toml vendors/*.toml links/*.toml lists/*.toml
var files embed.FS

// Default is the wording of the program, compiled when first asked for: of what a policy addresses, and
// of the particulars (details).
var Default = sync.OnceValue(func() *Set { return mustLoad("*.toml", "details/*.toml") })

// Names is the wording that tells whether a few words are a name. It is apart from the rest because
// it would be met on every line of a page, and only what may be a name is held against it.
var Names = sync.OnceValue(func() *Set { return mustLoad("names/*.toml") })

// Titles is the wording that tells what the title of a column or a label announces. Only titles and
// labels are held against it.
var Titles = sync.OnceValue(func() *Set { return mustLoad("titles/*.toml") })

// Labels is the wording that tells what a label or an entry of a list is about. It is apart from the
// rest because it would be met on every line of a page, and only what may be one is held against it.
var Labels = sync.OnceValue(func() *Set { return mustLoad("labels/*.toml") })

// Records is the wording that tells which kinds of records a few words name, by the names of the periods
// for which statutes have them kept. Only the names of what is kept are held against it.
var Records = sync.OnceValue(func() *Set { return mustLoad("records/*.toml") })

// Vendors is the wording of sentences that name a company which handles data for others. Only the sentences
// that name one are held against it, cut at the name.
var Vendors = sync.OnceValue(func() *Set { return mustLoad("vendors/*.toml") })

// Links is the wording that tells where a link leads. Only the text of links, and what stands around those that say
// little, is held against it.
var Links = sync.OnceValue(func() *Set { return mustLoad("links/*.toml") })

// lists are words that are compared as they stand, by "table.key".
var lists = sync.OnceValue(func() map[string][]string {
	all, err := read(files, "lists/*.toml")
	if err != nil {
		panic(err) // the data is part of the program; its test reads it
	}
	return all
})

// List are the words of a name, in the order of the data; nil where there are none.
func List(name string) []string { return lists()[name] }

// ListNames are the names of all lists.
func ListNames() []string { return slices.Sorted(maps.Keys(lists())) }

func mustLoad(patterns ...string) *Set {
	s, err := load(files, patterns...)
	if err != nil {
		panic(err) // the data is part of the program; its test compiles it
	}
	return s
}

// load compiles the files of the data.
func load(fsys fs.FS, patterns ...string) (*Set, error) {
	all, err := read(fsys, patterns...)
	if err != nil {
		return nil, err
	}
	return Compile(all)
}

// read reads files of the data: tables of tables of phrases, named "table.key".
func read(fsys fs.FS, patterns ...string) (map[string][]string, error) {
	var names []string
	for _, pattern := range patterns {
		found, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, err
		}
		names = append(names, found...)
	}
	all := make(map[string][]string)
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		var tables map[string]map[string][]string
		if err := toml.Unmarshal(data, &tables); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for table, keys := range tables {
			for key, ways := range keys {
				full := table + "." + key
				all[full] = append(all[full], ways...)
			}
		}
	}
	return all, nil
}

// Compile makes a set of phrases: by name, the ways to write each.
func Compile(phrases map[string][]string) (*Set, error) {
	s := &Set{trie: newTrie(), names: []string{""}, ids: make(map[string]ID), stemText: new(fold.Text)}
	names := make([]string, 0, len(phrases))
	for name := range phrases {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		id := ID(len(s.names))
		s.names = append(s.names, name)
		s.ids[name] = id
		for _, way := range phrases[name] {
			e, err := s.compile(id, way)
			if err != nil {
				return nil, fmt.Errorf("phrase %s: %w", name, err)
			}
			s.exprs = append(s.exprs, e)
		}
	}
	s.chooseTriggers()
	s.pack()
	return s, nil
}

// pack puts the variants of all letters into one run of memory, to which the trie then leads.
func (s *Set) pack() {
	begin := make([]int32, len(s.letters))
	for i, stems := range s.letters {
		begin[i] = int32(len(s.variants))
		for j, stem := range stems {
			s.variants = append(s.variants, variant{stem: stem, rule: s.rules[stem], more: j+1 < len(stems)})
		}
	}
	for i := range s.trie.nodes {
		if n := &s.trie.nodes[i]; n.stem >= 0 {
			n.stem = begin[n.stem]
		}
	}
	s.trie.pack()
	s.letters, s.stemText = nil, nil
	s.packExprs()
}

// packExprs puts what expressions are tested for into one run of memory.
func (s *Set) packExprs() {
	size := 0
	for i := range s.exprs {
		size += len(s.exprs[i].needs) + len(s.exprs[i].not)
	}
	run := make([]int32, 0, size)
	pack := func(list []int32) []int32 {
		at := len(run)
		run = append(run, list...)
		return run[at:len(run):len(run)]
	}
	for i := range s.exprs {
		e := &s.exprs[i]
		e.needs, e.not = pack(e.needs), pack(e.not)
	}
}

// chooseTriggers lets each expression be tried only when a stem of its rarest place is met. How
// often a stem is met is not known here; how short it is and how many expressions use it tells.
func (s *Set) chooseTriggers() {
	uses := make([]int, len(s.rules))
	for _, e := range s.exprs {
		for _, sl := range e.slots {
			for _, stem := range sl.stems {
				uses[stem] += 60 / s.lengths[stem]
			}
		}
	}
	often := func(sl slot) (n int) {
		for _, stem := range sl.stems {
			n += uses[stem]
		}
		return n
	}
	triggers := make([][]trigger, len(s.rules))
	for i := range s.exprs {
		e := &s.exprs[i]
		places := make([]int, len(e.slots)) // the rarest first
		for j := range places {
			places[j] = j
		}
		slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(often(e.slots[a]), often(e.slots[b])) })
		e.trigger = places[0]
		t := trigger{expr: int32(i)}
		if len(e.slots) == 1 && len(e.not) == 0 && !e.first && !e.last {
			t.alone = e.phrase
		}
		if len(places) > 1 {
			t.needs = marks(e.slots[places[1]].stems)
		}
		for _, stem := range e.slots[e.trigger].stems {
			triggers[stem] = append(triggers[stem], t)
		}
		for _, j := range places[1:] {
			e.needs = append(append(e.needs, int32(len(e.slots[j].stems))), e.slots[j].stems...)
		}
	}
	for _, list := range triggers {
		s.tried = append(s.tried, int32(len(s.triggers)))
		s.triggers = append(s.triggers, list...)
	}
	s.tried = append(s.tried, int32(len(s.triggers)))
}

// triggersOf are the triggers of a stem.
func (s *Set) triggersOf(stem int32) []trigger { return s.triggers[s.tried[stem]:s.tried[stem+1]] }

// Lookup is the phrase of a name, 0 where there is none.
func (s *Set) Lookup(name string) ID { return s.ids[name] }

// Len is the number of phrases; they are numbered from 1.
func (s *Set) Len() int { return len(s.names) - 1 }

// Name is the name of a phrase.
func (s *Set) Name(id ID) string { return s.names[id] }
