package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Two parts of one real policy, published apart: neither is missed in the other, and no clause is asked of them.
func TestAsOneParts(t *testing.T) {
	shared := cmp.Or(os.Getenv("PIPALINT_SHARED"), filepath.Join("..", "..", "..", "shared"))
	parts, err := filepath.Glob(filepath.Join(shared, "seeds", "kakao-*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(parts) == 0 {
		t.Skip("no collection of real policies here")
	}
	var stdout, stderr bytes.Buffer
	c := newCommand()
	c.Stdout, c.Stderr = &stdout, &stderr
	c.run(slices.Concat([]string{"check", "--no-config", "--as-one", "--format", "json", "--fail-on", never}, parts))
	var out struct {
		Documents []struct{ Policy, Kind, Status string }
		Findings  []struct{ Rule string }
	}
	if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
		t.Fatalf("%v, stderr %s", err, &stderr)
	}
	if len(out.Documents) != len(parts) {
		t.Fatalf("%d documents of %d parts", len(out.Documents), len(parts))
	}
	for _, d := range out.Documents {
		if d.Policy != out.Documents[0].Policy || d.Kind != "subpage" || d.Status != "ok" {
			t.Errorf("%+v", d)
		}
	}
	for _, f := range out.Findings {
		if strings.HasSuffix(f.Rule, "-missing") {
			t.Errorf("a part is asked for a clause: %s", f.Rule)
		}
	}
}
