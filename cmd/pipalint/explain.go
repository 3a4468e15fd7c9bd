package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/law"
)

func (c *command) explainCommand() *cobra.Command {
	var today string
	cmd := &cobra.Command{
		Use:                   "explain " + c.say("규칙", "RULE"),
		Short:                 c.say("규칙을 설명합니다", "Explain a rule"),
		Long:                  c.say("규칙의 설명, 심각도, 오늘 시행 중인 근거 조항과 예를 출력합니다.", "Print a rule's manual, severity, the provisions in force today, and examples."),
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
			c.explain(w, rule, day)
			return c.written(w.Flush())
		},
	}
	c.todayFlag(cmd.Flags(), &today)
	return cmd
}

// explain writes the page of a rule, with the law of a day.
func (c *command) explain(w io.Writer, r *analyzer.Rule, day date.Date) {
	manual, ok := c.Manual(r.Name)
	if !ok {
		manual = r.Doc
	}
	fmt.Fprintf(w, "%s\n\n%s\n\n", r.Name, strings.TrimSpace(c.text(manual)))
	fmt.Fprintf(w, "%s: %s\n", c.say("심각도", "Severity"), c.severity(r.Severity))
	for _, p := range law.Default().Provisions(r.Duty, day) {
		fmt.Fprintf(w, "%s: %s (%s)\n", c.say("근거", "Basis"), p.Cite, c.say(p.Title.Ko, p.Title.En))
	}
	if r.Duty != "" && !law.Default().InForce(r.Duty, day) {
		fmt.Fprintf(w, c.say("%s 현재 시행 중인 근거 조항이 없어 적용되지 않습니다.\n", "No provision asks for it on %s: the rule does not apply.\n"), day)
	}
	bad, good := c.Example(r.Name)
	example(w, c.say("지적되는 예", "What it reports"), bad)
	example(w, c.say("올바른 예", "What is right"), good)
}

// severity is a severity as people read it, with the word that flags take.
func (c *command) severity(s analyzer.Severity) string {
	ko := map[analyzer.Severity]string{analyzer.Error: "오류", analyzer.Warning: "경고", analyzer.Info: "참고"}
	return c.say(fmt.Sprintf("%s(%s)", ko[s], s), s.String())
}

// example writes an example under its title, indented, or nothing where there is none.
func example(w io.Writer, title, text string) {
	text = strings.Trim(text, "\n")
	if text == "" {
		return
	}
	fmt.Fprintf(w, "\n%s:\n\n", title)
	for line := range strings.Lines(text) {
		fmt.Fprintf(w, "    %s\n", strings.TrimRight(line, "\r\n"))
	}
}
