package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/look/looktest"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// viewports are the widths at which pages are seen: of telephones, of a small screen, and of a desk.
var viewports = []int{320, 390, 821, 1280}

// A sight is what was seen of a page at a width.
type sight struct {
	Page   string
	Width  int
	Scroll int      // how wide the page is
	Wide   string   // an element that is too wide
	Faults []string // of its behaviour
}

// TestHTMLBrowser looks at pages in Chromium: nothing may overflow to the side, notes stand beside or below their text,
// filters hide, keys move, and the language turns. Without Chromium it is skipped, but not where PIPALINT_CI is set.
func TestHTMLBrowser(t *testing.T) {
	browser := looktest.Chromium(t)
	wide := shopRun(t)
	wide.Pages[0] = parsed(t, "shop.html", strings.Replace(shopPage, "<th>수탁자</th>", "<th>수탁자</th>"+strings.Repeat("<th>개인정보보호책임자</th>", 12), 1))
	wide.Documents[0].LeftOut = nil
	wide.Findings = []Finding{found(t, wide.Pages[0], "retention-indefinite", "영구", 3)}
	long := parsed(t, "shop.html", "<h1>"+strings.Repeat("개인정보처리방침", 30)+"</h1><p>"+strings.Repeat("https://example.com/", 20)+"</p>")
	pages := map[string]string{
		"/rich":    written(t, "html", shopRun(t), Options{Lang: "ko"}),
		"/english": written(t, "html", shopRun(t), Options{Lang: "en"}),
		"/hostile": written(t, "html", hostileRun(t), Options{Lang: "ko"}),
		"/wide":    written(t, "html", wide, Options{Lang: "ko"}),
		"/long": written(t, "html", &Run{Documents: []Document{{File: "shop.html", Policy: "shop.html", Status: OK}}, Pages: []*policy.Document{long},
			Findings: []Finding{found(t, long, strings.Repeat("rule-", 30), "https", 2)}}, Options{Lang: "ko"}),
		"/empty": written(t, "html", &Run{}, Options{Lang: "ko"}),
	}
	var looking strings.Builder
	looking.WriteString("<!DOCTYPE html><body>")
	for path := range pages {
		for _, width := range viewports {
			fmt.Fprintf(&looking, `<iframe src="%s" width="%d" height="900" style="border:0"></iframe>`, path, width)
		}
	}
	looking.WriteString("<script>" + measure + "</script>")
	var all []sight
	looktest.Look(t, browser, pages, looking.String(), &all)
	if len(all) != len(viewports)*len(pages) {
		t.Errorf("%d pages were seen, want %d", len(all), len(viewports)*len(pages))
	}
	for _, seen := range all {
		where := fmt.Sprintf("%s at %d px", seen.Page, seen.Width)
		if seen.Scroll > seen.Width {
			t.Errorf("%s: %d px wide (%s)", where, seen.Scroll, seen.Wide)
		}
		for _, fault := range seen.Faults {
			t.Errorf("%s: %s", where, fault)
		}
	}
}

