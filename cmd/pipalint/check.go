package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/crawl/fetch"
)

// never is the --fail-on under which no finding fails.
const never = "never"

// checkOptions are the flags of check.
type checkOptions struct {
	format     string
	failOn     string
	only, skip []string
	color      string
	quiet      bool
	config     string
	noConfig   bool
	asOf       string
	upcoming   bool
	today      string
	reports    reportFiles // files beside the standard output
	ignored    bool        // ignored findings are shown, too

	twins        []string // the same policy in other languages
	site, source []string // addresses of sites or folders with saved pages, and source trees: evidence beside the policies
	sitePages    int      // that are read of a site on the web, besides the one named

	pageOptions

	web   webOptions
	debt  debtOptions
	given func(flag string) bool // whether a flag was given: it goes before the configuration
}

// defaultOptions are those of check without flags.
func defaultOptions() checkOptions {
	return checkOptions{format: report.Formats[0].Name, failOn: analyzer.Warning.String(), color: "auto", asOf: ofToday, sitePages: usualSitePages, web: defaultWeb()}
}

func (c *command) checkCommand() *cobra.Command {
	o := defaultOptions()
	cmd := &cobra.Command{
		Use:                   "check " + c.say("[옵션] [파일|주소|패턴|디렉터리|-]…", "[FLAGS] [FILE|URL|GLOB|DIR|-]…"),
		Short:                 c.say("처리방침을 검사합니다", "Check policies"),
		Long:                  c.say(checkKo, checkEn),
		Example:               checkExamples,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.only, o.skip = names(o.only), names(o.skip)
			o.given = cmd.Flags().Changed
			return c.check(cmd.Context(), o, args)
		},
	}
	c.checkFlags(cmd.Flags(), &o)
	return cmd
}

func (c *command) checkFlags(flags *pflag.FlagSet, o *checkOptions) {
	enum(flags, &o.format, "format", formatNames(),
		c.say("출력 형식(`FORMAT`): ", "`FORMAT` of the output: ")+strings.Join(formatNames(), ", ")+c.say("(기본값 text)", " (default text)"))
	c.reportFlag(flags, &o.reports)
	enum(flags, &o.failOn, "fail-on", []string{"error", "warning", "info", never},
		c.say("이 심각도 이상의 지적이 있으면 종료 코드 1(기본값 warning)", "exit with 1 for findings of this severity or above (default warning)"))
	enum(flags, &o.color, "color", []string{"auto", "always", never},
		c.say("색 사용(기본값 auto: 터미널일 때)", "colour (default auto: in a terminal)"))
	flags.StringSliceVar(&o.only, "only", nil, c.say("쉼표로 나열한 규칙(`RULE,...`)만 검사합니다", "check these rules only: `RULE,...`"))
	flags.StringSliceVar(&o.skip, "skip", nil, c.say("쉼표로 나열한 규칙(`RULE,...`)을 빼고 검사합니다", "leave out these rules: `RULE,...`"))
	flags.BoolVarP(&o.quiet, "quiet", "q", false, c.say("지적 사항만 출력합니다(요약과 진행 상황 생략)", "print findings only, no summary and no progress"))
	flags.StringVar(&o.asOf, "as-of", o.asOf, c.say("이 날짜(`DATE`)에 시행 중인 법령으로 검사합니다. YYYY-MM-DD, today(오늘), effective(처리방침마다 그 시행일). 기본값 today",
		"judge by the law in force on `DATE`: YYYY-MM-DD, today, or effective for each policy's own date of effect (default today)"))
	flags.Lookup("as-of").DefValue = "" // the text above says it, in both languages
	flags.BoolVar(&o.upcoming, "upcoming", false, c.say("1년 안에 시행될 사항도 참고로 알립니다", "report, as an info, what comes into force within a year"))
	c.twinFlag(flags, &o.twins)
	flags.StringArrayVar(&o.source, "source", nil, c.say("소스 코드 디렉터리(`DIR`)의 의존성을 보고, 처리방침에 없는 업체를 찾습니다(여러 번 지정 가능)",
		"look for undisclosed companies in the dependencies of the source tree in `DIR`, too (may be repeated)"))
	flags.StringArrayVar(&o.site, "site", nil, c.say("웹사이트(`URL|DIR`: 주소나 저장해 둔 디렉터리)가 불러오는 스크립트와 태그를 보고, 처리방침에 없는 업체를 찾습니다(여러 번 지정 가능)",
		"look for undisclosed companies in what a site loads, at its address or as saved: `URL|DIR` (may be repeated)"))
	flags.IntVar(&o.sitePages, "site-pages", o.sitePages, c.say("--site에 지정한 주소에서 링크를 따라 더 읽을 페이지의 최대 수(`N`). 기본값 10", "read at most `N` further pages of a site given by address (default 10)"))
	flags.Lookup("site-pages").DefValue = "0" // the text says it
	flags.BoolVar(&o.ignored, "show-ignored", false, c.say("제외한 지적도 제외 사유와 함께 출력합니다(개수와 종료 코드에는 넣지 않음)",
		"also show ignored findings, with the reason (they count neither in the summary nor for the exit code)"))
	c.pageFlags(flags, &o.pageOptions)
	c.webFlags(flags, &o.web)
	c.debtFlags(flags, &o.debt)
	flags.StringVar(&o.config, "config", "", c.say("설정 파일(`FILE`). 기본값은 현재 디렉터리부터 저장소 루트까지 올라가며 처음 찾은 pipalint.toml",
		"read the configuration from `FILE`; by default the nearest pipalint.toml in the working directory or above it, up to the root of the repository"))
	flags.BoolVar(&o.noConfig, "no-config", false, c.say("설정 파일을 읽지 않습니다", "read no configuration"))
	c.todayFlag(flags, &o.today)
}

