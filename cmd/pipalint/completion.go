package main

import (
	"github.com/spf13/cobra"
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
