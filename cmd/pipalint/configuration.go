package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
)

// configuration is the one that a flag names, else the nearest at or above the working directory, else one that
// says nothing. What is wrong with it is told here, and ends the program.
func (c *command) configuration(name string) (*config.Config, error) {
	if name == "" {
		found, err := findUpward(config.FileName)
		if err != nil {
			return nil, errors.New(c.say("현재 디렉터리를 알 수 없습니다: ", "the working directory cannot be determined: ") + c.text(cause(err)))
		}
		if found == "" {
			return &config.Config{}, nil
		}
		name = found
	}
	file, err := configFile(name)
	if e, ok := errors.AsType[readError](err); ok {
		return nil, fmt.Errorf("%s: %s", name, c.text(e.message()))
	}
	conf, err := config.Read(file, c.Rules)
	if faults, ok := errors.AsType[config.Faults](err); ok {
		return nil, c.tellFaults(faults)
	}
	return conf, err
}

// maxConfig is how many bytes a configuration may have.
const maxConfig = 1 << 20

// configFile reads a configuration as text. Every error is a readError.
func configFile(name string) (*policy.File, error) {
	p, err := readFile(name)
	if err != nil {
		return nil, err
	}
	text := string(p.raw)
	switch {
	case len(text) > maxConfig:
		return nil, readError{code: codeTooLarge, text: both("너무 큽니다(최대 1MB)", "it is too large (at most 1 MB)")}
	case strings.HasPrefix(text, "\ufeff"), strings.HasPrefix(text, "\xff\xfe"), strings.HasPrefix(text, "\xfe\xff"):
		return nil, readError{code: codeUnreadable, text: both("바이트 순서 표시(BOM)가 있습니다. BOM 없는 UTF-8로 저장하십시오",
			"it begins with a byte order mark: save it as UTF-8 without one")}
	case strings.ContainsRune(text, 0):
		return nil, readError{code: codeBinary, text: both("텍스트 파일이 아닙니다", "it is not a text file")}
	case !utf8.ValidString(text):
		return nil, readError{code: codeUnreadable, text: both("UTF-8이 아닙니다. UTF-8로 저장하십시오", "it is not UTF-8: save it as UTF-8")}
	}
	return policy.NewFile(name, text, "utf-8", nil), nil
}

// tellFaults writes what is wrong with a configuration.
func (c *command) tellFaults(faults config.Faults) error {
	for _, f := range faults {
		message := c.text(f.Message) + c.meant(f)
		if err := report.WriteFault(c.Stderr, f.Place, message, report.Options{Lang: c.lang, Width: c.width()}); err != nil {
			return c.written(err)
		}
	}
	return exitError{code: exitUsage}
}

// meant says which word was perhaps meant, or, where there are few, which there are.
func (c *command) meant(f config.Fault) string {
	const few = 12
	if near, ok := nearest(f.Word, f.Known); ok && f.Word != "" {
		return c.didYouMean(near)
	}
	if !f.Only || len(f.Known) > few {
		return ""
	}
	return c.say(". 다음 가운데 하나여야 합니다: ", ": expected one of ") + strings.Join(f.Known, ", ")
}

// findUpward is the path from the working directory of the nearest file of a name, or "". It looks no higher than the
// root of the repository: what stands above it belongs to others.
func findUpward(name string) (string, error) {
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for dir := wd; ; dir = filepath.Dir(dir) {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); err == nil || !errors.Is(err, fs.ErrNotExist) { // one that cannot be read is told, not passed over
			return filepath.Rel(wd, path)
		}
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil || dir == filepath.Dir(dir) {
			return "", nil
		}
	}
}

// under is a path of a configuration, which starts from its folder, as it is from the working directory: ../a.html
// rather than ../../web/a.html in web/deep.
func under(dir, path string) string {
	joined := filepath.Join(dir, filepath.FromSlash(path))
	if filepath.IsAbs(joined) {
		return joined
	}
	wd, err := os.Getwd()
	if err != nil {
		return joined
	}
	if short, err := filepath.Rel(wd, filepath.Join(wd, joined)); err == nil {
		return short
	}
	return joined
}

// settle puts what the configuration says where no flag does. The help is written before it is read, in the language
// of the locale.
func (c *command) settle(o *checkOptions, conf *config.Config) {
	if conf.AsOf != "" && !o.given("as-of") {
		o.asOf = conf.AsOf
	}
	if conf.Upcoming && !o.given("upcoming") {
		o.upcoming = true
	}
	if conf.FailOn != "" && !o.given("fail-on") {
		o.failOn = conf.FailOn
	}
	if conf.Language != "" && !o.given("lang") {
		c.lang = conf.Language
	}
}

// settings are the rules of a choice as the configuration has them: how each is set, without those that are off and
// were not asked for by name.
func settings(rules []*analyzer.Rule, conf *config.Config, asked func(rule string) bool) ([]*analyzer.Rule, map[string]analyzer.Setting) {
	var on []*analyzer.Rule
	set := make(map[string]analyzer.Setting)
	for _, r := range rules {
		if one := conf.Rules[r.Name]; !one.Off || asked(r.Name) {
			on = append(on, r)
			set[r.Name] = one.Setting
		}
	}
	return on, set
}
