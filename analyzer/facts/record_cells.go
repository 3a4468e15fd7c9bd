package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// dittoSigns say that what stands above holds again.
const dittoSigns = "\"〃″”''〞"

// isDitto reports whether a cell says that it holds what the one above it does.
func isDitto(text string) bool {
	switch strings.TrimSpace(text) {
	case "〃", "″", "”", `"`, "''", "\u3003 \u3003", "〃〃", "″ ″":
		return true
	}
	return false
}

// filledRange is where the text of a cell stands; empty where there is none but signs.
func filledRange(c *policy.Cell) policy.Range {
	if !hasLetters(c.Text) {
		return policy.Range{Start: c.Range.Start, End: c.Range.Start}
	}
	return c.Range
}

// isBlank reports whether a row has no text.
func isBlank(row []*policy.Cell) bool {
	for _, c := range row {
		if c != nil && hasLetters(c.Text) {
			return false
		}
	}
	return true
}

// isOne reports whether a row is one cell across the table: a title of what follows, or a remark.
func isOne(row []*policy.Cell) bool {
	return len(row) > 1 && row[0] != nil && row[0] == row[len(row)-1]
}

// repeatsTitles reports whether a row gives the titles again.
func repeatsTitles(row, titles []*policy.Cell) bool {
	for i, c := range row {
		if c == nil || titles[i] == nil || strings.TrimSpace(c.Text) != strings.TrimSpace(titles[i].Text) {
			return false
		}
	}
	return true
}

// sameFields reports whether two columns announce the same.
func sameFields(a, b []Field) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// textOf is the text of a cell, "" where there is none.
func textOf(c *policy.Cell) string {
	if c == nil {
		return ""
	}
	return c.Text
}
