package phrases

import "slices"

// trie holds stems and finds where they begin in a folded text. It is walked from each character;
// as most texts leave it after a character or two, that costs less than an automaton with failure
// links, and it finds every stem that begins there, short and long.
type trie struct {
	root  map[rune]int32
	quick [1 << 11]uint64 // a bit for each rune at which a stem begins
	nodes []node
}

type node struct {
	runes []rune
	next  []int32
	stem  int32 // the stem that ends here, or -1
}

func newTrie() *trie { return &trie{root: make(map[rune]int32)} }

func (t *trie) newNode() int32 {
	t.nodes = append(t.nodes, node{stem: -1})
	return int32(len(t.nodes) - 1)
}

// add enters a stem, and returns the one that was there already, or the number given.
func (t *trie) add(stem []rune, number int32) int32 {
	at, ok := t.root[stem[0]]
	if !ok {
		at = t.newNode()
		t.root[stem[0]] = at
		t.quick[hash(stem[0])>>6] |= 1 << (hash(stem[0]) & 63)
	}
	for _, r := range stem[1:] {
		at = t.child(at, r)
	}
	if t.nodes[at].stem < 0 {
		t.nodes[at].stem = number
	}
	return t.nodes[at].stem
}

func (t *trie) child(at int32, r rune) int32 {
	i, ok := slices.BinarySearch(t.nodes[at].runes, r)
	if ok {
		return t.nodes[at].next[i]
	}
	c := t.newNode()
	n := &t.nodes[at]
	n.runes = slices.Insert(n.runes, i, r)
	n.next = slices.Insert(n.next, i, c)
	return c
}

// walk calls yield with each stem that begins at text[i] and the index behind it.
func (t *trie) walk(text []rune, i int, yield func(stem int32, end int)) {
	h := hash(text[i])
	if t.quick[h>>6]&(1<<(h&63)) == 0 {
		return
	}
	at, ok := t.root[text[i]]
	for ok {
		i++
		n := &t.nodes[at]
		if n.stem >= 0 {
			yield(n.stem, i)
		}
		if i == len(text) || len(n.runes) == 0 {
			return
		}
		var j int
		j, ok = slices.BinarySearch(n.runes, text[i])
		if ok {
			at = n.next[j]
		}
	}
}

// hash gives each rune one of the bits of quick: its own in the basic plane.
func hash(r rune) uint32 { return uint32(r) & (1<<17 - 1) }
