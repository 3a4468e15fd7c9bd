package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/evidence"
)

// initOptions are the flags of init.
type initOptions struct {
	force  bool
	stdout bool
	today  string
}

func (c *command) initCommand() *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:                   "init " + c.say("[옵션] [디렉터리|-]", "[FLAGS] [DIR|-]"),
		Short:                 c.say("저장소를 살펴보고 pipalint.toml을 만듭니다", "Write a pipalint.toml from what is in the repository"),
		Long:                  c.say(initKo, initEn),
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			return c.exactly(c.say("디렉터리", "a folder"))(cmd, append(args, ".")[:max(1, len(args))]) // none is the working directory
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			if dir == "-" {
				dir, o.stdout = ".", true
			}
			return c.initialise(cmd.Context(), o, dir)
		},
		ValidArgsFunction: folderArguments,
	}
	cmd.Flags().BoolVarP(&o.force, "force", "f", false, c.say("이미 있는 pipalint.toml을 덮어씁니다", "overwrite an existing pipalint.toml"))
	cmd.Flags().BoolVar(&o.stdout, "stdout", false, c.say("파일로 쓰지 않고 출력합니다. 처리방침을 찾지 못해도 빈 서식을 출력합니다",
		"print it instead of writing the file; prints a template even if no policy is found"))
	c.todayFlag(cmd.Flags(), &o.today)
	return cmd
}

// initialise looks at a folder and writes its configuration.
func (c *command) initialise(ctx context.Context, o initOptions, dir string) error {
	today, err := c.day(o.today)
	if err != nil {
		return err
	}
	if err := c.folder(dir); err != nil {
		return err
	}
	path := filepath.Join(dir, config.FileName)
	if _, err := os.Lstat(path); err == nil && !o.force && !o.stdout {
		return c.alreadyThere(path)
	}
	s := c.survey(ctx, dir, today)
	draft := c.draft(ctx, s)
	if o.stdout {
		c.tellSurvey(c.Stderr, s, draft)
		return c.print("%s", draft.Text(c.lang))
	}
	if len(draft.Policies) == 0 {
		c.tellSurvey(c.Stderr, s, draft)
		return exitError{exitUnread, fmt.Errorf(c.say("%s: 처리방침을 찾지 못해 파일을 쓰지 않았습니다. 서식만 필요하면 --stdout을 붙이십시오",
			"%s: no policy was found, so nothing was written; --stdout prints a template"), dir)}
	}
	above := ""
	if filepath.Clean(dir) == "." {
		above, _ = findUpward(config.FileName) // a note is not worth an error
	}
	if err := writeNew(path, draft.Text(c.lang), o.force); errors.Is(err, fs.ErrExist) {
		return c.alreadyThere(path)
	} else if err != nil {
		return exitError{exitUnread, fmt.Errorf(c.say("%s: 쓰지 못했습니다 (%s)", "%s: it could not be written (%s)"), path, c.text(cause(err)))}
	}
	return c.tellWritten(path, above, s, draft)
}

func (c *command) alreadyThere(path string) error {
	return fmt.Errorf(c.say("%s: 이미 있습니다. 덮어쓰려면 --force, 출력만 하려면 --stdout을 붙이십시오",
		"%s already exists: --force overwrites it, --stdout prints without writing"), path)
}

// folder refuses what is no folder to look at.
func (c *command) folder(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err != nil && !hasScheme(dir):
		return exitError{exitUnread, fmt.Errorf("%s: %s", dir, c.text(notRead(err).message()))}
	case err != nil || !info.IsDir():
		return fmt.Errorf(c.say("디렉터리가 아닙니다: %q", "%q is not a directory"), dir)
	}
	return nil
}

// writeNew writes a file that must not be there yet, unless it is to be overwritten.
func writeNew(path, text string, force bool) error {
	how := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if force {
		how = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	f, err := os.OpenFile(path, how, 0o666)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, text)
	return errors.Join(err, f.Close())
}

// draft is the configuration that a survey leads to.
func (c *command) draft(ctx context.Context, s survey) config.Draft {
	d := config.Draft{}
	d.Policies, d.Older, d.Loose = s.policies()
	for _, t := range evidence.Trees(ctx, s.dir) {
		if _, failures := evidence.OfSource(s.at(t.Dir)); len(failures) > 0 {
			d.Unread = append(d.Unread, t.Dir)
			continue
		}
		d.Trees = append(d.Trees, t.Dir)
	}
	d.Sites = s.savedSites()
	d.Name, d.NameAt = s.controller(d.Policies)
	d.MaybePublic = slices.ContainsFunc(s.pages, func(p surveyed) bool { return p.public && p.kind == kindPolicy })
	return d
}

const initKo = `디렉터리(기본값은 현재 디렉터리) 아래의 파일을 살펴보고 처리방침, 함께 하나의 처리방침을 이루는
페이지, 소스 코드와 저장해 둔 웹사이트를 찾아 pipalint.toml을 씁니다. 각 줄이 무엇을 뜻하는지와
더 설정할 수 있는 것을 주석으로 적어 둡니다. 이미 있는 파일은 --force 없이 덮어쓰지 않습니다.
"-"를 지정하면 --stdout처럼 출력만 합니다.

파일이 아주 많으면 5,000개까지만, 이름이 처리방침 같은 것(privacy, 개인정보 등)과 얕은 디렉터리에 있는 것부터
살펴봅니다. 2MB보다 큰 파일은 보지 않습니다.

종료 코드: 0 파일을 썼음, 2 이미 있거나 사용법 오류, 3 처리방침을 찾지 못했거나 쓰지 못함`

const initEn = `Look through the files below a directory, by default the working directory, for policies, the pages
that form one policy together, source trees and saved pages, and write a pipalint.toml of them. Its
comments tell what each line is for and what else can be set. An existing file is not overwritten
without --force. "-" prints the file, as --stdout does.

At most 5,000 files are examined, first those named like a policy (privacy, 개인정보 and the like), then
those nearest the top, and none larger than 2 MB.

Exit codes: 0 written, 2 already there or wrong usage, 3 no policy found, or it could not be written`
