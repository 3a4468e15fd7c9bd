package main

import (
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// The words that --as-of takes in place of a day.
const (
	ofToday   = "today"
	effective = "effective" // each policy is judged by the law of its own date of effect
)

// A lawDay is by the law of which day policies are judged.
type lawDay struct {
	today     date.Date
	fixed     date.Date // the day for all of them
	effective bool      // each by its own date of effect, and by fixed where it gives none
	upcoming  bool      // what comes into force within a year is told, too
}

// apply has a pass judged by the law of its day.
func (d lawDay) apply(p *analyzer.Pass) {
	day := d.fixed
	if own := facts.Dates.Of(p).Effective.Date; d.effective && !own.IsZero() {
		day = own
	}
	p.AsOf(day, d.upcoming)
}

// lawDay reads the flags about days.
func (c *command) lawDay(o checkOptions) (lawDay, error) {
	today, err := c.day(o.today)
	if err != nil {
		return lawDay{}, err
	}
	out := lawDay{today: today, fixed: today, upcoming: o.upcoming}
	switch o.asOf {
	case ofToday:
	case effective:
		out.effective = true
	default:
		if out.fixed, err = date.Parse(o.asOf); err != nil {
			return out, fmt.Errorf(c.say("--as-of: YYYY-MM-DD 형식의 날짜, today, effective 가운데 하나를 적습니다: %q", "--as-of: %q is neither a date of the form YYYY-MM-DD nor today or effective"), o.asOf)
		}
	}
	return out, nil
}

// todayFlag defines the hidden flag that fixes today, for tests.
func (c *command) todayFlag(flags *pflag.FlagSet, today *string) {
	flags.StringVar(today, "today", "", c.say("오늘로 볼 날짜(YYYY-MM-DD)", "the day taken for today (YYYY-MM-DD)"))
	flags.Lookup("today").Hidden = true
}

// day reads the flag that fixes today. By default it is today in Korea, whose law it is.
func (c *command) day(today string) (date.Date, error) {
	if today == "" {
		return date.FromTime(time.Now().In(time.FixedZone("KST", 9*60*60))), nil
	}
	day, err := date.Parse(today)
	if err != nil {
		return day, fmt.Errorf(c.say("--today: 날짜는 YYYY-MM-DD 형식이어야 합니다: %q", "--today: %q is no date of the form YYYY-MM-DD"), today)
	}
	return day, nil
}
