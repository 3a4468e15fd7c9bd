// Package spelling tells what a misspelt word was meant to be.
package spelling

import "strings"

// Nearest is the name most like s, the first among equals, if one is alike enough to be meant: it differs in case alone,
// at most a third of its letters are wrong, or it is the only one that s is a part of.
func Nearest(s string, names []string) (string, bool) {
	best, least := "", -1
	for _, name := range names {
		if strings.EqualFold(s, name) {
			return name, true
		}
		d := distance([]rune(s), []rune(name))
		if d <= max(2, len([]rune(name))/3) && d < len([]rune(name)) && (least < 0 || d < least) {
			best, least = name, d
		}
	}
	if least >= 0 {
		return best, true
	}
	return onlyWith(s, names)
}

// onlyWith is the only name in which s stands, if s is no mere few letters.
func onlyWith(s string, names []string) (found string, ok bool) {
	const some = 4
	for _, name := range names {
		if len(s) >= some && strings.Contains(name, s) {
			if ok {
				return "", false
			}
			found, ok = name, true
		}
	}
	return found, ok
}

// distance is Levenshtein's: how many letters must be added, dropped or changed.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := diagonal
			if x != y {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
