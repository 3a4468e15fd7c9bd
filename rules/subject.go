package rules

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/fold"
	"github.com/pipalint/pipalint/vendors"
)

// subject says what a finding is about, in words by which it is known again: "clause:entrustment lacks:task
// company:kakao". Its parts are of the form key:value, without spaces; empty ones are left out.
func subject(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// part is a part of a subject; empty where the value is.
func part(key, value string) string {
	if value = fold.String(value); value == "" {
		return ""
	}
	return key + ":" + value
}

// parts are a part for each value. Their order in the text makes no difference.
func parts(key string, values []string) string {
	var out []string
	for _, v := range values {
		out = append(out, part(key, v))
	}
	slices.Sort(out)
	return subject(slices.Compact(out)...)
}

// clausePart is the part about a clause.
func clausePart(c facts.Clause) string { return part("clause", string(c)) }

// companyPart is the part about companies as a policy names them.
func companyPart(names ...string) string {
	keys := make([]string, len(names))
	for i, name := range names {
		keys[i] = companyKey(name)
	}
	return parts("company", keys)
}

// companyKey is who a name stands for, by the catalogue, else the name without legal forms, spaces and dots.
func companyKey(name string) string {
	for _, written := range [...]string{name, company.Bare(name)} {
		if v, ok := vendors.ByName(strings.TrimSpace(written)); ok {
			return v.ID
		}
	}
	return company.Key(name)
}

// categoryPart is the part about categories of companies.
func categoryPart(names []string) string {
	keys := make([]string, len(names))
	for i, name := range names {
		keys[i] = fold.Letters(name)
	}
	return parts("category", keys)
}

// vendorPart is the part about a company that the catalogue has.
func vendorPart(v *vendors.Vendor) string { return part("company", v.ID) }

// itemPart is the part about kinds of data: by the catalogue, else as written.
func itemPart(items ...facts.DataItem) string {
	ids := make([]string, len(items))
	for i, one := range items {
		if ids[i] = one.ID; one.ID == "" {
			ids[i] = fold.Letters(one.Text)
		}
	}
	return parts("item", ids)
}

// recordPart is the part about a record as a policy names it; empty where it names none.
func recordPart(record facts.Quote) string {
	return part("record", fold.Letters(facts.RecordKey(record.Text)))
}

// periodPart is the part about how long something is kept: what is stated, not how.
func periodPart(rows ...facts.Retained) string {
	values := make([]string, len(rows))
	for i, row := range rows {
		if values[i] = row.Parsed.Key(); values[i] == "" {
			values[i] = row.Period.Text
		}
	}
	return parts("period", values)
}

// longestHeading is how much of a heading tells it from others.
const longestHeading = 40

// headingPart is the part about a heading or item, but for its number.
func headingPart(text string) string {
	r := []rune(fold.Letters(text))
	return part("heading", string(r[:min(len(r), longestHeading)]))
}

// datePart is the part about a day.
func datePart(key string, day date.Date) string { return part(key, day.String()) }