// check reads and judges what the arguments name, and reports.
func (c *command) check(ctx context.Context, o checkOptions, args []string) error {
	conf, err := c.chosenConfiguration(o)
	if err != nil {
		return err
	}
	c.settle(&o, conf)
	by, err := c.judgeBy(conf, &o)
	if err != nil {
		return err
	}
	if err := c.someTarget(conf, args); err != nil {
		return err
	}
	if err := c.somePages(o.pageOptions, args); err != nil {
		return err
	}
	if err := c.roomFor(o.web.save); err != nil {
		return err
	}
	by.web = c.openWeb(o.web, by.day.today)
	defer by.web.close()
	owed, err := c.openDebt(conf, o.debt)
	if err != nil {
		return err
	}
	targets := o.targets(ctx, conf, args)
	if err := c.addTwins(ctx, conf, targets, o.twins); err != nil {
		return err
	}
	if err := c.reportsApart(o.reports, conf, owed.path, targets); err != nil {
		return err
	}
	by.sites = c.readSites(ctx, targets, by.web, o)
	if owed.before, err = c.knownSince(ctx, o.debt.since.value, targets, by); err != nil {
		return err
	}
	bar := c.startProgress(len(targets), o.quiet)
	run, judgements := c.judgeAll(ctx, targets, by, bar.step)
	bar.stop()
	run.Version = version()
	run.Rules = c.reportRules(by.check.Rules)
	if !o.quiet {
		for _, j := range judgements {
			for _, page := range j.visited {
				c.tellPage(page)
			}
			c.tellAll(j.told)
		}
		c.tellNotJudged(run, by)
	}
	if err := report.WriteFailures(c.Stderr, run.Failures, c.lang); err != nil {
		return c.written(err)
	}
	if err := c.save(by.web, run); err != nil {
		return err
	}
	leaveIgnored(run, o.ignored)
	owing, err := c.reckon(owed, run, c.scope(conf, run, targets, by, len(args) == 0), o.quiet)
	if err != nil {
		return err
	}
	run.ExitCode = max(exitCode(run, o.failOn), owing)
	if err := c.report(run, o); err != nil { // after the failures, so that the summary is the last line
		return err
	}
	if run.ExitCode != exitOK {
		return exitError{code: run.ExitCode}
	}
	return nil
}

// targets are the policies to judge, with the evidence that flags and the configuration name for all of them.
func (o checkOptions) targets(ctx context.Context, conf *config.Config, args []string) []target {
	out := o.pageOptions.targets(ctx, conf, args)
	for i := range out {
		t := &out[i]
		t.site = slices.Concat(o.site, from(conf, conf.Site), t.site)
		t.source = slices.Concat(o.source, from(conf, conf.Source), t.source)
	}
	return out
}

// judgeAll reads and judges policies, and gives their findings the fingerprints by which they are known.
func (c *command) judgeAll(ctx context.Context, targets []target, by judge, step func()) (*report.Run, []judgement) {
	var unread []report.Failure
	by.seen, unread = gather(targets, by.sites)
	judgements := each(targets, step, func(t target) judgement { return c.judge(ctx, t, by) })
	run := runOf(judgements)
	run.Failures = append(run.Failures, unread...)
	run.Findings = append(run.Findings, judgeIgnores(by.conf, by.check, targets, judgements, len(run.Failures) > 0)...)
	baseline.Identify(run.Findings)
	return run, judgements
}

