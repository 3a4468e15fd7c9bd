package statute

import (
	"strings"
)

// back is the law to which words at i point back: 같은 법, 동법, and 법 alone before an article.
func (r *reader) back(i, end int) (Found, bool) {
	if end-i != len("법") {
		return Found{}, false
	}
	trimmed := strings.TrimRightFunc(r.text[:i], isSpace)
	for _, w := range r.data.Same {
		if start := len(trimmed) - len(w); strings.HasSuffix(trimmed, w) && !isLetterBefore(r.text, start) {
			return r.pointing(r.last(), start, end), true
		}
	}
	if isLetterBefore(r.text, i) {
		return Found{}, false
	}
	f := r.pointing(r.meant(i), i, end)
	return f, len(f.Articles) > 0 && !strings.HasSuffix(trimmed, "관련") && !strings.HasSuffix(trimmed, "관계")
}

// meant is the law that is meant at i by no more than 법 or the Act: the one named on the line, else the one
// that it was said to stand for, else the one of which the text cites most.
func (r *reader) meant(i int) *Found {
	last := r.last()
	if last == nil || !strings.Contains(r.text[last.End:i], "\n") {
		return last
	}
	if r.bare > 0 && r.bare <= len(r.out) {
		return &r.out[r.bare-1]
	}
	if r.main > 0 && r.main <= len(r.out) {
		return &r.out[r.main-1]
	}
	return last
}

// counts takes in that a law was cited with articles, to know the one of which a text cites most.
func (r *reader) counts(f *Found) {
	if f.ID == "" || len(f.Articles) == 0 || f.As == Reference {
		return
	}
	if r.cited == nil {
		r.cited = make(map[ID]int)
	}
	if r.cited[f.ID]++; r.main == 0 || r.cited[f.ID] >= r.cited[r.out[r.main-1].ID] {
		r.main = len(r.out)
	}
}

// levelAlone reads a level without a law before it: 시행령 제41조.
func (r *reader) levelAlone(i int, level Level) int {
	_, n := r.levelBehind(i)
	if isLetterBefore(r.text, i) || r.last() == nil {
		return i + n
	}
	f := r.pointing(r.last(), i, i+n)
	f.Level, f.NameEnd = level, i+n
	if len(f.Articles) == 0 {
		return i + n
	}
	return r.add(f)
}

// pointing is the law of another place, named again from start to end.
func (r *reader) pointing(to *Found, start, end int) Found {
	f := Found{Start: start, As: Reference}
	if to != nil {
		f.ID, f.Official, f.Past, f.Foreign = to.ID, to.Official, to.Past, to.Foreign
	}
	return r.finish(f, end)
}
