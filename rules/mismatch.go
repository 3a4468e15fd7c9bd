package rules

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/law"
)

// finding is what is reported of a stated period, but for its place; ok is false where nothing is.
func (c *compared) finding() (d analyzer.Diagnostic, ok bool) {
	switch {
	case len(c.short) > 0:
		return c.tooShort(), true
	case len(c.long) > 0:
		return c.tooLong(), !c.others && !c.Willed
	case len(c.equal) > 0:
		return d, false
	case len(c.doubtful) > 0 && !c.Willed:
		return c.maybe(longest(c.doubtful)), true
	case len(c.without) > 0 && len(c.Laws) == 1 && len(c.Parsed.Lengths) > 0:
		return c.unfounded(c.without[0]), true
	}
	return d, false
}

// tooShort is the finding about records that are to be kept longer: an error where neither the statute nor
// the records can be others.
func (c *compared) tooShort() analyzer.Diagnostic {
	of := longest(c.short)
	if c.closeToAnother {
		return c.maybe(of)
	}
	d := analyzer.Diagnostic{Severity: analyzer.Warning, Provisions: provisionsOf(c.short)}
	if len(c.long)+len(c.equal) == 0 && c.Own && c.Records && len(c.Laws) == 1 && !c.Besides && of.Kind == law.Minimum && of.Binding >= law.Decree {
		d.Severity = analyzer.Error
	}
	n := of.Length()
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("‘%s’의 보유기간(%s)이 근거로 든 「%s」에서 정한 기간(%s)보다 짧습니다", c.record(of.Record.Ko), c.stated(), of.Statute, n.Ko),
		En: fmt.Sprintf("“%s” is kept for %s, shorter than the %s of the statute named, 「%s」", c.record(of.Record.En), c.stated(), n.En, of.Statute)}
	d.Help = analyzer.Text{
		Ko: fmt.Sprintf("%s 이상으로 고치거나, 이 기록에 맞는 근거 법률을 적습니다", n.Ko),
		En: fmt.Sprintf("state %s or more, or name the statute that these records are kept for", n.En)}
	return d
}

// tooLong is the finding about records that are kept longer than their statute says: a question where
// others of the row are to be kept so long, where other laws may be the ground, or where the length
// stands in no act or decree.
func (c *compared) tooLong() analyzer.Diagnostic {
	of := longest(c.long)
	n := of.Length()
	d := analyzer.Diagnostic{Severity: analyzer.Warning, Provisions: provisionsOf(c.long)}
	d.Help = analyzer.Text{
		Ko: fmt.Sprintf("법정 기간(%s)에 맞추거나, 더 오래 보관하는 근거를 함께 적습니다", n.Ko),
		En: fmt.Sprintf("state %s, or name the ground for keeping them longer", n.En)}
	if c.closeToAnother || c.Besides || len(c.equal) > 0 || of.Kind == law.DefaultMax || of.Binding < law.Decree {
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("‘%s’의 보유기간은 ‘%s’입니다. 「%s」에서 ‘%s’에 대하여 정한 기간(%s)보다 더 오래 보관하는 근거가 있습니까?", c.record(of.Record.Ko), c.stated(), of.Statute, of.Record.Ko, n.Ko),
			En: fmt.Sprintf("“%s” is kept for %s and 「%s」 says %s (%s): is there a ground for keeping it longer?", c.record(of.Record.En), c.stated(), of.Statute, n.En, of.Record.En)}
		return d
	}
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("‘%s’의 보유기간(%s)이 근거로 든 「%s」에서 정한 기간(%s)보다 깁니다", c.record(of.Record.Ko), c.stated(), of.Statute, n.Ko),
		En: fmt.Sprintf("“%s” is kept for %s, longer than the %s of the statute named, 「%s」", c.record(of.Record.En), c.stated(), n.En, of.Statute)}
	return d
}

// maybe asks about records that the words may mean.
func (c *compared) maybe(of law.Period) analyzer.Diagnostic {
	n := of.Length()
	return analyzer.Diagnostic{
		Question:   true,
		Provisions: []law.Provision{of.Provision()},
		Message: analyzer.Text{
			Ko: fmt.Sprintf("‘%s’의 보유기간은 ‘%s’입니다. 「%s」에서 %s 보관하도록 한 ‘%s’도 여기에 포함됩니까?", c.record(of.Record.Ko), c.stated(), of.Statute, n.Ko, of.Record.Ko),
			En: fmt.Sprintf("“%s” is kept for %s: does it include “%s”, for which 「%s」 says %s?", c.record(of.Record.En), c.stated(), of.Record.En, of.Statute, n.En)},
		Help: analyzer.Text{
			Ko: "법에서 기간을 따로 정한 기록은 나누어 적습니다",
			En: "list records apart for which the statute sets different periods"}}
}

// unfounded asks for the article of a statute in which none was found.
func (c *compared) unfounded(of law.Period) analyzer.Diagnostic {
	return analyzer.Diagnostic{
		Question: true,
		Message: analyzer.Text{
			Ko: fmt.Sprintf("근거로 든 「%s」에서 보존기간을 정한 규정을 찾지 못했습니다. 보유기간(%s)은 어느 조항에 따른 것입니까?", of.Statute, c.stated()),
			En: fmt.Sprintf("no rule on keeping was found in the statute named, 「%s」: which article sets %s?", of.Statute, c.stated())},
		Help: analyzer.Text{
			Ko: "기간을 정한 조항을 확인하여 적거나, 실제 근거로 고칩니다",
			En: "name the article that sets the period, or the ground that applies"}}
}

// provisionsOf are where periods stand, the one that asks for most first.
func provisionsOf(all []law.Period) []law.Provision {
	first := longest(all).Provision()
	out := []law.Provision{first}
	for _, p := range all {
		if one := p.Provision(); one.Cite != first.Cite {
			out = append(out, one)
		}
	}
	return out
}

// longest is the period that asks for most.
func longest(all []law.Period) law.Period {
	return slices.MaxFunc(all, func(a, b law.Period) int { return cmp.Compare(30*a.Months+a.Days, 30*b.Months+b.Days) })
}

// longestQuote is how long words are that a message quotes, in characters.
const longestQuote = 60

// record is what is kept, as it is written; the name that the law has for it where that is too long or is
// not said.
func (c *compared) record(name string) string {
	if text := c.Record.Text; text != "" && utf8.RuneCountInString(text) <= longestQuote {
		return text
	}
	return name
}

// stated is the period as it is written.
func (c *compared) stated() string {
	if r := []rune(c.Period.Text); len(r) > longestQuote {
		return string(r[:longestQuote]) + "…"
	}
	return c.Period.Text
}
