package main

import (
	"bufio"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/pipalint/pipalint/analyzer/config"
)

// jsonRule is a rule as programs read it.
type jsonRule struct {
	Name     string  `json:"name"`
	Severity string  `json:"severity"`
	Duty     *string `json:"duty"` // null where the rule always applies
	Summary  string  `json:"summary"`

	Options []jsonOption `json:"options"`
}

// jsonOption is what a configuration may set of a rule.
type jsonOption struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Default string `json:"default"` // as it is written in TOML
	Summary string `json:"summary"`
}

func (c *command) rulesCommand() *cobra.Command {
	format := "text"
	var today string
	cmd := &cobra.Command{
		Use:                   "rules " + c.say("[옵션]", "[FLAGS]"),
		Short:                 c.say("모든 규칙을 나열합니다", "List all rules"),
		Long:                  c.say("모든 규칙의 이름, 심각도와 한 줄 설명을 출력합니다.", "Print the name, the severity and one line about each rule."),
		DisableFlagsInUseLine: true,
		Args:                  c.exactly(),
		ValidArgsFunction:     cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "json":
				return c.rulesJSON()
			case "markdown":
				return c.rulesMarkdown(today)
			}
			return c.rulesText()
		},
	}
	enum(cmd.Flags(), &format, "format", []string{"text", "json", "markdown"}, c.say("출력 형식(기본값 text)", "format of the output (default text)"))
	c.todayFlag(cmd.Flags(), &today)
	return cmd
}

// rulesMarkdown writes the manual of all rules, with the law of a day.
func (c *command) rulesMarkdown(today string) error {
	day, err := c.day(today)
	if err != nil {
		return err
	}
	pages := make([]rulePage, len(c.Rules))
	for i, r := range c.Rules {
		pages[i] = c.rulePage(r, day)
	}
	w := bufio.NewWriter(c.Stdout)
	c.markdownRules(w, pages)
	return c.written(w.Flush())
}

func (c *command) rulesText() error {
	longest := 0
	for _, r := range c.Rules {
		longest = max(longest, len(r.Name))
	}
	w := bufio.NewWriter(c.Stdout)
	for _, r := range c.Rules {
		fmt.Fprintf(w, "%-*s  %-7s  %s\n", longest, r.Name, r.Severity, c.text(r.Doc))
	}
	return c.written(w.Flush())
}

func (c *command) rulesJSON() error {
	list := struct {
		Rules []jsonRule `json:"rules"`
	}{Rules: []jsonRule{}}
	for _, r := range c.Rules {
		j := jsonRule{Name: r.Name, Severity: r.Severity.String(), Summary: c.text(r.Doc), Options: []jsonOption{}}
		for _, o := range config.OptionsOf(r) {
			j.Options = append(j.Options, jsonOption{Name: o.Name, Type: o.Type.En, Default: o.Default, Summary: c.text(o.Doc)})
		}
		if r.Duty != "" {
			j.Duty = new(string(r.Duty))
		}
		list.Rules = append(list.Rules, j)
	}
	enc := json.NewEncoder(c.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return c.written(enc.Encode(list))
}
