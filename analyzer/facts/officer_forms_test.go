package facts_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// forms are other ways to write a page that say the same. One that cannot write a page so returns it as
// it is.
var forms = map[string]func(page string) string{
	"titles that are no th": func(page string) string {
		page = regexp.MustCompile(`<th([ >])`).ReplaceAllString(page, "<td$1")
		return strings.ReplaceAll(page, "</th>", "</td>")
	},
	"words in spans": func(page string) string {
		return regexp.MustCompile(`>[^<>\n]+<`).ReplaceAllStringFunc(page, func(s string) string {
			return ">" + regexp.MustCompile(`\S+`).ReplaceAllString(s[1:len(s)-1], "<span>$0</span>") + "<"
		})
	},
	"line breaks behind cells": func(page string) string {
		return regexp.MustCompile(`</t[dhr]>|</table>|</p>|</li>`).ReplaceAllString(page, "$0\n    ")
	},
	"an empty row": eachTable(func(rows [][]string) [][]string { return append(rows, make([]string, len(rows[0]))) }),
	"an empty column": eachTable(func(rows [][]string) [][]string {
		return transposed(append(transposed(rows), make([]string, len(rows))))
	}),
	"columns as rows": eachTable(transposed),
}

// eachTable rewrites the tables of a page whose rows have the same number of cells, none of which spans or says what it titles.
func eachTable(rewrite func([][]string) [][]string) func(string) string {
	table := regexp.MustCompile(`(?s)<table>.*?</table>`)
	row, cell := regexp.MustCompile(`<tr>`), regexp.MustCompile(`<t[dh]>`)
	closing := regexp.MustCompile(`</t(d|h|r|able|head)>|<thead>`)
	return func(page string) string {
		if strings.Contains(page, "span=") || strings.Contains(page, "<caption") || strings.Contains(page, "scope=") {
			return page
		}
		return table.ReplaceAllStringFunc(page, func(s string) string {
			var rows [][]string
			for _, r := range row.Split(closing.ReplaceAllString(s, ""), -1)[1:] {
				rows = append(rows, cell.Split(strings.TrimSpace(r), -1)[1:])
				if len(rows[len(rows)-1]) != len(rows[0]) {
					return s
				}
			}
			var out strings.Builder
			for _, r := range rewrite(rows) {
				out.WriteString("<tr><td>" + strings.Join(r, "</td><td>") + "</td></tr>")
			}
			return "<table>" + out.String() + "</table>"
		})
	}
}

func transposed(rows [][]string) [][]string {
	out := make([][]string, len(rows[0]))
	for _, r := range rows {
		for i, c := range r {
			out[i] = append(out[i], c)
		}
	}
	return out
}

// TestOfficersInOtherForms writes the pages of the fixture in other forms, in which the same people are
// told of.
func TestOfficersInOtherForms(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "testdata", "facts", "officers.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for _, f := range archive.Files {
		if filepath.Ext(f.Name) != ".html" {
			continue
		}
		page := string(f.Data)
		want := people(read(t, f.Name, page))
		for name, form := range forms {
			other := form(page)
			if other == page {
				continue
			}
			changed++
			if diff := cmp.Diff(want, people(read(t, f.Name, other))); diff != "" {
				t.Errorf("%s with %s: want -, got +\n%s\n%s", f.Name, name, diff, other)
			}
		}
	}
	if changed < 80 {
		t.Errorf("only %d pages were changed", changed)
	}
}

// people are those who are told of, in the order of the alphabet.
func people(p *analyzer.Pass) []string {
	var out []string
	for _, o := range facts.Officers.Of(p) {
		var row []string
		for _, q := range []facts.Quoted{o.Name, o.Title, o.Department, o.Phone, o.Fax, o.Email} {
			row = append(row, q.Text)
		}
		out = append(out, string(o.Role)+" "+strings.Join(row, " | "))
	}
	slices.Sort(out)
	return out
}
