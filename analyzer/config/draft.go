package config

import (
	"fmt"
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

	Questions []Question // what a controller may be asked
}

// A Question is a key of [controller] that takes true or false.
type Question struct {
	Key string
	Ask analyzer.Text
}

// Text is the configuration, with comments in a language that say what each line is for, and with what else may be
// set, as lines to take the # from.
func (d Draft) Text(lang string) string {
	w := &writer{lang: lang}
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
	w.blank()
	w.note(`어느 날의 법령으로 검사할지: "today"(오늘, 기본값), "effective"(처리방침마다 그 시행일), 또는 "2026-11-22"와 같은 날짜`,
		`By the law of which day: "today" (the default), "effective" for each policy's own date of effect, or a day as "2026-11-22"`)
	w.key(false, "as-of", "effective")
	w.blank()
	w.note("1년 안에 시행될 사항도 참고로 알립니다.", "Report, as an info, what comes into force within a year.")
	w.line("#upcoming = true")
	w.blank()
	w.note(`출력 언어: "ko" 또는 "en". 없으면 로캘에 따릅니다.`, `The language of the output: "ko" or "en". Without it, that of the locale.`)
	w.key(false, "language", w.lang)
	w.blank()
	w.note(`이 심각도 이상의 지적이 있으면 종료 코드 1: "error", "warning"(기본값), "info", "never"`,
		`Exit with 1 for findings of this severity or above: "error", "warning" (the default), "info", "never"`)
	w.key(false, "fail-on", "error")
	w.blank()
	w.note("이미 알고 있는 지적의 목록. 여기에 있는 지적은 다시 알리지 않습니다.\n만들기: pipalint check --write-baseline pipalint-baseline.json",
		"The findings that are known already, and not reported again.\nTo write it: pipalint check --write-baseline pipalint-baseline.json")
	w.key(false, "baseline", "pipalint-baseline.json")
}

// evidence are the folders in which signs of companies stand.
func (d Draft) evidence(w *writer) {
	w.blank()
	w.note("소스 코드가 있는 디렉터리. 의존성에 드러나는 업체를 처리방침이 밝히고 있는지 봅니다.",
		"Source trees: does the policy name the companies that their dependencies give away?")
	w.folders("source", d.Trees, "app")
	for _, dir := range d.Unread {
		w.note("읽지 못한 의존성 파일이 있어 뺐습니다: "+quote(dir), "Left out, for a manifest in it could not be read: "+quote(dir))
	}
	w.blank()
	w.note("저장해 둔 웹사이트의 디렉터리. 페이지가 불러오는 업체를 처리방침이 밝히고 있는지 봅니다.",
		"Saved pages of the site: does the policy name the companies whose scripts and tags they load?")
	w.folders("site", d.Sites, "saved")
}

func (d Draft) rules(w *writer) {
	w.blank()
	w.note(`규칙을 끄거나("off") 심각도를 바꿉니다("info", "warning", "error"). 규칙 목록: pipalint rules`,
		`Rules that are off, or have another severity: "off", "info", "warning", "error". All rules: pipalint rules`)
	w.line("#[rules]")
	w.key(false, "vague-wording", "off")
}

// controller are facts about the controller: its name, where the policy states it, and questions.
func (d Draft) controller(w *writer) {
	w.blank()
	w.note("개인정보처리자에 관한 사실. 처리방침만 보아서는 모르는 것을 알려 주면, 해당하는 경우에만 적용되는 사항을\n물음으로 남기지 않고 지적하거나 넘어갑니다. 답을 아는 줄의 #을 지우고 true나 false를 적으십시오.",
		"Facts about the controller, which the policy alone cannot tell. They settle what only some must state: it is then\na finding or none, no more a question. Take the # from the lines to which you know the answer: true or false.")
	if d.Name == "" {
		w.line("#[controller]")
		w.key(false, "name", w.say("모란상점", "Moran Shop"))
	} else {
		w.line("[controller]")
		w.line("name = " + quote(d.Name) + w.say(" # 적혀 있는 곳: ", " # as stated in ") + comment(d.NameAt))
	}
	if d.MaybePublic {
		w.note("공공기관으로 보입니다. 맞으면 #을 지우십시오.", "It seems to be a public body. If it is, take the # away.")
		w.key(false, "type", "public")
	} else {
		w.note(`공공기관이면 "public", 아니면 "private"`, `"public" for a public body, else "private"`)
		w.key(false, "type", "private")
	}
	for _, q := range d.Questions {
		w.note(q.Ask.Ko, q.Ask.En)
		w.line("#" + q.Key + " = false")
	}
}

func (d Draft) policies(w *writer) {
	w.blank()
	w.note("처리방침마다 한 항목: 이름, 본문 페이지, 함께 하나의 처리방침을 이루는 페이지(수탁자 목록 등), 언어(\"ko\", \"en\")",
		"One entry a policy: its name, its page, the pages that form it together with that one (lists of processors and the\nlike), the language in which it is written (\"ko\", \"en\")")
	for i, p := range d.Policies {
		if i > 0 {
			w.blank()
		}
		w.line("[[policy]]")
		w.key(true, "name", p.Name)
		w.key(true, "path", p.Path)
		if len(p.Pages) > 0 {
			w.folders("pages", p.Pages, "")
		}
		if p.Language != "" {
			w.key(true, "language", p.Language)
		}
	}
	if len(d.Policies) == 0 {
		w.line("#[[policy]]")
		w.key(false, "name", "shop")
		w.key(false, "path", "web/privacy.html")
		w.line(`#pages = ["web/processors.html"]`)
	}
	for _, path := range d.Older {
		w.note("이전 버전이어서 뺐습니다: "+quote(path), "Left out, as an earlier version: "+quote(path))
	}
	for _, path := range d.Loose {
		w.note("처리방침의 일부로 보이나 어느 처리방침의 것인지 알 수 없습니다: "+quote(path), "A part of a policy, it seems, but it is not told of which: "+quote(path))
	}
}

func (d Draft) ignores(w *writer) {
	w.blank()
	w.note("살펴보고 그대로 두기로 한 지적. 이유(reason)를 꼭 적고, 규칙(rule) 말고는 뺄 수 있습니다.\n정한 날(until)이 지나거나 해당하는 지적이 없어지면 알려 줍니다.",
		"Findings that somebody has looked at and accepts. The reason must stand there; policy, text (stands in the quote) and\nuntil (the last day) may be left out. An ignore past its day, or of nothing, is itself reported.")
	w.line("#[[ignore]]")
	w.key(false, "rule", "vague-wording")
	if len(d.Policies) > 0 {
		w.key(false, "policy", d.Policies[0].Name)
	}
	w.key(false, "text", "등")
	w.key(false, "reason", w.say("법무 검토를 마친 문구", "looked at by legal"))
	w.line("#until = 2027-03-01")
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

// key writes a key with a text; one that is not set has a # right before it.
func (w *writer) key(set bool, key, value string) {
	if !set {
		w.WriteByte('#')
	}
	w.line(key + " = " + quote(value))
}

// folders writes a list of paths, or an example as a comment where there is none.
func (w *writer) folders(key string, paths []string, example string) {
	if len(paths) == 0 {
		w.line("#" + key + " = [" + quote(example) + "]")
		return
	}
	quoted := make([]string, len(paths))
	for i, p := range paths {
		quoted[i] = quote(p)
	}
	one := key + " = [" + strings.Join(quoted, ", ") + "]"
	if len(one) <= 100 {
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
