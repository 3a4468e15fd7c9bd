package main

import (
	"context"
	"os"

	"github.com/spf13/pflag"

	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
)

// inForce is what is in force, and from where. Its form as JSON is part of the contract.
type inForce struct {
	Configuration *string         `json:"configuration"` // the file, or null
	Settings      []setting       `json:"settings"`
	Rules         []ruleSetting   `json:"rules"`
	Controller    []setting       `json:"controller"`
	Policies      []policySetting `json:"policies"`
	Ignores       []ignoreSetting `json:"ignores"`
	Files         []belonging     `json:"files"` // what was asked about

	unread bool // no configuration is read, because a flag says so
}

// An origin is where a setting comes from.
type origin struct {
	From string  `json:"from"` // default, configuration, flag, environment
	By   *string `json:"by"`   // the name of the flag or of the variable
	File *string `json:"file"`
	Line *int    `json:"line"`
}

// A setting is a key with its values. A list has a value for each entry, which may come from elsewhere each.
type setting struct {
	Key    string  `json:"key"`
	Values []value `json:"values"`
}

type value struct {
	Value   any  `json:"value"`
	Missing bool `json:"missing"` // a path at which nothing is
	origin
}

type ruleSetting struct {
	Name     string          `json:"name"`
	Severity string          `json:"severity"` // or off
	Default  string          `json:"default"`
	Options  []optionSetting `json:"options"`
	origin
}

type optionSetting struct {
	Key     string `json:"key"`
	Value   any    `json:"value"`
	Default any    `json:"default"`
	origin
}

type policySetting struct {
	Name     string        `json:"name"`
	Pages    []pageSetting `json:"pages"` // the main one first
	Follow   bool          `json:"follow"`
	Language *string       `json:"language"`
	Twins    []string      `json:"twins"`
	Source   []string      `json:"source"`
	Site     []string      `json:"site"`
	origin
}

type pageSetting struct {
	Path   string `json:"path"`
	Status string `json:"status"` // file, folder, missing, address
}

type ignoreSetting struct {
	Rule   string  `json:"rule"`
	Policy *string `json:"policy"`
	Text   *string `json:"text"`
	Reason string  `json:"reason"`
	Until  *string `json:"until"`
	Past   bool    `json:"past"`
	origin
}

// A belonging tells to which policy a file belongs.
type belonging struct {
	File   string  `json:"file"`
	Policy *string `json:"policy"` // null where it is one of its own
	Name   string  `json:"name"`   // what a baseline calls the policy
}

// inForce puts together what the configuration, the flags and the environment say, as check does.
func (c *command) inForce(ctx context.Context, flags *pflag.FlagSet, o checkOptions, args []string) (*inForce, error) {
	conf, err := c.chosenConfiguration(o)
	if err != nil {
		return nil, err
	}
	in := &inForce{Files: []belonging{}, unread: o.noConfig}
	if conf.File != nil {
		in.Configuration = &conf.File.Name
	}
	c.settle(&o, conf)
	by, err := c.judgeBy(conf, &o)
	if err != nil {
		return nil, err
	}
	in.Settings = c.settings(conf, flags, o)
	in.Rules = c.ruleSettings(conf, by.check, o)
	in.Controller = controllerSettings(conf)
	in.Policies = policySettings(conf)
	in.Ignores = ignoreSettings(conf, by.day.today)
	if len(args) > 0 {
		in.Files = belongings(ctx, conf, args)
	}
	return in, nil
}

// ofFile is the origin of what stands in a configuration.
func ofFile(at policy.Place) origin {
	return origin{From: "configuration", File: &at.File.Name, Line: new(at.File.Position(at.Span.Start).Line)}
}

func ofFlag(name string) origin { return origin{From: "flag", By: new("--" + name)} }

var ofDefault = origin{From: "default"}

