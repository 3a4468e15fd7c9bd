package facts_test

import (
	"math/rand/v2"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

// inText is a property of lists on a page of text.
func inText(name string, write func(r *rand.Rand, l *inventedList) string) property {
	return property{name, func(r *rand.Rand, l *inventedList) (written, bool) {
		body := write(r, l)
		return written{"policy.txt", l.asText(body), l}, body != ""
	}}
}

// inMarkdown is a property of lists on a page of Markdown.
func inMarkdown(name string, write func(r *rand.Rand, l *inventedList) string) property {
	return property{name, func(r *rand.Rand, l *inventedList) (written, bool) {
		body := write(r, l)
		return written{"policy.md", l.asMarkdown(body), l}, body != ""
	}}
}

// stored is a property of pages that are stored in another encoding.
func stored(name, label string, encodings ...encoding.Encoding) property {
	return property{"stored in " + name, func(r *rand.Rand, l *inventedList) (written, bool) {
		page := strings.Replace(l.asHTML(l.sheet().merged().html(look{})), "charset=utf-8", "charset="+label, 1)
		raw, err := one(r, encodings).NewEncoder().String(page)
		return written{"policy.html", raw, l}, err == nil
	}}
}

var drawnPen = pen{bar: "|", rule: "-", cross: "+"}

// textProperties are those of tables in text and Markdown, and of other encodings.
var textProperties = []property{
	inMarkdown("Markdown", func(_ *rand.Rand, l *inventedList) string { return l.sheet().markdown(false) }),
	inMarkdown("Markdown with breaks", func(_ *rand.Rand, l *inventedList) string { return l.sheet().markdown(true) }),
	inMarkdown("Markdown, columns in another order", func(r *rand.Rand, l *inventedList) string {
		return l.permuted(r.Perm(len(l.fields))).sheet().markdown(true)
	}),
	inMarkdown("HTML in Markdown", func(_ *rand.Rand, l *inventedList) string { return l.sheet().merged().html(look{}) }),
	inText("bars", func(_ *rand.Rand, l *inventedList) string { return l.sheet().markdown(false) }),
	inText("bars without a rule", func(_ *rand.Rand, l *inventedList) string {
		s := l.sheet()
		s.heads = 0
		return s.markdown(false)
	}),
	inText("drawn", func(_ *rand.Rand, l *inventedList) string { return l.sheet().drawn(drawnPen) }),
	inText("drawn, lines broken", func(r *rand.Rand, l *inventedList) string {
		p := drawnPen
		p.wrap = 8 + r.IntN(12)
		return l.sheet().drawn(p)
	}),
	inText("drawn with boxes", func(_ *rand.Rand, l *inventedList) string {
		return l.sheet().drawn(pen{bar: "│", rule: "─", cross: "┼"})
	}),
	inText("drawn with boxes, lines broken", func(_ *rand.Rand, l *inventedList) string {
		return l.sheet().drawn(pen{bar: "│", rule: "─", cross: "┼", wrap: 14})
	}),
	inText("drawn, a rule below the titles", func(_ *rand.Rand, l *inventedList) string {
		return l.sheet().drawn(pen{bar: "|", rule: "-", cross: "+", heads: true})
	}),
	inText("tabs", func(_ *rand.Rand, l *inventedList) string { return l.sheet().tabs() }),
	stored("EUC-KR", "euc-kr", korean.EUCKR),
	stored("UTF-16", "utf-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)),
	stored("Shift JIS", "shift_jis", japanese.ShiftJIS),
}

// lineProperties are those of lists in lines.
var lineProperties = []property{
	table("labels in paragraphs", func(_ *rand.Rand, l *inventedList) string {
		var b strings.Builder
		for _, row := range l.labelled() {
			b.WriteString("<p>" + strings.Join(row, "</p>\n<p>") + "</p>\n")
		}
		return b.String()
	}),
	table("labels in items", func(_ *rand.Rand, l *inventedList) string {
		var b strings.Builder
		for _, row := range l.labelled() {
			b.WriteString("<ul><li>" + strings.Join(row, "</li>\n<li>") + "</li></ul>\n")
		}
		return b.String()
	}),
	table("labels between breaks", func(_ *rand.Rand, l *inventedList) string {
		var b strings.Builder
		for _, row := range l.labelled() {
			b.WriteString(strings.Join(row, "<br>\n") + "<br><br>\n")
		}
		return "<div>" + b.String() + "</div>"
	}),
	inText("labels in lines", func(_ *rand.Rand, l *inventedList) string {
		var b strings.Builder
		for _, row := range l.labelled() {
			b.WriteString("- " + strings.Join(row, "\n- ") + "\n\n")
		}
		return b.String()
	}),
	inMarkdown("labels in Markdown", func(_ *rand.Rand, l *inventedList) string {
		var b strings.Builder
		for _, row := range l.labelled() {
			b.WriteString("- " + strings.Join(row, "\n- ") + "\n\n")
		}
		return b.String()
	}),
	table("terms and definitions", func(_ *rand.Rand, l *inventedList) string {
		var b strings.Builder
		for _, row := range l.rows {
			for i, c := range row {
				if strings.Trim(c.text, "-") != "" {
					b.WriteString("<dt>" + l.titles[i] + "</dt><dd>" + c.text + "</dd>\n")
				}
			}
		}
		return "<dl>" + b.String() + "</dl>"
	}),
	paired("items of company and work", "policy.html", func(a, b string) string { return "<li>" + a + " : " + b + "</li>" }),
	paired("lines of company and work", "policy.txt", func(a, b string) string { return "- " + a + ": " + b + "\n" }),
	paired("terms of companies", "policy.html", func(a, b string) string { return "<dt>" + a + "</dt><dd>" + b + "</dd>" }),
}

// paired is a property of lists of nothing but names and work.
func paired(name, page string, write func(a, b string) string) property {
	return property{name, func(_ *rand.Rand, l *inventedList) (written, bool) {
		p := l.paired()
		if p == nil {
			return written{}, false
		}
		var b strings.Builder
		for _, row := range p.rows {
			b.WriteString(write(row[0].text, row[1].text))
		}
		body := b.String()
		switch {
		case page == "policy.txt":
			return written{page, p.asText(body), p}, true
		case strings.HasPrefix(body, "<li>"):
			body = "<ul>" + body + "</ul>"
		default:
			body = "<dl>" + body + "</dl>"
		}
		return written{page, p.asHTML(body), p}, true
	}}
}
