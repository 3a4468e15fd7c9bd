package rules

// PlaceholderLeft reports a blank that nobody filled in, and PlaceholderKept too.
//
// # 한국어
var PlaceholderLeft, PlaceholderKept = both() // want `the manual of PlaceholderLeft has nothing after "# 한국어"` `PlaceholderKept shares its file` `the manual of PlaceholderKept has nothing after`
