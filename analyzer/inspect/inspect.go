// Package inspect shows a policy as it was understood: for programs as JSON, for people as text.
package inspect

import (
	"fmt"
	"path"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Report is what one page says, or a policy of several, in the words of the labelling guide. Its JSON form is a contract.
type Report struct {
	File          string                  `json:"file"`
	Pages         []string                `json:"pages,omitempty"` // the other pages of the policy that it tells of
	Format        string                  `json:"format"`
	Encoding      string                  `json:"encoding"`
	Kind          facts.Kind              `json:"kind"`
	Language      string                  `json:"language"`
	Controller    *string                 `json:"controller"`
	EffectiveDate *string                 `json:"effective_date"`
	DateDoubtful  bool                    `json:"effective_date_doubtful"`
	AnnouncedDate *string                 `json:"announced_date"`
	NoticeDays    *NoticeDays             `json:"notice_days"`
	Clauses       map[facts.Clause]Clause `json:"clauses"`
	Elements      Elements                `json:"elements"`
	Retention     []Retention             `json:"retention"`
	Processors    []Recipient             `json:"processors"`
	ThirdParties  []Recipient             `json:"third_parties"`
	Transfers     []Recipient             `json:"transfers"`
	Contacts
	Items    []Item    `json:"items"`
	Headings []Heading `json:"headings"`
	Tables   []Table   `json:"tables"`
	LeftOut  []Part    `json:"left_out"`
}

// NoticeDays are the days before a change of itself at which the policy promises to tell of it; null
// where it promises none.
type NoticeDays struct {
	General  *int `json:"general"`
	Material *int `json:"material"`
}

// A Clause is how the page addresses a clause.
type Clause struct {
	Status facts.Status `json:"status"`
	At     *At          `json:"at"`
	Quote  string       `json:"quote"`
}

// A Heading is one heading of the policy's own body.
type Heading struct {
	Text    string         `json:"text"`
	Depth   int            `json:"depth"`
	Clauses []facts.Clause `json:"clauses"`
	At      *At            `json:"at"`
}

// A Table is a data table: its cells as a grid, merged cells repeated.
type Table struct {
	HeaderRows    int        `json:"header_rows"`
	HeaderColumns int        `json:"header_columns"`
	Rows          [][]string `json:"rows"`
	At            *At        `json:"at"`
}

// A Part is a stretch of the page that is no part of the policy's own body.
type Part struct {
	Region string `json:"region"` // what it is instead
	Lines  int    `json:"lines"`
	At     *At    `json:"at"`
	Quote  string `json:"quote"` // the first words of it
}

// At is a place: lines and columns from 1, columns in code points, the end exclusive.
type At struct {
	File      string `json:"file,omitempty"` // where it is on another page than that of the report
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
}

// Document reports on one page of the policy of a pass.
func Document(p *analyzer.Pass, page int) Report {
	return document(p, page, func(of int) bool { return of == page })
}

// Policy reports on all pages of the policy of a pass, as one with the main page.
func Policy(p *analyzer.Pass) Report {
	r := document(p, 0, func(int) bool { return true })
	for _, doc := range p.Policy.Pages[1:] {
		r.Pages = append(r.Pages, doc.File.Name)
	}
	return r
}

// document reports on a page, with what those pages list that are told.
func document(p *analyzer.Pass, page int, told func(page int) bool) Report {
	doc := p.Policy.Pages[page]
	r := Report{
		File: doc.File.Name, Format: string(doc.Format), Encoding: doc.File.Encoding,
		Kind: facts.Kinds.Of(p)[page], Language: facts.Languages.Of(p)[page],
		Clauses: make(map[facts.Clause]Clause), Headings: []Heading{}, Tables: []Table{},
		LeftOut: leftOut(doc, facts.Body.Of(p)[page]),
	}
	dates := facts.Dates.Of(p)
	r.EffectiveDate, r.AnnouncedDate = day(dates.Effective.Date), day(dates.Announced.Date)
	r.DateDoubtful = dates.Effective.Doubtful
	if c := facts.Controller.Of(p); c.Name != "" {
		r.Controller = &c.Name
	}
	r.NoticeDays = noticeDays(facts.Notice.Of(p))
	for c, f := range facts.Clauses.Of(p) {
		r.Clauses[c] = clause(p, page, f)
	}
	r.Elements = elements(p)
	r.Items = items(p, page, told)
	r.Retention = retention(p, page, told)
	r.Processors = recipients(p, page, told, facts.Processors.Of(p))
	r.ThirdParties = recipients(p, page, told, facts.ThirdParties.Of(p))
	r.Transfers = recipients(p, page, told, facts.Transfers.Of(p))
	r.Contacts = contacts(p, page)
	for _, h := range facts.Outline.Of(p)[page] {
		r.Headings = append(r.Headings, heading(doc, h))
	}
	for _, t := range doc.Tables {
		r.Tables = append(r.Tables, table(doc, t))
	}
	return r
}

func day(d date.Date) *string {
	if d == (date.Date{}) {
		return nil
	}
	s := d.String()
	return &s
}

func noticeDays(n facts.NoticeOf) *NoticeDays {
	days := func(d facts.DaysAt) *int {
		if !d.Known() {
			return nil
		}
		return &d.Days
	}
	if !n.General.Known() && !n.Material.Known() {
		return nil
	}
	return &NoticeDays{days(n.General), days(n.Material)}
}

func clause(p *analyzer.Pass, page int, f facts.Finding) Clause {
	c := Clause{Status: f.Status}
	if f.Status != facts.Absent {
		doc := p.Policy.Pages[f.Page]
		c.At, c.Quote = atPlace(p, page, facts.PlaceIn{Page: f.Page, Range: f.Range}), doc.Quote(doc.Span(f.Range))
	}
	return c
}

func heading(doc *policy.Document, h facts.Heading) Heading {
	out := Heading{Text: doc.TextOf(h.Range), Depth: h.Depth, Clauses: h.Clauses, At: at(doc.Place(h.Range))}
	if out.Clauses == nil {
		out.Clauses = []facts.Clause{}
	}
	return out
}

func table(doc *policy.Document, t *policy.Table) Table {
	out := Table{HeaderRows: t.HeaderRows, HeaderColumns: t.HeaderColumns, At: at(policy.Place{File: doc.File, Span: t.Span})}
	for _, row := range t.Grid {
		cells := make([]string, len(row))
		for i, c := range row {
			if c != nil {
				cells[i] = c.Text
			}
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// leftOut are the parts of a page that are not the policy's own.
func leftOut(doc *policy.Document, regions []facts.Region) []Part {
	parts := []Part{}
	for _, part := range LeftOut(doc, regions) {
		blocks := doc.BlocksIn(part.Range)
		parts = append(parts, Part{Region: part.Region.String(), Lines: len(blocks), At: at(doc.Place(part.Range)), Quote: shorten(blocks[0].Text)})
	}
	return parts
}

// A Stretch is neighbouring lines of one region.
type Stretch struct {
	Region facts.Region
	Range  policy.Range
}

// LeftOut joins neighbouring lines that are not the policy's own. The page's title is where it belongs.
func LeftOut(doc *policy.Document, regions []facts.Region) []Stretch {
	var out []Stretch
	for i := 0; i < len(regions); {
		j := i
		for j < len(regions) && regions[j] == regions[i] {
			j++
		}
		if regions[i] != facts.Own && regions[i] != facts.Title {
			out = append(out, Stretch{regions[i], policy.Range{Start: doc.Blocks[i].Range.Start, End: doc.Blocks[j-1].Range.End}})
		}
		i = j
	}
	return out
}

// String is where the place begins: line:column.
func (a *At) String() string {
	if a.File != "" {
		return fmt.Sprintf("%s:%d:%d", path.Base(strings.ReplaceAll(a.File, `\`, "/")), a.Line, a.Column)
	}
	return fmt.Sprintf("%d:%d", a.Line, a.Column)
}

func at(p policy.Place) *At {
	start, end := p.File.Position(p.Span.Start), p.File.Position(p.Span.End)
	return &At{Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column}
}

// atPlace is where something stands, in a report of a page.
func atPlace(p *analyzer.Pass, page int, place facts.PlaceIn) *At {
	out := at(p.Policy.Pages[place.Page].Place(place.Range))
	if place.Page != page {
		out.File = p.Policy.Pages[place.Page].File.Name
	}
	return out
}
