package facts

import (
	"slices"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// longContents is how many entries a table of contents has at the most.
const longContents = 200

// contents marks a table of contents: neighbours whose words all come again, as headings do, later
// in the page, with no text between them.
func contents(lines []Line, out []Region) {
	keys := make([]uint64, len(lines))
	last := make(map[uint64]int)
	for i := range lines {
		b := lines[i].Block
		if out[i] != Own || b.Cell != nil || lines[i].size > longHeading || lines[i].ended {
			continue
		}
		key := headingKey(b.Text[lines[i].mark.end:])
		if key != 0 {
			last[key] = i
		}
		if b.Kind != policy.Heading {
			keys[i] = key // a heading by its element is no entry of a list
		}
	}
	for i := 0; i < len(lines); {
		j, hits := i, 0
		style := lines[i].mark.style
		for j < len(lines) && j-i < longContents && keys[j] != 0 && lines[j].mark.style == style && !slices.Contains(keys[i:j], keys[j]) {
			if last[keys[j]] > j {
				hits++
			}
			j++
		}
		// All entries come again, or one does in a numbered list too long to be anything else.
		if hits >= 3 && 2*hits >= j-i || hits >= 1 && style != "" && j-i >= 6 {
			for k := i; k < j; k++ {
				out[k] = Contents
			}
		}
		i = max(j, i+1)
	}
}

// headingKey tells headings apart by their letters alone, without numbering, spaces and punctuation;
// 0 for a text without letters. It is a hash (FNV-1a): a page has thousands of lines.
func headingKey(s string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, r := range s {
		if unicode.IsLetter(r) {
			h = (h ^ uint64(unicode.ToLower(r))) * prime
		}
	}
	if h == offset {
		return 0
	}
	return h
}
