package inspect

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/look"
	"github.com/pipalint/pipalint/analyzer/look/looktest"
)

// written is the page of reports.
func written(t *testing.T, lang string, reports ...Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, reports, Options{Lang: lang}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// hostile is a report in which everything that comes from a policy tries to become part of the page.
func hostile(t *testing.T) Report {
	t.Helper()
	evil := `</title></svg></style></textarea>--><script>alert(1)</script><img src=x onerror=alert(2)>" onload="alert(3)' onclick='alert(4) javascript:alert(5) {{.}}`
	r := storedReport(t)
	r.File, r.Controller, r.Language = evil, &evil, evil
	for _, list := range [][]Recipient{r.Processors, r.ThirdParties, r.Transfers} {
		for i := range list {
			one := &list[i]
			*one = Recipient{Name: evil, Note: &evil, Task: &evil, Purpose: &evil, Items: &evil, Retention: &evil, Contact: &evil, Country: &evil,
				Timing: &evil, Method: &evil, Refusal: &evil, Basis: &evil, Subprocessor: &evil, At: one.At}
		}
	}
	for i := range r.Items {
		r.Items[i].Name, r.Items[i].Purpose = evil, &evil
	}
	for i := range r.Retention {
		r.Retention[i].Record, r.Retention[i].Period, r.Retention[i].Basis = evil, evil, &evil
	}
	for i := range r.Officers {
		r.Officers[i].Name, r.Officers[i].Email = &evil, &evil
	}
	for i := range r.Remedies {
		r.Remedies[i].Body, r.Remedies[i].URL = evil, &evil
	}
	for c, clause := range r.Clauses {
		clause.Quote = evil
		r.Clauses[c] = clause
	}
	r.Headings[0].Text, r.Tables[0].Rows[0][0], r.LeftOut[0].Quote, r.LeftOut[0].Region = evil, evil, evil, evil
	return r
}

// TestHostile checks that a policy cannot put anything but text into the page.
func TestHostile(t *testing.T) {
	for _, lang := range []string{"ko", "en"} {
		looktest.Harmless(t, written(t, lang, hostile(t)), written(t, lang, storedReport(t)))
		if page := written(t, lang, hostile(t)); strings.Contains(page, "<script") {
			t.Errorf("%s: a script", lang)
		}
	}
}

// TestTextIsPlain lets no policy move the cursor of a terminal.
func TestTextIsPlain(t *testing.T) {
	r := storedReport(t)
	r.Processors[0].Name = "가람\x1b[31m물류\u202e\u009b2J\n\r"
	r.Clauses["purpose"] = Clause{Status: "present", At: &At{Line: 1, Column: 1}, Quote: "\x1b]0;x\a목적"}
	r.Controller = &r.Processors[0].Name
	var b bytes.Buffer
	if err := Text(&b, []Report{r}, Options{Lang: "ko", Width: 100}); err != nil {
		t.Fatal(err)
	}
	if i := strings.IndexFunc(b.String(), func(r rune) bool { return r < ' ' && r != '\n' || 0x7f <= r && r < 0xa0 || turns(r) }); i >= 0 {
		t.Errorf("%q", b.String()[i:i+20])
	}
}

// TestEmpty shows a report of a page that says nothing, and no report at all.
func TestEmpty(t *testing.T) {
	empty := written(t, "ko", stored(t, []byte(`{"file": "empty.html", "kind": "other", "language": "ko"}`)))
	for _, want := range []string{"처리 위탁: 기재 없음", "제3자 제공: 기재 없음", "국외 이전: 기재 없음", "(이름을 찾지 못함)"} {
		if !strings.Contains(empty, want) {
			t.Errorf("%q is not in\n%s", want, empty)
		}
	}
	if strings.Contains(empty, `class="frame`) {
		t.Error("something leads to those who get nothing")
	}
	if none := written(t, "ko"); !strings.Contains(none, "읽은 문서가 없습니다.") {
		t.Error(none)
	}
}

// TestManyDocuments links to each of several documents, under names of its own.
func TestManyDocuments(t *testing.T) {
	page := written(t, "en", storedReport(t), many(t, 3, "가람"))
	for _, want := range []string{`href="#d1"`, `href="#d2"`, `<article id="d2"`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not there", want)
		}
	}
	ids := make(map[string]bool)
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("%s twice", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(` aria-labelledby="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		for _, id := range strings.Fields(m[1]) {
			if !ids[id] {
				t.Errorf("nothing is called %s", id)
			}
		}
	}
}

// TestPicture holds every picture to its plan: boxes stand apart, and all of a card is in its frame.
func TestPicture(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 40, 200} {
		for _, named := range []string{"가람", "Windmere Cloud Services International Holdings, Inc. ", strings.Repeat("한", 90)} {
			for _, as := range []shape{wide, tall} {
				r := many(t, n, named)
				p := r.picture("x", as, "ko")
				if err := p.faults(); err != nil {
					t.Errorf("%d recipients, %s: %v", n, as.class, err)
				}
			}
		}
	}
}

func (p *picture) faults() error {
	for i, b := range p.Boxes {
		if b.X < 0 || b.Y < 0 || b.X+b.W > p.Width || b.Y+b.H > p.Height {
			return fmt.Errorf("%s at %d,%d is out of the picture", b.Class, b.X, b.Y)
		}
		for _, l := range b.Lines {
			if l.Y < b.Y || l.Y > b.Y+b.H || rulerOf(l.Class).cut(l.Text, (b.W-padding)*grain) != l.Text {
				return fmt.Errorf("%q is out of its box", l.Text)
			}
		}
		for _, other := range p.Boxes[:i] {
			apart := b.X >= other.X+other.W || other.X >= b.X+b.W || b.Y >= other.Y+other.H || other.Y >= b.Y+b.H
			inside := strings.HasPrefix(b.Class, "card") && strings.HasPrefix(other.Class, "frame") && b.X > other.X && b.Y > other.Y && b.X+b.W < other.X+other.W && b.Y+b.H < other.Y+other.H
			if !apart && !inside {
				return fmt.Errorf("%s at %d,%d and %s at %d,%d overlap", b.Class, b.X, b.Y, other.Class, other.X, other.Y)
			}
		}
	}
	return nil
}

// TestSizes holds the sizes that boxes are made for to those of the style.
func TestSizes(t *testing.T) {
	for class, size := range sizes {
		if want := fmt.Sprintf(".picture .%s { font-size: %dpx;", class, size); !strings.Contains(pageStyle, want) {
			t.Errorf("%s is not in page.css", want)
		}
	}
}

// TestContrast lets all that stands on a ground be read in light, dark and print.
func TestContrast(t *testing.T) {
	pairs := [][2]string{{"ink", "page"}, {"ink", "panel"}, {"ink", "people"}, {"soft", "page"}, {"soft", "panel"}, {"soft", "people"}, {"link", "page"},
		{"missing", "page"}, {"missing", "panel"}}
	for i := range lists {
		id := lists[i].id
		pairs = append(pairs, [2]string{id, id + "-ground"}, [2]string{"soft", id + "-ground"})
	}
	looktest.Contrast(t, look.Base+pageStyle, pairs)
}
