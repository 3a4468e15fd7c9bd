package facts_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// A written is a list as it stands on a page.
type written struct {
	name, page string        // "policy.html"
	list       *inventedList // what is to be found
}

// A property is a way of writing lists that changes nothing of what they say, or what it says it does.
type property struct {
	name  string
	write func(r *rand.Rand, l *inventedList) (written, bool)
}

// notYet is how many of the lists fail, by property: what does not hold yet.
var notYet = map[string]int{
	"items of company and work": 8,
	"labels between breaks":     1,
	"labels in Markdown":        1,
	"labels in items":           1,
	"labels in lines":           3,
	"labels in paragraphs":      1,
	"lines of company and work": 8,
	"terms and definitions":     7,
	"terms of companies":        14,
	"two lists in a table":      5,
}

// seeds is how many lists each property is tried on.
const seeds = 40

// TestListsHowever writes invented lists in every way of writing lists: all that is found is what they say.
func TestListsHowever(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of lists take long")
	}
	for _, p := range slices.Concat(tableProperties, textProperties, lineProperties) {
		t.Run(p.name, func(t *testing.T) {
			tried, failed := 0, 0
			var failures []string
			for seed := uint64(0); tried < seeds && seed < 20*seeds; seed++ {
				r := rand.New(rand.NewPCG(seed, 1))
				w, ok := p.write(r, inventList(r))
				if !ok {
					continue
				}
				tried++
				pass := read(t, w.name, w.page)
				if diff := cmp.Diff(w.list.wanted(), found(t, pass)); diff != "" {
					if failed++; failed <= 3 {
						failures = append(failures, fmt.Sprintf("seed %d: want -, got +\n%s\n%s", seed, diff, w.page))
					}
				}
			}
			if tried < seeds {
				t.Errorf("only %d lists were tried", tried)
			}
			if failed > notYet[p.name] {
				t.Errorf("%d of %d lists failed:\n%s", failed, tried, strings.Join(failures, "\n"))
			} else if failed < notYet[p.name] {
				t.Errorf("only %d of %d lists failed", failed, tried)
			}
		})
	}
}

// found is what stands on a page of the three sorts of recipients, row by row.
func found(t *testing.T, p *analyzer.Pass) string {
	t.Helper()
	type line struct {
		row  int
		text string
	}
	var all []line
	for _, l := range []struct {
		clause facts.Clause
		all    []facts.Recipient
	}{{facts.Entrustment, facts.Processors.Of(p)}, {facts.ThirdParty, facts.ThirdParties.Of(p)}, {facts.OverseasTransfer, facts.Transfers.Of(p)}} {
		for _, one := range l.all {
			verifyQuotes(t, p, one)
			all = append(all, line{one.Row, told(l.clause, one)})
		}
	}
	slices.SortStableFunc(all, func(a, b line) int { return a.row - b.row })
	var b strings.Builder
	for _, l := range all {
		b.WriteString(l.text + "\n")
	}
	return b.String()
}

// told is a recipient as [inventedList.wanted] writes it.
func told(c facts.Clause, one facts.Recipient) string {
	out := one.Name.Text
	if one.Kind == company.Category {
		out = "(" + out + ")"
	}
	if one.More {
		out += fmt.Sprintf(" +%d", one.Others)
	}
	for _, f := range toldFields {
		if q := quoteOf(one, f); q.Text != "" && (f != facts.FieldTask || c == facts.Entrustment) && (f != facts.FieldPurpose || c != facts.Entrustment) {
			out += fmt.Sprintf(" | %d: %s", f, q.Text)
		}
	}
	return string(c) + ": " + out
}

// quoteOf is what a recipient's row says of a field.
func quoteOf(one facts.Recipient, f facts.Field) facts.Quote {
	switch f {
	case facts.FieldTask:
		return one.Task
	case facts.FieldPurpose:
		return one.Purpose
	case facts.FieldItems:
		return one.Items
	case facts.FieldPeriod:
		return one.Period
	case facts.FieldContact:
		return one.Contact
	case facts.FieldCountry:
		return one.Country
	case facts.FieldTiming:
		return one.Timing
	case facts.FieldMethod:
		return one.Method
	}
	return one.Refusal
}

// verifyQuotes checks that quotes are what stands at their places.
func verifyQuotes(t *testing.T, p *analyzer.Pass, one facts.Recipient) {
	t.Helper()
	for _, q := range []facts.Quote{one.Name, one.Task, one.Purpose, one.Items, one.Period, one.Country, one.Timing, one.Method, one.Refusal} {
		at := strings.Join(strings.Fields(p.Policy.Pages[q.At.Page].TextOf(q.At.Range)), " ")
		if q.Text != at && !strings.HasPrefix(q.Text, at+" ") {
			t.Errorf("%q is said to stand where %q stands", q.Text, at)
		}
	}
}
