package statute

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

//go:embed wrong.toml
var wrongFile []byte

// A Wrong is an article that is cited for what another one says.
type Wrong struct {
	Statute ID
	Article Article // of the Act
	Matter  string  // the phrase that must stand near; "" where the Act never had the article
	Right   string  // where it stands: "제26조", "제15조의2제2항, 시행령 제41조제2항"
	From    string  // since when it stands there: "2006-01-02"

	right []provision
}

// Wrongs are the articles that are known to be cited for what others say.
var Wrongs = sync.OnceValue(func() []Wrong {
	var file struct {
		Wrong []struct {
			Statute                ID
			Article, Matter, Right string
			From                   toml.LocalDate
		}
	}
	if err := toml.Unmarshal(wrongFile, &file); err != nil {
		panic(err) // the file is a part of the program
	}
	out := make([]Wrong, len(file.Wrong))
	for i, w := range file.Wrong {
		a, ok := ParseArticle(w.Article)
		if !ok || catalogue().laws[w.Statute] == nil {
			panic("no article " + string(w.Statute) + " " + w.Article) // met by every test
		}
		out[i] = Wrong{w.Statute, a, w.Matter, w.Right, w.From.String(), provisions(w.Right)}
	}
	return out
})

// IsRight reports whether an article of a law is one of those where the matter stands. Where another
// paragraph of the same article is the wrong one, the paragraph decides.
func (w *Wrong) IsRight(level Level, a Article) bool {
	for _, r := range w.right {
		b := r.article
		if b.Number != w.Article.Number || r.level != Act {
			b = Article{Number: b.Number, Sub: b.Sub}
		}
		if r.level == level && a.Within(b) {
			return true
		}
	}
	return false
}

// provision is an article of a law or of what stands under it.
type provision struct {
	level   Level
	article Article
}

// provisions are those in a list: 제15조의2제2항, 시행령 제41조제2항.
func provisions(s string) []provision {
	var out []provision
	for _, one := range strings.Split(s, ", ") {
		p := provision{}
		for level, words := range map[Level][]string{Decree: data().Decree, Rule: data().Rule} {
			if w, ok := startsWithAny(one, words); ok {
				p.level, one = level, strings.TrimSpace(one[len(w):])
			}
		}
		a, ok := ParseArticle(one)
		if !ok {
			panic("no article " + one) // met by every test
		}
		p.article = a
		out = append(out, p)
	}
	return out
}
