package testsite

import (
	"encoding/json"
	"fmt"
	"html/template"
	"regexp"
	"strings"
)

// A policyText is the invented policy in pieces, from which every page is put together: what its twins say cannot differ.
type policyText struct {
	names  []string // of the sections, in their order
	texts  map[string]*template.Template
	tables map[string]table
}

type table struct {
	Caption string   `json:"caption"`
	Rows    [][]cell `json:"rows"`
}

type cell struct {
	Text string `json:"text"`
	Head bool   `json:"head,omitempty"`
	Rows int    `json:"rows,omitempty"` // that it spans; 0 for one
}

func readPolicy() policyText {
	p := policyText{names: names("policy/*.html"), texts: make(map[string]*template.Template)}
	raw, err := files.ReadFile("policy/tables.json")
	if err == nil {
		err = json.Unmarshal(raw, &p.tables)
	}
	if err != nil {
		panic(fmt.Errorf("policy/tables.json: %w", err)) // a mistake in our own data, which every test meets
	}
	for _, name := range p.names {
		raw, err := files.ReadFile("policy/" + name + ".html")
		if err != nil {
			panic(err)
		}
		none := template.FuncMap{"table": func(string) template.HTML { return "" }} // section tells which
		p.texts[name] = template.Must(template.New(name).Funcs(none).Parse(string(raw)))
	}
	return p
}

// section is one section of the policy; its tables are left to a script unless they are wanted.
func (p policyText) section(name string, tables bool) template.HTML {
	text, err := p.texts[name].Clone()
	if err != nil {
		panic(err) // it was never shown, so it can be copied
	}
	text.Funcs(template.FuncMap{"table": func(name string) template.HTML { return p.table(name, tables) }})
	var out strings.Builder
	if err := text.Execute(&out, nil); err != nil {
		panic(fmt.Errorf("%s: %w", name, err))
	}
	return template.HTML(out.String())
}

// whole is the policy without its title.
func (p policyText) whole() template.HTML {
	var out strings.Builder
	for _, name := range p.names {
		out.WriteString(string(p.section(name, true)))
	}
	return template.HTML(out.String())
}

// heading is that of a section, with its number apart from its name.
var heading = regexp.MustCompile(`<h2>([^(<]*)\(([^<]*)\)</h2>\n`)

// title is the heading of a section; a tab tells the name alone.
func (p policyText) title(name string, number bool) (string, error) {
	m := heading.FindStringSubmatch(string(p.section(name, false)))
	switch {
	case m == nil:
		return "", fmt.Errorf("%s: no heading", name)
	case number:
		return m[1] + "(" + m[2] + ")", nil
	}
	return m[2], nil
}

// content is a section without its heading.
func (p policyText) content(name string) template.HTML {
	return template.HTML(heading.ReplaceAllString(string(p.section(name, true)), ""))
}

// table is a table, or the place in which a script builds it.
func (p policyText) table(name string, built bool) template.HTML {
	t, ok := p.tables[name]
	if !ok {
		panic("no table " + name)
	}
	var out strings.Builder
	if !built {
		fmt.Fprintf(&out, `<div data-table="%s"></div>`, template.HTMLEscapeString(name))
		return template.HTML(out.String())
	}
	fmt.Fprintf(&out, "<table><caption>%s</caption>\n", template.HTMLEscapeString(t.Caption))
	for _, row := range t.Rows {
		out.WriteString("<tr>")
		for _, c := range row {
			out.WriteString(c.html())
		}
		out.WriteString("</tr>\n")
	}
	out.WriteString("</table>")
	return template.HTML(out.String())
}

func (c cell) html() string {
	tag, span := "td", ""
	if c.Head {
		tag = "th"
	}
	if c.Rows > 1 {
		span = fmt.Sprintf(` rowspan="%d"`, c.Rows)
	}
	return fmt.Sprintf("<%s%s>%s</%s>", tag, span, template.HTMLEscapeString(c.Text), tag)
}
