package main

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// language is the language of the output: the last --lang among the arguments, else the locale's.
// It is chosen before the arguments are read, because help and errors are written in it, too. A
// value that is neither "ko" nor "en" is left for the reader of the flags to refuse.
func language(args []string, getenv func(string) string) string {
	lang := localeLanguage(getenv)
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		switch {
		case arg == "--":
			return lang
		case arg == "--lang" && i+1 < len(args):
			value, ok = args[i+1], true
		}
		if ok && (value == "ko" || value == "en") {
			lang = value
		}
	}
	return lang
}

// localeLanguage is "ko" for a Korean locale, else "en".
func localeLanguage(getenv func(string) string) string {
	if name := localeVariable(getenv); name != "" && strings.HasPrefix(strings.ToLower(getenv(name)), "ko") {
		return "ko"
	}
	return "en"
}

// localeVariable is the variable that tells the locale: the first that is set, or "".
func localeVariable(getenv func(string) string) string {
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if getenv(name) != "" {
			return name
		}
	}
	return ""
}

// say chooses between a Korean and an English text.
func (c *command) say(ko, en string) string { return c.text(both(ko, en)) }

// text is a text in the language of the output.
func (c *command) text(t analyzer.Text) string { return t.In(c.lang) }

// both is a text in both languages.
func both(ko, en string) analyzer.Text { return analyzer.Text{Ko: ko, En: en} }
