package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// lawIn is the first law that a text names.
func (k *keeper) lawIn(at policy.Range) (Quote, bool) {
	at.End = at.Start + windowBehind(k.doc.TextOf(at), 0)
	laws := k.laws(at)
	if len(laws) == 0 {
		return Quote{}, false
	}
	if len(laws) > 1 && onlyJoined(k.doc.Visible[laws[0].End:laws[len(laws)-1].Start]) {
		return k.quote(policy.Range{Start: laws[0].Start, End: laws[len(laws)-1].End}), true
	}
	return k.quote(laws[0]), true
}

// lawOrSame is the law that a text names, or that of the row before where it says that it is the same: 동법.
func (k *keeper) lawOrSame(at policy.Range) (Quote, bool) {
	if at.Len() > window || !k.isAny(k.doc.TextOf(at), retentionWords().same) {
		return k.lawIn(at)
	}
	for n := len(k.out) - 1; n >= 0; n-- {
		if k.out[n].Basis.Text != "" {
			return k.out[n].Basis, true
		}
	}
	return Quote{}, false
}

// onlyJoined reports whether nothing but signs and short words stands between laws.
func onlyJoined(s string) bool { return size(s) <= 3 }

// lawAtEnd is the law with which the words before a period end, and what stands before it: (통신비밀보호법 :
func (k *keeper) lawAtEnd(at policy.Range) (law Quote, rest policy.Range, ok bool) {
	laws := k.laws(policy.Range{Start: at.Start + windowBefore(k.doc.TextOf(at), at.Len()), End: at.End})
	if len(laws) == 0 {
		return Quote{}, at, false
	}
	last := laws[len(laws)-1]
	if behind := k.doc.Visible[last.End:at.End]; size(strings.TrimSpace(behind)) > 8 {
		return Quote{}, at, false
	}
	rest = policy.Range{Start: at.Start, End: last.Start}
	rest.End = rest.Start + len(strings.TrimRight(k.doc.TextOf(rest), " (（[「『“‘<\"'"))
	return k.quote(last), rest, true
}

// laws are those named in a text.
func (k *keeper) laws(at policy.Range) []policy.Range {
	text := k.doc.TextOf(at)
	scan := phrases.Default().Scan(text)
	defer scan.Close()
	var out []policy.Range
	for from := 0; from < len(text); {
		m, ok := firstLaw(scan, from, len(text))
		if !ok {
			break
		}
		goesOn := capitalsBehind(text[m.End:]) // Act on Consumer Protection
		m.End += goesOn
		from = m.End
		start := nameOfLaw(text[:m.Start])
		if start < 0 && (k.isAny(text[m.Start:m.End], retentionWords().code) || goesOn > 0) {
			start = m.Start
		}
		if start < 0 || !endsName(text[m.End:]) || isNoLaw(scan, text, m) {
			continue
		}
		r := policy.Range{Start: at.Start + start, End: at.Start + m.End + articleBehind(text[m.End:])}
		if n := len(out) - 1; n >= 0 && r.Start < out[n].End {
			out[n].End = max(out[n].End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}

// firstLaw is the first end of the name of a law from a place on.
func firstLaw(scan *phrases.Scan, from, to int) (phrases.Match, bool) {
	first := phrases.Match{Start: to}
	for _, m := range scan.Unit(from, to, nil) {
		if m.Phrase == retentionWords().law && m.Start < first.Start {
			first = m
		}
	}
	return first, first.Start < to
}

// isNoLaw reports whether what looks like the end of the name of a law is another word.
func isNoLaw(scan *phrases.Scan, text string, law phrases.Match) bool {
	from, to := nextRune(text, max(0, law.Start-24)), nextRune(text, min(len(text), law.End+24))
	for _, m := range scan.Unit(from, to, nil) {
		if m.Phrase == retentionWords().nolaw && m.Start < law.End && law.Start < m.End {
			return true
		}
	}
	return false
}

// endsName reports whether the name of a law ends before s: no other noun goes on.
func endsName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if !isHangul(r) {
		return true
	}
	for _, p := range listOf("retention.law_goes_on") {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// nameOfLaw is where the name of a law begins that ends in certain letters; -1 where nothing stands
// before them.
func nameOfLaw(before string) int {
	from := nextRune(before, max(0, len(before)-150))
	for _, q := range [...][2]string{{"「", "」"}, {"『", "』"}, {"“", "”"}, {"‘", "’"}, {"<", ">"}, {"《", "》"}, {"｢", "｣"}, {"(", ")"}} {
		if i := strings.LastIndex(before[from:], q[0]); i >= 0 && !strings.Contains(before[from+i:], q[1]) {
			from += i + len(q[0])
		}
	}
	for _, sign := range [...]string{":", "：", ";", ". ", "\n", ", ", ")", "/", " - "} {
		if i := strings.LastIndex(before[from:], sign); i >= 0 {
			from += i + len(sign)
		}
	}
	for _, word := range listOf("retention.law_begins") {
		if i := strings.LastIndex(before[from:], word); i >= 0 {
			from += i + len(word)
		}
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " ")); isLatin(last) {
		from = max(from, capitals(before))
	}
	name := strings.TrimLeft(before[from:], " '\"-·•*")
	if strings.Trim(name, " ") == "" {
		return -1
	}
	return len(before) - len(name)
}

// capitals is where the words in capitals begin with which a text ends, small words between them.
func capitals(text string) int {
	start := len(text)
	for end := len(text); end > 0; {
		trimmed := strings.TrimRight(text[:end], " ")
		i := strings.LastIndexByte(trimmed, ' ') + 1
		word := strings.Trim(trimmed[i:], ",")
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.IsUpper(first):
			start = i
		case !slices.Contains(listOf("retention.law_small"), word):
			return start
		}
		end = i
	}
	return start
}

// capitalsBehind is how far the name of a law in English goes on behind its first word: on, and words in
// capitals.
func capitalsBehind(text string) int {
	if !slices.ContainsFunc(listOf("retention.law_on"), func(on string) bool { return strings.HasPrefix(text, on) }) {
		return 0
	}
	end := 0
	for i := 0; i < len(text); {
		n := i + 1 + wordEnd(text[min(i+1, len(text)):])
		word := strings.Trim(text[i:min(n, len(text))], " ,.)")
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.IsUpper(first):
			end = i + len(strings.TrimRight(text[i:min(n, len(text))], " ,.)"))
		case !slices.Contains(listOf("retention.law_small"), word):
			return end
		}
		i = n
	}
	return end
}

// articleBehind is the length of the number of an article behind a law: 제15조 제1항.
func articleBehind(s string) int {
	t := strings.TrimLeft(s, " 」』”’>")
	n := len(s) - len(t)
	end := 0
	for strings.HasPrefix(t, "제") || strings.HasPrefix(t, "第") {
		rest := strings.TrimLeft(t[len("제"):], " ")
		d := digits(rest)
		if d == 0 {
			break
		}
		rest = strings.TrimLeft(rest[d:], " ")
		unit := ""
		for _, u := range [...]string{"조의", "조", "항", "호", "条"} {
			if strings.HasPrefix(rest, u) {
				unit = u
				break
			}
		}
		if unit == "" {
			break
		}
		rest = rest[len(unit):]
		rest = rest[digits(rest):]
		end = n + len(t) - len(rest)
		next := strings.TrimLeft(rest, " ")
		n += len(t) - len(next)
		t = next
	}
	return end
}
