package report

import "github.com/pipalint/pipalint/analyzer/policy"

// Parts of a run as the JSON format has them, for the output of other commands.

// JSONFindings are findings as programs read them.
func JSONFindings(list []Finding, lang string) any {
	return mapped(list, func(f Finding) jsonFinding { return findingJSON(f, lang) })
}

// JSONFailures are failures as programs read them.
func JSONFailures(list []Failure, lang string) any {
	return mapped(list, func(f Failure) jsonFailure { return failureJSON(f, lang) })
}

// JSONRange is where a place lies, as programs read it.
func JSONRange(l Location) any { return rangeJSON(l) }

// LocationOf is a place as people count it, with what stands there.
func LocationOf(p policy.Place, quote string) Location { return locate(p, quote) }
