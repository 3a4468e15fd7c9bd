package phrases

import "slices"

// trie holds stems and finds where they begin in a folded text. It is walked from each character;
// as most texts leave it after a character or two, that costs less than an automaton with failure
// links, and it finds every stem that begins there, short and long.
type trie struct {
	first []int32 // by rune: the node of the stems that begin with it, or 0
	nodes []node

	starts []start      // by rune: whether stems begin with it
	pairs  [1024]uint64 // by [pair]: whether stems begin with two runes, or may do so
}

// start says how a rune begins stems. It is kept apart from the nodes, in as little memory as can be:
// it is asked for each character of a text.
type start uint8

const (
	startsNone   start = iota
	startsLonger       // it begins stems, and is none itself
	startsLone         // it is a stem of its own
)

// pair is the place of two runes in a table of 65,536 bits, which few others share.
func pair(a, b rune) (word int, bit uint64) {
	h := uint32(a)*40503 + uint32(b)
	return int(h >> 6 & 1023), 1 << (h & 63)
}

type node struct {
	only  rune // the first rune that follows, which most often is the only one; 0 for none
	to    int32
	runes []rune // the others, in order
	next  []int32
	stem  int32 // the stem that ends here, or -1
}

func newTrie() *trie { return &trie{nodes: make([]node, 1)} }

func (t *trie) newNode() int32 {
	t.nodes = append(t.nodes, node{stem: -1})
	return int32(len(t.nodes) - 1)
}

// add enters a stem, and returns the one that was there already, or the number given.
func (t *trie) add(stem []rune, number int32) int32 {
	if n := int(stem[0]) + 1 - len(t.first); n > 0 {
		t.first = append(t.first, make([]int32, n)...)
	}
	at := t.first[stem[0]]
	if at == 0 {
		at = t.newNode()
		t.first[stem[0]] = at
	}
	t.begin(stem)
	for _, r := range stem[1:] {
		at = t.child(at, r)
	}
	if t.nodes[at].stem < 0 {
		t.nodes[at].stem = number
	}
	return t.nodes[at].stem
}

// begin notes how a stem begins.
func (t *trie) begin(stem []rune) {
	if n := len(t.first) - len(t.starts); n > 0 {
		t.starts = append(t.starts, make([]start, n)...)
	}
	if len(stem) == 1 {
		t.starts[stem[0]] = startsLone
		return
	}
	t.starts[stem[0]] = max(t.starts[stem[0]], startsLonger)
	word, bit := pair(stem[0], stem[1])
	t.pairs[word] |= bit
}

func (t *trie) child(at int32, r rune) int32 {
	switch t.nodes[at].only {
	case r:
		return t.nodes[at].to
	case 0:
		c := t.newNode()
		t.nodes[at].only, t.nodes[at].to = r, c
		return c
	}
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

// begins reports whether a stem may begin at text[i], by its first two runes: most often none does.
func (t *trie) begins(text []rune, i int) bool {
	r := text[i]
	if int(r) >= len(t.starts) || t.starts[r] == startsNone {
		return false
	}
	if t.starts[r] == startsLone || i+1 == len(text) {
		return t.starts[r] == startsLone
	}
	word, bit := pair(r, text[i+1])
	return t.pairs[word]&bit != 0
}

// walk calls yield with each stem that begins at text[i] and the index behind it.
func (t *trie) walk(text []rune, i int, yield func(stem int32, end int)) {
	if !t.begins(text, i) {
		return
	}
	for at := t.first[text[i]]; at != 0; {
		i++
		n := &t.nodes[at]
		if n.stem >= 0 {
			yield(n.stem, i)
		}
		if i == len(text) {
			return
		}
		at = n.after(text[i])
	}
}

// few is how many runes are sooner gone through than searched.
const few = 8

// after is the node that follows on a rune, or 0.
func (n *node) after(r rune) int32 {
	if r == n.only {
		return n.to
	}
	if len(n.runes) > few {
		if j, ok := slices.BinarySearch(n.runes, r); ok {
			return n.next[j]
		}
		return 0
	}
	for j, x := range n.runes {
		if x == r {
			return n.next[j]
		}
	}
	return 0
}
