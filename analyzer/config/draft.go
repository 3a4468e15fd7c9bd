package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// A Draft is a configuration that is yet to be written, as far as looking around tells what should stand in it.
type Draft struct {
	Policies []Policy
	Older    []string // paths of earlier versions of policies, which are left out
	Loose    []string // paths of parts of a policy of which it is not told whose they are
	Trees    []string // folders of source trees
	Unread   []string // folders of source trees that cannot be read as they are
	Sites    []string // folders of saved pages

	Name        string // of the controller, or ""
	NameAt      string // where it is stated, as file:line
	MaybePublic bool   // it seems to be a public body
}

// Text is the configuration, with comments in a language that say what each line is for, and with what else may be
// set, as lines to take the # from.
func (d Draft) Text(lang string) string {
	w := &writer{lang: lang}
	w.line("#:schema " + SchemaURL) // for editors
	w.note("pipalint의 설정 파일입니다. 'pipalint init'이 이 디렉터리를 살펴보고 만들었습니다.\n경로는 이 파일이 있는 디렉터리를 기준으로 적습니다. 적용되는 설정과 그 출처를 보려면: pipalint config",
		"The configuration of pipalint, written by 'pipalint init' from what it found in this folder.\nPaths are relative to the folder of this file. To see the settings in force and their origin: pipalint config")
	d.general(w)
	d.evidence(w)
	d.rules(w)
	d.controller(w)
	d.policies(w)
	d.ignores(w)
	return w.String()
}

// general are the keys about a whole run. None is set: the defaults are what most want.
func (d Draft) general(w *writer) {
	for _, f := range fieldsOf(reflect.TypeFor[written]()) {
		if f.example == "" || f.name == "source" || f.name == "site" {
			continue
		}
		w.blank()
		w.about(f)
		if f.name == "baseline" {
			w.note("만들려면: pipalint check --write-baseline pipalint-baseline.json", "To create it: pipalint check --write-baseline pipalint-baseline.json")
		}
		w.example(f)
	}
}

// evidence are the folders in which signs of companies stand.
func (d Draft) evidence(w *writer) {
	known := fieldsOf(reflect.TypeFor[written]())
	source, _ := known.named("source")
	w.folders(source, d.Trees)
	for _, dir := range d.Unread {
		w.note("읽지 못한 의존성 파일이 있어 뺐습니다: "+quote(dir), "Left out because a manifest in it could not be read: "+quote(dir))
	}
	site, _ := known.named("site")
	w.folders(site, d.Sites)
}

func (d Draft) rules(w *writer) {
	w.blank()
	f, _ := fieldsOf(reflect.TypeFor[written]()).named("rules")
	w.about(f)
	w.note("규칙 목록을 보려면: pipalint rules", "To list the rules: pipalint rules")
	w.line("#[rules]")
	w.line(`#vague-wording = "off"`)
}

// controller are facts about the controller: its name, where the policy states it, and what only it can answer.
func (d Draft) controller(w *writer) {
	w.blank()
	w.note("개인정보처리자에 관한 사실. 처리방침만으로는 알 수 없는 것을 여기에 적으면, 해당하는 경우에만 적용되는 사항을\n질문으로 남기지 않고 지적하거나 지적하지 않습니다. 답을 아는 줄의 #을 지우고 true(예)나 false(아니요)를 적으십시오.",
		"Facts about the controller that the policy alone does not tell. They settle duties that apply only in some cases: a\nquestion becomes a finding, or goes away. Where you know the answer, remove the # and write true (yes) or false (no).")
	head := "[controller]"
	if d.Name == "" {
		head = "#" + head
	}
	w.line(head)
	for _, f := range controllerFields() {
		switch {
		case f.name == "name" && d.Name != "":
			w.line("name = " + quote(d.Name) + w.say(" # 적힌 곳: ", " # as stated in ") + comment(d.NameAt))
			continue
		case f.name == "type" && d.MaybePublic:
			w.note("공공기관으로 보입니다. 맞으면 #을 지우십시오.", "It seems to be a public institution. If it is, remove the #.")
			f.example = `"public"`
		default:
			w.about(f)
		}
		w.example(f)
	}
}

