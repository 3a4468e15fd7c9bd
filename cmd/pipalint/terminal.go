package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// terminal is the descriptor of the terminal that w writes to, if it does.
func terminal(w io.Writer) (fd int, ok bool) {
	f, ok := w.(*os.File)
	if !ok {
		return 0, false
	}
	fd = int(f.Fd())
	return fd, term.IsTerminal(fd)
}

// colored reports whether the output is coloured, by --color and then by the conventions of
// no-color.org and bixense.com/clicolors.
func (c *command) colored(when string) bool {
	if when != "auto" {
		return when == "always"
	}
	if c.Getenv("NO_COLOR") != "" {
		return false
	}
	if force := c.Getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	_, ok := terminal(c.Stdout)
	return ok && c.Getenv("TERM") != "dumb"
}

// width is how many columns the output has, or 0 where it is no terminal.
func (c *command) width() int {
	fd, ok := terminal(c.Stdout)
	if !ok {
		return 0
	}
	columns, _, err := term.GetSize(fd)
	if err != nil {
		return 0
	}
	return columns
}
