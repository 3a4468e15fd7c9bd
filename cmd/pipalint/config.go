package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pipalint/pipalint/analyzer/config"
)

// settingFlags are the flags of check that go before what a configuration says, or say which is read.
var settingFlags = []string{"config", "no-config", "as-of", "upcoming", "fail-on", "baseline", "only", "skip", "source", "site", "today"}

func (c *command) configCommand() *cobra.Command {
	o := defaultOptions()
	format, all, schema := "text", false, false
	cmd := &cobra.Command{
		Use:                   "config " + c.say("[옵션] [파일…]", "[FLAGS] [FILE…]"),
		Short:                 c.say("적용되는 설정과 그 출처를 출력합니다", "Print the settings in force and where they come from"),
		Long:                  c.say(configKo, configEn),
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if schema {
				return c.configSchema()
			}
			o.only, o.skip = names(o.only), names(o.skip)
			o.given = cmd.Flags().Changed
			in, err := c.inForce(cmd.Context(), cmd.Flags(), o, args)
			if err != nil {
				return err
			}
			if format == "json" {
				return c.inForceJSON(in)
			}
			return c.inForceText(in, all)
		},
	}
	ofCheck := pflag.NewFlagSet("check", pflag.ContinueOnError)
	c.checkFlags(ofCheck, &o)
	for _, name := range settingFlags {
		cmd.Flags().AddFlag(ofCheck.Lookup(name))
	}
	enum(cmd.Flags(), &format, "format", []string{"text", "json"}, c.say("출력 형식(기본값 text)", "format of the output (default text)"))
	cmd.Flags().BoolVarP(&all, "all", "a", false, c.say("기본값 그대로인 규칙과 정하지 않은 사실도 출력합니다", "also show rules at their defaults and facts that are not set"))
	cmd.Flags().BoolVar(&schema, "schema", false, c.say("pipalint.toml의 JSON 스키마를 출력합니다", "print the JSON schema of pipalint.toml"))
	return cmd
}

// configSchema writes what editors check and complete a configuration by.
func (c *command) configSchema() error {
	schema, err := config.Schema(c.Rules)
	if err != nil {
		return err
	}
	return c.print("%s", schema)
}

const configKo = `설정 파일, 명령행 옵션, 환경 변수를 합쳐 실제로 적용되는 설정과 그 출처를 출력합니다.
check와 같은 옵션을 주면 그 옵션을 주고 검사할 때의 설정을 볼 수 있습니다. 파일을 지정하면 그 파일이
어느 [[policy]]에 속하는지도 알려 줍니다.

종료 코드: 0 출력했음(설정 파일이 없을 때 포함), 2 설정 파일이나 옵션이 잘못됨`

const configEn = `Print the settings in force, from the configuration, the flags and the environment, and where each
comes from. With flags of check, it shows what would be in force with them. For each file named, it
tells which [[policy]] it belongs to.

Exit codes: 0 printed (also without a configuration), 2 wrong configuration or flags`
