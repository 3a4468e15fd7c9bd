package main

import (
	"cmp"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/config"
)

// off is what is in the place of the severity of a rule that does not judge.
const off = "off"

// ruleSettings are all rules as they are set.
func (c *command) ruleSettings(conf *config.Config, check *analyzer.Check, o checkOptions) []ruleSetting {
	var out []ruleSetting
	for _, r := range c.Rules {
		one := ruleSetting{Name: r.Name, Default: r.Severity.String(), Options: []optionSetting{}, origin: ofDefault}
		set, ok := conf.Rules[r.Name]
		if at, stands := conf.At("rules", r.Name); ok && stands {
			one.origin = ofFile(at)
		}
		on := slices.Contains(check.Rules, r)
		switch {
		case slices.Contains(o.skip, r.Name):
			one.origin = ofFlag("skip")
		case !on && !set.Off, on && set.Off:
			one.origin = ofFlag("only")
		}
		one.Severity = off
		if on {
			one.Severity = cmp.Or(set.Setting.Severity, r.Severity).String()
		}
		for _, option := range set.Options(r) {
			from := ofDefault
			if at, stands := conf.At("rules", r.Name, option.Name); stands {
				from = ofFile(at)
			}
			one.Options = append(one.Options, optionSetting{option.Name, option.Value, option.Default, from})
		}
		out = append(out, one)
	}
	return out
}

// isDefault reports whether a rule is as it comes.
func (r ruleSetting) isDefault() bool {
	return r.From == ofDefault.From && !slices.ContainsFunc(r.Options, func(o optionSetting) bool { return o.From != ofDefault.From })
}
