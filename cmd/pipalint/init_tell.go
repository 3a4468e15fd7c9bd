package main

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/report"
)

// mostShown is how many paths of a kind are shown that stand in the file or matter little.
const mostShown = 10

// tellWritten says what was written, why, and what to do next. Above is the configuration that applied before, or "".
func (c *command) tellWritten(path, above string, s survey, d config.Draft) error {
	w := bufio.NewWriter(c.Stdout)
	fmt.Fprintf(w, c.say("%s 파일을 썼습니다.\n\n", "%s was written.\n\n"), path)
	c.tellSurvey(w, s, d)
	check := "pipalint check"
	if filepath.Clean(s.dir) != "." {
		check += " --config " + path
	}
	if above != "" && above != path {
		fmt.Fprintf(w, c.say("\n주의: 이 디렉터리에는 이제 %s 파일이 적용되지 않습니다.\n", "\nNote: %s no longer applies in this folder.\n"), above)
	}
	fmt.Fprintf(w, c.say("\n다음 단계:\n  %s\n      모든 처리방침을 검사합니다\n  %s --write-baseline %s\n      지금 나오는 지적을 기준선에 적습니다. %s에서 baseline 줄의 #을 지우면 그때부터 새로 생긴 지적만 알립니다\n",
		"\nNext:\n  %s\n      checks every policy\n  %s --write-baseline %s\n      records today's findings in a baseline; remove the # before baseline in %s to be told only of new ones from then on\n"),
		check, check, filepath.Join(filepath.Dir(path), "pipalint-baseline.json"), path)
	return c.written(w.Flush())
}

// tellSurvey says what a survey found, and what it left out.
func (c *command) tellSurvey(w io.Writer, s survey, d config.Draft) {
	c.tellPolicies(w, d.Policies)
	tell := func(ko, en string, paths []string) {
		if len(paths) > 0 {
			fmt.Fprintf(w, "%s: %s\n", c.say(ko, en), strings.Join(paths, ", "))
		}
	}
	tell("소스 코드", "source trees", d.Trees)
	tell("저장해 둔 웹사이트", "saved pages", d.Sites)
	if d.Name != "" {
		fmt.Fprintf(w, "%s: %s (%s)\n", c.say("개인정보처리자", "controller"), d.Name, d.NameAt)
	}
	c.tellList(w, both("이전 버전이어서 뺌", "left out as earlier versions"), d.Older)
	c.tellList(w, both("어느 처리방침의 일부인지 알 수 없어 뺌", "left out because it is not clear which policy they belong to"), d.Loose)
	c.tellList(w, both("처리방침인지 분명하지 않아 뺌", "left out because they may not be policies"), s.unsure)
	c.tellList(w, both("테스트나 빌드 디렉터리에 있거나 README여서 뺌", "left out because they belong to tests or builds, or are a README"), s.apart)
	c.tellList(w, both("의존성 파일을 읽지 못해 뺀 소스 코드", "source trees left out because a manifest in them could not be read"), d.Unread)
	c.tellList(w, both("2MB보다 커서 살펴보지 않음", "not examined because they are larger than 2 MB"), s.large)
	c.tellList(w, both("이름을 설정 파일에 적을 수 없어 뺌", "left out because the configuration cannot hold their names"), s.foreign)
	shown := s.unread[:min(len(s.unread), mostShown)]
	_ = report.WriteFailures(w, shown, c.lang) // to the same place as all that is told here
	if more := len(s.unread) - len(shown); more > 0 {
		fmt.Fprintf(w, c.say("읽지 못한 것이 %d개 더 있습니다.\n", "%d more could not be read.\n"), more)
	}
	if s.over > 0 {
		fmt.Fprintf(w, c.say("이름이 처리방침 같은 파일과 얕은 디렉터리의 파일 %d개를 살펴보았고, 나머지 %d개는 살펴보지 않았습니다.\n",
			"%d files were examined, those named like a policy and those nearest the top; %d others were not.\n"), s.looked, s.over)
		return
	}
	fmt.Fprintf(w, c.say("살펴본 파일: %d개\n", "files examined: %d\n"), s.looked)
}

// tellPolicies lists policies with their names and pages.
func (c *command) tellPolicies(w io.Writer, policies []config.Policy) {
	if len(policies) == 0 {
		return
	}
	longest := 0
	for _, p := range policies {
		longest = max(longest, runewidth.StringWidth(p.Name))
	}
	fmt.Fprintf(w, "%s:\n", c.say("처리방침", "policies"))
	for _, p := range policies {
		fmt.Fprintf(w, "  %s  %s", runewidth.FillRight(p.Name, longest), p.Path)
		if len(p.Pages) > 0 {
			fmt.Fprintf(w, " + %s", strings.Join(p.Pages, " + "))
		}
		if p.Language != "" {
			fmt.Fprintf(w, " (%s)", p.Language)
		}
		fmt.Fprintln(w)
	}
}

// tellList lists the first of some paths, and how many more there are.
func (c *command) tellList(w io.Writer, title analyzer.Text, paths []string) {
	if len(paths) == 0 {
		return
	}
	fmt.Fprintf(w, "%s:\n", c.text(title))
	for _, p := range paths[:min(len(paths), mostShown)] {
		fmt.Fprintf(w, "  %s\n", p)
	}
	if more := len(paths) - mostShown; more > 0 {
		fmt.Fprintf(w, c.say("  … 그 밖에 %d개\n", "  … and %d more\n"), more)
	}
}
