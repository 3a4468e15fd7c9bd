package facts_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// sections are a page cut before each of its headings of the level that most have; the last section
// ends with the element around it.
type sections struct {
	before string
	all    []string
	after  string
}

var (
	openings = [...]*regexp.Regexp{
		regexp.MustCompile(`(?i)<h2[\s>]`), regexp.MustCompile(`(?i)<h3[\s>]`), regexp.MustCompile(`(?i)<h4[\s>]`),
		regexp.MustCompile(`(?i)<p[^>]*>\s*<(b|strong)[\s>]`), regexp.MustCompile(`(?i)<dt[\s>]`), regexp.MustCompile(`(?i)<button[\s>]`), regexp.MustCompile(`(?i)<details[\s>]`),
	}
	endOfAll     = regexp.MustCompile(`(?i)</main>|</article>|</dl>|<footer|</body>`)
	endOfHeading = regexp.MustCompile(`(?i)</h[1-6]>|</p>|</dt>|</button>|</summary>`)
	anyTag       = regexp.MustCompile(`<[^>]*>`)
)

func cut(page string) (sections, bool) {
	var at [][]int
	for _, o := range openings {
		if found := o.FindAllStringIndex(page, -1); len(found) > len(at) {
			at = found
		}
	}
	if len(at) < 4 {
		return sections{}, false
	}
	last := at[len(at)-1][0]
	end := len(page)
	if m := endOfAll.FindStringIndex(page[last:]); m != nil {
		end = last + m[0]
	}
	s := sections{before: page[:at[0][0]], after: page[end:]}
	for i := range at {
		stop := end
		if i+1 < len(at) {
			stop = at[i+1][0]
		}
		s.all = append(s.all, page[at[i][0]:stop])
	}
	return s, true
}

// with is the page with these sections.
func (s sections) with(all []string) string { return s.before + strings.Join(all, "") + s.after }

// heading is the text of a section's heading.
func (s sections) heading(i int) string {
	m := endOfHeading.FindStringIndex(s.all[i])
	return strings.TrimSpace(anyTag.ReplaceAllString(s.all[i][:m[0]], ""))
}

// dividedPages are the pages of HTML in the test data that [cut] divides.
func dividedPages(t *testing.T) map[string]sections {
	out := make(map[string]sections)
	for _, p := range pages(t) {
		doc := p.Policy.Pages[0]
		if doc.Format != policy.HTML {
			continue
		}
		if s, ok := cut(doc.File.Text); ok && facts.Kinds.Of(p)[0] == facts.PolicyKind {
			out[doc.File.Name] = s
		}
	}
	if len(out) < 8 {
		t.Fatalf("only %d pages are divided by headings", len(out))
	}
	return out
}

// TestOrderMakesNoDifference turns the sections of each page round by one, two and more.
func TestOrderMakesNoDifference(t *testing.T) {
	for name, s := range dividedPages(t) {
		want := summary(inUTF8(t, name, s.with(s.all)))
		for n := 1; n < len(s.all); n++ {
			moved := append(append([]string{}, s.all[n:]...), s.all[:n]...)
			if got := summary(inUTF8(t, name, s.with(moved))); got != want {
				t.Errorf("%s, turned by %d:\n got %s\nwant %s", filepath.Base(name), n, got, want)
			}
		}
	}
}

var (
	anyDate = regexp.MustCompile(`\d{4}\s*[.년年/-]\s*\d{1,2}\s*[.월月/-]\s*\d{1,2}(일|日|\.)?|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}`)
	spaces  = regexp.MustCompile(` +`)
)

const (
	terms = "<h1>이용약관</h1><p>제1조(목적) 이 약관은 가온들이 운영하는 서비스의 이용 조건을 정합니다.</p>" +
		"<p>제2조(효력) 이 약관은 2030년 1월 1일부터 시행합니다. 회원 탈퇴 시까지 이 약관을 적용합니다.</p>"
	comparison = "<h2>신·구 대조표</h2><table><tr><th>현행</th><th>개정안</th></tr><tr><td>개인정보는 1년간 보관합니다.</td><td>개인정보는 2년간 보관합니다.</td></tr></table>"
)

// TestAdditionsMakeNoDifference adds to each page what is not of this version of the policy.
func TestAdditionsMakeNoDifference(t *testing.T) {
	for name, s := range dividedPages(t) {
		want := summary(inUTF8(t, name, s.with(s.all)))
		body := strings.Join(s.all, "")
		var contents strings.Builder
		for i := range s.all {
			fmt.Fprintf(&contents, "<li><a href='#s%d'>%s</a></li>", i, s.heading(i))
		}
		for _, c := range []struct{ what, body string }{
			{"contents", "<ul>" + contents.String() + "</ul>" + body},
			{"an older version", body + "<h1>개인정보 처리방침 (2019. 1. 2. 시행)</h1>" + anyDate.ReplaceAllString(body, "2019-01-02")},
			{"older versions in a list", body + "<h2>이전 개인정보 처리방침</h2><ul><li>2019년 1월 2일 시행</li><li>2017년 3월 4일 시행</li></ul>"},
			{"terms before", terms + "<h1>개인정보 처리방침</h1>" + body},
			{"a comparison", body + comparison},
		} {
			if got := summary(inUTF8(t, name, s.before+c.body+s.after)); got != want {
				t.Errorf("%s, %s:\n got %s\nwant %s", filepath.Base(name), c.what, got, want)
			}
		}
	}
}