func (d Draft) policies(w *writer) {
	w.blank()
	w.note("처리방침마다 한 항목씩 적습니다: 이름(name), 첫 페이지(path), 함께 하나의 처리방침을 이루는 페이지(pages: 수탁자 목록 등),\n작성한 언어(language)",
		"One entry for each policy: its name, the path of its main page, the other pages that form it, such as a list of\nprocessors, and the language in which it is written.")
	for i, p := range d.Policies {
		if i > 0 {
			w.blank()
		}
		w.line("[[policy]]")
		w.line("name = " + quote(p.Name))
		w.line("path = " + quote(p.Path))
		if len(p.Pages) > 0 {
			w.list("pages", p.Pages)
		}
		if p.Language != "" {
			w.line("language = " + quote(p.Language))
		}
	}
	if len(d.Policies) == 0 {
		w.entry("policy", fieldsOf(reflect.TypeFor[policyTable]())[:3]) // its name and pages
	}
	for _, path := range d.Older {
		w.note("이전 버전이어서 뺐습니다: "+quote(path), "Left out as an earlier version: "+quote(path))
	}
	for _, path := range d.Loose {
		w.note("처리방침의 일부로 보이나 어느 처리방침의 것인지 알 수 없습니다: "+quote(path), "This seems to be part of a policy, but it is not clear which one: "+quote(path))
	}
}

func (d Draft) ignores(w *writer) {
	w.blank()
	w.note("검토하고 제외하기로 한 지적. 규칙(rule)과 제외 사유(reason)는 꼭 적고, 나머지는 필요할 때 적습니다.\n기한(until)이 지나거나 제외할 지적이 없어지면 알려 줍니다.",
		"Reviewed findings that are to be ignored. Give the rule and the reason; the rest is optional.\nAn ignore whose last day has passed, or that has nothing to ignore, is itself reported.")
	fields := fieldsOf(reflect.TypeFor[ignoreTable]())
	if i := slices.IndexFunc(fields, func(f field) bool { return f.name == "policy" }); len(d.Policies) > 0 {
		fields[i].example = quote(d.Policies[0].Name)
	}
	w.entry("ignore", fields)
}

// A writer writes lines of a configuration.
type writer struct {
	strings.Builder
	lang string
}

func (w *writer) say(ko, en string) string { return analyzer.Text{Ko: ko, En: en}.In(w.lang) }

func (w *writer) blank() { w.WriteByte('\n') }

func (w *writer) line(s string) { w.WriteString(s + "\n") }

// note writes a comment: "# " and each line.
func (w *writer) note(ko, en string) {
	for l := range strings.SplitSeq(w.say(ko, en), "\n") {
		w.line("# " + l)
	}
}

// about writes what a key says, as a line of its own.
func (w *writer) about(f field) { w.note(f.doc.Ko, strings.ToUpper(f.doc.En[:1])+f.doc.En[1:]) }

// example writes a key with an example, as a comment: without a space, so that the # is all there is to take away.
func (w *writer) example(f field) { w.line("#" + f.name + " = " + f.example) }

// entry writes an entry with examples, as a comment.
func (w *writer) entry(name string, fields []field) {
	w.line("#[[" + name + "]]")
	for _, f := range fields {
		w.example(f)
	}
}

// folders writes a key that takes folders, or an example where there are none.
func (w *writer) folders(f field, paths []string) {
	w.blank()
	w.about(f)
	if len(paths) == 0 {
		w.example(f)
		return
	}
	w.list(f.name, paths)
}

// list writes a key with a list of texts, on one line where there is room.
func (w *writer) list(key string, texts []string) {
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = quote(t)
	}
	if one := key + " = [" + strings.Join(quoted, ", ") + "]"; len(one) <= 100 {
		w.line(one)
		return
	}
	w.line(key + " = [\n  " + strings.Join(quoted, ",\n  ") + ",\n]")
}

// quote is a text as TOML writes it.
func quote(s string) string { return `"` + escaped(s, `"\`) + `"` }

// comment is a text as it may stand in a comment.
func comment(s string) string { return escaped(s, "") }

// escaped is a text without control characters, and with a stroke before those of a set.
func escaped(s, set string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case slices.Contains([]rune(set), r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ', 0x7F <= r && r < 0xA0:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
