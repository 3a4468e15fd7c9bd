package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// partingMarks part the pairs of one line: bars, and the bullets of lines that were run together.
var partingMarks = [...]string{"| ", "○ ", "● ", "□ ", "■ ", "◦ ", "◇ ", "◆ ", "• "}

// pairsInLine reads several pairs that bars or bullets part in one line: ㈜가람 : 배송 | 나래 : 상담;
// ○ 배송: ㈜가람 ○ 상담: ㈜나래.
func (x *lineReader) pairsInLine(i int, at policy.Range) bool {
	parts := x.partsInLine(at)
	if len(parts) < 2 {
		return false
	}
	sum, titles := 0, 0
	for k, part := range parts {
		if s := x.doc.TextOf(part); strings.HasPrefix(s, "<") {
			parts[k].Start += strings.IndexByte(s, '>') + 1 // <전산> ㈜가람 : …
		}
		left, right, ok := x.halves(parts[k])
		if !ok {
			return false
		}
		if isTitle(x.doc.TextOf(left)) {
			titles++
		}
		sum += max(x.nameliness(right), -3) - max(x.nameliness(left), -3)
	}
	if titles*2 >= len(parts) && sum <= decisive*len(parts) {
		return false // labels: 수탁자 : 가람 | 위탁업무 : 배송
	}
	x.flush()
	for _, part := range parts {
		name, task, ok := x.halves(part)
		if sum > 0 {
			name, task = task, name
		}
		if !ok || !namesSomebody(x.doc.TextOf(name)) || x.nameliness(name) < 0 {
			continue
		}
		rec := record{list: x.list, line: i}
		rec.add(FieldName, name)
		rec.add(FieldTask, task)
		x.out = append(x.out, rec)
	}
	x.last, x.bare = i, -1
	return true
}

// partsInLine are the parts of a line between the marks of one kind.
func (x *lineReader) partsInLine(at policy.Range) []policy.Range {
	text := x.doc.TextOf(at)
	for _, mark := range partingMarks {
		parts := []policy.Range{at}
		for n := range places(text, mark) {
			if before, _ := utf8.DecodeLastRuneInString(text[:n]); n > 0 && unicode.IsSpace(before) {
				parts[len(parts)-1].End = at.Start + n
				parts = append(parts, policy.Range{Start: at.Start + n + len(mark), End: at.End})
			}
		}
		if len(parts) > 1 {
			return parts
		}
	}
	return nil
}
