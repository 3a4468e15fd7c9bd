package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (c *command) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "version",
		Short:                 c.say("버전을 출력합니다", "Print the version"),
		Long:                  c.say("pipalint와 Go의 버전을 출력합니다.", "Print the versions of pipalint and of Go."),
		DisableFlagsInUseLine: true,
		Args:                  c.exactly(),
		ValidArgsFunction:     cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			return c.print("pipalint %s\n%s %s/%s\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
		},
	}
}

// release is the tag that the program was released under. The linker sets it; a build of a module has none and knows
// its version anyway.
var release string

// version is that of the release or the module the program was built from, or "devel" in a checkout.
func version() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// print writes to standard output.
func (c *command) print(format string, args ...any) error {
	_, err := fmt.Fprintf(c.Stdout, format, args...)
	return c.written(err)
}

// written turns an error of writing the output into one that ends the program.
func (c *command) written(err error) error {
	if err == nil {
		return nil
	}
	return exitError{exitUnread, fmt.Errorf(c.say("결과를 쓰지 못했습니다: %w", "cannot write the output: %w"), err)}
}
