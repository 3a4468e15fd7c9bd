package company

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
)

// show writes a list as the cases do: names apart by " | ", notes in braces, other kinds before a
// colon, and a + for a list that goes on.
func show(text string, l List) string {
	var out []string
	for _, n := range l.Names {
		s := text[n.Start:n.End]
		if n.Note != "" {
			s += " {" + n.Note + "}"
		}
		if n.Kind != Company {
			s = n.Kind.String() + ": " + s
		}
		out = append(out, s)
	}
	switch {
	case l.Others > 0:
		out = append(out, fmt.Sprintf("+%d", l.Others))
	case l.More:
		out = append(out, "+")
	}
	return strings.Join(out, " | ")
}

// TestSplit reads the cases of testdata/split.txt: a text, =>, and what it names.
func TestSplit(t *testing.T) {
	f, err := os.Open("testdata/split.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	cases := 0
	line := bufio.NewScanner(f)
	for n := 1; line.Scan(); n++ {
		if line.Text() == "" || strings.HasPrefix(line.Text(), "##") {
			continue
		}
		text, want, ok := strings.Cut(line.Text(), "=>")
		if !ok {
			t.Fatalf("line %d has no =>", n)
		}
		text, want = strings.ReplaceAll(strings.TrimSpace(text), `\n`, "\n"), strings.TrimSpace(want)
		if got := strings.ReplaceAll(show(text, Split(text)), "\n", `\n`); got != want {
			t.Errorf("line %d: %q\n got %s\nwant %s", n, text, got, want)
		}
		cases++
	}
	if cases < 50 {
		t.Errorf("only %d cases", cases)
	}
}
