package statute

import (
	"strings"
	"unicode/utf8"
)

// An Article is a provision cited of a law: 제39조의3제1항제2호의2 is {39, 3, 1, 2, 2}. What is not told is 0;
// what the one before tells is carried on: the second of 제30조제1항제1호·제2호 is {30, 0, 1, 2, 0}.
type Article struct {
	Number, Sub, Paragraph, Item, ItemSub int
	Through                               bool // all from the one before to this: 제15조 내지 제18조
	Start, End                            int  // in the text
}

// Is reports whether two citations are of the same provision, wherever they stand.
func (a Article) Is(b Article) bool {
	a.Start, a.End, a.Through, b.Start, b.End, b.Through = 0, 0, false, 0, 0, false
	return a == b
}

// Within reports whether a is b or a part of it: 제30조제1항 of 제30조.
func (a Article) Within(b Article) bool {
	same := func(x, y int) bool { return y == 0 || x == y }
	return a.Number == b.Number && a.Sub == b.Sub && same(a.Paragraph, b.Paragraph) && same(a.Item, b.Item) && same(a.ItemSub, b.ItemSub)
}

// ParseArticle reads an article of a law as it is cited: "제35조제5항".
func ParseArticle(s string) (Article, bool) {
	all, end := articlesAt(s, 0)
	if len(all) != 1 || end != len(s) {
		return Article{}, false
	}
	return all[0], true
}

// The units of an article, the largest first.
var units = [...][]string{{"조", "条", "條"}, {"항", "項"}, {"호", "号", "號"}}

// joints stand between articles; those of through say that all between are meant.
var (
	joints  = []string{"및", "와", "과", "또는", "혹은", ",", "，", "、", "·", "ㆍ", "・", "‧", "∙", "/", "及び", "並びに", "と"}
	through = []string{"내지", "부터", "~", "∼", "～", "〜", "-", "–", "から", "ないし"}
	ditto   = []string{"같은 조", "같은조", "동조", "동 조", "같은 항", "같은항", "동항", "동법", "동 법", "같은 법", "同条"}
)

// articlesAt are the articles cited from p on, one behind the other, and where they end.
func articlesAt(text string, p int) ([]Article, int) {
	i := skip(text, p, "(（[")
	a, end := pieceAt(text, i, Article{}, 0)
	if end == 0 {
		return nil, p
	}
	out := []Article{a}
	for {
		next, joint, to := jointAt(text, end)
		if joint == 0 {
			return out, end
		}
		b, e := pieceAt(text, next, a, joint)
		if e == 0 {
			return out, end
		}
		b.Through = to
		out, a, end = append(out, b), b, e
	}
}

// What joins an article to the one before it.
const (
	apart   = 1 + iota // a joint
	sameOne            // 같은 조: no new number may follow
)

// jointAt reads what joins articles behind i: where the next begins, and what joins it; 0 where nothing does.
func jointAt(text string, i int) (next, joint int, to bool) {
	i = behindTitle(text, i)
	for {
		p := skip(text, i, "「」")
		if w, ok := startsWithAny(text[p:], joints); ok {
			i, joint = p+len(w), max(joint, apart)
			continue
		}
		if w, ok := startsWithAny(text[p:], through); ok {
			i, joint, to = p+len(w), max(joint, apart), true
			continue
		}
		w, ok := startsWithAny(text[p:], ditto[:len(ditto)-4])
		if !ok || joint == 0 {
			return p, joint, to
		}
		i, joint = p+len(w), sameOne
	}
}

// behindTitle is behind the title in brackets that may follow an article: 제15조(개인정보의 수집ㆍ이용).
func behindTitle(text string, i int) int {
	p := skip(text, i, "")
	open, size := utf8.DecodeRuneInString(text[p:])
	if open != '(' && open != '（' {
		return i
	}
	end := strings.IndexAny(text[p:min(len(text), p+120)], ")）\n")
	if end < size || text[p+end] == '\n' {
		return i
	}
	_, size = utf8.DecodeRuneInString(text[p+end:])
	return p + end + size
}

// pieceAt reads an article at i, or after another one only a paragraph or an item; its end is 0 where
// none stands there.
func pieceAt(text string, i int, before Article, joint int) (Article, int) {
	a := Article{Start: skip(text, i, "")}
	n, unit, end := unitAt(text, a.Start)
	switch {
	case end == 0 || joint == 0 && unit != 0 || joint == sameOne && unit == 0:
		return Article{}, 0
	case unit == 0:
		a.Number = n
		a.Sub, end = subAt(text, end)
	case unit == 1:
		a.Number, a.Sub, a.Paragraph = before.Number, before.Sub, n
	case unit == 2:
		a.Number, a.Sub, a.Paragraph, a.Item = before.Number, before.Sub, before.Paragraph, n
		a.ItemSub, end = subAt(text, end)
	}
	for unit < 2 {
		p := end
		if unit == 0 {
			p = behindTitle(text, end)
		}
		n, u, e := unitAt(text, skip(text, p, ""))
		if e == 0 || u <= unit {
			break
		}
		if unit, end = u, e; u == 1 {
			a.Paragraph = n
		} else {
			a.Item = n
			a.ItemSub, end = subAt(text, end)
		}
	}
	a.End = letterItem(text, end)
	return a, a.End
}

// unitAt reads a number with its unit: 제15조, 35 조. The end is 0 where none stands there.
func unitAt(text string, i int) (n, unit, end int) {
	if w, ok := startsWithAny(text[i:], []string{"제", "第"}); ok {
		i = skip(text, i+len(w), "")
	}
	n, p := numberAt(text, i)
	if p == i {
		return 0, 0, 0
	}
	p = skip(text, p, "")
	for u, all := range units {
		if w, ok := startsWithAny(text[p:], all); ok {
			return n, u, p + len(w)
		}
	}
	return 0, 0, 0
}

// subAt reads the number behind 의: 제39조의3.
func subAt(text string, i int) (n, end int) {
	p := skip(text, i, "")
	w, ok := startsWithAny(text[p:], []string{"의", "の"})
	if !ok {
		return 0, i
	}
	p = skip(text, p+len(w), "")
	n, end = numberAt(text, p)
	after := skip(text, end, "")
	for _, all := range units {
		if _, ok := startsWithAny(text[after:], all); ok {
			return 0, i // 제15조의 1항
		}
	}
	if end == p || n == 0 {
		return 0, i
	}
	return n, end
}

// numberAt reads a number of up to four digits, of whichever width.
func numberAt(text string, i int) (n, end int) {
	end = i
	for digits := 0; end < len(text); digits++ {
		r, size := utf8.DecodeRuneInString(text[end:])
		if 0xFF10 <= r && r <= 0xFF19 {
			r -= 0xFEE0
		}
		if r < '0' || r > '9' {
			break
		}
		if digits == 4 {
			return 0, i
		}
		n = n*10 + int(r-'0')
		end += size
	}
	if n == 0 {
		return 0, i
	}
	return n, end
}

// letterItem is behind a letter of an item: 가목.
func letterItem(text string, i int) int {
	p := skip(text, i, "")
	r, size := utf8.DecodeRuneInString(text[p:])
	if strings.ContainsRune("가나다라마바사아자차카타파하", r) && strings.HasPrefix(text[p+size:], "목") {
		return p + size + len("목")
	}
	return i
}
