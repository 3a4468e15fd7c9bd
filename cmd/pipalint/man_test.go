package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// rootIn is the command tree in a language.
func rootIn(lang string) (*command, *cobra.Command) {
	c := newCommand()
	c.lang = lang
	c.Getenv = func(string) string { return "" }
	return c, c.rootCommand()
}

// eachFlag visits the flags of all commands that are shown.
func eachFlag(root *cobra.Command, visit func(cmd *cobra.Command, f *pflag.Flag)) {
	for _, cmd := range append(commandsOf(root), root) {
		cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				visit(cmd, f)
			}
		})
	}
}

func TestManPageHasAll(t *testing.T) {
	for _, lang := range []string{"ko", "en"} {
		c, root := rootIn(lang)
		page := c.manPage(root)
		for _, cmd := range commandsOf(root) {
			if !strings.Contains(page, "\n.SS \""+roff(cmd.CommandPath())+"\"\n") {
				t.Errorf("%s: no %s", lang, cmd.CommandPath())
			}
		}
		seen := 0
		eachFlag(root, func(cmd *cobra.Command, f *pflag.Flag) {
			_, usage := pflag.UnquoteUsage(f)
			if seen++; !strings.Contains(page, roff("--"+f.Name)) || !strings.Contains(page, "\n"+roff(usage)+"\n") {
				t.Errorf("%s: %s has no --%s", lang, cmd.CommandPath(), f.Name)
			}
		})
		if seen < 20 {
			t.Errorf("%s: %d flags seen", lang, seen)
		}
		for line := range strings.Lines(page) {
			if macro, _, _ := strings.Cut(strings.TrimSpace(line), " "); strings.HasPrefix(macro, ".") && !slices.Contains(strings.Fields(".TH .SH .SS .TP .PP .nf .fi .br .nh .ad"), macro) {
				t.Errorf("%s: text begins like a macro: %s", lang, line)
			}
		}
	}
}

// TestManPageIsFormatted gives the page to the formatter of this machine, which must have nothing to say of it.
func TestManPageIsFormatted(t *testing.T) {
	groff, err := exec.LookPath("groff")
	if err != nil {
		cannot(t, "no groff here")
	}
	for _, lang := range []string{"ko", "en"} {
		c, root := rootIn(lang)
		file := filepath.Join(t.TempDir(), "pipalint.1")
		if err := os.WriteFile(file, []byte(c.manPage(root)), 0o666); err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		cmd := exec.Command(groff, "-man", "-Kutf8", "-Tutf8", "-ww", "-P-c", file)
		cmd.Stderr = &said
		shown, err := cmd.Output()
		if err != nil || said.Len() > 0 {
			t.Errorf("%s: %v %s", lang, err, said.String())
		}
		for _, want := range []string{"--as-of", "pipalint check --format json 'site/**/*.html'", c.say("처리방침", "privacy")} {
			if !strings.Contains(string(shown), want) {
				t.Errorf("%s: %q is not shown", lang, want)
			}
		}
	}
}

func TestRoff(t *testing.T) {
	p := &manPage{}
	p.macro("SS", `a "b" \c`)
	p.text("one\n.two\n\n  three -x\n\n'four")
	want := ".SS \"a \\(dqb\\(dq \\ec\"\none\n\\&.two\n.PP\n.nf\n  three \\-x\n.fi\n.PP\n\\&'four\n"
	if got := p.String(); got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
}

// TestFlagsComplete holds that a shell has something to offer for each flag that takes a value.
func TestFlagsComplete(t *testing.T) {
	_, root := rootIn("en")
	eachFlag(root, func(cmd *cobra.Command, f *pflag.Flag) {
		if f.Value.Type() == "bool" {
			return
		}
		if _, ok := cmd.GetFlagCompletionFunc(f.Name); !ok {
			t.Errorf("%s --%s completes nothing: see flagCompletions", cmd.CommandPath(), f.Name)
		}
	})
}
