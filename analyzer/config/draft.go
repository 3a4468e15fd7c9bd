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
	w.note("pipalint의 설정입니다. 'pipalint init'이 이 디렉터리를 살펴보고 만들었습니다.\n경로는 이 파일이 있는 디렉터리를 기준으로 적습니다. 적용되는 설정과 그 출처: pipalint config",
		"The configuration of pipalint, written by 'pipalint init' after a look at this folder.\nPaths start from the folder of this file. What is in force, and from where: pipalint config")
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
			w.note("만들기: pipalint check --write-baseline pipalint-baseline.json", "To write it: pipalint check --write-baseline pipalint-baseline.json")
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
		w.note("읽지 못한 의존성 파일이 있어 뺐습니다: "+quote(dir), "Left out, for a manifest in it could not be read: "+quote(dir))
	}
	site, _ := known.named("site")
	w.folders(site, d.Sites)
}

func (d Draft) rules(w *writer) {
	w.blank()
	f, _ := fieldsOf(reflect.TypeFor[written]()).named("rules")
	w.about(f)
	w.note("규칙 목록: pipalint rules", "All rules: pipalint rules")
	w.line("#[rules]")
	w.line(`#vague-wording = "off"`)
}

// controller are facts about the controller: its name, where the policy states it, and what only it can answer.
func (d Draft) controller(w *writer) {
	w.blank()
	w.note("개인정보처리자에 관한 사실. 처리방침만 보아서는 모르는 것을 알려 주면, 해당하는 경우에만 적용되는 사항을\n물음으로 남기지 않고 지적하거나 넘어갑니다. 답을 아는 줄의 #을 지우고 true나 false를 적으십시오.",
		"Facts about the controller, which the policy alone cannot tell. They settle what only some must state: it is then\na finding or none, no more a question. Take the # from the lines to which you know the answer: true or false.")
	head := "[controller]"
	if d.Name == "" {
		head = "#" + head
	}
	w.line(head)
	for _, f := range controllerFields() {
		switch {
		case f.name == "name" && d.Name != "":
			w.line("name = " + quote(d.Name) + w.say(" # 적혀 있는 곳: ", " # as stated in ") + comment(d.NameAt))
			continue
		case f.name == "type" && d.MaybePublic:
			w.note("공공기관으로 보입니다. 맞으면 #을 지우십시오.", "It seems to be a public body. If it is, take the # away.")
			f.example = `"public"`
		default:
			w.about(f)
		}
		w.example(f)
	}
}

func (d Draft) policies(w *writer) {
	w.blank()
	w.note("처리방침마다 한 항목: 이름(name), 첫 페이지(path), 함께 하나의 처리방침을 이루는 페이지(pages: 수탁자 목록 등),\n쓴 언어(language)",
		"One entry a policy: its name, the path of its main page, the other pages that belong to it, such as a list of\nprocessors, and the language in which it is written.")
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
		w.entry("policy", fieldsOf(reflect.TypeFor[policyTable]())[:3])
	}
	for _, path := range d.Older {
		w.note("이전 버전이어서 뺐습니다: "+quote(path), "Left out, as an earlier version: "+quote(path))
	}
	for _, path := range d.Loose {
		w.note("처리방침의 일부로 보이나 어느 처리방침의 것인지 알 수 없습니다: "+quote(path), "Part of a policy, it seems, but it is not clear of which: "+quote(path))
	}
}

func (d Draft) ignores(w *writer) {
	w.blank()
	w.note("확인하고 알리지 않기로 한 지적. 규칙(rule)과 이유(reason)만 꼭 적습니다.\n정한 날(until)이 지나거나 해당하는 지적이 없어지면 알려 줍니다.",
		"Findings that somebody has looked at, to be left out. The rule and the reason must stand there, the rest need not.\nAn ignore past its day, or of nothing, is itself reported.")
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
