package wall

import (
	"embed"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/fold"
)

//go:embed signs/*.toml
var data embed.FS

// A sign is one table of the data: what tells a wall. How it is written is told there.
type sign struct {
	Wall   string
	Kind   Kind
	Points int
	Infra  bool

	Headers, URLs, Scripts, Attributes, Addresses []string // in lower case
	Named, Titles, Says, Loud                     []string // folded

	product bool // of a maker who is known
}

// catalogue is the data, read when first asked for.
var catalogue = sync.OnceValue(func() []*sign {
	var all []*sign
	for _, file := range [...]string{"signs/products.toml", "signs/words.toml"} {
		raw, err := data.ReadFile(file)
		if err != nil {
			panic(err)
		}
		signs, err := decode(raw)
		if err != nil {
			panic(fmt.Errorf("%s: %w", file, err)) // a mistake in our own data, which the tests meet
		}
		for _, s := range signs {
			s.product = file == "signs/products.toml"
		}
		all = append(all, signs...)
	}
	return all
})

func decode(raw []byte) ([]*sign, error) {
	var file struct{ Sign []*sign }
	dec := toml.NewDecoder(strings.NewReader(string(raw)))
	if err := dec.DisallowUnknownFields().Decode(&file); err != nil {
		return nil, err
	}
	for _, s := range file.Sign {
		for _, list := range [...][]string{s.Headers, s.URLs, s.Scripts, s.Attributes, s.Addresses} {
			each(list, strings.ToLower)
		}
		for _, list := range [...][]string{s.Titles, s.Says, s.Loud} {
			each(list, plain)
		}
		each(s.Named, bare)
	}
	return file.Sign, nil
}

func each(list []string, f func(string) string) {
	for i, s := range list {
		list[i] = f(s)
	}
}

// plain is a text folded, apostrophes all alike.
func plain(text string) string { return strings.ReplaceAll(fold.String(text), "’", "'") }

// bare is a text folded, without the signs around it.
func bare(text string) string {
	return strings.Trim(plain(text), "!?.…[]()<>「」『』【】※*~⚠️ ")
}

// weight is by how much a sign's wall gives its name to what was found: a maker goes before a sort.
func (s *sign) weight() int {
	switch {
	case s.product && s.Infra:
		return 10
	case s.product:
		return 10 + s.Points
	}
	return s.Points
}

// in reports whether the sign is met.
func (s *sign) in(p *page, header http.Header) bool {
	return slices.ContainsFunc(s.Headers, func(h string) bool { return stands(h, header) }) ||
		within(s.URLs, p.urls) || within(s.Scripts, p.scripts) || within(s.Attributes, p.source) || within(s.Addresses, p.address) ||
		within(s.Titles, p.titles) || within(s.Says, p.lines) || within(s.Loud, p.loud) ||
		slices.ContainsFunc(s.Named, func(n string) bool { return slices.Contains(p.names, n) })
}

func within(signs, texts []string) bool {
	return slices.ContainsFunc(signs, func(s string) bool {
		return slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, s) })
	})
}

// stands reports whether a header of that name, and that value where one is told, is there.
func stands(sign string, header http.Header) bool {
	name, value, _ := strings.Cut(sign, ": ")
	return slices.ContainsFunc(header.Values(name), func(v string) bool { return strings.Contains(strings.ToLower(v), value) })
}
