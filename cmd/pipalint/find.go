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
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/find"
	"github.com/pipalint/pipalint/crawl/visit"
)

// linkRules are the rules about the way from a home page to the policy.
var linkRules = [...]string{"link-misnamed", "link-deep", "link-hidden"}

// findOptions are the flags of find.
type findOptions struct {
	checkOptions
	all bool // every rule judges the policy, not only those about the way to it
}

func (c *command) findCommand() *cobra.Command {
	o := findOptions{checkOptions: defaultOptions()}
	cmd := &cobra.Command{
		Use:                   "find " + c.say("[옵션] 주소…", "[FLAGS] URL…"),
		Short:                 c.say("홈페이지에서 처리방침을 찾아갑니다", "Find the policy from a home page"),
		Long:                  c.say(findKo, findEn),
		Example:               findExamples,
		DisableFlagsInUseLine: true,
		Args:                  c.someAddress,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.given = cmd.Flags().Changed
			return c.find(cmd.Context(), o, args)
		},
	}
	c.findFlags(cmd.Flags(), &o)
	return cmd
}

func (c *command) findFlags(flags *pflag.FlagSet, o *findOptions) {
	enum(flags, &o.format, "format", []string{"text", "json"}, c.say("출력 형식(기본값 text)", "format of the output (default text)"))
	flags.BoolVar(&o.all, "check", false, c.say("찾은 처리방침도 모든 규칙으로 검사합니다", "check the policy that was found, too, by all rules"))
	enum(flags, &o.failOn, "fail-on", []string{"error", "warning", "info", never},
		c.say("이 심각도 이상의 지적이 있으면 종료 코드 1(기본값 warning)", "exit with 1 for findings of this severity or above (default warning)"))
	enum(flags, &o.color, "color", []string{"auto", "always", never},
		c.say("색 사용(기본값 auto: 터미널일 때)", "colour (default auto: in a terminal)"))
	flags.BoolVarP(&o.quiet, "quiet", "q", false, c.say("찾은 주소만 출력합니다", "print nothing but the addresses that were found"))
	c.webFlags(flags, &o.web)
	flags.StringVar(&o.config, "config", "", c.say("설정 파일(`FILE`). 기본값은 현재 디렉터리부터 저장소 루트까지 올라가며 처음 찾은 pipalint.toml",
		"read the configuration from `FILE`; by default the nearest pipalint.toml in the working directory or above it, up to the root of the repository"))
	flags.BoolVar(&o.noConfig, "no-config", false, c.say("설정 파일을 읽지 않습니다", "read no configuration"))
	c.todayFlag(flags, &o.today)
}

const findKo = `홈페이지 첫 화면에서 개인정보 처리방침까지 방문자처럼 찾아갑니다. 링크의 글자, 이미지의 대체 텍스트, title,
aria-label, 주소를 보되 푸터의 링크부터 살피고, 없으면 약관·고객센터·사이트맵 같은 중간 페이지, 흔히 쓰는 주소,
sitemap.xml 순으로 찾습니다. 찾은 페이지가 실제로 처리방침인지 읽어 보고 판단하므로 수집·이용 동의서나 이용약관은
처리방침으로 보지 않습니다. 지정한 첫 화면 말고는 robots.txt를 지키며, 사이트마다 페이지를 25개까지만 요청합니다.

처리방침의 주소, 몇 번 눌러야 갈 수 있는지, 누른 링크를 출력하고, 링크의 이름(link-misnamed), 깊이(link-deep),
눈에 띄는지(link-hidden)를 검사합니다. 글자 크기와 색은 브라우저로 연 페이지에서만 알 수 있으므로, 늘 확인하려면
--render always를 씁니다. 처리방침의 내용은 --check를 쓸 때 검사합니다.

종료 코드: 0 찾음, 1 --fail-on 이상의 지적 있음, 2 사용법이나 설정 오류, 3 처리방침이 없거나 읽지 못함`

const findEn = `Go from a home page to the privacy policy, as a visitor would: by the text of links, the alternative text
of images, title, aria-label and addresses, the foot of the page first; then by pages on the way (terms,
help, a map of the site), usual addresses and sitemap.xml. What is found is read and judged: a consent
form or terms of service are no policy. But for the home page robots.txt is heeded, and no more than
25 further pages are asked for of a site.

Printed are the address of the policy, how many clicks away it is, and the links that lead there. Judged
are the name of the link (link-misnamed), how deep it is (link-deep) and whether it is to be seen
(link-hidden). Size and colour are known of pages that a browser showed; --render always has it show them all.
What the policy says is judged with --check.

Exit codes: 0 found, 1 with findings at or above --fail-on, 2 wrong usage or configuration, 3 no policy, or it could not be read`

const findExamples = `  pipalint find https://www.example.com
  pipalint find --check https://www.example.com
  pipalint check "$(pipalint find -q https://www.example.com)"`

