package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/inspect"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/crawl/visit"
)

// An inspection is what one policy says, or why it could not be read.
type inspection struct {
	report   *inspect.Report // nil where it could not be read
	failures []report.Failure
	visited  []*visit.Page // its pages of the web
	told     []string      // lines about pages that were left out
}

func (c *command) inspectCommand() *cobra.Command {
	format, today, outline := "text", "", false
	web, whole := defaultWeb(), pageOptions{}
	cmd := &cobra.Command{
		Use:                   "inspect " + c.say("[옵션] 파일|주소|패턴|디렉터리|-…", "[FLAGS] FILE|URL|GLOB|DIR|-…"),
		Short:                 c.say("처리방침을 어떻게 읽었는지 보여 줍니다", "Show what policies say"),
		Long:                  c.say(inspectKo, inspectEn),
		Example:               "  pipalint inspect privacy.html\n  pipalint inspect --format html privacy.html > privacy-read.html",
		DisableFlagsInUseLine: true,
		Args:                  c.someInput,
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := c.day(today)
			if err != nil {
				return err
			}
			o := inspect.Options{Lang: c.lang, Width: c.columns(), Outline: outline}
			return c.inspect(cmd.Context(), format, o, web, whole, day, args)
		},
	}
	enum(cmd.Flags(), &format, "format", []string{"text", "json", "html"}, c.say("출력 형식(기본값 text)", "format of the output (default text)"))
	cmd.Flags().BoolVar(&outline, "outline", false, c.say("text 형식에서 제목과 표의 목록도 출력합니다", "with text, show the headings and tables, too"))
	c.pageFlags(cmd.Flags(), &whole)
	c.webFlags(cmd.Flags(), &web)
	c.todayFlag(cmd.Flags(), &today)
	return cmd
}

// inspect reads what the arguments name and shows what it says. Nothing is judged.
func (c *command) inspect(ctx context.Context, format string, o inspect.Options, web webOptions, whole pageOptions, day date.Date, args []string) error {
	if err := c.roomFor(web.save); err != nil {
		return err
	}
	w := c.openWeb(web, day)
	defer w.close()
	policies := whole.inputs(ctx, args)
	bar := c.startProgress(len(policies), false)
	inspections := each(policies, bar.step, func(pages []input) inspection { return c.inspectPolicy(ctx, pages, w, whole, day) })
	bar.stop()

	reports := []inspect.Report{}
	var failures []report.Failure
	for _, one := range inspections {
		failures = append(failures, one.failures...)
		if one.report == nil {
			continue
		}
		for _, page := range one.visited {
			c.tellPage(page)
		}
		c.tellAll(one.told)
		reports = append(reports, *one.report)
	}
	if err := report.WriteFailures(c.Stderr, failures, c.lang); err != nil {
		return c.written(err)
	}
	if err := c.save(w, nil); err != nil {
		return err
	}
	out := bufio.NewWriter(c.Stdout)
	if err := c.written(cmp.Or(writeReports(out, reports, format, o), out.Flush())); err != nil {
		return err
	}
	if len(failures) > 0 {
		return exitError{code: exitUnread}
	}
	return nil
}

// inputs are what the arguments name, policy by policy.
func (o pageOptions) inputs(ctx context.Context, args []string) [][]input {
	all := expand(ctx, args)
	if o.asOne {
		return [][]input{all}
	}
	var out [][]input
	for _, in := range all {
		out = append(out, []input{in})
	}
	return out
}

// inspectPolicy reads the pages of a policy, and tells what it says where all of them could be read.
func (c *command) inspectPolicy(ctx context.Context, pages []input, w *web, whole pageOptions, day date.Date) (out inspection) {
	var docs []*policy.Document
	for _, in := range pages {
		r, failure := c.pageOf(ctx, in, w, len(pages) == 1)
		if failure != nil {
			out.failures = append(out.failures, *failure)
			continue
		}
		docs, out.visited = append(docs, r.docs()...), append(out.visited, r.page)
	}
	if len(out.failures) > 0 {
		return out
	}
	if err := c.inspectPages(ctx, docs, w, whole, day, &out); err != nil {
		return inspection{failures: []report.Failure{failureOf(pages[0], err)}}
	}
	return out
}

func (c *command) inspectPages(ctx context.Context, docs []*policy.Document, w *web, whole pageOptions, day date.Date, out *inspection) (err error) {
	defer recovered(&err)
	if whole.asOne {
		docs = mainFirst(docs, day)
	}
	p := &policy.Policy{Pages: docs}
	if whole.follow {
		more := c.follow(ctx, docs, w, day)
		p.Pages, p.Followed = slices.Concat(docs, more.docs), more.links
		out.failures, out.told = more.failures, more.told
		out.visited = append(out.visited, more.visited...)
	}
	r := inspect.Policy(analyzer.NewPass(p, day))
	out.report = &r
	return nil
}

func writeReports(w io.Writer, reports []inspect.Report, format string, o inspect.Options) error {
	switch format {
	case "text":
		return inspect.Text(w, reports, o)
	case "html":
		return inspect.HTML(w, reports, o)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Documents []inspect.Report `json:"documents"`
	}{reports})
}

// The columns of text that no terminal asks for, and those beyond which lines are hard to follow.
const (
	usualColumns = 100
	mostColumns  = 140
)

// columns are how wide text is laid out: as COLUMNS says, else as the terminal is.
func (c *command) columns() int {
	if n, err := strconv.Atoi(c.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if n := c.width(); n > 0 {
		return min(n, mostColumns)
	}
	return usualColumns
}

const inspectKo = `처리방침을 어떻게 읽었는지 보여 줍니다. 누구에게 무엇이 가고 무엇을 얼마나 보관하는지, 문서의 종류와 시행일,
항목별 기재 여부와 위치 등이며, 적법 여부는 따지지 않습니다. 입력은 check와 같은 방법으로 지정합니다.

--format html은 브라우저로 보고 인쇄할 수 있는 한 장의 문서로, 누구에게 무엇이 가는지를 그림으로도 보여 줍니다.
--format json은 읽은 것을 모두 담아 프로그램에 넘깁니다. text의 너비는 터미널이나 환경 변수 COLUMNS를 따릅니다.

종료 코드: 0 모두 읽음, 2 사용법 오류, 3 읽지 못한 입력이 있음`

const inspectEn = `Show what policies say as it was understood: who gets what, what is kept how long, the kind and
language of the document, its dates, which clauses it has and where. Nothing is judged. Inputs are
named as for check.

--format html is one page for a browser or for print, with a picture of who gets what. --format json
gives all that was read to programs. Text is as wide as the terminal or the variable COLUMNS says.

Exit codes: 0 all read, 2 wrong usage, 3 something could not be read`
