package facts

import (
	"slices"
	"sync"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// older marks what stands under a title of older versions, up to a heading that opens a clause of
// which nothing was said above: a version before this one says again what this one says.
func older(lines []Line, out []Region) {
	seen := make(map[Clause]bool)
	under := false
	for i := range lines {
		l := &lines[i]
		if out[i] != Own {
			continue
		}
		short := l.isShort(longHeading / 2)
		if older, ok := l.find(olderWords()); ok && short {
			under = true
			if m, ok := l.find(dateWords().effective); ok && m.Start < older.Start && len(date.Find(l.Block.Text)) > 0 {
				continue // the date of this version, then a link to the others
			}
		}
		named := i+1 < len(lines) && isLabel(l, Own) && isLabel(&lines[i+1], out[i+1]) // one of a list, with no text under it
		for _, c := range l.clauses {
			if short && !seen[c] && c != Changes && c != EffectiveDate && !l.has(olderWords()) {
				under = false
			}
			seen[c] = seen[c] || !named
		}
		if under {
			out[i] = Older
		}
	}
}

var olderWords = sync.OnceValue(func() phrases.ID { return phrase("older.heading") })

// A version is a stretch of a page that holds one version of the policy.
type version struct {
	start, end int // lines
	from       date.Date
}

// versions marks all versions of the policy but the one in force, where a page shows several in
// full: the sections of the first come again.
func versions(lines []Line, out []Region, day date.Date) {
	all := cutVersions(lines, out)
	if len(all) < 2 {
		return
	}
	current := 0
	for i, v := range all {
		if from := all[current].from; !from.IsZero() && !v.from.IsZero() && later(from, v.from, day) {
			current = i
		}
	}
	for i, v := range all {
		if i == current {
			continue
		}
		for j := v.start; j < v.end; j++ {
			if out[j] == Own {
				out[j] = Older
			}
		}
	}
}

// A section is a heading that opens a clause, as far as versions are told by it.
type section struct {
	line    int
	key     uint64
	lang    string
	clauses []Clause
}

// cutVersions cuts a page where its first sections come again, one of which stands only once in
// every policy; nil where they do not.
func cutVersions(lines []Line, out []Region) []version {
	sections := sectionsOf(lines, out)
	if !comeAgain(sections) {
		return nil
	}
	starts := []int{0}
	for i := fewestRepeated; i < len(sections); i++ {
		if i-starts[len(starts)-1] < fewestRepeated {
			continue
		}
		first := sections[:i]
		if len(starts) > 1 {
			first = sections[:starts[1]]
		}
		if len(first) > mostSections {
			break
		}
		if beginsAgain(lines, first, sections[i:]) {
			starts = append(starts, i)
		}
	}
	if len(starts) < 2 {
		return nil
	}
	all := make([]version, len(starts))
	for k, s := range starts {
		above := 0
		if s > 0 {
			above = sections[s-1].line + 1
		}
		all[k].start, _ = titleAbove(lines, above, sections[s].line)
		if k > 0 {
			all[k-1].end = all[k].start
		}
	}
	all[len(all)-1].end = len(lines)
	for i := range all {
		all[i].from = latestEffective(lines[all[i].start:all[i].end])
	}
	return all
}

// beginsAgain reports whether a version begins with the sections of then, after a first one: with the
// same headings, or under a title with a date or a word for older versions with the same clauses.
func beginsAgain(lines []Line, first, then []section) bool {
	if then[0].key == first[0].key || then[0].key == first[1].key {
		if isFull(lines, first, then) && repeats(first, then, func(s section) []uint64 { return []uint64{s.key} }) {
			return true
		}
	}
	if then[0].lang != first[0].lang || !share(then[0].clauses, first[0].clauses) {
		return false
	}
	start, dated := titleAbove(lines, first[len(first)-1].line+1, then[0].line)
	if !dated && !(isFirst(&lines[then[0].line]) && lines[then[0].line].mark.style == lines[first[0].line].mark.style && isFirst(&lines[first[0].line]) && sameTitle(lines, first[0].line, start, then[0].line)) {
		return false
	}
	return isFull(lines, first, then) && repeats(first, then, func(s section) []Clause { return s.clauses })
}

// sameTitle reports whether what stands over the section of a line, from start on, is titled as what
// stands over the first section, or not at all: a policy for others has a title of its own.
func sameTitle(lines []Line, first, start, line int) bool {
	title := func(from, to int) uint64 {
		for i := to - 1; i >= from; i-- {
			if l := &lines[i]; !l.ended && l.size <= longHeading && l.has(titleWords().policy) {
				return headingKey(l.Block.Text)
			}
		}
		return 0
	}
	key := title(start, line)
	return key == 0 || key == title(max(0, first-farthestTitle), first)
}

func share(a, b []Clause) bool {
	for _, c := range a {
		if within(b, c) {
			return true
		}
	}
	return false
}

// fewestRepeated is how many sections come again at least where a second version begins.
const fewestRepeated = 4

// once tells the clauses that no policy has twice.
func once(list []Clause) bool {
	return within(list, Officer) || within(list, Safety) || within(list, Destruction)
}

// comeAgain reports whether there are two sections of the clauses that no policy has twice.
func comeAgain(sections []section) bool {
	n := 0
	for _, s := range sections {
		if once(s.clauses) {
			n++
		}
	}
	return n >= 2
}

// mostSections is how many headings that open clauses one version has at the most.
const mostSections = 150

func sectionsOf(lines []Line, out []Region) []section {
	var sections []section
	for i := range lines {
		l := &lines[i]
		if out[i] != Own || len(l.clauses) == 0 {
			continue
		}
		if h, ok := headingOf(l); ok && len(h.Clauses) > 0 && h.Clauses[0] != EffectiveDate {
			at := l.Block.Range.Start
			text := l.Block.Text[min(l.mark.end, h.Range.End-at) : h.Range.End-at]
			if key := headingKey(text); key != 0 {
				lang, _ := scripts(text)
				sections = append(sections, section{i, key, lang, h.Clauses})
			}
		}
	}
	return sections
}

// repeats reports whether sections say again what those of a first version say, by the keys of each:
// most of it, and among it a clause that no policy has twice.
func repeats[K comparable](first, then []section, keys func(section) []K) bool {
	var before, again []K // short, as a rule: no maps, for this is asked at each section of a page
	for _, s := range first {
		for _, k := range keys(s) {
			if !slices.Contains(before, k) {
				before = append(before, k)
			}
		}
	}
	found := false
	for _, s := range then[:min(len(then), len(first)+len(first)/2)] {
		for _, k := range keys(s) {
			if !slices.Contains(before, k) {
				continue
			}
			if !slices.Contains(again, k) {
				again = append(again, k)
			}
			found = found || once(s.clauses)
		}
	}
	return found && len(again) >= fewestRepeated && 2*len(again) > len(before)
}

// isFull reports whether the sections of first hold as much text as a version does before then, and
// not as little as a table of contents.
func isFull(lines []Line, first, then []section) bool {
	start, middle := lines[first[0].line].Block.Range.Start, lines[then[0].line].Block.Range.Start
	end := lines[then[min(len(then), len(first))-1].line].Block.Range.End
	return 3*(middle-start) >= end-middle
}

// titleAbove is where the version begins whose first section stands in a line: at the title over it,
// or else at the nearest date, if one stands near; and whether there is a date or a word for older
// versions.
func titleAbove(lines []Line, from, line int) (start int, dated bool) {
	start = line
	for i := line - 1; i >= from && i >= line-farthestTitle; i-- {
		l := &lines[i]
		if l.size > longHeading || l.ended {
			continue
		}
		has := len(date.Find(l.Block.Text)) > 0
		switch {
		case l.has(titleWords().policy), l.has(olderWords()):
			return i, dated || has || l.has(olderWords())
		case start == line && (has || l.has(dateWords().effective)):
			start, dated = i, has
		}
	}
	return start, dated
}

// farthestTitle is how many lines of a preamble stand between a title and the first section.
const farthestTitle = 8

// latestEffective is the last day on which what stands in lines says to take effect.
func latestEffective(lines []Line) date.Date {
	var last date.Date
	for i := range lines {
		l := &lines[i]
		if !l.has(dateWords().effective) {
			continue
		}
		for _, f := range date.Find(l.Block.Text) {
			if last.Before(f.Date) {
				last = f.Date
			}
		}
	}
	return last
}
