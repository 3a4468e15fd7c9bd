package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/vendors"
)

func (c *command) vendorsShowCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:                   "show " + c.say("[옵션] 이름|ID", "[FLAGS] NAME|ID"),
		Short:                 c.say("업체 하나에 대해 아는 것을 보여 줍니다", "Show what is known of a vendor"),
		Long:                  c.say(vendorsShowKo, vendorsShowEn),
		Example:               "  pipalint vendors show google-analytics\n  pipalint vendors show " + c.say("구글 애널리틱스", "Google Analytics"),
		DisableFlagsInUseLine: true,
		Args:                  c.phrase(both("업체의 이름이나 ID", "the name or the ID of a vendor")),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var ids []string
			for _, v := range vendors.All() {
				ids = append(ids, v.ID)
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
	}
	format := c.textOrJSON(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		name := strings.Join(args, " ")
		list := vendorsCalled(name)
		switch {
		case len(list) == 0:
			return c.noVendor(name)
		case len(list) > 1:
			return c.listVendors(byID(list), *format)
		case *format == "json":
			return c.writeJSON(c.jsonVendor(list[0]))
		}
		w := bufio.NewWriter(c.Stdout)
		c.showVendor(w, list[0])
		return c.written(w.Flush())
	}
	return cmd
}

const vendorsShowKo = `업체의 이름과 국내 법인, 분류, 국가, 통상의 지위, 알아보는 단서(호스트, 전역 변수, 태그 ID, 패키지),
상호 변경, 신뢰도를 출력합니다. 여러 업체가 해당하면 그 목록을 출력합니다.`

const vendorsShowEn = `Print the names of a vendor and of its Korean companies, its categories, its country, its usual role in a
policy, how it is recognised (hosts, globals, tag IDs, packages), its former names, and how far all that
may be trusted. Where a name may mean several vendors, they are listed.`

// vendorsCalled are the vendors of an ID or a name, or else those in one of whose names it stands.
func vendorsCalled(name string) []*vendors.Vendor {
	if v, ok := vendors.ByID(strings.ToLower(name)); ok {
		return []*vendors.Vendor{v}
	}
	if v, ok := vendors.ByName(name); ok {
		return []*vendors.Vendor{v}
	}
	part := strings.ToLower(strings.ReplaceAll(name, " ", ""))
	var out []*vendors.Vendor
	for _, v := range vendors.All() {
		if slices.ContainsFunc(append(v.Names(), v.ID), func(n string) bool {
			return strings.Contains(strings.ToLower(strings.ReplaceAll(n, " ", "")), part)
		}) {
			out = append(out, v)
		}
	}
	if len(out) == 0 {
		return vendors.Named(name)
	}
	return out
}

// showVendor writes all that is known of a vendor.
func (c *command) showVendor(w io.Writer, v *vendors.Vendor) {
	fmt.Fprintf(w, "%s\n\n", c.title(v))
	line := func(ko, en string, items ...string) { c.labelled(w, "", c.say(ko, en), items) }
	line("이름", "Names", namesBeside(v, v.In(c.lang))...)
	line("문맥이 필요한 이름", "Names that need context", v.RiskyAliases...)
	line("국내 법인", "Korean companies", v.KoreanEntities...)
	line("분류", "Categories", c.categories(v)...)
	line("국가", "Country", c.whereOf(v))
	if v.Company != "" {
		owner, _ := vendors.ByID(v.Company)
		line("운영 회사", "Product of", c.title(owner))
	}
	line("통상의 지위", "Usual role", c.role(v.Role))
	if g, ok := gatherings[v.Gathers()]; ok {
		line("정보 수집", "Gathering", c.text(g))
	}
	line("호스트", "Hosts", c.marked(v.Hosts, v.WeakHosts)...)
	line("전역 변수", "Globals", c.marked(v.Globals, v.WeakGlobals)...)
	var tags []string
	for _, id := range v.TagIDs {
		tags = append(tags, id+"…")
	}
	line("태그 ID", "Tag IDs", tags...)
	c.showPackages(w, v)
	for _, r := range renamesOf(v) {
		line("상호 변경", "Renamed", c.rename(r))
	}
	line("신뢰도", "Confidence", fmt.Sprintf("%s (%s)", v.Confidence, c.text(confidences[v.Confidence])))
}

// namesBeside are the names of a vendor other than one, each once.
func namesBeside(v *vendors.Vendor, title string) []string {
	var out []string
	for _, name := range v.Names() {
		if name != title && !slices.Contains(out, name) && !slices.Contains(v.KoreanEntities, name) {
			out = append(out, name)
		}
	}
	return out
}

