package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// configuration is the one that a flag names, else the nearest at or above the working directory, else one that
// says nothing.
func (c *command) configuration(name string) (*config.Config, error) {
	if name == "" {
		found, err := findUpward(config.FileName)
		if err != nil || found == "" {
			return &config.Config{}, err
		}
		name = found
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return config.Read(policy.NewFile(name, string(text), "utf-8", nil), c.Rules)
}

// findUpward is the path from the working directory of the nearest file of a name, or "".
func findUpward(name string) (string, error) {
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for dir := wd; ; dir = filepath.Dir(dir) {
		path := filepath.Join(dir, name)
		if _, err := os.Stat(path); err == nil {
			return filepath.Rel(wd, path)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		if dir == filepath.Dir(dir) {
			return "", nil
		}
	}
}