// chosenConfiguration is the one that the flags choose.
func (c *command) chosenConfiguration(o checkOptions) (*config.Config, error) {
	switch {
	case o.noConfig && o.given("config"):
		return nil, errors.New(c.say("--config와 --no-config는 함께 쓸 수 없습니다", "--config and --no-config cannot be used together"))
	case o.noConfig:
		return &config.Config{}, nil
	case o.given("config") && o.config == "":
		return nil, errors.New(c.say("--config에는 파일을 지정해야 합니다", "--config needs a file"))
	}
	return c.configuration(o.config)
}

// judgeBy puts the configuration and the flags together: what flags say goes first.
func (c *command) judgeBy(conf *config.Config, o *checkOptions) (judge, error) {
	rules, err := c.selection(o.only, o.skip)
	if err != nil {
		return judge{}, err
	}
	day, err := c.lawDay(*o)
	if err != nil {
		return judge{}, err
	}
	if err := c.evidenceNamed(o); err != nil {
		return judge{}, err
	}
	check := &analyzer.Check{All: c.Rules, Day: day.today}
	check.Rules, check.Settings = settings(rules, conf, func(rule string) bool { return slices.Contains(o.only, rule) })
	if len(check.Rules) == 0 {
		return judge{}, c.noRule(conf)
	}
	return judge{check: check, conf: conf, day: day, controller: conf.Controller, keep: o.showsPages()}, nil
}

// noRule says why no rule is left of a selection.
func (c *command) noRule(conf *config.Config) error {
	if slices.ContainsFunc(c.Rules, func(r *analyzer.Rule) bool { return !conf.Rules[r.Name].Off }) {
		return errors.New(c.say("--skip으로 빼고 남은 규칙을 설정 파일에서 모두 껐습니다", "the configuration turns off every rule that --skip leaves"))
	}
	return errors.New(c.say("설정 파일에서 모든 규칙을 껐습니다", "the configuration turns every rule off"))
}

// reportRules are rules as reports tell of them.
func (c *command) reportRules(rules []*analyzer.Rule) []report.Rule {
	out := make([]report.Rule, len(rules))
	for i, r := range rules {
		out[i] = report.Rule{Name: r.Name, Doc: r.Doc, Severity: r.Severity, Manual: func() analyzer.Text {
			if text, ok := c.Manual(r.Name); ok {
				return text
			}
			return r.Doc
		}}
	}
	return out
}

// tellNotJudged says which pages were not judged as policies, where the rule that reports it is off.
func (c *command) tellNotJudged(run *report.Run, by judge) {
	if slices.ContainsFunc(by.check.Rules, func(r *analyzer.Rule) bool { return r.Name == otherDocument }) {
		return
	}
	for _, d := range run.Documents {
		if d.Status == report.NotPolicy && d.State != string(fetch.NotPolicy) { // else it is an error
			c.tell(fmt.Sprintf(c.say("%s: 처리방침이 아니어서 조항을 검사하지 않았습니다(%s 규칙을 쓰지 않음)",
				"%s: it is no privacy policy, and its clauses were not judged (%s is off)"), d.File, otherDocument))
		}
	}
}

func exitCode(run *report.Run, failOn string) int {
	if len(run.Failures) > 0 {
		return exitUnread
	}
	least, ok := analyzer.ParseSeverity(failOn)
	for _, f := range run.Findings {
		if ok && f.Severity >= least && f.Ignored == nil && f.Baseline != report.Unchanged { // not ok is never
			return exitFindings
		}
	}
	return exitOK
}

