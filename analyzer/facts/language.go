package facts

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Languages is the language of each page: "ko", "en", "ja", another, or "mixed". Where the policy's is known, it is
// that of all.
var Languages = analyzer.NewFact("languages", func(p *analyzer.Pass) []string {
	out := make([]string, len(p.Policy.Pages))
	for i, lines := range Wording.Of(p) {
		if out[i] = p.Policy.Language; out[i] == "" {
			out[i] = language(lines, Body.Of(p)[i])
		}
	}
	return out
})

// language counts the letters of each script in the body, line by line: a line is in the language
// that most of it is in. Two languages of which each has a fifth of the lines' letters are mixed.
func language(lines []Line, body []Region) string {
	share := make(map[string]int)
	total := 0
	// Some hundred lines from all over the page tell as much as all of them.
	for i := 0; i < len(lines); i += 1 + len(lines)/150 {
		if body[i] != Own || lines[i].Block.Kind == policy.Alt {
			continue
		}
		lang, n := scripts(lines[i].Block.Text)
		share[lang] += n
		total += n
	}
	if share["zh"] < 4*share["ja"] {
		// Headings, names and lists in Han alone stand in every Japanese text.
		share["ja"] += share["zh"]
		share["zh"] = 0
	}
	best, large := "ko", 0
	for _, lang := range [...]string{"ko", "ja", "en", "zh"} {
		if share[lang] > share[best] {
			best = lang
		}
		if total > 0 && share[lang]*5 >= total {
			large++
		}
	}
	if large > 1 {
		return "mixed"
	}
	return best
}

// scripts tells the language of a line and how much text it is, in syllables: a Latin word counts
// as about two.
func scripts(s string) (lang string, n int) {
	var hangul, kana, han, latin int
	for _, r := range s {
		switch {
		case isHangul(r), 0x1100 <= r && r <= 0x1112:
			hangul++ // also decomposed, by its initial letters
		case 0x3041 <= r && r <= 0x30FA:
			kana++
		case 0x4E00 <= r && r <= 0x9FFF:
			han++
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
			latin++
		}
	}
	latin /= 3
	switch {
	case hangul >= kana+han && hangul >= latin, hangul > 0 && kana == 0 && han > latin:
		return "ko", hangul + han
	case latin >= kana+han:
		return "en", latin
	case kana > 0:
		return "ja", kana + han
	}
	return "zh", han
}
