package inspect

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/look/looktest"
)

// TestBrowser looks at pages in Chromium, on a telephone and on a desk: nothing may overflow to the
// side, and in pictures no text may run over another or out of its box. Without Chromium it is
// skipped, but not where PIPALINT_CI is set.
func TestBrowser(t *testing.T) {
	browser := looktest.Chromium(t)
	pages := map[string]string{
		"/one":     written(t, "ko", storedReport(t)),
		"/english": written(t, "en", storedReport(t)),
		"/empty":   written(t, "ko", stored(t, []byte(`{"file": "empty.html", "kind": "other", "language": "ko"}`))),
		"/forty":   written(t, "ko", many(t, 40, "한빛누리물류센터 ")),
		"/latin":   written(t, "en", many(t, 12, "WINDMERE Global Cloud Services Management Holdings, Inc. ")),
		"/long":    written(t, "ko", many(t, 5, strings.Repeat("가나다라마바사", 20))),
		"/hostile": written(t, "ko", hostile(t), storedReport(t)),
	}
	var all []sight
	looktest.Look(t, browser, pages, measuring(pages), &all)
	if len(all) != len(viewports)*len(pages) {
		t.Errorf("%d pages were seen, want %d", len(all), len(viewports)*len(pages))
	}
	for _, seen := range all {
		where := fmt.Sprintf("%s at %d px", seen.Page, seen.Width)
		if seen.Scroll > seen.Width {
			t.Errorf("%s: %d px wide (%s)", where, seen.Scroll, seen.Wide)
		}
		if seen.Texts == 0 {
			t.Errorf("%s: no picture is seen", where)
		}
		for _, fault := range seen.Faults {
			t.Errorf("%s: %s", where, fault)
		}
	}
}

// viewports are the widths at which pages are seen: of telephones, the least with tables side by side, and of a desk.
var viewports = []int{320, 390, 821, 1280}

// A sight is what was measured of a page at a width.
type sight struct {
	Page          string
	Width, Scroll int
	Wide          string // an element that is too wide
	Texts         int    // that are seen in the picture
	Faults        []string
}

// measuring is a page that loads all pages into frames of all widths and says how they look.
func measuring(pages map[string]string) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><body>")
	for path := range pages {
		for _, width := range viewports {
			fmt.Fprintf(&b, `<iframe src="%s" width="%d" height="900" style="border:0"></iframe>`, path, width)
		}
	}
	return b.String() + "<script>" + measure + "</script>"
}

const measure = `
const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
const within = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 2 && a.bottom <= b.bottom + 2;
addEventListener("load", () => {
  const out = [];
  for (const frame of document.querySelectorAll("iframe")) {
    const doc = frame.contentDocument, root = doc.documentElement;
    const width = +frame.width, seen = {Page: frame.getAttribute("src"), Width: width, Scroll: root.scrollWidth, Wide: "", Faults: []};
    for (const e of doc.querySelectorAll("main *")) {
      if (!e.closest(".scroll") && e.getBoundingClientRect().right > width + 1) seen.Wide = e.tagName + ": " + e.textContent.slice(0, 40);
    }
    seen.Texts = 0;
    for (const svg of doc.querySelectorAll("svg")) {
      const texts = [...svg.querySelectorAll("text")].map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width > 0);
      seen.Texts += texts.length;
      texts.forEach(([e, r], i) => {
        if (!within(r, e.parentNode.querySelector("rect").getBoundingClientRect())) seen.Faults.push("out of its box: " + e.textContent);
        for (const [f, s] of texts.slice(0, i)) if (over(r, s)) seen.Faults.push("over each other: " + e.textContent + " and " + f.textContent);
      });
    }
    seen.Faults = seen.Faults.slice(0, 5);
    out.push(seen);
  }
  const pre = document.createElement("pre");
  pre.id = "seen";
  pre.textContent = JSON.stringify(out);
  document.body.append(pre);
});`
