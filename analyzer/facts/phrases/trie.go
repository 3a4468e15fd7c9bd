package phrases

import "slices"

// trie holds stems and finds where they begin in a folded text. It is walked from each character;
// as most texts leave it after a character or two, that costs less than an automaton with failure
// links, and it finds every stem that begins there, short and long.
type trie struct {
	first []int32 // by rune: the node of the stems that begin with it, or 0
	nodes []node
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
	for _, r := range stem[1:] {
		at = t.child(at, r)
	}
	if t.nodes[at].stem < 0 {
		t.nodes[at].stem = number
	}
	return t.nodes[at].stem
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

// begins reports whether any stem begins with a rune.
func (t *trie) begins(r rune) bool { return int(r) < len(t.first) && t.first[r] != 0 }

// walk calls yield with each stem that begins at text[i] and the index behind it.
func (t *trie) walk(text []rune, i int, yield func(stem int32, end int)) {
	if int(text[i]) >= len(t.first) {
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
