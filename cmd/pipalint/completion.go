package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (c *command) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:                   "completion bash|zsh|fish|powershell",
		Short:                 c.say("셸 자동 완성 스크립트를 출력합니다", "Print a script for completion in a shell"),
		Long:                  c.say(completionKo, completionEn),
		DisableFlagsInUseLine: true,
		ValidArgs:             shells,
		Args:                  c.exactly(c.say("셸 이름", "the name of a shell")),
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return c.written(root.GenBashCompletionV2(c.Stdout, true))
			case "zsh":
				return c.written(root.GenZshCompletion(c.Stdout))
			case "fish":
				return c.written(root.GenFishCompletion(c.Stdout, true))
			case "powershell":
				return c.written(root.GenPowerShellCompletionWithDesc(c.Stdout))
			}
			return c.unknownWord(both("셸", "shell"), args[0], shells)
		},
	}
}

const completionKo = `셸에서 명령과 옵션을 자동으로 완성하는 스크립트를 출력합니다. bash에서는 다음과 같이 씁니다.

  source <(pipalint completion bash)`

const completionEn = `Print a script that completes commands and flags in a shell. In bash:

  source <(pipalint completion bash)`

// folderArguments lets the shell complete folders.
func folderArguments(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// flagCompletions are how the shell completes the values of flags that take more than one of a few words, by name.
func (c *command) flagCompletions() map[string]cobra.CompletionFunc {
	words := func(list ...string) cobra.CompletionFunc {
		return cobra.FixedCompletions(list, cobra.ShellCompDirectiveNoFileComp)
	}
	files := func(ending string) cobra.CompletionFunc {
		return cobra.FixedCompletions([]string{ending}, cobra.ShellCompDirectiveFilterFileExt)
	}
	return map[string]cobra.CompletionFunc{
		"as-of":          words(ofToday, effective),
		"baseline":       files("json"),
		"config":         files("toml"),
		"only":           c.completeRules,
		"proxy":          words("environment"),
		"report":         completeReport,
		"save":           folderArguments,
		"since":          words("HEAD", "origin/HEAD..."),
		"site":           folderArguments,
		"site-pages":     words(),
		"skip":           c.completeRules,
		"twin":           completePages,
		"source":         folderArguments,
		"write-baseline": files("json"),
	}
}

// completeFlags lets the shell complete what flags take.
func (c *command) completeFlags(root *cobra.Command) {
	known := c.flagCompletions()
	for _, cmd := range commandsOf(root) {
		cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
			if complete, ok := known[f.Name]; ok {
				// An error would say that the flag is not there, or completed already.
				_ = cmd.RegisterFlagCompletionFunc(f.Name, complete)
			}
		})
	}
}

// completeRules completes the last of the rules that a comma sets apart.
func (c *command) completeRules(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	before := typed[:strings.LastIndexByte(typed, ',')+1]
	var out []cobra.Completion
	for _, r := range c.Rules {
		if strings.HasPrefix(before+r.Name, typed) && !slices.Contains(strings.Split(before, ","), r.Name) {
			out = append(out, cobra.CompletionWithDesc(before+r.Name, c.text(r.Doc)))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// completeReport completes the format of a report, and the file behind it.
func completeReport(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if strings.Contains(typed, "=") {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var out []cobra.Completion
	for _, name := range formatNames() {
		out = append(out, name+"=")
	}
	return out, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// completeCommands completes the name of a command.
func completeCommands(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	parent, _, err := cmd.Root().Find(args)
	var out []cobra.Completion
	if err == nil {
		for _, sub := range parent.Commands() {
			if !sub.Hidden {
				out = append(out, cobra.CompletionWithDesc(sub.Name(), sub.Short))
			}
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
