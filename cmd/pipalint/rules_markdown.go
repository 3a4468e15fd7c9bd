package main

import (
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/rules"
)

// markdownRules writes the manual of all rules, as docs/rules.md holds it.
func (c *command) markdownRules(w io.Writer, pages []rulePage) {
	fmt.Fprintf(w, "# %s\n\n", c.say("규칙", "Rules"))
	fmt.Fprintf(w, "%s\n\n", c.say(
		"이 문서는 `pipalint rules --format markdown`으로 만듭니다. 고칠 내용은 rules/의 주석과 testdata/rules/의 예, law/의 자료에 반영합니다.",
		"This page is made by `pipalint rules --format markdown`: what it says stands in the comments of rules/, the examples of testdata/rules/ and the data of law/."))
	fmt.Fprintf(w, "| %s | %s | %s |\n| --- | --- | --- |\n", c.say("규칙", "rule"), c.say("심각도", "severity"), c.say("무엇을 찾나", "what it finds"))
	for _, p := range pages {
		fmt.Fprintf(w, "| [%s](#%s) | %s | %s |\n", p.rule.Name, p.rule.Name, c.severity(p.rule.Severity), c.text(p.rule.Doc))
	}
	for _, p := range pages {
		c.markdownRule(w, p)
	}
}

func (c *command) markdownRule(w io.Writer, p rulePage) {
	fmt.Fprintf(w, "\n## %s\n\n%s\n\n%s: %s\n", p.rule.Name, p.manual, c.say("심각도", "Severity"), c.severity(p.rule.Severity))
	if len(p.provisions) > 0 {
		fmt.Fprintf(w, "\n%s:\n\n", c.say("근거", "Basis"))
		for _, provision := range p.provisions {
			fmt.Fprintf(w, "- %s\n", c.provision(provision))
		}
	}
	if len(p.settled) > 0 {
		fmt.Fprintf(w, "\n%s:\n\n", c.say("설정", "Configuration"))
		for _, one := range p.settled {
			fmt.Fprintf(w, "- %s\n", escaped(c.condition(one)))
		}
	}
	for i, o := range config.OptionsOf(p.rule) {
		if i == 0 {
			fmt.Fprintf(w, "\n%s (`[rules.%s]`):\n\n", c.say("옵션", "Options"), p.rule.Name)
		}
		fmt.Fprintf(w, "- `%s = %s`: %s\n", o.Name, o.Default, escaped(c.text(o.Doc)))
	}
	c.markdownExample(w, c.reported(p), p.bad)
	for _, d := range p.found {
		fmt.Fprintf(w, "\n> %s: %s\n", c.severity(d.Severity), escaped(c.text(d.Message)))
		if help := c.text(d.Help); help != "" {
			fmt.Fprintf(w, ">\n> %s: %s\n", c.say("고치려면", "To fix it"), escaped(help))
		}
	}
	c.markdownExample(w, c.say("올바른 예", "What is right"), p.good)
}

func (c *command) markdownExample(w io.Writer, title string, s rules.Sample) {
	if s.Text == "" {
		return
	}
	fmt.Fprintf(w, "\n%s:\n\n```%s\n%s\n```\n", title, strings.TrimPrefix(path.Ext(s.Name), "."), strings.Trim(s.Text, "\n"))
	if s.Twin != nil {
		c.markdownExample(w, c.say("다른 언어본(`--twin`)", "Its twin (`--twin`)"), *s.Twin)
	}
}

// escaped is text in which Markdown sees no markup.
func escaped(s string) string {
	return strings.NewReplacer("<", "&lt;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`).Replace(s)
}
