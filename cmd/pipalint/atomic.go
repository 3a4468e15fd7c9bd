package main

import (
	"cmp"
	"os"
	"path/filepath"
)

// writeFile puts a file in place at once, so that whoever reads it sees the old or the new one. It keeps the rights of
// the old one, and a link.
func writeFile(name string, content []byte) error {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	mode := os.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	temporary, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	_, err = temporary.Write(content)
	err = cmp.Or(err, temporary.Chmod(mode), temporary.Sync())
	if err = cmp.Or(err, temporary.Close()); err == nil {
		err = os.Rename(temporary.Name(), name)
	}
	if err != nil {
		_ = os.Remove(temporary.Name()) // the error is told
	}
	return err
}