// someAddress refuses a call that names no address, or something else.
func (c *command) someAddress(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New(c.say("홈페이지 주소를 지정하십시오", "name the address of a home page"))
	}
	for _, arg := range args {
		if !isURL(homeAddress(arg)) {
			return fmt.Errorf(c.say("웹 주소가 아닙니다: %q", "not the address of a home page: %q"), arg)
		}
	}
	return nil
}

// homeAddress is an argument as an address: a host may stand alone.
func homeAddress(arg string) string {
	if !hasScheme(arg) && strings.Contains(arg, ".") && !strings.ContainsAny(arg, " \\") && !strings.HasPrefix(arg, ".") && !strings.HasPrefix(arg, "/") {
		return "https://" + arg
	}
	return arg
}

// A foundSite is what came of the search from one home page.
type foundSite struct {
	home   string
	result *find.Result // nil where the home page could not be read
	judged judgement

	findings []report.Finding // as the run has come to tell them
}

// find goes from each home page to its policy, judges the way there, and reports.
func (c *command) find(ctx context.Context, o findOptions, args []string) error {
	conf, err := c.chosenConfiguration(o.checkOptions)
	if err != nil {
		return err
	}
	c.settle(&o.checkOptions, conf)
	by, err := c.judgeBy(conf, &o.checkOptions)
	if err != nil {
		return err
	}
	if !o.all {
		by.check.Rules = slices.DeleteFunc(slices.Clone(by.check.Rules), func(r *analyzer.Rule) bool { return !slices.Contains(linkRules[:], r.Name) })
	}
	if err := c.roomFor(o.web.save); err != nil {
		return err
	}
	o.web.looks = true
	by.web = c.openWeb(o.web, by.day.today)
	defer by.web.close()
	bar := c.startProgress(len(args), o.quiet)
	sites := each(args, bar.step, func(arg string) foundSite { return c.findOne(ctx, homeAddress(arg), by) })
	bar.stop()
	judgements := make([]judgement, len(sites))
	for i, site := range sites {
		judgements[i] = site.judged
	}
	run := runOf(judgements)
	leaveIgnored(run, false)
	baseline.Identify(run.Findings)
	giveFindings(sites, run)
	run.ExitCode = exitCode(run, o.failOn)
	if err := report.WriteFailures(c.Stderr, run.Failures, c.lang); err != nil {
		return c.written(err)
	}
	if err := c.save(by.web, run); err != nil {
		return err
	}
	if err := c.writeFound(sites, run, o); err != nil {
		return err
	}
	if run.ExitCode != exitOK {
		return exitError{code: run.ExitCode}
	}
	return nil
}

// findOne looks for the policy from one home page and judges the way there.
func (c *command) findOne(ctx context.Context, home string, by judge) (site foundSite) {
	site.home = home
	in := input{name: home, source: fromURL, named: true}
	result, err := c.search(ctx, home, by.web)
	if err == nil && result.Policy == nil {
		err = notFound(result)
	}
	site.result = result
	if err == nil {
		p := result.Policy
		site.judged.visited = []*visit.Page{p}
		err = c.judgePages(whole{docs: reading{page: p, doc: p.Doc}.docs()}, target{name: p.URL, pages: []input{in}, way: result.Way}, by, &site.judged)
	}
	if err != nil {
		site.judged = judgement{failures: []report.Failure{failureOf(in, err)}}
	}
	return site
}

// search looks for the policy. Every error is a readError.
func (c *command) search(ctx context.Context, home string, w *web) (result *find.Result, err error) {
	defer recovered(&err)
	f := find.Finder{Visitor: w.Visitor, Read: w.saver.keep}
	result, err = f.Find(ctx, home)
	if err != nil {
		return nil, notFetched(err)
	}
	return result, nil
}

// notFound says why no policy was found: the page that a link names could not be read, or else there is none.
func notFound(r *find.Result) readError {
	for _, try := range r.Tried {
		if try.Err == nil || try.Named == "" {
			continue
		}
		switch try.State {
		case fetch.Blocked, fetch.Disallowed, fetch.NeedsScript, fetch.Unreadable:
			e := notFetched(try.Err)
			e.detail = joined(e.detail, both(try.URL, try.URL))
			return e
		}
	}
	if r.Unshown != nil {
		return notFetched(r.Unshown)
	}
	detail := tried(r)
	if r.Unled != "" {
		detail = joined(detail, both(fmt.Sprintf("‘%s’ 링크는 스크립트로 열려 따라가지 못함", r.Unled), fmt.Sprintf("the link %q is opened by a script and was not followed", r.Unled)))
	}
	return readError{code: codeNoPolicy, detail: detail}
}

// tried counts what was looked at.
func tried(r *find.Result) analyzer.Text {
	count := make(map[find.By]int)
	for _, try := range r.Tried {
		count[try.By]++
	}
	return both(fmt.Sprintf("확인한 링크 %d개, 흔히 쓰는 주소 %d개, 사이트맵의 주소 %d개", count[find.Link], count[find.Path], count[find.Sitemap]),
		fmt.Sprintf("looked at: links %d, usual addresses %d, addresses of the sitemap %d", count[find.Link], count[find.Path], count[find.Sitemap]))
}
