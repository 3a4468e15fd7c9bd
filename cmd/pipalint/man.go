package main

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manCommand writes the man page, for those who package the program.
func (c *command) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "man",
		Hidden:                true,
		Short:                 c.say("man 페이지를 출력합니다", "Print the man page"),
		Long:                  c.say("man 페이지를 출력 언어로 출력합니다. 날짜는 SOURCE_DATE_EPOCH 또는 빌드한 커밋의 날짜입니다.", "Print the man page in the language of the output. Its date is that of SOURCE_DATE_EPOCH, or of the commit that was built."),
		DisableFlagsInUseLine: true,
		Args:                  c.exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.print("%s", c.manPage(cmd.Root()))
		},
	}
}

// manPage is the man page of the program with all its commands.
func (c *command) manPage(root *cobra.Command) string {
	p := &manPage{}
	p.macro("TH", "PIPALINT", "1", c.manDay(), "pipalint "+version(), c.say("사용자 명령", "User Commands"))
	p.raw(".nh\n.ad l") // neither words nor spaces of Korean are to be torn apart
	p.macro("SH", c.say("이름", "NAME"))
	p.text("pipalint - " + root.Short)
	p.macro("SH", c.say("사용법", "SYNOPSIS"))
	commands := commandsOf(root)
	for i, cmd := range commands {
		if i > 0 {
			p.raw(".br")
		}
		p.line(cmd.UseLine())
	}
	p.macro("SH", c.say("설명", "DESCRIPTION"))
	p.text(root.Long)
	p.macro("SH", c.say("명령", "COMMANDS"))
	for _, cmd := range commands {
		p.macro("SS", cmd.CommandPath())
		p.text(cmd.Long)
		p.flags(cmd.NonInheritedFlags())
		p.example(cmd.Example)
	}
	p.macro("SH", c.say("공통 옵션", "COMMON OPTIONS"))
	p.flags(root.Flags())
	p.flags(root.PersistentFlags())
	c.manSurroundings(p)
	return p.String()
}

// manSurroundings tells of files, variables and where more is to be found.
func (c *command) manSurroundings(p *manPage) {
	p.macro("SH", c.say("파일", "FILES"))
	p.item("pipalint.toml", c.say("설정 파일. 현재 디렉터리부터 저장소 루트까지 올라가며 찾습니다. pipalint init으로 만들고, 적용되는 설정은 pipalint config로 봅니다.",
		"the configuration: the nearest one in the working directory or above it, up to the root of the repository. pipalint init writes it, pipalint config shows what is in force."))
	p.macro("SH", c.say("환경 변수", "ENVIRONMENT"))
	p.item("LC_ALL, LC_MESSAGES, LANG", c.say("출력 언어를 정하는 로캘", "the locale, which sets the language of the output"))
	p.item("NO_COLOR, CLICOLOR_FORCE", c.say("색을 쓰지 않음; 터미널이 아니어도 색을 씀", "no colour; colour even outside a terminal"))
	p.macro("SH", c.say("더 보기", "SEE ALSO"))
	p.text("https://github.com/pipalint/pipalint")
}

// commandsOf are the commands that do something and are shown, in the order of the help.
func commandsOf(parent *cobra.Command) []*cobra.Command {
	var out []*cobra.Command
	for _, cmd := range parent.Commands() {
		if !cmd.Hidden && cmd.Runnable() {
			out = append(out, cmd)
		}
		out = append(out, commandsOf(cmd)...)
	}
	return out
}

// manDay is the day of the page, the same for each build of a commit; "" where it is not known.
func (c *command) manDay() string {
	if seconds, err := strconv.ParseInt(c.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC().Format(time.DateOnly)
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	i := slices.IndexFunc(info.Settings, func(s debug.BuildSetting) bool { return s.Key == "vcs.time" })
	if i < 0 || len(info.Settings[i].Value) < len(time.DateOnly) {
		return ""
	}
	return info.Settings[i].Value[:len(time.DateOnly)]
}

// A manPage is a page in the macros of man(7).
type manPage struct{ strings.Builder }

func (p *manPage) raw(line string) { p.WriteString(line + "\n") }

// macro writes a macro with its arguments.
func (p *manPage) macro(name string, args ...string) {
	p.WriteString("." + name)
	for _, a := range args {
		p.WriteString(` "` + strings.ReplaceAll(roff(a), `"`, `\(dq`) + `"`)
	}
	p.WriteByte('\n')
}

// line writes a line of text.
func (p *manPage) line(s string) {
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		p.WriteString(`\&`)
	}
	p.raw(roff(s))
}

// text writes paragraphs. Lines that are indented stand as they are.
func (p *manPage) text(s string) {
	for i, paragraph := range strings.Split(strings.Trim(s, "\n"), "\n\n") {
		if strings.HasPrefix(paragraph, " ") {
			p.example(paragraph)
			continue
		}
		if i > 0 {
			p.raw(".PP")
		}
		for line := range strings.SplitSeq(paragraph, "\n") {
			p.line(line)
		}
	}
}

// example writes lines as they are.
func (p *manPage) example(s string) {
	if s == "" {
		return
	}
	p.raw(".PP\n.nf")
	for line := range strings.SplitSeq(s, "\n") {
		p.line(line)
	}
	p.raw(".fi")
}

// item writes a term and what is said of it.
func (p *manPage) item(term, text string) {
	p.raw(".TP")
	p.raw(`\fB` + roff(term) + `\fR`)
	p.line(text)
}

// flags writes the flags of a command that are shown.
func (p *manPage) flags(flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = fmt.Sprintf("-%s, %s", f.Shorthand, term)
		}
		p.raw(".TP")
		p.WriteString(`\fB` + roff(term) + `\fR`)
		if value != "" {
			p.WriteString(` \fI` + roff(value) + `\fR`)
		}
		p.WriteByte('\n')
		p.line(usage)
	})
}

// roff is a text without what the formatter would take for its own. A stroke is that of the keyboard, so that it can be
// copied.
func roff(s string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
}
