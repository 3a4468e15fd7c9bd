package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/visit"
	"github.com/pipalint/pipalint/rules"
)

// The exit codes. Where several apply the highest goes first.
const (
	exitOK       = 0 // everything was read, and nothing found at or above --fail-on
	exitFindings = 1 // everything was read, and something found at or above --fail-on
	exitUsage    = 2 // wrong usage, configuration or rule name: nothing was checked
	exitUnread   = 3 // something named could not be read, or the output not be written
)

// A command is one start of the program: what it is connected to, and the rules it knows.
type command struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
	Fetch  fetch.Options // how the pages are fetched that are named by address

	Browser visit.Renderer // instead of the one that is installed; nil for that

	Rules   []*analyzer.Rule
	Manual  func(rule string) (analyzer.Text, bool)
	Example func(rule string) (bad, good rules.Sample)
	KindOf  func(pass *analyzer.Pass, page int) string // what kind of document a page is

	lang string // "ko" or "en", chosen by run
}

// newCommand is connected to the process and knows all rules.
func newCommand() *command {
	return &command{
		Stdin:   os.Stdin,
		Stdout:  os.Stdout,
		Stderr:  os.Stderr,
		Getenv:  os.Getenv,
		Fetch:   fetchOptions(),
		Rules:   rules.All(),
		Manual:  rules.Manual,
		Example: rules.Example,
		KindOf:  kindOf,
	}
}

// exitError ends the program with a code that is not that of wrong usage. Without an error all
// that is to be said was said.
type exitError struct {
	code int
	err  error
}

func (e exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

// run does what the arguments ask for and returns the exit code.
func (c *command) run(args []string) int {
	c.lang = language(args, c.Getenv)
	root := c.rootCommand()
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		return exitOK
	}
	exit := exitError{code: exitUsage, err: err}
	if e, ok := errors.AsType[exitError](err); ok {
		exit = e
	}
	if exit.err != nil {
		message := strings.ReplaceAll(exit.err.Error(), "\n", " ") // names of files may hold anything
		fmt.Fprintf(c.Stderr, "pipalint: %s\n", report.Printable(message))
	}
	return exit.code
}

func (c *command) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:                   "pipalint " + c.say("명령", "COMMAND"),
		Short:                 c.say("개인정보 처리방침을 검사합니다", "Check published Korean privacy policies"),
		Long:                  c.say(rootKo, rootEn),
		Version:               version(),
		SilenceErrors:         true,
		SilenceUsage:          true,
		DisableFlagsInUseLine: true,
		Args:                  c.knownCommand,
		RunE:                  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(c.Stdin)
	root.SetOut(c.Stdout)
	root.SetErr(c.Stderr)
	root.SetVersionTemplate("pipalint {{.Version}}\n")
	root.SetFlagErrorFunc(c.flagError)
	root.CompletionOptions.DisableDefaultCmd = true // ours speaks both languages
	root.Flags().Bool("version", false, c.say("버전을 출력합니다", "print the version"))
	root.PersistentFlags().BoolP("help", "h", false, c.say("도움말을 출력합니다", "print help"))
	enum(root.PersistentFlags(), new(""), "lang", []string{"ko", "en"},
		c.say("출력 언어(기본값은 로캘에 따름)", "language of the output (by default that of the locale)"))
	root.AddCommand(c.subcommands()...)
	root.SetHelpCommand(c.helpCommand())
	completeChoices(root)
	c.completeFlags(root)
	c.setTemplates(root)
	return root
}

const rootKo = `pipalint는 공개된 개인정보 처리방침을 읽고, 개인정보 보호법이 요구하는 사항이 빠진
곳, 채우지 않은 서식의 빈칸, 깨진 글자를 근거 조항과 함께 알려 줍니다.`

const rootEn = `pipalint reads published Korean privacy policies and reports what the Personal Information
Protection Act asks for and is not there, with the provisions, and what a template or a wrong
encoding left behind.`
