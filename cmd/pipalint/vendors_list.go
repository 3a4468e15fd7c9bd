package main

import (
	"bufio"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"

	"github.com/pipalint/pipalint/vendors"
)

func (c *command) vendorsListCommand() *cobra.Command {
	var category, country string
	var foreign bool
	cmd := &cobra.Command{
		Use:                   "list " + c.say("[옵션]", "[FLAGS]"),
		Short:                 c.say("업체를 나열합니다", "List the vendors"),
		Long:                  c.say("업체의 ID, 이름, 국가, 분류를 ID 순으로 출력합니다.", "Print the ID, name, country and categories of each vendor, in the order of IDs."),
		Example:               "  pipalint vendors list --category analytics --foreign",
		DisableFlagsInUseLine: true,
		Args:                  c.exactly(),
		ValidArgsFunction:     cobra.NoFileCompletions,
	}
	format := c.textOrJSON(cmd)
	cmd.Flags().StringVar(&category, "category", "", c.say("이 분류(`CATEGORY`)의 업체만 나열합니다(예: payment)", "only the vendors of `CATEGORY`, such as payment"))
	cmd.Flags().StringVar(&country, "country", "", c.say("이 국가(`COUNTRY`)의 업체만 나열합니다(예: US)", "only the vendors of `COUNTRY`, such as US"))
	cmd.Flags().BoolVar(&foreign, "foreign", false, c.say("국외 업체만 나열합니다", "only the vendors abroad"))
	completeLate(cmd, "category", vendorCategories)
	completeLate(cmd, "country", vendorCountries)
	cmd.RunE = func(*cobra.Command, []string) error {
		country = strings.ToUpper(country)
		if category != "" && !slices.Contains(vendorCategories(), category) {
			return c.unknownWord(both("분류", "category"), category, vendorCategories())
		}
		if country != "" && !slices.Contains(vendorCountries(), country) {
			return c.unknownWord(both("국가", "country"), country, vendorCountries())
		}
		var list []*vendors.Vendor
		for _, v := range byID(vendors.All()) {
			if (category == "" || slices.Contains(v.Categories, category)) && (country == "" || v.Country == country) && (!foreign || v.Foreign) {
				list = append(list, v)
			}
		}
		return c.listVendors(list, *format)
	}
	return cmd
}

// listVendors writes a line for each vendor.
func (c *command) listVendors(list []*vendors.Vendor, format string) error {
	if format == "json" {
		out := struct {
			Vendors []jsonVendor `json:"vendors"`
		}{Vendors: []jsonVendor{}}
		for _, v := range list {
			out.Vendors = append(out.Vendors, c.jsonVendor(v))
		}
		return c.writeJSON(out)
	}
	rows := make([][]string, len(list))
	for i, v := range list {
		rows[i] = []string{v.ID, v.In(c.lang), v.Country, strings.Join(c.categories(v), ", ")}
	}
	w := bufio.NewWriter(c.Stdout)
	for _, line := range aligned(rows) {
		_, _ = w.WriteString(line + "\n") // Flush tells of an error
	}
	return c.written(w.Flush())
}

// aligned sets rows below each other; Hangul takes two columns of the terminal.
func aligned(rows [][]string) []string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], runewidth.StringWidth(cell))
		}
	}
	out := make([]string, len(rows))
	for n, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-runewidth.StringWidth(cell)+2))
			}
		}
		out[n] = b.String()
	}
	return out
}

// vendorCategories are the IDs of what vendors do, vendorCountries the codes of where they are.
func vendorCategories() []string {
	return distinct(func(v *vendors.Vendor) []string { return v.Categories })
}

func vendorCountries() []string {
	return distinct(func(v *vendors.Vendor) []string { return []string{v.Country} })
}

// distinct are the values that vendors have, each once, in their order.
func distinct(of func(*vendors.Vendor) []string) []string {
	var out []string
	for _, v := range vendors.All() {
		out = append(out, of(v)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// completeLate completes a flag by words that are put together only when asked for.
func completeLate(cmd *cobra.Command, flag string, words func() []string) {
	// An error would say that the flag is not there, or completed already.
	_ = cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words(), cobra.ShellCompDirectiveNoFileComp
	})
}
