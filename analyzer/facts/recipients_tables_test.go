package facts_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/facts"
)

// table is a property of lists in one table of HTML.
func table(name string, write func(r *rand.Rand, l *inventedList) string) property {
	return property{name, func(r *rand.Rand, l *inventedList) (written, bool) {
		body := write(r, l)
		return written{"policy.html", l.asHTML(body), l}, body != ""
	}}
}

// cells is a property of lists the text of whose cells stands in something.
func cells(name string, around func(text string) string) property {
	return table(name, func(_ *rand.Rand, l *inventedList) string { return l.sheet().merged().html(look{cell: around}) })
}

var spaceInText = regexp.MustCompile(` `)

// tableProperties are those of tables of HTML.
var tableProperties = []property{
	table("th", func(_ *rand.Rand, l *inventedList) string { return l.sheet().html(look{}) }),
	table("titles in td", func(_ *rand.Rand, l *inventedList) string { return l.sheet().html(look{td: true}) }),
	table("titles in bold td", func(_ *rand.Rand, l *inventedList) string {
		s := l.sheet()
		for _, c := range s.rows[0] {
			c.html = "<b>" + c.text + "</b>"
		}
		return s.html(look{td: true})
	}),
	table("thead and tbody", func(r *rand.Rand, l *inventedList) string {
		return l.sheet().merged().html(look{parts: true, td: r.IntN(2) == 0})
	}),
	table("tfoot", func(_ *rand.Rand, l *inventedList) string { return l.sheet().html(look{parts: true, foot: true}) }),
	table("no end tags", func(_ *rand.Rand, l *inventedList) string { return l.sheet().merged().html(look{open: true}) }),
	table("attributes", func(_ *rand.Rand, l *inventedList) string {
		return l.sheet().html(look{table: ` class="tbl" border=1 summary="목록"`, row: ` class=row style="height:30px" onclick="x()"`})
	}),
	table("merged down", func(_ *rand.Rand, l *inventedList) string { return l.sheet().merged().html(look{}) }),
	table("merged down, titles in td", func(_ *rand.Rand, l *inventedList) string { return l.sheet().merged().html(look{td: true}) }),
	table("caption", func(_ *rand.Rand, l *inventedList) string {
		return l.sheet().html(look{caption: l.of.caption})
	}),
	cells("words in spans", func(s string) string { return word.ReplaceAllString(s, "<span>$0</span>") }),
	cells("letters in fonts", func(s string) string { return `<font size=2><span style="color:#333">` + s + "</span></font>" }),
	cells("divs in divs", func(s string) string { return "\n\t<div>\n\t\t<div><p>" + s + "</p></div>\n</div>" }),
	cells("links", func(s string) string { return `<a href="https://moran.example.com/">` + s + "</a>" }),
	cells("space around", func(s string) string { return "&nbsp; \n" + s + " &nbsp;<br>" }),
	cells("spaces that do not break", func(s string) string { return spaceInText.ReplaceAllString(s, "&nbsp;") }),
	cells("zero width around", func(s string) string { return "\u200b" + s + "\ufeff" }),
	cells("comments", func(s string) string { return "<!-- 위탁 -->" + s + "<!-- <td>제공</td> -->" }),
	table("companies parted by breaks", func(_ *rand.Rand, l *inventedList) string { return l.sheet().merged().html(look{breaks: "br"}) }),
	table("companies in paragraphs", func(_ *rand.Rand, l *inventedList) string { return l.sheet().merged().html(look{breaks: "p"}) }),
	table("companies in a list", func(_ *rand.Rand, l *inventedList) string { return l.sheet().merged().html(look{breaks: "li"}) }),
	table("empty rows", func(r *rand.Rand, l *inventedList) string {
		s := l.sheet()
		for range 1 + r.IntN(3) {
			s = s.withRow(1+r.IntN(len(s.rows)), s.blank())
		}
		return s.html(look{td: r.IntN(2) == 0})
	}),
	table("an empty row above", func(_ *rand.Rand, l *inventedList) string {
		s := l.sheet()
		return s.withRow(0, s.blank()).html(look{td: true})
	}),
	table("empty columns", func(r *rand.Rand, l *inventedList) string {
		s := l.sheet()
		for range 1 + r.IntN(2) {
			s = s.withColumn(r.IntN(len(s.rows[0])+1), "", func(int) *square { return &square{} })
		}
		return s.html(look{td: r.IntN(2) == 0})
	}),
	table("rows in another order", func(r *rand.Rand, l *inventedList) string {
		r.Shuffle(len(l.rows), func(i, j int) { l.rows[i], l.rows[j] = l.rows[j], l.rows[i] })
		return l.sheet().merged().html(look{})
	}),
	table("columns in another order", func(r *rand.Rand, l *inventedList) string {
		return l.permuted(r.Perm(len(l.fields))).sheet().merged().html(look{td: r.IntN(2) == 0})
	}),
	table("transposed", func(_ *rand.Rand, l *inventedList) string { return l.sheet().transposed().html(look{}) }),
	table("transposed, titles in td", func(_ *rand.Rand, l *inventedList) string { return l.sheet().transposed().html(look{td: true}) }),
	table("transposed and merged", func(_ *rand.Rand, l *inventedList) string { return l.sheet().merged().transposed().html(look{}) }),
	table("a column of numbers", func(r *rand.Rand, l *inventedList) string {
		return l.sheet().merged().withColumn(0, one(r, l.words.number), func(n int) *square { return &square{text: fmt.Sprint(n + 1)} }).html(look{td: r.IntN(2) == 0})
	}),
	table("a column of remarks", func(r *rand.Rand, l *inventedList) string {
		remarks := []string{"", "-", "2025.3.1. 변경"}
		return l.sheet().merged().withColumn(len(l.fields), one(r, l.words.remark), func(int) *square { return &square{text: one(r, remarks)} }).html(look{})
	}),
	table("a column of groups", func(r *rand.Rand, l *inventedList) string {
		group := &square{text: one(r, l.words.groups)}
		return l.sheet().withColumn(0, one(r, l.words.group), func(int) *square {
			if r.IntN(3) == 0 {
				group = &square{text: one(r, l.words.groups)}
			}
			return group
		}).html(look{td: r.IntN(2) == 0})
	}),
	table("a row of titles again", func(r *rand.Rand, l *inventedList) string {
		s := l.sheet()
		again := make([]*square, len(s.rows[0]))
		for i, c := range s.rows[0] {
			again[i] = &square{text: c.text, title: r.IntN(2) == 0}
		}
		return s.withRow(2+r.IntN(len(l.rows)-1), again).html(look{})
	}),
	table("split, titles again", func(r *rand.Rand, l *inventedList) string {
		a, b := l.sheet().split(2+r.IntN(len(l.rows)-1), true)
		return a.html(look{}) + b.html(look{})
	}),
	table("split", func(r *rand.Rand, l *inventedList) string {
		a, b := l.sheet().split(2+r.IntN(len(l.rows)-1), false)
		return a.html(look{}) + "<br>" + b.html(look{})
	}),
	table("split, titles in td", func(r *rand.Rand, l *inventedList) string {
		a, b := l.sheet().split(2+r.IntN(len(l.rows)-1), false)
		return a.html(look{td: true}) + b.html(look{td: true})
	}),
	table("a title across", func(r *rand.Rand, l *inventedList) string {
		s := l.sheet()
		return s.withRow(0, s.across(l.of.caption)).html(look{td: r.IntN(2) == 0})
	}),
	table("titles of groups across", func(r *rand.Rand, l *inventedList) string {
		s := l.sheet()
		s = s.withRow(1+r.IntN(len(l.rows)), s.across("■ "+one(r, l.words.groups)))
		return s.withRow(1, s.across("■ "+one(r, l.words.groups))).html(look{})
	}),
	table("a note across", func(_ *rand.Rand, l *inventedList) string {
		s := l.sheet().merged()
		return s.withRow(len(s.rows), s.across(l.words.note)).html(look{})
	}),
	table("two rows of titles", func(r *rand.Rand, l *inventedList) string {
		if len(l.fields) < 3 {
			return ""
		}
		s := l.sheet()
		over := &square{text: l.of.caption, title: true}
		s.rows = slices.Insert(s.rows, 0, slices.Clone(s.rows[0]))
		s.heads = 2
		for c := 1 + r.IntN(len(l.fields)-2); c < len(l.fields); c++ {
			s.rows[0][c] = over
		}
		return s.html(look{parts: r.IntN(2) == 0, td: r.IntN(2) == 0})
	}),
	table("within a table that places it", func(_ *rand.Rand, l *inventedList) string {
		return "<table width=100%><tr><td>" + l.sheet().html(look{td: true}) + "</td></tr></table>"
	}),
	table("tables in cells", func(r *rand.Rand, l *inventedList) string {
		a, b := l.sheet().split(1+1+r.IntN(len(l.rows)-1), true)
		outer := sheet{heads: 1, rows: [][]*square{
			{{text: l.words.group[0], title: true}, {text: l.of.caption, title: true}},
			{{text: l.words.groups[0]}, {html: a.html(look{})}}, {{text: l.words.groups[1]}, {html: b.html(look{})}},
		}}
		return outer.html(look{})
	}),
	table("a table for each", func(_ *rand.Rand, l *inventedList) string {
		var b strings.Builder
		for n := range l.rows {
			one := l.clone()
			one.rows = l.rows[n : n+1]
			b.WriteString(one.sheet().transposed().html(look{td: n%2 == 0}))
		}
		return b.String()
	}),
	table("blocks below one another", blocksBelow),
	table("blocks beside their names", blocksBeside),
	table("titles with breaks", func(_ *rand.Rand, l *inventedList) string {
		s := l.sheet().merged()
		for _, c := range s.rows[0] {
			c.html = strings.ReplaceAll(c.text, " ", "<br>\n")
		}
		return s.html(look{})
	}),
	table("titles with spaces", func(_ *rand.Rand, l *inventedList) string {
		s := l.sheet()
		if l.words.language == "en" {
			return ""
		}
		for _, c := range s.rows[0] {
			c.html = strings.Join(strings.Split(strings.ReplaceAll(c.text, " ", ""), ""), " ")
		}
		return s.html(look{})
	}),
	table("in details", func(_ *rand.Rand, l *inventedList) string {
		return "<details><summary>" + l.of.caption + "</summary>" + l.sheet().html(look{}) + "</details>"
	}),
	table("a text between", func(_ *rand.Rand, l *inventedList) string {
		return "<p>" + l.words.note + "</p>" + l.sheet().merged().html(look{}) + "<p>" + l.words.note + "</p>"
	}),
	{"after another section", func(_ *rand.Rand, l *inventedList) (written, bool) {
		page := l.asHTML(l.sheet().html(look{}))
		from, to := strings.Index(page, "<h2>2"), strings.Index(page, "<h2>3")
		return written{"policy.html", page[:from] + strings.TrimSuffix(page[to:], "</body></html>") + page[from:to], l}, true
	}},
	{"first of all", func(_ *rand.Rand, l *inventedList) (written, bool) {
		page := l.asHTML(l.sheet().html(look{td: true}))
		from, to := strings.Index(page, "<h2>2"), strings.Index(page, "<h2>3")
		first := strings.Index(page, "<h2>1")
		return written{"policy.html", page[:first] + page[from:to] + page[first:from] + page[to:], l}, true
	}},
	{"two lists in a section each", func(r *rand.Rand, l *inventedList) (written, bool) {
		more := inventList(r)
		if more.words != l.words || more.of == l.of {
			return written{}, false
		}
		body := l.sheet().merged().html(look{}) + "<h2>" + more.heading + "</h2><p>" + more.intro + "</p>" + more.sheet().merged().html(look{td: true})
		both := l.clone()
		both.more = more
		return written{"policy.html", l.asHTML(body), both}, true
	}},
	{"two lists in a table", func(r *rand.Rand, l *inventedList) (written, bool) {
		more := inventList(r)
		if more.words != l.words || more.of == l.of || len(more.fields) > len(l.fields) || l.isAbroad() || more.isAbroad() {
			return written{}, false
		}
		l.heading = l.words.both
		s := l.sheet()
		for _, row := range more.sheet().rows {
			for len(row) < len(l.fields) {
				row = append(row, row[len(row)-1])
			}
			s.rows = append(s.rows, row)
		}
		both := l.clone()
		both.more = more
		return written{"policy.html", l.asHTML(s.html(look{})), both}, true
	}},
	table("a cell deleted", func(r *rand.Rand, l *inventedList) string {
		s := l.sheet().merged()
		column := 1 + r.IntN(len(l.fields)-1)
		gone := s.rows[1+r.IntN(len(l.rows))][column]
		for n := range l.rows {
			if s.rows[n+1][column] == gone {
				l.rows[n][column] = inventedCell{}
			}
		}
		gone.text = ""
		return s.html(look{td: r.IntN(2) == 0})
	}),
	table("a cell deleted, transposed", func(r *rand.Rand, l *inventedList) string {
		column, n := 1+r.IntN(len(l.fields)-1), r.IntN(len(l.rows))
		l.rows[n][column] = inventedCell{}
		return l.sheet().transposed().html(look{})
	}),
	table("the first name deleted", func(_ *rand.Rand, l *inventedList) string {
		s := l.sheet()
		s.rows[1][0] = &square{}
		l.rows = l.rows[1:]
		return s.html(look{})
	}),
	table("a name deleted is that above", func(r *rand.Rand, l *inventedList) string {
		n := 1 + r.IntN(len(l.rows)-1)
		s := l.sheet()
		for _, c := range s.rows[n+1] {
			if strings.Trim(c.text, "-") == "" {
				return ""
			}
		}
		s.rows[n+1][0] = &square{}
		l.rows[n][0] = l.rows[n-1][0]
		return s.html(look{})
	}),
	table("a row deleted", func(r *rand.Rand, l *inventedList) string {
		n := r.IntN(len(l.rows))
		l.rows = slices.Delete(l.rows, n, n+1)
		return l.sheet().merged().html(look{})
	}),
	table("a row nobody is in", func(r *rand.Rand, l *inventedList) string {
		none := one(r, []string{"해당 없음", "-", "○○○", "없음"})
		s := l.sheet()
		row := s.blank()
		row[0] = &square{text: none}
		row[1] = &square{text: one(r, l.words.values[l.fields[1]])}
		return s.withRow(1+r.IntN(len(s.rows)), row).html(look{})
	}),
}

