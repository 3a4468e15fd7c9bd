// Package statute reads the names of Korean laws and the articles cited of them out of text: as they are
// written officially, with other spaces, shortened, by a former name, misspelt, in English or Japanese,
// or pointed back to (같은 법). It knows which names exist, not what the laws say.
package statute

// ID tells a law of the catalogue: "pipa". What was once two laws may be one.
type ID string

// A Found is a law named in a text. Offsets are bytes of the text.
type Found struct {
	Start    int // of the name, behind an opening quote
	NameEnd  int // of the name with its level: 통신비밀보호법 시행령
	End      int // of its last article; where there is none, of the name and the quotes that close it
	ID       ID  // "" for a law that is not in the catalogue, and for one of another country
	Official string
	As       Form
	Slight   bool // a misspelling of no more than 의, 등 or the last syllable
	Past     bool // the law is said to be the one before: 구 정보통신망법
	Foreign  bool // the law of another country: 일본 개인정보 보호법
	Level    Level
	Articles []Article // in the order of the text; those before a name in English as well
}

// Form is how a law is named.
type Form uint8

// The forms.
const (
	Official   Form = iota
	Spaced          // spaces, middle dots and commas stand otherwise
	Short           // 전자상거래법
	Former          // a name that the law bore once, or of the law whose place it took
	Misspelt        // a name of no law, near that of one
	Translated      // in English or Japanese
	Reference       // 같은 법, 동법, 법: the law named before
	Unlisted        // a law that the catalogue does not have
)

// String is the form in lower case.
func (f Form) String() string {
	return [...]string{"official", "spaced", "short", "former", "misspelt", "translated", "reference", "unlisted"}[f]
}

// Level is which of the texts of a law is named.
type Level uint8

// The levels.
const (
	Act          Level = iota
	Decree             // 시행령
	Rule               // 시행규칙
	Notification       // 고시, 기준, 지침
)

// String is the level in lower case.
func (l Level) String() string { return [...]string{"act", "decree", "rule", "notification"}[l] }

// Find are the laws that a text names, in order, none over another. It looks at names only where a
// syllable stands with which they end, so that it takes a text of any length in one run.
func Find(text string) []Found {
	r := reader{text: text, data: data(), known: catalogue()}
	for i := 0; i < len(text); {
		if !mayEnd(text[i]) {
			i++
			continue
		}
		i = max(i+1, r.at(i))
	}
	return r.out
}

// reader reads one text.
type reader struct {
	text  string
	data  *words
	known *names
	out   []Found
	cited map[ID]int
	main  int // which of out names the law cited most, plus 1
	bare  int // which of out 법 alone stands for, plus 1: (이하 “법”이라 한다)
}

// mayEnd reports whether the syllables and words with which names end may begin with a byte: most bytes of
// Korean lie within a syllable.
func mayEnd(c byte) bool { return c >= 0xE0 || c == 'A' || c == 'C' || c == 'L' }

// at reads the law whose name has its anchor at i, and returns where to go on.
func (r *reader) at(i int) int {
	switch c := r.text[i]; {
	case c == 'A', c == 'C', c == 'L':
		return r.atWord(i)
	case i+syllable > len(r.text):
		return i
	}
	switch r.text[i : i+syllable] {
	case "법", "기", "지", "法", "시", "施":
		return r.atSyllable(i)
	}
	return i
}

// syllable is how many bytes a syllable takes.
const syllable = len("법")

// add takes a law in, unless it lies within the one before.
func (r *reader) add(f Found) int {
	if n := len(r.out); n > 0 && f.Start < r.out[n-1].End {
		last := &r.out[n-1]
		if f.Start > last.Start || last.End > f.End { // the articles before an English name are its own
			return r.out[n-1].End
		}
		r.out = r.out[:n-1]
		r.main, r.bare = min(r.main, n-1), min(r.bare, n-1)
	}
	r.out = append(r.out, f)
	r.counts(&f)
	return f.End
}

// last is the law that was named last; nil where none was.
func (r *reader) last() *Found {
	if len(r.out) == 0 {
		return nil
	}
	return &r.out[len(r.out)-1]
}
