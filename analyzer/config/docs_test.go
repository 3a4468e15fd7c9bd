package config_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/rules"
)

const (
	generated    = "<!-- generated: UPDATE=1 go test ./analyzer/config -->\n"
	endGenerated = "<!-- /generated -->\n"
)

// TestDocs holds the list of keys in docs/config.md and docs/config.ko.md to what is read, and reads their examples.
func TestDocs(t *testing.T) {
	schema, err := config.Schema(rules.All())
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range [...]struct{ file, lang string }{{"config.md", "en"}, {"config.ko.md", "ko"}} {
		t.Run(page.file, func(t *testing.T) {
			file := filepath.Join("..", "..", "docs", page.file)
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			before, rest, ok := strings.Cut(string(text), generated)
			_, after, closed := strings.Cut(rest, endGenerated)
			if !ok || !closed {
				t.Fatal("no place for the keys")
			}
			fresh := before + generated + keys(page.lang) + endGenerated + after
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(file, []byte(fresh), 0o666); err != nil {
					t.Fatal(err)
				}
				text = []byte(fresh)
			}
			if diff := cmp.Diff(strings.Split(string(text), "\n"), strings.Split(fresh, "\n")); diff != "" {
				t.Errorf("the keys are stale (rewrite with UPDATE=1 go test ./analyzer/config):\n%s", diff)
			}
			found := 0
			for _, block := range strings.Split(fresh, "```toml\n")[1:] {
				example, _, _ := strings.Cut(block, "```")
				found++
				if _, err := read(page.file, example); err != nil {
					t.Errorf("an example is refused: %v\n%s", err, example)
				}
				var value any
				if err := toml.Unmarshal([]byte(example), &value); err != nil {
					t.Fatal(err)
				}
				if err := compile(t, schema).Validate(asJSON(t, value)); err != nil {
					t.Errorf("the schema refuses an example: %v", err)
				}
			}
			if found == 0 {
				t.Error("no example")
			}
		})
	}
}

// keys are the tables of a configuration and the options of rules, in Markdown, each key with an example.
func keys(lang string) string {
	var b strings.Builder
	say := func(ko, en string) string { return analyzer.Text{Ko: ko, En: en}.In(lang) }
	for _, table := range config.Tables() {
		title := table.Doc.In(lang)
		if table.Header != "" {
			title = "`" + table.Header + "` — " + title
		} else {
			title = say("맨 위, 첫 `[…]` 앞에", "At the top, before the first `[…]`")
		}
		fmt.Fprintf(&b, "### %s\n\n```toml\n", title)
		if table.Header != "" {
			fmt.Fprintln(&b, table.Header)
		}
		for _, k := range table.Keys {
			fmt.Fprintf(&b, "%s = %s\n", k.Name, k.Example)
		}
		fmt.Fprintf(&b, "```\n\n| %s | %s | |\n| --- | --- | --- |\n", say("키", "key"), say("값", "value"))
		for _, k := range table.Keys {
			row(&b, k, lang, say("(필수)", "(required)"))
		}
		fmt.Fprintln(&b)
	}
	fmt.Fprintf(&b, "### `[rules]` — %s\n\n%s\n", say("규칙의 심각도와 옵션", "severities and options of rules"), say(
		"규칙마다 `규칙 = \"off\"`, `\"info\"`, `\"warning\"`, `\"error\"` 가운데 하나를 적거나, `[rules.규칙]` 표에 `severity`와 아래 옵션을 적습니다.",
		"Each rule is set by `RULE = \"off\"`, `\"info\"`, `\"warning\"` or `\"error\"`, or by a table `[rules.RULE]` with `severity` and these options."))
	for _, r := range rules.All() {
		options := config.OptionsOf(r)
		if len(options) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n#### [%s](rules%s.md#%s)\n\n```toml\n[rules.%s]\n", r.Name, say(".ko", ""), r.Name, r.Name)
		for _, k := range options {
			fmt.Fprintf(&b, "%s = %s\n", k.Name, k.Example)
		}
		fmt.Fprintf(&b, "```\n\n| %s | %s | |\n| --- | --- | --- |\n", say("옵션", "option"), say("값", "value"))
		for _, k := range options {
			row(&b, k, lang, "("+say("기본값 ", "default ")+"`"+k.Default+"`)")
		}
	}
	return b.String() + "\n"
}

func row(b *strings.Builder, k config.Key, lang, note string) {
	what := k.Type.In(lang)
	if !k.Required && k.Default == "" {
		note = ""
	}
	fmt.Fprintf(b, "| `%s` | %s | %s |\n", k.Name, what, strings.TrimSpace(k.Doc.In(lang)+" "+note))
}

// TestKeysAreTold finds keys of which nothing is said.
func TestKeysAreTold(t *testing.T) {
	check := func(where string, k config.Key) {
		if k.Doc.Ko == "" || k.Doc.En == "" || k.Example == "" {
			t.Errorf("%s: %s: said %+v, example %q", where, k.Name, k.Doc, k.Example)
		}
	}
	for _, table := range config.Tables() {
		for _, k := range table.Keys {
			check(table.Header, k)
		}
	}
	for _, r := range rules.All() {
		for _, k := range config.OptionsOf(r) {
			check(r.Name, k)
			if k.Default == "" {
				t.Errorf("%s: %s has no default", r.Name, k.Name)
			}
		}
	}
}
