package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A choice is the value of a flag that takes one of a few words.
type choice struct {
	value   *string
	allowed []string
}

func (f *choice) String() string {
	if f.value == nil { // pflag asks a zero value for what it calls the default
		return ""
	}
	return *f.value
}

func (f *choice) Type() string { return strings.Join(f.allowed, "|") }

// Set takes a word. Its error is only ever shown through flagError.
func (f *choice) Set(s string) error {
	if !slices.Contains(f.allowed, s) {
		return fmt.Errorf("want %s", f.Type())
	}
	*f.value = s
	return nil
}

// enum defines a flag that takes one of a few words and is *value where it is not given.
func enum(flags *pflag.FlagSet, value *string, name string, allowed []string, usage string) {
	flags.Var(&choice{value, allowed}, name, usage)
	flags.Lookup(name).DefValue = "" // the usage text tells the default, in both languages
}

// completeChoices lets the shell complete the words that flags take.
func completeChoices(cmd *cobra.Command) {
	complete := func(f *pflag.Flag) {
		if words, ok := f.Value.(*choice); ok {
			// An error would say that the flag is not there, or completed already.
			_ = cmd.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(words.allowed, cobra.ShellCompDirectiveNoFileComp))
		}
	}
	cmd.LocalFlags().VisitAll(complete)
	for _, sub := range cmd.Commands() {
		completeChoices(sub)
	}
}

// flagError says in the language of the output what is wrong with a flag.
func (c *command) flagError(cmd *cobra.Command, err error) error {
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return c.unknownFlag(cmd, e)
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return fmt.Errorf(c.say("--%s 옵션에는 값이 필요합니다", "flag --%s needs a value"), e.GetFlag().Name)
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		f := e.GetFlag()
		return fmt.Errorf(c.say("--%s 옵션에 쓸 수 없는 값: %q. 쓸 수 있는 값: %s",
			"flag --%s cannot be %q: expected %s"), f.Name, e.GetValue(), f.Value.Type())
	}
	return err
}

func (c *command) unknownFlag(cmd *cobra.Command, e *pflag.NotExistError) error {
	name := e.GetSpecifiedName()
	if e.GetSpecifiedShortnames() != "" {
		return fmt.Errorf(c.say("알 수 없는 옵션: -%s", "unknown flag -%s"), name)
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	message := fmt.Sprintf(c.say("알 수 없는 옵션: --%s", "unknown flag --%s"), name)
	if near, ok := nearest(name, names); ok {
		message += c.didYouMean("--" + near)
	}
	return errors.New(message)
}

// knownCommand refuses a word in the place of a subcommand that is none.
func (c *command) knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range cmd.Commands() {
		names = append(names, sub.Name())
	}
	message := fmt.Sprintf(c.say("알 수 없는 명령: %q", "unknown command %q"), args[0])
	if near, ok := nearest(args[0], names); ok {
		message += c.didYouMean(near)
	}
	return errors.New(message)
}

// exactly refuses any other number of arguments than that of the names.
func (c *command) exactly(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return fmt.Errorf(c.say("%s: %s을 지정하십시오", "%s needs %s"), cmd.CommandPath(), names[len(args)])
		case len(args) > len(names):
			return fmt.Errorf(c.say("%s: 필요 없는 인자 %q", "%s: unexpected argument %q"), cmd.CommandPath(), args[len(names)])
		}
		return nil
	}
}

// someInput refuses a call that names nothing to read, or has an argument that names nothing, as an
// empty variable of a shell.
func (c *command) someInput(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New(c.say("읽을 파일, 주소 또는 디렉터리를 지정하십시오", "name a file, an address or a directory to read"))
	}
	if slices.Contains(args, "") {
		return errors.New(c.say("빈 인자가 있습니다. 읽을 파일, 주소 또는 디렉터리를 지정하십시오", "an argument is empty: name a file, an address or a directory to read"))
	}
	return nil
}

func (c *command) didYouMean(near string) string {
	return fmt.Sprintf(c.say(". 혹시 %s입니까?", ": did you mean %s?"), near)
}
