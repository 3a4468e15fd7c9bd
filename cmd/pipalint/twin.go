package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
)

// A twin is the policy of a target in another language.
type twin struct {
	pages    []input // the main page first
	language string  // in which it is written, or "" where the pages tell
}

func (c *command) twinFlag(flags *pflag.FlagSet, to *[]string) {
	flags.StringArrayVar(to, "twin", nil, c.say("같은 처리방침의 다른 언어본(`FILE|URL`)과 비교하여 서로 다른 내용을 찾습니다(여러 번 지정 가능)",
		"also report what the policy and its version in another language, at `FILE|URL`, tell differently (may be repeated)"))
}

// completePages offers files that may be policies.
func completePages(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	for _, ext := range extensions {
		out = append(out, strings.TrimPrefix(ext, "."))
	}
	return out, cobra.ShellCompDirectiveFilterFileExt
}

// twinsOf are those that the configuration names for a policy.
func twinsOf(conf *config.Config, p config.Policy, known []target, of map[string]int) []twin {
	var out []twin
	for _, page := range p.Twins {
		out = append(out, asTwin(inputIn(conf, page), known, of))
	}
	return out
}

// asTwin is the policy of which something is the main page: that of the configuration, where it names one.
func asTwin(in input, known []target, of map[string]int) twin {
	if i, ok := of[pageKey(in)]; ok {
		return twin{pages: known[i].pages, language: known[i].language}
	}
	return twin{pages: []input{in}}
}

// addTwins gives the one policy that is checked the twins that flags name.
func (c *command) addTwins(ctx context.Context, conf *config.Config, targets []target, named []string) error {
	if len(named) == 0 {
		return nil
	}
	if len(targets) != 1 {
		return fmt.Errorf(c.say("--twin은 처리방침 하나를 검사할 때만 쓸 수 있습니다(지정한 처리방침: %d개)", "--twin is for checking one policy, and %d are named"), len(targets))
	}
	t := &targets[0]
	known, of := allConfigured(conf)
	for _, name := range named {
		list := inputsOf(ctx, name)
		if name == "" || len(list) != 1 || !list[0].named && list[0].failure == nil {
			return fmt.Errorf(c.say("--twin에는 파일이나 주소를 하나씩 지정해야 합니다: %s", "--twin takes one file or address: %s"), quoted(name))
		}
		if slices.ContainsFunc(t.pages, func(page input) bool { return pageKey(page) == pageKey(list[0]) }) {
			return fmt.Errorf(c.say("--twin에 검사할 처리방침 자신을 지정했습니다: %s", "--twin names the policy itself: %s"), name)
		}
		if !slices.ContainsFunc(t.twins, func(one twin) bool { return pageKey(one.pages[0]) == pageKey(list[0]) }) { // the configuration may name it, too
			t.twins = append(t.twins, asTwin(list[0], known, of))
		}
	}
	return nil
}

func quoted(name string) string {
	if name == "" {
		return `""`
	}
	return name
}

// readTwins reads the twins of a policy. One that cannot be read is a failure, and the policy is judged without it.
func (c *command) readTwins(ctx context.Context, t target, by judge) (twins []*policy.Policy, unread []report.Failure) {
	for _, one := range t.twins {
		p := &policy.Policy{Language: one.language}
		for _, in := range one.pages {
			r, failure := c.pageOf(ctx, in, by.web, len(one.pages) == 1)
			if failure != nil {
				unread = append(unread, *failure)
				p = nil
				break
			}
			p.Pages = append(p.Pages, r.docs()...)
		}
		if p != nil {
			twins = append(twins, p)
		}
	}
	return twins, unread
}

// pair gives a pass those of the twins of its policy.
func pair(pass *analyzer.Pass, twins []*policy.Policy) {
	for _, p := range twins {
		twin := analyzer.NewPass(p, pass.Today)
		twin.Controller = pass.Controller
		twin.Day, twin.Until = pass.Day, pass.Until
		pass.Twins = append(pass.Twins, twin)
	}
}

// twins are those of a policy as they were. One that git does not hold is taken as it is.
func (p *past) twins(ctx context.Context, now []twin) ([]twin, error) {
	var out []twin
	for _, t := range now {
		before := twin{language: t.language}
		for _, page := range t.pages {
			in, ok, err := page, true, error(nil)
			if page.source == fromFile {
				in, ok, err = p.page(ctx, page)
			}
			if err != nil {
				return nil, err
			}
			if ok {
				before.pages = append(before.pages, in)
			}
		}
		if len(before.pages) > 0 {
			out = append(out, before)
		}
	}
	return out, nil
}
