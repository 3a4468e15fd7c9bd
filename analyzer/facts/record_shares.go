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
	text := strings.TrimRight(x.doc.TextOf(at), " ") + " "
	for _, each := range [...]string{" 각각 ", " 나누어 ", " 각 "} {
		if before, ok := strings.CutSuffix(text, each); ok {
			text = before + " "
		}
	}
	all := sharesBefore(text, []string{"에게", "측에", "에"}, taskFirst)
	if all == nil {
		all = sharesBefore(text, []string{"을", "를"}, nameFirst)
	}
	if all == nil {
		all = sharesInList(text)
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

// taskFirst reads work with its particle, and who is given it: 배송은 가람로지스. Of several particles the
// last tells: 회사는 배송을 가람로지스.
func taskFirst(text string, of part) (portion, bool) {
	return taskBefore(text, of, "은 ", "는 ", "을 ", "를 ")
}

// taskBefore reads work with one of some particles, and who is given it.
func taskBefore(text string, of part, particles ...string) (portion, bool) {
	k, width := -1, 0
	for n := range text[of.start:of.end] {
		for _, topic := range particles {
			if n > 0 && strings.HasPrefix(text[of.start+n:of.end], topic) {
				k, width = of.start+n, len(topic)
			}
		}
	}
	if k < 0 {
		return portion{}, false
	}
	name := part{k + width, of.end}
	name.start += nounsBefore(text[name.start:name.end])
	task := part{of.start, k}
	for _, sign := range [...]string{"은 ", "는 ", ": "} {
		if n := strings.LastIndex(text[task.start:k], sign); n >= 0 {
			task.start += n + len(sign)
		}
	}
	return portion{name, task}, task.start < task.end && getsShare(text[name.start:name.end])
}

// sharesInList are the shares of a sentence whose commas part them, and whose last name alone has a
// particle: 배송은 가람로지스, 결제는 ㈜나래에 맡깁니다.
func sharesInList(text string) []portion {
	text = strings.TrimRight(text, " ")
	for _, to := range [...]string{"에게", "에"} {
		before, ok := strings.CutSuffix(text, to)
		if !ok {
			continue
		}
		var out []portion
		for _, p := range listParts(before, 0, len(before)) {
			one, ok := taskBefore(before, p, "은 ", "는 ")
			if !ok {
				return nil
			}
			out = append(out, one)
		}
		if len(out) < 2 {
			return nil
		}
		return out
	}
	return nil
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
		name = namesInside(text, name)
		if getsShare(text[name.start:name.end]) {
			return portion{name, part{of.start + k + len(to), of.end}}, true
		}
	}
	return portion{}, false
}

// namesInside are the names in brackets behind a word that names nobody: 전산(가람, 나래소프트).
func namesInside(text string, name part) part {
	s := text[name.start:name.end]
	if open := strings.IndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") && len(company.Split(s).Names) == 0 {
		return part{name.start + open + 1, name.end - 1}
	}
	return name
}

// getsShare reports whether words that stand where a sentence names who is given work do so: companies,
// or a word for their kind with companies in brackets behind it: 택배사(가람통운, 나래).
func getsShare(text string) bool {
	names := company.Split(text).Names
	for _, n := range names {
		named := n.Kind == company.Company && !isLonger(text[n.Start:n.End], longestName) && !nameIsNone(text[n.Start:n.End]) && !strings.Contains(text[n.Start:n.End], "의 ")
		if !named && !(n.Kind == company.Category && strings.Contains(text[n.Start:], "(")) {
			return false
		}
	}
	return len(names) > 0
}

// nameIsNone reports whether a word names no company, but any of them.
func nameIsNone(s string) bool {
	u := nameUnit(s)
	return u.has(nameWords().none)
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
