package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/vendors"
)

func (c *command) vendorsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:                   "vendors " + c.say("명령", "COMMAND"),
		Short:                 c.say("알려진 수탁자와 외부 업체를 찾아봅니다", "Look up the vendors that are known"),
		Long:                  c.say(vendorsKo, vendorsEn),
		DisableFlagsInUseLine: true,
		Args:                  c.knownCommand,
		RunE:                  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(c.vendorsListCommand(), c.vendorsShowCommand(), c.vendorsMatchCommand())
	return cmd
}

const vendorsKo = `pipalint가 알고 있는 업체(수탁자, 국외 수탁자, 제3자, 행태정보 수집 도구)와, 글·웹페이지·
소스 코드에서 그 업체를 알아보는 단서를 보여 줍니다. 이 목록에 없는 업체가 처리방침에 적혀 있어도
문제가 되지 않습니다.`

const vendorsEn = `Show the companies that pipalint knows (processors, recipients abroad, third parties, tools that
gather behavioural data) and how it recognises them in texts, pages and source trees. A policy may
well name companies that are not in the list.`

// textOrJSON defines the flag for the format of the output.
func (c *command) textOrJSON(cmd *cobra.Command) *string {
	format := new("text")
	enum(cmd.Flags(), format, "format", []string{"text", "json"}, c.say("출력 형식(기본값 text)", "format of the output (default text)"))
	return format
}

// writeJSON writes a value for programs.
func (c *command) writeJSON(v any) error {
	enc := json.NewEncoder(c.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return c.written(enc.Encode(v))
}

// phrase refuses a call without words, and joins those of one: names are often several.
func (c *command) phrase(what analyzer.Text) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if strings.TrimSpace(strings.Join(args, "")) == "" {
			return fmt.Errorf(c.say("%s: 인자가 필요합니다: %s", "%s needs %s"), cmd.CommandPath(), c.text(what))
		}
		return nil
	}
}

// byID are vendors in the order of their IDs.
func byID(list []*vendors.Vendor) []*vendors.Vendor {
	return slices.SortedFunc(slices.Values(list), func(a, b *vendors.Vendor) int { return strings.Compare(a.ID, b.ID) })
}

// title is a vendor as it is told of in a line: its name and its ID.
func (c *command) title(v *vendors.Vendor) string { return fmt.Sprintf("%s (%s)", v.In(c.lang), v.ID) }

// country is the name of a country.
func (c *command) country(code string) string {
	name := vendors.CountryName(code)
	return c.say(name.Ko, name.En)
}

// categories are the names of what a vendor does.
func (c *command) categories(v *vendors.Vendor) []string {
	var out []string
	for _, id := range v.Categories {
		name := vendors.CategoryByID(id).Name()
		out = append(out, c.say(name.Ko, name.En))
	}
	return out
}

// errNothing ends a look-up that found nothing: all that is to be said was said.
var errNothing = exitError{code: exitFindings}

// noVendor says that a name is no vendor's, and which was perhaps meant.
func (c *command) noVendor(name string) error {
	var known []string
	for _, v := range vendors.All() {
		known = append(known, v.ID, v.Ko, v.En)
	}
	message := fmt.Sprintf(c.say("알 수 없는 업체: %q", "unknown vendor %q"), name)
	if near, ok := nearest(name, known); ok {
		message += c.didYouMean(near)
	}
	return errors.New(message)
}
