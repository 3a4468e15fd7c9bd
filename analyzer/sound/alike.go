package sound

import (
	"math"
	"strings"
)

// Names nearer to each other than Unlike may be one; from Apart on they are not, unless one is a translation.
const (
	Unlike = 0.35
	Apart  = 0.45
)

// Distance is how far apart two names sound, from 0 for the same. What they begin with decides: the rest may be
// translated (나래물류, Narae Logistics), and be the same in the names of others (나래물류, 누리물류). ok is false where
// one of them cannot be read.
func Distance(a, b string) (d float64, ok bool) {
	x, y := Words(a), Words(b)
	if len(x) == 0 || len(y) == 0 {
		return 1, false
	}
	d = whole(join(x), join(y))
	begins, known := 1.0, false
	for _, pair := range [...][2][]Word{{x, y}, {y, x}} {
		if len(pair[0]) < len(pair[1]) {
			continue // its first word may be all of the other name
		}
		if h, ok := head(pair[0][0], pair[1]); ok {
			begins, known = min(begins, h), true
		}
	}
	switch {
	case !known:
		return max(d, starts(join(x), join(y))), true
	case d < Unlike && len(x) == 1 && len(y) == 1:
		return max(begins, starts(x[0].phones, y[0].phones)), true
	case d < Unlike:
		return begins, true
	}
	return begins + headCost, true
}

// starts is how far apart the first few phones of two names are: the rest may be what companies are called everywhere.
func starts(a, b string) float64 { return min(startsWith(a, b), startsWith(b, a)) }

func startsWith(a, b string) float64 {
	const few, around = 5, 2
	a = a[:min(few, len(a))]
	best := 1.0
	for n := few - around; n <= few+around; n++ {
		best = min(best, whole(a, b[:min(n, len(b))]))
	}
	return best
}

// headCost is how much less it proves that two names begin alike than that they are.
const headCost = 0.1

// Says reports whether a text, read before, has a name: a word of it, or several that follow each other, begins as the name does.
func Says(text []Word, name string) bool {
	words := Words(name)
	if len(words) == 0 {
		return false
	}
	first := words[0].consonant()
	for i := range text {
		if change(first, text[i].consonant()) >= surely+surely {
			continue
		}
		if h, ok := head(words[0], text[i:min(i+2, len(text))]); ok && h < surely {
			return true
		}
		if h, ok := head(text[i], words); ok && h < surely {
			return true
		}
	}
	return false
}

// consonant is the first of a word, or its first vowel where it has none.
func (w *Word) consonant() byte {
	for i := range len(w.phones) {
		if !isVowel(w.phones[i]) {
			return w.phones[i]
		}
	}
	if w.phones == "" {
		return 'a'
	}
	return w.phones[0]
}

// surely is the distance of beginnings that are taken for one.
const surely = 0.22

// head is how far a word, which begins a name, is from what the words of another begin with, up to the end of a
// syllable. One that is too short proves nothing.
func head(word Word, name []Word) (d float64, ok bool) {
	if consonants(word.phones) < 2 || word.ends != nil && len(word.ends) < 2 {
		return 1, false
	}
	d = 1
	const short = 4 // phones, below which they must be the same
	phones := ""
	for _, w := range name[:min(len(name), 2)] {
		ends := w.ends
		if ends == nil {
			ends = []int{len(w.phones)}
		}
		for _, end := range ends {
			if part := phones + w.phones[:end]; consonants(part) > 1 {
				d = min(d, whole(word.phones, part))
			}
		}
		phones += w.phones
	}
	if len(word.phones) < short {
		d = min(1, 2*d)
	}
	return d, true
}

func join(words []Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.phones)
	}
	return b.String()
}

func consonants(phones string) int {
	n := 0
	for i := range len(phones) {
		if !isVowel(phones[i]) {
			n++
		}
	}
	return n
}

func isVowel(phone byte) bool { return strings.IndexByte(vowelPhones, phone) >= 0 }

// whole is the cost of making one name of the other, as a part of what it costs to drop either.
func whole(a, b string) float64 {
	all := (dropAll(a) + dropAll(b)) / 2
	if all == 0 {
		return 1
	}
	if math.Abs(dropAll(a)-dropAll(b)) > all {
		return 1 // no need to try
	}
	row := make([]float64, len(b)+1)
	for j := range len(b) {
		row[j+1] = row[j] + drop(b[j])
	}
	for i := range len(a) {
		left := row[0]
		row[0] += drop(a[i])
		for j := range len(b) {
			best := min(left+change(a[i], b[j]), row[j+1]+drop(a[i]), row[j]+drop(b[j]))
			left, row[j+1] = row[j+1], best
		}
	}
	return min(1, row[len(b)]/all)
}

func dropAll(phones string) float64 {
	sum := 0.0
	for i := range len(phones) {
		sum += drop(phones[i])
	}
	return sum
}

// drop is what a phone weighs. Between consonants that cannot stand together Korean and Japanese put vowels.
func drop(phone byte) float64 {
	switch phone {
	case 'u':
		return 0.15
	case 'h', 'i', 'e', 'g':
		return 0.25
	case 'a', 'o':
		return 0.35
	}
	return 0.8
}

// change is what it costs to hear one phone for another.
func change(a, b byte) float64 {
	if a == b {
		return 0
	}
	near := [...]struct {
		pair string
		cost float64
	}{{"gk", 0}, {"Nn", 0.2}, {"kc", 0.4}, {"sc", 0.35}, {"st", 0.45}, {"tc", 0.5}, {"ln", 0.6}, {"ph", 0.4}, {"pu", 0.4}, {"nm", 0.4},
		{"ou", 0.3}, {"ao", 0.35}, {"ae", 0.3}, {"ei", 0.3}, {"au", 0.35}}
	for _, n := range near {
		if n.pair[0] == a && n.pair[1] == b || n.pair[0] == b && n.pair[1] == a {
			return n.cost
		}
	}
	if isVowel(a) && isVowel(b) {
		return 0.5
	}
	return 1
}
