// Presses tabs and whatever else shows more of the page, one at a time, and keeps what each press replaced. Links that lead
// elsewhere, buttons that send something and those that are about the visitor's own affairs are left alone.
"use strict";
(() => {
  const { rootOf, up, within, isElement, writer, IN_TABLE, roots, kept, keep } = globalThis.pipalint.shared;

  const AFFAIRS = /삭제|탈퇴|로그인|로그아웃|가입|신청|제출|결제|구매|주문|예약|문의하기|동의합니다|동의함|모두 동의|확인$|닫기|인쇄|다운로드|내려받기|공유|복사|검색|쿠키 ?설정|delete|remove|log ?(in|out|on)|sign ?(in|up|out)|submit|confirm|close|print|download|share|copy|search|pay|buy|order|agree|accept|reject|cookie/i;
  const TAB_LIST = /(^|[-_ ])tabs?([-_ ]|$)|tab(s|_?menu|_?list|_?nav|_?wrap|_?btn|_?box|_?area)([-_ ]|$)/i;
  const SELECTOR = '[role="tab"],[aria-expanded="false"],[aria-controls],[role="tablist"] a,[role="tablist"] button,' +
    '[class*="tab" i] > li > a,[class*="tab" i] > li > button,[class*="tab" i] > button,[class*="tab" i] > a';

  const pressed = new WeakSet();
  const times = new Map(); // of buttons that are made anew each time they are known by what they are
  const room = new Map();
  let seen = new WeakSet(), before, control, recorder, records;

  const label = (e) => (e.innerText || e.getAttribute("aria-label") || e.title || "").trim();
  const isTab = (e) => e.getAttribute("role") === "tab" || !!e.closest('[role="tablist"]') || inTabList(e);
  const key = (e) => [e.localName, e.getAttribute("role"), e.getAttribute("aria-controls"), label(e)].join("|");

  // Lists of tabs that say so only by their class.
  function inTabList(e) {
    const item = e.parentElement && e.parentElement.localName === "li" ? e.parentElement : e;
    const list = item.parentElement;
    return !!list && TAB_LIST.test(list.className) && list.children.length > 1 && list.children.length <= 20;
  }

  function leadsAway(e) {
    const link = e.closest("a[href],area[href]");
    if (!link) return false;
    const href = link.getAttribute("href").trim();
    return !(href === "" || href.startsWith("#") || /^javascript:/i.test(href) && !/location|submit|open\s*\(|history|print|close|login|logout/i.test(href));
  }

  function mayPress(e) {
    if (pressed.has(e) || e.disabled || e.getAttribute("aria-disabled") === "true" || e.getAttribute("aria-selected") === "true") return false;
    if (/^(input|select|textarea|option|iframe|form)$/.test(e.localName) || e.isContentEditable || leadsAway(e)) return false;
    if (e.form && e.type !== "button" || e.closest("header,footer,[role=banner],[role=contentinfo],[role=search]")) return false;
    const tab = isTab(e);
    if (!tab && e.getAttribute("aria-expanded") !== "false" && e.localName !== "button" && e.getAttribute("role") !== "button") return false;
    if (!tab && (e.closest("nav,[role=navigation]") || AFFAIRS.test(label(e)) || label(e) === "")) return false;
    if (!tab && /menu|dialog|listbox|true/.test(e.getAttribute("aria-haspopup") || "")) return false;
    if (e.getAttribute("aria-expanded") === "true") return false;
    return e.checkVisibility({ visibilityProperty: true }) && (times.get(key(e)) || 0) < (room.get(key(e)) || 1);
  }

  // The next one: what the last press brought goes first, then what folds out, then tabs, inner ones first.
  function next() {
    const list = roots().flatMap((r) => [...r.querySelectorAll(SELECTOR)]).filter(mayPress);
    const counts = new Map();
    for (const e of list) counts.set(key(e), (counts.get(key(e)) || 0) + 1);
    for (const [k, n] of counts) if (!room.has(k)) room.set(k, n);
    const depth = (e) => { let d = 0; for (let n = e; n; n = up(n)) d++; return d; };
    const rank = (e) => [seen.has(e) ? 1 : 0, isTab(e) ? 1 : 0, isTab(e) ? -depth(e.closest('[role="tablist"],ul,ol,div') || e) : 0];
    const ranked = list.map((e, i) => ({ e, rank: [...rank(e), i] }));
    ranked.sort((a, b) => { for (const i in a.rank) if (a.rank[i] !== b.rank[i]) return a.rank[i] - b.rank[i]; return 0; });
    for (const e of list) seen.add(e);
    return ranked.length ? ranked[0].e : null;
  }

  function press(nonce) {
    const e = next();
    if (!e) return false;
    control = e;
    pressed.add(e);
    times.set(key(e), (times.get(key(e)) || 0) + 1);
    before = writer({ nonce, kept: kept() });
    if (document.body) before.node(document.body, 1, true);
    before.fill();
    records = [];
    recorder = new MutationObserver((list) => { records.push(...list); });
    for (const root of [document, ...before.roots]) recorder.observe(root, { subtree: true, childList: true, characterData: true });
    const stay = (event) => {
      const link = event.type === "submit" || event.target instanceof Element && leadsAway(event.target);
      if (link) { event.preventDefault(); event.stopImmediatePropagation(); }
    };
    addEventListener("submit", stay, true);
    addEventListener("click", stay, true);
    const how = { bubbles: true, cancelable: true, composed: true, button: 0 };
    try {
      e.dispatchEvent(new PointerEvent("pointerdown", { ...how, pointerType: "mouse", isPrimary: true }));
      e.dispatchEvent(new MouseEvent("mousedown", how));
      e.dispatchEvent(new PointerEvent("pointerup", { ...how, pointerType: "mouse", isPrimary: true }));
      e.dispatchEvent(new MouseEvent("mouseup", how));
      e.click();
    } finally {
      removeEventListener("submit", stay, true);
      removeEventListener("click", stay, true);
    }
    return true;
  }

  const words = (set) => [...set].join("").replace(/[^\p{L}\p{N}]/gu, "").length;

  // What a node was before the press; null where it was not there or said nothing.
  function state(node, where, anchor) {
    const range = before.at.get(node);
    if (!range) return null;
    const texts = before.said(...range);
    return words(texts) < 5 ? null : { node: anchor, where, html: before.html(...range), texts, of: node };
  }

  // Keeps what the last press replaced.
  function settle() {
    records.push(...recorder.takeRecords());
    recorder.disconnect();
    const places = new Map(); // the largest part without the button → where it changed
    const found = [];
    for (const r of records) {
      const place = r.type === "characterData" ? r.target.parentNode : r.target;
      if (!place || !place.isConnected || within(control, place) || !before.at.has(place) && !place.host) continue;
      const lost = r.type === "characterData" ? (before.at.has(r.target) ? [r.target] : [])
        : [...r.removedNodes].filter((n) => before.at.has(n) && !n.isConnected);
      if (!lost.length) continue;
      if (within(place, control)) {
        for (const n of lost) if (isElement(n)) found.push(replaced(r, n, place));
        continue;
      }
      let part = place;
      while (up(part) && !within(up(part), control)) part = up(part);
      places.set(part, [...(places.get(part) || []), place]);
    }
    for (const changedIn of places.values()) {
      const region = regionOf(changedIn);
      if (region) found.push(state(region, "before", region));
    }
    const states = [], done = new Set();
    for (const s of found) if (s && !done.has(s.of)) { done.add(s.of); states.push(s); }
    // What was kept within something that is kept now stands in that.
    const old = kept().filter((k) => !states.some((s) => s.of !== k.node && !s.of.isConnected && within(s.of, k.node)));
    for (const s of states) delete s.of;
    keep([...old, ...states]);
    before = recorder = records = null;
  }

  // An element that was taken away, by what stood before it.
  function replaced(r, node, place) {
    let anchor = r.previousSibling;
    while (anchor && !(isElement(anchor) && anchor.isConnected)) anchor = anchor.previousSibling;
    return anchor ? state(node, "after", anchor) : state(node, "start", place);
  }

  // The smallest element around all changes that can stand twice.
  function regionOf(places) {
    let region = places[0];
    for (const p of places) while (!within(region, p)) region = up(region);
    while (region && (!isElement(region) || IN_TABLE.has(region.localName) || /^(dt|dd|option|optgroup|summary|slot)$/.test(region.localName) || !before.at.has(region))) {
      region = up(region);
    }
    return region && region !== document.body && region !== document.documentElement ? region : null;
  }

  function unfold() {
    for (const root of roots()) for (const d of root.querySelectorAll("details:not([open])")) d.open = true;
  }

  Object.assign(globalThis.pipalint, { press, settle, unfold });
})();
