package statute

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/date"
)

//go:embed wrong.toml
var wrongFile []byte

// A Wrong is an article that is cited for what another one says.
type Wrong struct {
	Statute ID
	Article Article   // of the Act
	Matter  string    // the phrase that must stand near; "" where the Act never had the article
	Right   string    // where it stands: "제26조", "제15조의2제2항, 시행령 제41조제2항"
	From    date.Date // since when it stands there
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
		out[i] = Wrong{w.Statute, a, w.Matter, w.Right, date.Date{Year: w.From.Year, Month: w.From.Month, Day: w.From.Day}}
	}
	return out
})

// IsRight reports whether an article of a law is one of those where the matter stands.
func (w *Wrong) IsRight(level Level, a Article) bool {
	for _, s := range strings.Split(w.Right, ", ") {
		all := Find("개인정보 보호법 " + s) // read as a citation is
		if len(all) == 1 && len(all[0].Articles) == 1 && all[0].Level == level && a.Within(Article{Number: all[0].Articles[0].Number, Sub: all[0].Articles[0].Sub}) {
			return true
		}
	}
	return false
}
