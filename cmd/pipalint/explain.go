package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/rules"
)

func (c *command) explainCommand() *cobra.Command {
	var today string
	cmd := &cobra.Command{
		Use:                   "explain " + c.say("규칙", "RULE"),
		Short:                 c.say("규칙을 설명합니다", "Explain a rule"),
		Long:                  c.say("규칙의 설명, 심각도, 근거 조항과 시행 기간, 예와 고치는 방법을 출력합니다.", "Print a rule's manual, its severity, the provisions that it stands on with their dates, examples, and how to mend."),
		Example:               "  pipalint explain retention-missing",
		DisableFlagsInUseLine: true,
		Args:                  c.exactly(c.say("규칙 이름", "the name of a rule")),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, r := range c.Rules {
				names = append(names, r.Name)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			day, err := c.day(today)
			if err != nil {
				return err
			}
			rule, err := c.ruleNamed(args[0])
			if err != nil {
				return err
			}
			w := bufio.NewWriter(c.Stdout)
			c.explain(w, c.rulePage(rule, day), day)
			return c.written(w.Flush())
		},
	}
	c.todayFlag(cmd.Flags(), &today)
	return cmd
}

// explain writes the page of a rule as text.
func (c *command) explain(w io.Writer, page rulePage, day date.Date) {
	fmt.Fprintf(w, "%s\n\n%s\n\n", page.rule.Name, page.manual)
	fmt.Fprintf(w, "%s: %s\n", c.say("심각도", "Severity"), c.severity(page.rule.Severity))
	for _, p := range page.provisions {
		fmt.Fprintf(w, "%s: %s\n", c.say("근거", "Basis"), c.provision(p))
	}
	if !page.applies {
		fmt.Fprintf(w, c.say("%s 현재 시행 중인 근거 조항이 없어 적용되지 않습니다.\n", "No provision asks for it on %s: the rule does not apply.\n"), day)
	}
	for _, one := range page.settled {
		fmt.Fprintf(w, "%s: %s\n", c.say("설정", "Configuration"), c.condition(one))
	}
	c.options(w, page.rule)
	c.example(w, c.reported(page), page.bad)
	for i, d := range page.found {
		if i == 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "    → %s: %s\n", c.severity(d.Severity), c.text(d.Message))
		if help := c.text(d.Help); help != "" && (i == 0 || help != c.text(page.found[i-1].Help)) {
			fmt.Fprintf(w, "      %s: %s\n", c.say("고치려면", "To fix it"), help)
		}
	}
	c.example(w, c.say("올바른 예", "What is right"), page.good)
}

// options writes what a configuration may set of a rule, as it would stand there with the defaults.
func (c *command) options(w io.Writer, rule *analyzer.Rule) {
	for i, o := range config.OptionsOf(rule) {
		if i == 0 {
			fmt.Fprintf(w, c.say("\n옵션(%s의 [rules.%s], 기본값):\n\n", "\nOptions (%s, [rules.%s], with their defaults):\n\n"), config.FileName, rule.Name)
		}
		fmt.Fprintf(w, "    # %s\n    %s = %s\n", c.text(o.Doc), o.Name, o.Default)
	}
}

// severity is a severity as people read it, with the word that flags take.
func (c *command) severity(s analyzer.Severity) string {
	ko := map[analyzer.Severity]string{analyzer.Error: "오류", analyzer.Warning: "경고", analyzer.Info: "참고"}
	return c.say(fmt.Sprintf("%s(%s)", ko[s], s), s.String())
}

// example writes a sample under its title, with its twin, indented; nothing where there is none.
func (c *command) example(w io.Writer, title string, s rules.Sample) {
	if s.Text == "" {
		return
	}
	fmt.Fprintf(w, "\n%s:\n\n", title)
	for line := range strings.Lines(strings.Trim(s.Text, "\n")) {
		fmt.Fprintf(w, "    %s\n", strings.TrimRight(line, "\r\n"))
	}
	if s.Twin != nil {
		c.example(w, c.say("다른 언어본(--twin)", "Its twin (--twin)"), *s.Twin)
	}
}