// measure looks at all frames and tries the rich ones.
const measure = `
const box = (e) => e.getBoundingClientRect();
const attempt = (doc, width, lang, fault) => {
  const win = doc.defaultView, id = (x) => doc.getElementById(x), visible = (x) => id(x).checkVisibility();
  const expect = (what, ok) => { if (!ok) fault(what); };
  const press = (key, code) => (doc.activeElement || doc.body).dispatchEvent(new win.KeyboardEvent("keydown", {key, code, bubbles: true, cancelable: true}));
  const click = (x) => id(x).click();

  // Beside the text where there is room, else below it.
  const note = box(id("f7")), lead = box(id("p7").closest(".lead"));
  expect("the note is not beside its text", width < 900 ? note.top >= lead.bottom - 1 : note.left >= lead.right && note.top < lead.bottom);

  // The switch of the language.
  const ko = id("f2").querySelector(".message .ko"), en = id("f2").querySelector(".message .en");
  const speaks = (l) => ko.checkVisibility() === (l === "ko") && en.checkVisibility() === (l === "en") && doc.documentElement.lang === l;
  expect("the page does not begin in its language", speaks(lang));
  const title = doc.title;
  press("l", "KeyL");
  expect("the key does not switch the language", speaks(lang === "ko" ? "en" : "ko") && doc.title !== title);
  click("lang-" + lang);
  expect("the button does not switch the language", speaks(lang) && doc.title === title);

  // Filters.
  const count = () => id("shown").textContent.trim().split(" ")[0];
  expect("not all is shown: " + count(), count() === "9");
  click("show-error");
  expect("errors are shown", !visible("f1") && !visible("f2") && !visible("p2") && visible("f3") && count() === "7");
  click("show-error");
  click("show-question");
  expect("questions are shown", !visible("f6") && visible("f5"));
  click("show-question");
  click("only-new");
  expect("not only what is new is shown", visible("f2") && !visible("f3") && !visible("f5") && count() === "1");
  click("only-new");
  click("show-ignored");
  expect("what is ignored is shown", !visible("f4") && visible("f3"));
  click("show-ignored");
  const rule = [...doc.querySelectorAll(".rules label")].find((l) => l.textContent.includes("retention-vague")).querySelector("input");
  rule.click();
  expect("the rule is shown", !visible("f3") && visible("f2"));
  rule.click();
  id("search").value = "NOIR";
  id("search").dispatchEvent(new win.Event("input", {bubbles: true}));
  expect("the search shows " + count(), visible("f9") && !visible("f2") && count() === "1");
  id("search").value = "";
  id("search").dispatchEvent(new win.Event("input", {bubbles: true}));
  expect("the search does not end", count() === "9");

  // Keys: those of Korean input, too. Their order is that of the page.
  const order = [...doc.querySelectorAll(".finding")].map((e) => e.id);
  press("j", "KeyJ");
  expect("j goes to " + doc.activeElement.id, doc.activeElement.id === order[0]);
  press("ㅜ", "KeyN");
  expect("n in Korean goes to " + doc.activeElement.id, doc.activeElement.id === order[1]);
  press("p", "KeyP");
  expect("p goes to " + doc.activeElement.id, doc.activeElement.id === order[0]);
  press("k", "KeyK");
  expect("k goes to " + doc.activeElement.id, doc.activeElement.id === order[order.length - 1]);
  id("f2").focus();
  expect("the place of the finding is not shown", doc.querySelector("mark.current").textContent === "영구");
  press("t", "KeyT");
  expect("t goes to " + doc.activeElement.id, doc.activeElement.id === "p2");
  press("t", "KeyT");
  expect("t goes back to " + doc.activeElement.id, doc.activeElement.id === "f2");
  press("/", "Slash");
  expect("/ goes to " + doc.activeElement.id, doc.activeElement.id === "search");
  press("j", "KeyJ");
  expect("a letter in the search is a key", doc.activeElement.id === "search");
};
addEventListener("load", () => {
  const out = [];
  for (const frame of document.querySelectorAll("iframe")) {
    const doc = frame.contentDocument, root = doc.documentElement, width = +frame.width;
    const seen = {Page: frame.getAttribute("src"), Width: width, Scroll: root.scrollWidth, Wide: "", Faults: []};
    for (const e of doc.querySelectorAll("body *")) {
      if (!e.closest(".scroll, .heard, .skip") && box(e).right > width + 1) seen.Wide = e.tagName + "." + e.className + ": " + e.textContent.slice(0, 40);
    }
    const lang = {"/rich": "ko", "/english": "en"}[seen.Page];
    try {
      if (lang) attempt(doc, width, lang, (what) => seen.Faults.push(what));
    } catch (e) {
      seen.Faults.push(String(e));
    }
    out.push(seen);
  }
  const pre = document.createElement("pre");
  pre.id = "seen";
  pre.textContent = JSON.stringify(out);
  document.body.append(pre);
});`