// settings are those of a whole run.
func (c *command) settings(conf *config.Config, flags *pflag.FlagSet, o checkOptions) []setting {
	from := func(key string) origin {
		if flags.Changed(key) {
			return ofFlag(key)
		}
		if at, ok := conf.At(key); ok {
			return ofFile(at)
		}
		return ofDefault
	}
	baseline := []value{}
	switch f := flags.Lookup("baseline"); {
	case f.Changed:
		baseline = append(baseline, value{f.Value.String(), !isThere(f.Value.String()), ofFlag("baseline")})
	case conf.Baseline != "":
		baseline = append(baseline, value{conf.Baseline, !isThere(under(conf.Dir, conf.Baseline)), from("baseline")})
	}
	return []setting{
		{"as-of", []value{{Value: o.asOf, origin: from("as-of")}}},
		{"upcoming", []value{{Value: o.upcoming, origin: from("upcoming")}}},
		{"language", []value{{Value: c.lang, origin: c.languageFrom(from("lang"), conf)}}},
		{"fail-on", []value{{Value: o.failOn, origin: from("fail-on")}}},
		{"baseline", baseline},
		{"source", folderValues(conf, "source", o.source, conf.Source)},
		{"site", folderValues(conf, "site", o.site, conf.Site)},
	}
}

// languageFrom is where the language of the output comes from, given the origin of --lang.
func (c *command) languageFrom(flag origin, conf *config.Config) origin {
	if flag.From == "flag" {
		return flag
	}
	if at, ok := conf.At("language"); ok {
		return ofFile(at)
	}
	if name := localeVariable(c.Getenv); name != "" {
		return origin{From: "environment", By: &name}
	}
	return ofDefault
}

// folderValues are folders and sites that a flag and the configuration name: both count.
func folderValues(conf *config.Config, key string, flag, configured []string) []value {
	out := []value{}
	for _, dir := range flag {
		out = append(out, value{dir, !isURL(dir) && !isThere(dir), ofFlag(key)})
	}
	for i, dir := range configured {
		out = append(out, value{dir, !isURL(dir) && !isThere(under(conf.Dir, dir)), ofFile(conf.Item(key, i))})
	}
	return out
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// controllerSettings are the facts about the controller: what may be told, without values where it is not.
func controllerSettings(conf *config.Config) []setting {
	var out []setting
	put := func(key string, told bool, v any) {
		s := setting{Key: key, Values: []value{}}
		if at, ok := conf.At("controller", key); ok && told {
			s.Values = []value{{Value: v, origin: ofFile(at)}}
		}
		out = append(out, s)
	}
	put("name", conf.Controller.Name != "", conf.Controller.Name)
	put("type", conf.Controller.Type != "", string(conf.Controller.Type))
	for _, condition := range law.Default().Conditions() {
		does, told := conf.Controller.Does[condition.Key]
		put(condition.Key, told, does)
	}
	return out
}

// policySettings are the policies of a configuration, with what is at their paths.
func policySettings(conf *config.Config) []policySetting {
	out := []policySetting{}
	for _, p := range conf.Policies {
		one := policySetting{Name: configured(conf, p).name, Follow: p.Follow, Language: given(p.Language), Twins: none(p.Twins), Source: none(p.Source), Site: none(p.Site), origin: ofFile(p.Place)}
		for _, page := range append([]string{p.Path}, p.Pages...) {
			one.Pages = append(one.Pages, pageSetting{page, statusOf(conf, page)})
		}
		out = append(out, one)
	}
	return out
}

func statusOf(conf *config.Config, page string) string {
	if isURL(page) {
		return "address"
	}
	switch info, err := os.Stat(under(conf.Dir, page)); {
	case err != nil:
		return "missing"
	case info.IsDir():
		return "folder"
	}
	return "file"
}

func ignoreSettings(conf *config.Config, today date.Date) []ignoreSetting {
	out := []ignoreSetting{}
	for _, i := range conf.Ignores {
		one := ignoreSetting{Rule: i.Rule, Policy: given(i.Policy), Text: given(i.Text), Reason: i.Reason, origin: ofFile(i.Place)}
		if !i.Until.IsZero() {
			one.Until, one.Past = new(i.Until.String()), i.Until.Before(today)
		}
		out = append(out, one)
	}
	return out
}

// belongings tell to which policies files belong.
func belongings(ctx context.Context, conf *config.Config, args []string) []belonging {
	known, of := allConfigured(conf)
	out := []belonging{}
	for _, in := range expand(ctx, args) {
		if i, ok := of[pageKey(in)]; ok {
			name := known[i].name
			out = append(out, belonging{in.name, &name, name})
		} else {
			out = append(out, belonging{in.name, nil, pathFrom(conf.Dir, in)})
		}
	}
	return out
}

// given is a text, or nil where there is none.
func given(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// none is a list that is never nil.
func none(list []string) []string { return append([]string{}, list...) }