const checkKo = `처리방침을 읽고 빠진 사항, 서로 맞지 않는 내용, 바뀌었거나 잘못 적은 법령, 채우지 않은 서식, 깨진 글자를
근거 조항과 함께 알려 줍니다. 파일 등을 지정하지 않으면 pipalint.toml의 [[policy]]를 모두 검사합니다. [[policy]]에 속한
페이지를 지정하면 그 처리방침 전체를, 그 밖의 입력은 하나하나를 별개의 처리방침으로 보아 검사합니다.

검사는 한국 시각으로 오늘 시행 중인 법령에 따릅니다. --as-of로 다른 날짜를 정할 수 있고, --as-of effective는
처리방침마다 자신의 시행일(적혀 있지 않으면 오늘)에 시행 중인 법령에 따릅니다. --upcoming은 그날부터 1년 안에
시행될 사항을 참고로 더 알립니다.

디렉터리는 그 아래의 .html .htm .xhtml .md .markdown .txt .php .jsp .asp .aspx 파일을 뜻하며, 숨은
디렉터리와 node_modules, git이 무시하는 파일은 뺍니다. 직접 지정한 파일은 이름과 관계없이 읽습니다.
"-"는 표준 입력입니다.

주소는 방문자가 보는 대로 읽습니다. 이동된 주소를 따라가고 같은 사이트의 프레임도 읽으며, 받은 HTML에 처리방침이
없거나 스크립트가 채울 자리가 비어 있으면 Chromium으로 엽니다(--render, 브라우저는 PIPALINT_CHROME으로 지정).
읽지 못한 주소는 그 이유를 구별하여 알립니다: gone(없음), blocked(접근 차단), needs-script(브라우저 필요),
not-a-policy(처리방침 아님), unreadable(그 밖의 이유). --save는 읽은 페이지를 저장하며, 지적의 줄과 열은
저장된 파일을 기준으로 합니다.

처리방침이 여러 페이지로 나뉘어 있으면 --follow가 링크된 하위 페이지를 함께 읽고, --as-one은 지정한 페이지를 하나로
봅니다. --site는 웹사이트가 불러오는 스크립트와 태그를, --twin은 다른 언어본을 처리방침과 대조합니다. 지정하지 않은
페이지를 찾아가 읽을 때에는 robots.txt를 지킵니다.

출력 형식: 사람이 볼 때는 text, markdown, html, 프로그램에서 읽을 때는 json과 jsonl, CI와 코드 검토 도구에서는
github(주석과 작업 요약), gitlab(코드 품질), sarif, junit, checkstyle, rdjson을 씁니다. --report를 쓰면 한 번에 여러
형식을 파일로도 저장할 수 있습니다.

종료 코드: 0 --fail-on 이상의 지적 없음, 1 있음, 2 사용법이나 설정 오류, 3 읽지 못한 입력이 있음`

const checkEn = `Read policies and report what is missing, contradictory, out of date, left over from a template
or garbled, with the provisions beside it. Without arguments, every [[policy]] of pipalint.toml is
checked. A page of a [[policy]] stands for all of that policy; any other input is checked as a policy
of its own.

Policies are judged by the law in force today in Korea. --as-of names another day; with
--as-of effective, each policy is judged by the law of its own date of effect, or of today where it
states none. --upcoming adds, as an info, what comes into force within a year of that day.

A directory means the .html .htm .xhtml .md .markdown .txt .php .jsp .asp .aspx files below it,
without hidden folders, node_modules and what git ignores. A file named outright is read whatever
its name. "-" is the standard input.

Addresses are read as a visitor sees them: redirects are followed, frames of the same site read, and a page
whose HTML holds no policy, or has parts that a script is to fill, is opened in Chromium (--render;
PIPALINT_CHROME names the browser). Why a page could not be judged is told apart: gone, blocked, needs-script,
not-a-policy, unreadable. --save keeps the pages, and findings have the lines and columns of these files.

Of a policy spread over several pages, --follow reads those that it links, and --as-one takes the pages that are
named for one policy. --site holds what a website loads, and --twin a version in another language, against the
policy. Pages that nobody named are read as robots.txt allows.

Formats: text, markdown and html for people; json and jsonl for programs; for CI and code review
github (annotations and a job summary), gitlab (code quality), sarif, junit, checkstyle and rdjson.
--report also writes files, in any of them.

Exit codes: 0 no finding at or above --fail-on, 1 some, 2 wrong usage or configuration, 3 something could not be read`

const checkExamples = `  pipalint check privacy.html
  pipalint check https://www.example.com/privacy
  pipalint check --follow https://www.example.com/privacy
  pipalint check --save pages https://www.example.com/privacy
  pipalint check --format json 'site/**/*.html'
  pipalint check --site https://www.example.com/ privacy.html
  pipalint check --twin privacy.en.html privacy.html
  pipalint check --as-of effective archive/
  pipalint check --write-baseline pipalint-baseline.json web/
  pipalint check --since origin/main... web/
  curl -s https://www.example.com/privacy | pipalint check -`
