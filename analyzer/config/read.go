package config

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
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
	controller, err := controllerOf(r.Controller)
	if err != nil {
		return nil, err
	}
	c.Controller = controller
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

// controllerOf reads what is known of the controller: its name and type, and whether it meets the conditions on which
// duties depend.
func controllerOf(table map[string]any) (analyzer.Controller, error) {
	c := analyzer.Controller{Does: make(map[string]bool)}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		v := table[key]
		text, isText := v.(string)
		does, isBool := v.(bool)
		_, known := law.Default().Condition(key)
		switch {
		case key == "name" && isText:
			c.Name = text
		case key == "type" && (text == string(analyzer.Public) || text == string(analyzer.Private)):
			c.Type = analyzer.ControllerType(text)
		case key == "name", key == "type":
			return c, fmt.Errorf("controller.%s: %v", key, v)
		case !known:
			return c, fmt.Errorf("controller.%s: no such key", key)
		case !isBool:
			return c, fmt.Errorf("controller.%s: want true or false", key)
		default:
			c.Does[key] = does
		}
	}
	return c, nil
}