// isAbroad reports whether the list is one of recipients abroad.
func (l *inventedList) isAbroad() bool { return l.clauses[0] == facts.OverseasTransfer }

// blocksBelow writes a row for each title and value, company below company.
func blocksBelow(r *rand.Rand, l *inventedList) string {
	var s sheet
	for _, row := range l.rows {
		for i, c := range row {
			s.rows = append(s.rows, []*square{{text: l.titles[i], title: true}, {text: c.text, lines: c.lines}})
		}
	}
	s.side = 1
	return s.html(look{td: r.IntN(2) == 0})
}

// blocksBeside writes a row for each title and value beside the name, which is merged over them.
func blocksBeside(r *rand.Rand, l *inventedList) string {
	if len(l.fields) < 3 {
		return ""
	}
	s := sheet{heads: 1}
	over := &square{text: l.of.caption, title: true}
	s.rows = append(s.rows, []*square{{text: l.titles[0], title: true}, over, over})
	for _, row := range l.rows {
		name := &square{text: row[0].text, lines: row[0].lines}
		for i := 1; i < len(row); i++ {
			s.rows = append(s.rows, []*square{name, {text: l.titles[i]}, {text: row[i].text}})
		}
	}
	return s.html(look{td: r.IntN(2) == 0})
}

// pairable reports whether the list has nothing but names and work.
func (l *inventedList) paired() *inventedList {
	if !l.has(facts.FieldTask) && !l.has(facts.FieldPurpose) || l.clauses[0] == facts.OverseasTransfer {
		return nil
	}
	out := l.clone()
	out.fields, out.titles = out.fields[:2], out.titles[:2]
	for n := range out.rows {
		out.rows[n] = out.rows[n][:2]
	}
	return out
}
