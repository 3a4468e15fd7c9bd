package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"
)

func (c *command) inForceJSON(in *inForce) error {
	enc := json.NewEncoder(c.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return c.written(enc.Encode(in))
}

// A row is a line of three columns: what is set, to what, and from where.
type row struct{ key, value, from string }

// inForceText writes what is in force for people; all also what is as it comes.
func (c *command) inForceText(in *inForce, all bool) error {
	w := bufio.NewWriter(c.Stdout)
	switch {
	case in.unread:
		fmt.Fprintln(w, c.say("--no-config에 따라 설정 파일을 읽지 않습니다.", "No configuration is read because of --no-config."))
	case in.Configuration == nil:
		fmt.Fprintln(w, c.say("이 디렉터리와 그 위에 pipalint.toml이 없어 기본값을 적용합니다.", "No pipalint.toml was found in this directory or above it: the defaults apply."))
	default:
		fmt.Fprintf(w, c.say("설정 파일: %s\n", "configuration: %s\n"), *in.Configuration)
	}
	table(w, c.say("설정", "settings"), c.settingRows(in.Settings, true))
	c.ruleTable(w, in.Rules, all)
	table(w, c.say("개인정보처리자", "controller"), c.settingRows(in.Controller, all))
	table(w, c.say("처리방침", "policies"), c.policyRows(in.Policies))
	table(w, c.say("제외 설정", "ignores"), c.ignoreRows(in.Ignores))
	table(w, c.say("지정한 파일", "files"), c.fileRows(in.Files))
	return c.written(w.Flush())
}

// table writes rows below a title, with the columns in line; nothing where there is no row.
func table(w *bufio.Writer, title string, rows []row) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", title)
	keys, values := 0, 0
	for _, r := range rows {
		keys = max(keys, runewidth.StringWidth(r.key))
		if n := runewidth.StringWidth(r.value); n <= widestValue {
			values = max(values, n)
		}
	}
	for _, r := range rows {
		line := "  " + runewidth.FillRight(r.key, keys) + "  " + runewidth.FillRight(r.value, values) + "  " + r.from
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// widestValue is how wide a value is beside which the others keep their column.
const widestValue = 44

func (c *command) settingRows(settings []setting, empty bool) []row {
	var out []row
	for _, s := range settings {
		if len(s.Values) == 0 && empty {
			out = append(out, row{s.Key, "-", ""})
		}
		for i, v := range s.Values {
			r := row{s.Key, shown(v.Value), c.from(v.origin)}
			if i > 0 {
				r.key = ""
			}
			if v.Missing {
				r.value += " " + c.say("(없음)", "(missing)")
			}
			out = append(out, r)
		}
	}
	return out
}

// shown is a value as a configuration would write it, but for a text, which goes without quotation marks.
func shown(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Sprint(v)
	}
	var list []json.RawMessage
	if err := json.Unmarshal(b.Bytes(), &list); err != nil { // no list
		return strings.TrimSpace(b.String())
	}
	return "[" + string(bytes.Join(asBytes(list), []byte(", "))) + "]"
}

func asBytes(list []json.RawMessage) [][]byte {
	out := make([][]byte, len(list))
	for i, m := range list {
		out[i] = m
	}
	return out
}

// from says where a setting comes from.
func (c *command) from(o origin) string {
	switch {
	case o.File != nil:
		return fmt.Sprintf("%s:%d", *o.File, *o.Line)
	case o.From == "environment":
		return c.say("환경 변수 ", "environment: ") + *o.By
	case o.By != nil:
		return *o.By
	}
	return c.say("기본값", "default")
}

// ruleTable writes the rules that are set otherwise than they come, or all. Those that flags leave out are counted.
func (c *command) ruleTable(w *bufio.Writer, rules []ruleSetting, all bool) {
	var rows []row
	set, left := 0, 0
	for _, r := range rules {
		if r.From == "flag" && r.Severity == off && !all {
			left++
			continue
		}
		if r.isDefault() && !all {
			continue
		}
		set++
		severity := r.Severity
		if severity != r.Default {
			severity += fmt.Sprintf(c.say(" (기본값 %s)", " (default %s)"), r.Default)
		}
		rows = append(rows, row{r.Name, severity, c.from(r.origin)})
		for _, o := range r.Options {
			if all || o.From != ofDefault.From {
				rows = append(rows, row{"  " + o.Key, shown(o.Value), c.from(o.origin)})
			}
		}
	}
	title := fmt.Sprintf(c.say("규칙 %d개", "rules: %d"), len(rules))
	if !all {
		title += fmt.Sprintf(c.say(", 그중 설정한 규칙 %d개(모두 보려면 --all)", ", of which set: %d (--all shows all)"), set)
	}
	if left > 0 {
		title += fmt.Sprintf(c.say(", --only와 --skip으로 뺀 것 %d개", ", left out by --only and --skip: %d"), left)
	}
	if len(rows) == 0 {
		fmt.Fprintf(w, "\n%s\n", title)
	}
	table(w, title, rows)
}

func (c *command) policyRows(policies []policySetting) []row {
	var out []row
	for _, p := range policies {
		for i, page := range p.Pages {
			r := row{value: page.Path}
			if i == 0 {
				r.key, r.from = p.Name, c.from(p.origin)
			}
			switch page.Status {
			case "missing":
				r.value += " " + c.say("(없음)", "(missing)")
			case "folder":
				r.value += " " + c.say("(디렉터리)", "(a directory)")
			}
			out = append(out, r)
		}
		add := func(key string, values ...string) {
			if len(values) > 0 {
				out = append(out, row{value: key + " = " + strings.Join(values, ", ")})
			}
		}
		if p.Follow {
			add("follow", "true")
		}
		if p.Language != nil {
			add("language", *p.Language)
		}
		add("twin", p.Twins...)
		add("source", p.Source...)
		add("site", p.Site...)
	}
	return out
}

func (c *command) ignoreRows(ignores []ignoreSetting) []row {
	var out []row
	for _, i := range ignores {
		var parts []string
		if i.Policy != nil {
			parts = append(parts, *i.Policy)
		}
		if i.Text != nil {
			parts = append(parts, `"`+*i.Text+`"`)
		}
		if i.Until != nil {
			until := fmt.Sprintf(c.say("%s까지", "until %s"), *i.Until)
			if i.Past {
				until += c.say(" (지남)", " (expired)")
			}
			parts = append(parts, until)
		}
		if len(parts) == 0 {
			parts = []string{c.say("모든 지적", "all findings")}
		}
		out = append(out, row{i.Rule, strings.Join(parts, ", "), c.from(i.origin)})
		if i.Reason != "" {
			out = append(out, row{"", i.Reason, ""})
		}
	}
	return out
}

func (c *command) fileRows(files []belonging) []row {
	var out []row
	for _, f := range files {
		r := row{f.File, f.Name, ""}
		if f.Policy == nil {
			r.from = c.say("[[policy]] 없음", "no [[policy]]")
		}
		out = append(out, r)
	}
	return out
}
