package evidence

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/evidence/script"
	"github.com/pipalint/pipalint/vendors"
)

// tagID reads the ID of a tag: "AW-123456789", of which "AW-123456789/label" is a conversion. One that
// waits to be filled in (G-XXXXXXXXXX) is none.
func tagID(s string) (id string, sign vendors.Sign, ok bool) {
	const longest = 40
	if len(s) > longest || strings.IndexByte(s, '-') < 0 {
		return "", sign, false
	}
	id, _, _ = strings.Cut(s, "/")
	sign, ok = vendors.ByTagID(id)
	if !ok || !isNumber(id[len(sign.Key):]) {
		return "", sign, false
	}
	return id, sign, true
}

// isNumber reports whether s is written like the number of an account: capitals, digits, strokes, four
// of them or more, and not all the same.
func isNumber(s string) bool {
	if len(s) < 4 || strings.Trim(s, s[:1]) == "" {
		return false
	}
	digits := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			digits++
		case 'A' <= c && c <= 'Z', c == '-':
		default:
			return false
		}
	}
	return digits > 0
}

// tags keeps the IDs of tags that stand alone in a string. Some are telling by their form, where Google's
// tag is spoken of nearby; G-1234567 may as well number a product, and counts where it is named or
// handed over as the ID of a tag.
func (s *code) tags() {
	const near = 4096
	var about []int // offsets where Google's tag is spoken of
	var ids []int   // words
	for i, w := range s.words {
		switch w.Kind {
		case script.Name:
			if isAboutTags(s.word(i)) {
				about = append(about, int(w.Start))
			}
		case script.String:
			start, end := w.Inner(s.text)
			text := s.text[start:end]
			if _, _, ok := tagID(text); ok {
				ids = append(ids, i)
			} else if isAboutTags(text) || strings.Contains(text, "googletagmanager.com") || strings.Contains(text, "google-analytics.com") {
				about = append(about, start)
			}
		}
	}
	for _, i := range ids {
		start, end := s.words[i].Inner(s.text)
		id, sign, _ := tagID(s.text[start:end])
		n := sort.SearchInts(about, start-near)
		spoken := n < len(about) && about[n] < start+near
		if s.amp || spoken && isTellingID(id) || s.isNamedTag(i) {
			s.c.add(s.sighting(policy.EvidenceTagID, id, sign, start, start+len(id)))
		}
	}
}

// isTellingID reports whether an ID has a form that nothing else has: GTM-AB12CD3, UA-12345678-1.
func isTellingID(id string) bool {
	return strings.Index(id, "-") > 2 || strings.Count(id, "-") > 1
}

// isAboutTags reports whether a name is one that belongs to Google's tag.
func isAboutTags(name string) bool {
	return slices.Contains([]string{"gtag", "ga", "_gaq", "dataLayer", "GoogleAnalyticsObject", "google_tag_manager", "gtm", "GTM", "gtm.start", "gtm.js"}, name)
}

// isNamedTag reports whether a string is named as the ID of a tag, or handed over as one.
func (s *code) isNamedTag(i int) bool {
	switch before := s.word(i - 1); before {
	case ":", "=":
		return tagName.MatchString(s.word(i - 2))
	case "(":
		return s.isName(i-2) && tagSetter.MatchString(s.word(i-2))
	case ",":
		what := strings.Trim(s.word(i-2), "\"'")
		return s.isString(i-2) && slices.Contains([]string{"config", "event", "get", "create", "_setAccount"}, what)
	}
	return false
}

var (
	tagName   = regexp.MustCompile(`^["']?(?:ga|GA|(?i:ga4?[_-]?(?:id|code|key|tracking\w*|measurement\w*)|\w*(?:measurement|tracking)_?id|\w*gtag\w*|\w*analytics\w*|send_to|google\w*))["']?$`)
	tagSetter = regexp.MustCompile(`^(?:ga|gtag|initialize|loadGtag|initGA\d?)$`)
)
