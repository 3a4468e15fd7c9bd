package config

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// raw is the file as it is written.
type raw struct {
	AsOf       string         `toml:"as-of"`
	Upcoming   bool           `toml:"upcoming"`
	Language   string         `toml:"language"`
	FailOn     string         `toml:"fail-on"`
	Baseline   string         `toml:"baseline"`
	Source     []string       `toml:"source"`
	Site       []string       `toml:"site"`
	Rules      map[string]any `toml:"rules"`
	Controller map[string]any `toml:"controller"`
	Policies   []rawPolicy    `toml:"policy"`
	Ignores    []rawIgnore    `toml:"ignore"`
}

type rawPolicy struct {
	Name     string   `toml:"name"`
	Path     string   `toml:"path"`
	Pages    []string `toml:"pages"`
	Language string   `toml:"language"`
	Source   []string `toml:"source"`
	Site     []string `toml:"site"`
}

type rawIgnore struct {
	Rule   string         `toml:"rule"`
	Policy string         `toml:"policy"`
	Text   string         `toml:"text"`
	Reason string         `toml:"reason"`
	Until  toml.LocalDate `toml:"until"`
}

// Read reads a configuration, given the rules that there are.
func Read(file *policy.File, rules []*analyzer.Rule) (*Config, error) {
	var r raw
	if err := toml.Unmarshal([]byte(file.Text), &r); err != nil {
		return nil, err
	}
	c := &Config{File: file, Dir: filepath.Dir(file.Name), AsOf: r.AsOf, Upcoming: r.Upcoming, Language: r.Language,
		FailOn: r.FailOn, Baseline: r.Baseline, Source: r.Source, Site: r.Site, Rules: make(map[string]Rule)}
	for name, v := range r.Rules {
		set, err := ruleOf(v)
		if err != nil {
			return nil, fmt.Errorf("rules.%s: %w", name, err)
		}
		c.Rules[name] = set
	}
	c.Controller = controllerOf(r.Controller)
	for _, p := range r.Policies {
		c.Policies = append(c.Policies, Policy{Name: p.Name, Path: p.Path, Pages: p.Pages, Language: p.Language, Source: p.Source, Site: p.Site, Place: policy.Place{File: file}})
	}
	for _, i := range r.Ignores {
		one := Ignore{Rule: i.Rule, Policy: i.Policy, Text: i.Text, Reason: i.Reason, Place: policy.Place{File: file}, Quote: i.Rule}
		if i.Until != (toml.LocalDate{}) {
			day, err := date.Parse(i.Until.String())
			if err != nil {
				return nil, err
			}
			one.Until = day
		}
		c.Ignores = append(c.Ignores, one)
	}
	return c, nil
}

func ruleOf(v any) (Rule, error) {
	word, ok := v.(string)
	if table, isTable := v.(map[string]any); isTable {
		word, ok = table["severity"].(string)
	}
	if !ok {
		return Rule{}, errors.New("want off or a severity")
	}
	severity, _ := analyzer.ParseSeverity(word)
	return Rule{Off: word == "off", Setting: analyzer.Setting{Severity: severity}}, nil
}

func controllerOf(table map[string]any) analyzer.Controller {
	c := analyzer.Controller{Does: make(map[string]bool)}
	for key, v := range table {
		switch v := v.(type) {
		case bool:
			c.Does[key] = v
		case string:
			if key == "name" {
				c.Name = v
			}
			c.Type = cmp.Or(c.Type, map[string]string{"type": v}[key])
		}
	}
	return c
}