// TestReflowMakesNoDifference breaks the lines of each page of HTML anew, at every space of its text.
func TestReflowMakesNoDifference(t *testing.T) {
	n := 0
	for _, p := range pages(t) {
		doc := p.Policy.Pages[0]
		if doc.Format != policy.HTML || strings.Contains(doc.File.Text, "<pre") || strings.Contains(doc.File.Text, "<textarea") || strings.Contains(doc.File.Text, "<%") {
			continue // there line breaks are seen, or run on a server
		}
		n++
		page := texts(doc.File.Text, func(s string) string { return spaces.ReplaceAllString(s, "\n\t ") })
		if got, want := summary(inUTF8(t, doc.File.Name, page)), summary(p); got != want {
			t.Errorf("%s:\n got %s\nwant %s", filepath.Base(doc.File.Name), got, want)
		}
	}
	if n < 8 {
		t.Errorf("only %d pages were broken anew", n)
	}
}

// TestSectionsAlone removes each section of each page: only clauses that were read from it may change.
func TestSectionsAlone(t *testing.T) {
	removed, gone := 0, 0
	for name, s := range dividedPages(t) {
		whole := inUTF8(t, name, s.with(s.all))
		before := facts.Clauses.Of(whole)
		doc := whole.Policy.Pages[0]
		at := len(s.before)
		for i, section := range s.all {
			span := policy.Span{Start: at, End: at + len(section)}
			at = span.End
			rest := append(append([]string{}, s.all[:i]...), s.all[i+1:]...)
			p := inUTF8(t, name, s.with(rest))
			after := facts.Clauses.Of(p)
			removed++
			for _, c := range facts.AllClauses {
				if after[c].Status == before[c].Status {
					continue
				}
				gone++
				if r := before[c].Range; before[c].Status == facts.Absent || !span.Contains(doc.Span(r)) {
					t.Errorf("%s without %q: %s is %s, before %s", filepath.Base(name), s.heading(i), c, after[c].Status, before[c].Status)
				}
			}
		}
	}
	if removed < 60 || gone < 40 {
		t.Errorf("%d sections removed and %d clauses gone", removed, gone)
	}
}

// TestEncodingsMakeNoDifference stores each page in each encoding that has all its characters.
func TestEncodingsMakeNoDifference(t *testing.T) {
	stored := make(map[string]int)
	for _, p := range pages(t) {
		doc := p.Policy.Pages[0]
		for _, e := range []struct {
			name, label string
			enc         encoding.Encoding
		}{
			{"utf-16le", "utf-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
			{"utf-16be", "utf-16", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
			{"euc-kr", "euc-kr", korean.EUCKR},
			{"shift_jis", "shift_jis", japanese.ShiftJIS},
			{"euc-jp", "euc-jp", japanese.EUCJP},
		} {
			raw, err := e.enc.NewEncoder().String(declared.ReplaceAllString(doc.File.Text, "charset=${1}"+e.label))
			if err != nil {
				continue // it has not all characters
			}
			got := parsed(t, doc.File.Name, []byte(raw), "")
			if name := got.Policy.Pages[0].File.Encoding; name != e.name && isMultibyte(raw) {
				t.Errorf("%s in %s is read as %s", filepath.Base(doc.File.Name), e.name, name)
				continue
			}
			stored[e.name]++
			if got, want := summary(got), summary(p); got != want {
				t.Errorf("%s in %s:\n got %s\nwant %s", filepath.Base(doc.File.Name), e.name, got, want)
			}
		}
	}
	for name, least := range map[string]int{"utf-16le": 20, "utf-16be": 20, "euc-kr": 12, "shift_jis": 1, "euc-jp": 1} {
		if stored[name] < least {
			t.Errorf("%d pages were stored in %s, want at least %d", stored[name], name, least)
		}
	}
}

// TestPartsMakeNoDifference stores each page with its characters in parts, as macOS does (NFD). What is found in it is
// compared in package baseline.
func TestPartsMakeNoDifference(t *testing.T) {
	for _, p := range pages(t) {
		doc := p.Policy.Pages[0]
		parts := parsed(t, doc.File.Name, []byte(norm.NFD.String(doc.File.Text)), "")
		if got, want := summary(parts), summary(p); got != want {
			t.Errorf("%s:\n got %s\nwant %s", filepath.Base(doc.File.Name), got, want)
		}
		verifyFindings(t, doc.File.Name, parts)
	}
}

// isMultibyte reports whether a page holds more than ASCII.
func isMultibyte(raw string) bool {
	return strings.IndexFunc(raw, func(r rune) bool { return r > 127 }) >= 0
}

// inUTF8 reads a page that is stored in UTF-8, whatever it declares.
func inUTF8(t testing.TB, name, page string) *analyzer.Pass {
	t.Helper()
	return parsed(t, name, []byte(page), "text/html; charset=utf-8")
}
