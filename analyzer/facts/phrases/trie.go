package phrases

import "slices"

// trie holds stems and finds where they begin in a folded text. It is walked from each character;
// as most texts leave it after a character or two, that costs less than an automaton with failure
// links, and it finds every stem that begins there, short and long.
type trie struct {
	first []int32 // by rune: the node of the stems that begin with it, or 0
	nodes []node
	forks []fork       // while stems are entered
	edges []edge       // of all forks, one after another, each behind how many it has; when all stems are in
	pairs [1024]uint64 // by [pair]: whether stems begin with two runes, or may do so
	alone [16]uint64   // by the last bits of a rune: whether it is a stem by itself, or may be one
}

// node is kept small, for a text leads to nearly all of them.
type node struct {
	only rune // the first rune that follows, which most often is the only one; 0 for none
	to   int32
	fork int32 // the others: where they begin in the edges; 0 for none
	stem int32 // the stem that ends here, or -1
}

// fork is where several runes may follow, the first of them left out.
type fork struct {
	runes []rune // in order
	next  []int32
}

// edge leads from a fork on a rune; before the edges of a fork, to is how many there are.
type edge struct {
	on rune
	to int32
}

// pair is the place of two runes in a table of 65,536 bits, which few others share.
func pair(a, b rune) (word int, bit uint64) {
	h := uint32(a)*40503 + uint32(b)
	return int(h >> 6 & 1023), 1 << (h & 63)
}

func newTrie() *trie { return &trie{nodes: make([]node, 1), forks: make([]fork, 1)} }

func (t *trie) newNode() int32 {
	t.nodes = append(t.nodes, node{stem: -1})
	return int32(len(t.nodes) - 1)
}

// add enters a stem, and returns the one that was there already, or the number given.
func (t *trie) add(stem []rune, number int32) int32 {
	at := t.begin(stem)
	for _, r := range stem[1:] {
		at = t.child(at, r)
	}
	if t.nodes[at].stem < 0 {
		t.nodes[at].stem = number
	}
	return t.nodes[at].stem
}

// begin is the node of the first rune of a stem.
func (t *trie) begin(stem []rune) int32 {
	r := stem[0]
	if n := int(r) + 1 - len(t.first); n > 0 {
		t.first = append(t.first, make([]int32, n)...)
	}
	if t.first[r] == 0 {
		t.first[r] = t.newNode()
	}
	if len(stem) == 1 {
		t.alone[r>>6&15] |= 1 << (r & 63)
	} else {
		word, bit := pair(r, stem[1])
		t.pairs[word] |= bit
	}
	return t.first[r]
}

func (t *trie) child(at int32, r rune) int32 {
	n := &t.nodes[at]
	if n.only == r {
		return n.to
	}
	if n.only == 0 {
		c := t.newNode()
		t.nodes[at].only, t.nodes[at].to = r, c
		return c
	}
	if n.fork == 0 {
		n.fork = int32(len(t.forks))
		t.forks = append(t.forks, fork{})
	}
	f := &t.forks[n.fork]
	i, ok := slices.BinarySearch(f.runes, r)
	if !ok {
		f.runes = slices.Insert(f.runes, i, r)
		f.next = slices.Insert(f.next, i, t.newNode())
	}
	return f.next[i]
}

// mayBegin reports whether stems may begin with r before next, 0 at the end of a text. Two runes tell most
// often that none does.
func (t *trie) mayBegin(r, next rune) bool {
	word, bit := pair(r, next)
	return t.pairs[word]&bit != 0 || t.alone[r>>6&15]&(1<<(r&63)) != 0
}

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
		if at = n.to; text[i] != n.only {
			at = t.fork(n.fork, text[i])
		}
	}
}

// few is how many runes are sooner gone through than searched.
const few = 8

// fork is the node that follows on a rune by a fork, or 0.
func (t *trie) fork(at int32, r rune) int32 {
	if at == 0 {
		return 0
	}
	edges := t.edges[at+1 : at+1+t.edges[at].to]
	for len(edges) > few {
		if half := len(edges) / 2; edges[half].on <= r {
			edges = edges[half:]
		} else {
			edges = edges[:half]
		}
	}
	for _, e := range edges {
		if e.on == r {
			return e.to
		}
	}
	return 0
}

// pack puts the edges of all forks into one run of memory. No stem is entered after that.
func (t *trie) pack() {
	t.edges = make([]edge, 1, len(t.nodes))
	begin := make([]int32, len(t.forks))
	for i, f := range t.forks[1:] {
		begin[i+1] = int32(len(t.edges))
		t.edges = append(t.edges, edge{to: int32(len(f.runes))})
		for j, r := range f.runes {
			t.edges = append(t.edges, edge{r, f.next[j]})
		}
	}
	for i := range t.nodes {
		t.nodes[i].fork = begin[t.nodes[i].fork]
	}
	t.forks = nil
}