// whereOf is where a vendor is.
func (c *command) whereOf(v *vendors.Vendor) string {
	where := c.country(v.Country)
	if v.ParentCountry != "" && v.ParentCountry != v.Country {
		where += fmt.Sprintf(c.say(" (모회사 %s)", " (parent in %s)"), c.country(v.ParentCountry))
	}
	if v.KoreanRegion {
		where += c.say(", 국내 리전 있음", ", with a region in Korea")
	}
	return where
}

func (c *command) showPackages(w io.Writer, v *vendors.Vendor) {
	if len(v.Packages) == 0 && len(v.InnocentPackages) == 0 {
		return
	}
	fmt.Fprintf(w, "%s:\n", c.say("패키지", "Packages"))
	for _, e := range vendors.Ecosystems {
		var items []string
		for _, name := range v.Packages[e] {
			switch {
			case slices.Contains(v.UnverifiedPackages, name):
				name += c.say("(미확인)", " (unverified)")
			case v.SelfHostable || slices.Contains(v.WeakPackages, name):
				name += c.weak()
			}
			items = append(items, name)
		}
		c.labelled(w, "  ", string(e), items)
	}
	c.labelled(w, "  ", c.say("정보를 보내지 않음", "send nothing"), v.InnocentPackages)
}

// marked are traces of which some are weak.
func (c *command) marked(sure, weak []string) []string {
	out := slices.Clone(sure)
	for _, key := range weak {
		out = append(out, key+c.weak())
	}
	return out
}

func (c *command) weak() string { return c.say("(약한 단서)", " (weak)") }

func (c *command) rename(r vendors.Rename) string {
	text := strings.Join(r.Old, ", ")
	if r.New != "" {
		text += " → " + r.New
	}
	if r.Year != 0 {
		text += fmt.Sprintf(c.say(" (%d년)", " (%d)"), r.Year)
	}
	if r.Confidence != vendors.Sure {
		text += c.say(", 확인되지 않음", ", not confirmed")
	}
	return text
}

// labelled writes a label and what stands under it, in lines as wide as the output; nothing where there is none.
func (c *command) labelled(w io.Writer, indent, label string, items []string) {
	if len(items) == 0 {
		return
	}
	text, hang := indent+label+": ", indent+"  "
	at := runewidth.StringWidth(text)
	for i, item := range items {
		if i < len(items)-1 {
			item += ","
		}
		if n := runewidth.StringWidth(item); i > 0 && at+1+n > c.columns() {
			text += "\n" + hang
			at = len(hang)
		} else if i > 0 {
			text += " "
			at++
		}
		text += item
		at += runewidth.StringWidth(item)
	}
	fmt.Fprintln(w, text)
}

// role is what a vendor usually is in a policy.
func (c *command) role(r vendors.Role) string { return c.text(roles[r]) }

var roles = map[vendors.Role]analyzer.Text{
	vendors.Processor:         both("수탁자", "processor"),
	vendors.OverseasProcessor: both("국외 수탁자", "overseas processor"),
	vendors.ThirdParty:        both("제3자", "third party"),
	vendors.Pixel:             both("자체 태그로 행태정보를 수집하는 자", "gathers behavioural data through its own tag"),
}

var gatherings = map[vendors.Gathering]analyzer.Text{
	vendors.Always: both("웹페이지나 앱에 넣으면 이용자의 정보가 업체로 전송됩니다", "on a page or in an app, its software sends it users' data"),
	vendors.May:    both("쓰는 방법에 따라 이용자의 정보가 업체로 전송될 수 있습니다", "its software may send it users' data, depending on how it is used"),
}

// confidences are what a confidence means for findings.
var confidences = map[vendors.Confidence]analyzer.Text{
	vendors.Checked: both("출처에서 한 가지 이상 확인한 업체로, 지적의 근거로 씁니다", "at least one field was found in a source; findings may rest on it"),
	vendors.Partly:  both("출처에서 확인했으나 일부 항목은 확실하지 않습니다. 지적의 근거로 씁니다", "found in a source, with other fields uncertain; findings may rest on it"),
	vendors.Memory:  both("널리 알려져 있으나 출처로 확인하지 않은 업체로, 지적의 근거로 씁니다", "well known, but looked up in no source; findings may rest on it"),
	vendors.Low:     both("정체나 표기가 확실하지 않아 질문(참고)에만 씁니다", "identity or spelling is uncertain; only questions (info) may rest on it"),
}
