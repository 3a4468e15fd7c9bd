package find

import (
	_ "embed"
	"net/url"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/facts"
)

//go:embed paths.toml
var pathsFile []byte

type usual struct{ Paths, Sitemaps []string }

// usualPaths are the addresses that are looked at where no link leads on.
var usualPaths = sync.OnceValue(func() usual {
	var u usual
	if err := toml.Unmarshal(pathsFile, &u); err != nil {
		panic(err) // the data is part of the program; its test reads it
	}
	return u
})

// paths looks at usual addresses.
func (s *search) paths() bool {
	for _, path := range usualPaths().Paths {
		if s.room <= forSitemaps {
			break
		}
		u, ok := s.onSite(path)
		if !ok {
			return false
		}
		if p, ok := s.visit(u, Path, ""); ok && p.Kind == facts.PolicyKind {
			s.found(p, Path, nil)
			return true
		}
	}
	return false
}

// onSite is an address of the site.
func (s *search) onSite(path string) (*url.URL, bool) {
	home, err := url.Parse(s.result.Home.URL)
	if err != nil || home.Host == "" {
		return nil, false
	}
	u, err := home.Parse(path)
	return u, err == nil
}
