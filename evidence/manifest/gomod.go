package manifest

import (
	"errors"
	"strings"

	"golang.org/x/mod/modfile"
)

// GoMod reads a go.mod. A module that replaces another is asked for beside it: a fork sends where the
// original does.
func GoMod(text string) (Manifest, error) {
	f, err := modfile.Parse("go.mod", []byte(text), nil)
	if err != nil {
		lax, again := modfile.ParseLax("go.mod", []byte(text), nil) // a directive of a later Go
		if again != nil {
			return Manifest{}, goModError(err)
		}
		f = lax
	}
	var m Manifest
	indirect := make(map[string]bool)
	for _, r := range f.Require {
		indirect[r.Mod.Path] = r.Indirect
		m.Add(goModule(text, r.Mod.Path, r.Syntax, r.Indirect))
	}
	for _, r := range f.Replace {
		asked, ok := indirect[r.Old.Path]
		if local := modfile.IsDirectoryPath(r.New.Path); ok && !local {
			m.Add(goModule(text, r.New.Path, r.Syntax, asked))
		}
	}
	m.sorted()
	return m, nil
}

// goModule places the last mention of a path in a line: what replaces stands behind what is replaced.
func goModule(text, path string, line *modfile.Line, indirect bool) Dependency {
	s := span{min(line.Start.Byte, len(text)), min(line.End.Byte, len(text))}
	if at := strings.LastIndex(text[s.start:s.end], path); at >= 0 {
		s = span{s.start + at, s.start + at + len(path)}
	}
	return Dependency{Go, path, s.start, s.end, indirect}
}

func goModError(err error) error {
	var all modfile.ErrorList
	if errors.As(err, &all) && len(all) > 0 {
		return &Error{max(1, all[0].Pos.Line), max(1, all[0].Pos.LineRune), all[0].Err.Error()}
	}
	return &Error{1, 1, err.Error()}
}
