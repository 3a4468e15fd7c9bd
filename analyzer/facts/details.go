package facts

import "github.com/pipalint/pipalint/analyzer/facts/phrases"

// detail is the number of a phrase of details that the data must have.
func detail(name string) phrases.ID { return phrase(name) }

// optionalDetail is the number of a phrase of details, 0 where the data has none.
func optionalDetail(name string) phrases.ID { return phrases.Default().Lookup(name) }
