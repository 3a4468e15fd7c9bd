package facts

import (
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Sentences that share out work among several are read here, each with its own.

// A portion is who is given work, and which, by offsets of a sentence.
type portion struct{ name, task part }

// shares reads a sentence that shares out work before its verb: 배송은 가람로지스에, 상담은 ㈜나래에 맡깁니다;
// 가람로지스에 배송을, ㈜나래에 상담을 위탁합니다.
func (x *lineReader) shares(i int, at policy.Range) bool {
	text := x.doc.TextOf(at) + " "
	all := sharesBefore(text, []string{"에게", "측에", "에"}, taskFirst)
	if all == nil {
		all = sharesBefore(text, []string{"을", "를"}, nameFirst)
	}
	return x.sharedOut(i, at.Start, all)
}

// hands reads the same in English, behind the verb: we entrust mail to Garam Inc. and hosting to Narae Corp.
func (x *lineReader) hands(i int, at policy.Range) bool {
	text := x.doc.TextOf(at)
	var all []portion
	for start := 0; start < len(text); {
		to := strings.Index(text[start:], " to ")
		if to < 0 {
			break
		}
		task := part{start, start + to}
		name := part{task.end + len(" to "), len(text)}
		next := len(text)
		for n := name.start; n < len(text); n++ {
			if sign := nextShare(text[n:]); sign > 0 {
				name.end, next = n, n+sign
				break
			}
		}
		if !isFirm(text[name.start:name.end]) {
			break
		}
		all = append(all, portion{name, task})
		start = next
	}
	return len(all) > 0 && x.sharedOut(i, at.Start, all)
}

// handsOut reports whether a line is a sentence by which work is given to whom it ends with: to Garam Inc.
func (l *Line) handsOut() bool {
	return l.has(handingWords()) && company.FormAtEnd(l.Block.Text) > 0
}

// nextShare is the length of the sign before the next share with which a text begins, 0 for none: work is
// written small, and the further parts of a name are not.
func nextShare(text string) int {
	for _, sign := range [...]string{", and ", ", ", "; ", " and "} {
		if strings.HasPrefix(text, sign) && beginsSmall(text[len(sign):]) {
			return len(sign)
		}
	}
	return 0
}

// sharesBefore are the shares in what stands before a verb, each of which ends with one of some particles;
// nil where they are not two at least, or one of them cannot be read.
func sharesBefore(text string, ends []string, read func(text string, of part) (portion, bool)) []portion {
	var out []portion
	for start := 0; strings.TrimSpace(text[start:]) != ""; {
		of, next := part{start, -1}, 0
		for n := range text[start:] {
			for _, p := range ends {
				rest, ok := strings.CutPrefix(text[start+n:], p)
				if ok && (strings.HasPrefix(rest, ", ") || strings.TrimSpace(rest) == "") && (of.end < 0 || start+n < of.end) {
					of.end, next = start+n, len(text)-len(strings.TrimLeft(rest, ", "))
				}
			}
			if of.end >= 0 {
				break
			}
		}
		if of.end < 0 {
			return nil
		}
		one, ok := read(text, of)
		if !ok {
			return nil
		}
		out = append(out, one)
		start = next
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// taskFirst reads work with its particle, and who is given it: 배송은 가람로지스.
func taskFirst(text string, of part) (portion, bool) {
	for n := range text[of.start:of.end] {
		for _, topic := range [...]string{"은 ", "는 "} {
			k := of.start + n
			if n == 0 || !strings.HasPrefix(text[k:of.end], topic) {
				continue
			}
			name := part{k + len(topic), of.end}
			name.start += nounsBefore(text[name.start:name.end])
			if isFirm(text[name.start:name.end]) {
				return portion{name, part{of.start, k}}, true
			}
		}
	}
	return portion{}, false
}

// nameFirst reads who is given work, and which: 가람로지스에 배송.
func nameFirst(text string, of part) (portion, bool) {
	for _, to := range [...]string{"에게 ", "에 "} {
		k := strings.Index(text[of.start:of.end], to)
		if k <= 0 {
			continue
		}
		name := part{of.start, of.start + k}
		name.start += nounsBefore(text[name.start:name.end])
		if isFirm(text[name.start:name.end]) {
			return portion{name, part{of.start + k + len(to), of.end}}, true
		}
	}
	return portion{}, false
}

// sharedOut adds a record for each share.
func (x *lineReader) sharedOut(i, base int, all []portion) bool {
	lst := &list{line: i, said: true, names: entrusted, sections: x.list.sections}
	for _, one := range all {
		rec := record{list: lst, line: i}
		rec.add(FieldName, policy.Range{Start: base + one.name.start, End: base + one.name.end})
		text := x.doc.TextOf(policy.Range{Start: base + one.task.start, End: base + one.task.end})
		left := strings.TrimLeftFunc(text, unicode.IsSpace)
		start := base + one.task.start + len(text) - len(left)
		rec.add(FieldTask, policy.Range{Start: start, End: start + len(left)})
		x.out = append(x.out, rec)
	}
	return len(all) > 0
}
