package inspect

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// narrow measures text in columns of a terminal, the same in every locale.
var narrow = runewidth.Condition{StrictEmojiNeutral: true}

// A ruler tells how wide a character is.
type ruler func(rune) int

// wrap breaks words into lines of at most so many columns.
func wrap(words []string, width int) []string { return ruler(narrow.RuneWidth).wrap(words, width) }

// wrap breaks words into lines of at most a width. What is longer than a line is broken within.
func (of ruler) wrap(words []string, width int) []string {
	var lines []string
	line := ""
	for _, word := range words {
		switch {
		case line == "":
			line = word
		case of.fits(line+" "+word, width):
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
		for {
			head := of.cut(line, width)
			if head == line {
				break
			}
			if space := strings.LastIndexByte(head, ' '); space > 0 {
				head = head[:space]
			}
			lines = append(lines, head)
			line = strings.TrimPrefix(line[len(head):], " ")
		}
	}
	return append(lines, line)
}

func (of ruler) fits(s string, width int) bool { return len(of.cut(s, width)) == len(s) }

// cut is the beginning of a text that is at most so wide, and at least one character of it.
func (of ruler) cut(s string, width int) string {
	taken := 0
	for i, r := range s {
		if taken += of(r); taken > width && i > 0 {
			return s[:i]
		}
	}
	return s
}

// clip keeps the first lines, and shows where it leaves out others.
func (of ruler) clip(lines []string, most, width int) []string {
	if len(lines) <= most {
		return lines
	}
	last := of.cut(lines[most-1], width-of('…')-of(' '))
	return append(lines[:most-1:most-1], strings.TrimRight(last, " ,")+" …")
}

// plain folds white space and takes out what would move the cursor of a terminal.
func plain(s string) string { return strings.Join(strings.Fields(harmless(s)), " ") }

// harmless puts a space in the place of what would move the cursor of a terminal.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || 0x7f <= r && r < 0xa0 || turns(r) {
			return ' '
		}
		return r
	}, s)
}

// turns reports whether a character changes the direction of text that follows.
func turns(r rune) bool {
	return 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069
}

// share gives columns their widths: what they want where there is room, else equal shares of the rest.
func share(want []int, room int) []int {
	out := make([]int, len(want))
	open := len(want)
	for open > 0 {
		fair, settled := max(room/open, 1), false
		for i, w := range want {
			if out[i] == 0 && w <= fair {
				out[i] = max(w, 1)
				room -= out[i]
				open--
				settled = true
			}
		}
		if !settled {
			for i := range want {
				if out[i] == 0 {
					out[i] = fair
				}
			}
			return out
		}
	}
	return out
}
