package statute

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

//go:embed statutes.toml
var statutesFile []byte

// law is a law of the catalogue.
type law struct {
	ID                    ID
	Name                  string
	Short, Former, En, Ja []string
	LevelName             string `toml:"level"`
}

func (l *law) level() Level {
	if l.LevelName == "notification" {
		return Notification
	}
	return Act
}

// name is one way to name a law.
type name struct {
	law     *law
	form    Form
	letters []rune // folded, last first
}

// names are all ways to name the laws of the catalogue.
type names struct {
	ends    *node     // by their letters, last first
	english *wordNode // by their words
	longest int       // words of an English name
	whole   []*name   // against which misspellings are held
	laws    map[ID]*law
}

// node is one of a trie.
type node struct {
	next map[rune]*node
	name *name
}

// relating is what is left out of a name to shorten it: X에 관한 법률, X법.
var relating = []string{"등에관한법률", "에관한법률", "등에관한특별법", "에관한특별법", "등에관한특례법", "에관한특례법"}

var catalogue = sync.OnceValue(func() *names {
	var file struct{ Statute []*law }
	if err := toml.Unmarshal(statutesFile, &file); err != nil {
		panic(err) // the file is a part of the program
	}
	n := &names{ends: &node{}, english: &wordNode{}, laws: map[ID]*law{}}
	for _, l := range file.Statute { // what is official goes before what is customary
		n.laws[l.ID] = l
		n.put(l, l.Name, Official)
	}
	for _, l := range file.Statute {
		n.putAll(l, l.Former, Former)
		n.putAll(l, l.Short, Short)
		n.putAll(l, l.Ja, Translated)
		for _, en := range l.En {
			n.putEnglish(l, en)
		}
	}
	for _, l := range file.Statute {
		n.derive(l, l.Name, Short)
		for _, former := range l.Former {
			n.derive(l, former, Former)
		}
	}
	return n
})

func (n *names) putAll(l *law, all []string, form Form) {
	for _, s := range all {
		n.put(l, s, form)
	}
}

// put takes a name in, unless another law bears it.
func (n *names) put(l *law, s string, form Form) {
	letters := reversed(fold(s))
	if !n.insert(l, letters, form) {
		return
	}
	if l.level() == Act && (form == Official || form == Former) {
		n.whole = append(n.whole, &name{l, form, letters})
	}
	if without := strings.Replace(s, " 및 ", " ", 1); without != s && form == Official {
		n.insert(l, reversed(fold(without)), Spaced) // a comma or a dot stands for it
	}
}

// derive takes in the short names that people make of long ones.
func (n *names) derive(l *law, s string, form Form) {
	folded := string(fold(s))
	for _, end := range relating {
		if stem, ok := strings.CutSuffix(folded, end); ok {
			letters := reversed([]rune(stem + "법"))
			if n.insert(l, letters, form) && form == Former {
				n.whole = append(n.whole, &name{l, form, letters})
			}
		}
	}
}

func (n *names) insert(l *law, letters []rune, form Form) bool {
	at := n.ends
	for _, r := range letters {
		if at.next == nil {
			at.next = make(map[rune]*node, 1)
		}
		next := at.next[r]
		if next == nil {
			next = &node{}
			at.next[r] = next
		}
		at = next
	}
	if at.name != nil {
		return false
	}
	at.name = &name{l, form, letters}
	return true
}

// wordNode is one of a trie of words.
type wordNode struct {
	next map[string]*wordNode
	name *name
}

func (n *names) putEnglish(l *law, s string) {
	words := wordsOf(s)
	n.longest = max(n.longest, len(words))
	at := n.english
	for _, w := range words {
		if at.next == nil {
			at.next = make(map[string]*wordNode, 1)
		}
		next := at.next[w]
		if next == nil {
			next = &wordNode{}
			at.next[w] = next
		}
		at = next
	}
	if at.name == nil {
		at.name = &name{law: l, form: Translated}
	}
}
