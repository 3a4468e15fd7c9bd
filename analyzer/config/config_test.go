package config_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/rules"
)

// samples are the configurations of an archive, by name.
func samples(t testing.TB, archive string) []txtar.File {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("..", "..", "testdata", "config", archive))
	if err != nil {
		t.Fatal(err)
	}
	return a.Files
}

func read(name, text string) (*config.Config, error) {
	return config.Read(policy.NewFile(name, text, "utf-8", nil), rules.All())
}

func TestGood(t *testing.T) {
	for _, f := range samples(t, "good.txtar") {
		for name, text := range map[string]string{f.Name: string(f.Data), f.Name + " with CRLF": strings.ReplaceAll(string(f.Data), "\n", "\r\n")} {
			if _, err := read(f.Name, text); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestBad wants just the faults that the comments above a configuration tell.
func TestBad(t *testing.T) {
	for _, archive := range []string{"bad.txtar", "beyond.txtar", "broken.txtar"} {
		for _, f := range samples(t, archive) {
			t.Run(f.Name, func(t *testing.T) {
				_, err := read(f.Name, string(f.Data))
				faults, ok := errors.AsType[config.Faults](err)
				if !ok {
					t.Fatalf("error %v", err)
				}
				var got, want []string
				for line := range strings.Lines(string(f.Data)) {
					if fault, ok := strings.CutPrefix(line, "# "); ok {
						want = append(want, strings.TrimSpace(fault))
					}
				}
				for i, fault := range faults {
					at := fault.Place.File.Position(fault.Place.Span.Start)
					one := fmt.Sprintf("%d:%d %s", at.Line, at.Column, fault.Message.En)
					if i < len(want) && strings.HasPrefix(one, want[i]) {
						one = want[i]
					}
					got = append(got, one)
					if fault.Message.Ko == "" || fault.Message.Ko == fault.Message.En {
						t.Errorf("%s: no Korean: %q", one, fault.Message.Ko)
					}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

// TestSchema holds the published schema to the reader.
func TestSchema(t *testing.T) {
	file := filepath.Join("..", "..", "docs", "pipalint.schema.json")
	fresh, err := config.Schema(rules.All())
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, fresh, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	published, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(published, fresh) {
		t.Errorf("the schema is stale (rewrite with UPDATE=1 go test ./analyzer/config):\n%s", cmp.Diff(strings.Split(string(published), "\n"), strings.Split(string(fresh), "\n")))
	}
	schema := compile(t, fresh)
	for archive, accepts := range map[string]bool{"good.txtar": true, "bad.txtar": false, "beyond.txtar": true} {
		for _, f := range samples(t, archive) {
			var value any
			if toml.Unmarshal(f.Data, &value) != nil {
				continue // what is no TOML has no value
			}
			if err := schema.Validate(asJSON(t, value)); (err == nil) != accepts {
				t.Errorf("%s: %s: the schema says %v", archive, f.Name, err)
			}
		}
	}
}

func compile(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(config.SchemaURL, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(config.SchemaURL)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON is a value of TOML as editors hold it against a schema.
func asJSON(t *testing.T, value any) any {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}
