package main

import (
	"context"
	"errors"

	"github.com/spf13/pflag"

	"github.com/pipalint/pipalint/analyzer/config"
)

// pageOptions say which pages are one policy.
type pageOptions struct {
	follow bool // those that a page links as parts of its policy, too
	asOne  bool // all that are named
}

// pageFlags are those of each command that may see several pages as one policy.
func (c *command) pageFlags(flags *pflag.FlagSet, o *pageOptions) {
	flags.BoolVar(&o.follow, "follow", false, c.say("처리방침에 링크된 같은 사이트의 하위 페이지(위탁 현황, 제3자 제공 현황 등)도 한 단계까지 읽어 하나의 처리방침으로 봅니다",
		"also read the pages of the same site that a policy links as parts of it (processors, third parties and the like), one level deep, and take them for one policy"))
	flags.BoolVar(&o.asOne, "as-one", false, c.say("지정한 페이지를 모두 하나의 처리방침으로 봅니다", "take all pages that are named for one policy"))
}

// somePages refuses to put together what nobody named.
func (c *command) somePages(o pageOptions, args []string) error {
	if o.asOne && len(args) == 0 {
		return errors.New(c.say("--as-one에는 함께 볼 파일이나 주소를 지정해야 합니다", "--as-one needs the files or addresses to take together"))
	}
	return nil
}

// targets are the policies that the arguments name.
func (o pageOptions) targets(ctx context.Context, conf *config.Config, args []string) []target {
	out := targets
	if o.asOne {
		out = asOne
	}
	all := out(ctx, conf, args)
	for i := range all {
		all[i].follow = all[i].follow || o.follow
	}
	return all
}

// tellAll tells lines that were kept.
func (c *command) tellAll(lines []string) {
	for _, line := range lines {
		c.tell(line)
	}
}
