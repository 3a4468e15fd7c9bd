package main

import (
	"strings"

	"github.com/spf13/cobra"
)

func (c *command) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "help " + c.say("[명령]", "[COMMAND]"),
		Short:                 c.say("명령의 도움말을 출력합니다", "Print help about a command"),
		Long:                  c.say("명령의 사용법과 옵션을 출력합니다.", "Print how a command is used and its flags."),
		DisableFlagsInUseLine: true,
		ValidArgsFunction:     completeCommands,
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 && target == cmd.Root() {
				return c.knownCommand(target, rest)
			}
			target.InitDefaultHelpFlag()
			return target.Help()
		},
	}
}

// setTemplates gives the root, and with it all subcommands, help in the language of the output.
func (c *command) setTemplates(root *cobra.Command) {
	words := strings.NewReplacer(
		"USAGE", c.say("사용법", "Usage"),
		"EXAMPLES", c.say("예", "Examples"),
		"COMMANDS", c.say("명령", "Commands"),
		"GLOBALFLAGS", c.say("공통 옵션", "Common flags"),
		"FLAGS", c.say("옵션", "Flags"),
		"MORE", c.say(
			`"pipalint help 명령"으로 각 명령의 도움말을 볼 수 있습니다.`,
			`"pipalint help COMMAND" tells more about a command.`),
	)
	root.SetUsageTemplate(words.Replace(usageTemplate))
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")
}

// usageTemplate is cobra's, less what we do not use; the words in capitals are replaced.
const usageTemplate = `USAGE:
  {{.UseLine}}{{if .HasExample}}

EXAMPLES:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

COMMANDS:{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

FLAGS:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

GLOBALFLAGS:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

MORE{{end}}
`
