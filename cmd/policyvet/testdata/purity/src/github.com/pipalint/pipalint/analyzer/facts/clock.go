package facts

import (
	_ "regexp"
	"time"
	clock "time"
)

type stopwatch struct{}

func (stopwatch) Now() time.Time { return time.Time{} }

func times(day time.Time, s stopwatch) {
	_ = time.Now()        // want `analyzer/facts is pure and may not use time.Now: the day is handed in`
	_ = clock.Since(day)  // want `may not use time.Since`
	_ = time.Until(day)   // want `may not use time.Until`
	<-time.After(0)       // want `may not use time.After:`
	<-time.Tick(1)        // want `may not use time.Tick`
	ask := time.Now       // want `may not use time.Now`
	_, _ = ask(), s.Now() // another clock, handed in
	_ = day.After(day.AddDate(0, 0, 1))
	_, _ = time.Parse(time.DateOnly, "2026-01-02")
}
