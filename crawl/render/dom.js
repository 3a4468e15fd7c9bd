// This script runs in each document, in a world of its own: it sees the tree that the page's scripts see, but not what they
// did to the language. It writes the tree as HTML, and presses what shows more of it.
"use strict";
(() => {
  if (globalThis.pipalint) return;

  const words = (list) => new Set(list.split(" "));
  const VOID = words("area base br col embed hr img input link meta param source track wbr");
  const RAW = words("script style xmp iframe noembed noframes plaintext");
  const DROPPED = words("noscript template");
  const PAGE_ONLY = words("base link meta style title"); // of frames and shadow roots: they would hold for the whole page
  const PLAIN = words("div span section article main font center"); // may be left out where the tree is too deep to be parsed again
  const IN_TABLE = words("tr td th thead tbody tfoot caption colgroup col");
  const ADDRESSES = words("href src action data poster formaction longdesc cite background");
  const DEEPEST = 400;
  const HTML = "http://www.w3.org/1999/xhtml";

  const closedRoots = new WeakMap(); // host → its closed shadow root
  const frameIds = new WeakMap(); // iframe → the id of its frame
  const generatedText = new WeakMap(); // element → what style sheets put before and after its content
  let kept = []; // what was replaced while buttons were pressed
  let changed = performance.now();

  new MutationObserver(() => { changed = performance.now(); })
    .observe(document, { subtree: true, childList: true, characterData: true });

  const rootOf = (e) => e.shadowRoot || closedRoots.get(e);
  const up = (n) => n.parentNode || n.host || null;
  const within = (a, n) => { for (; n; n = up(n)) if (n === a) return true; return false; };
  const isElement = (n) => n && n.nodeType === 1;

  // What a style sheet puts before or after an element, where it is made of words and not of a font of pictures.
  function generated(e) {
    let both = generatedText.get(e);
    if (!both) {
      both = ["::before", "::after"].map((which) => {
        const style = getComputedStyle(e, which);
        let content = style.content;
        if (!/["(]/.test(content) || /counter|url\(|gradient|image-set/.test(content)) return "";
        if (/icon|symbol|awesome|glyph|material/i.test(style.fontFamily)) return "";
        let text = "", part;
        const parts = /"((?:[^"\\]|\\[^])*)"|attr\(\s*([\w-]+)[^)]*\)|\s\/\s/g;
        while ((part = parts.exec(content)) && (part[1] !== undefined || part[2])) {
          text += part[2] ? e.getAttribute(part[2]) || ""
            : part[1].replace(/\\([0-9a-f]{1,6})\s?|\\([^])/gi, (_, hex, c) => hex ? String.fromCodePoint(parseInt(hex, 16)) : c);
        }
        return /\p{L}{2}/u.test(text) ? text : "";
      });
      generatedText.set(e, both);
    }
    return both;
  }

  // Whether a frame is one to be read: there are others that only count visitors.
  function isRead(frame) {
    const style = getComputedStyle(frame), box = frame.getBoundingClientRect();
    if (style.display === "none" || style.visibility === "hidden" || style.position === "fixed") return false;
    if (box.width || box.height) return box.width >= 50 && box.height >= 30;
    const size = (value) => /^[\d.]+px$/.test(value) ? parseFloat(value) : 300; // in a part that is not shown now
    return size(style.width) >= 50 && size(style.height) >= 30;
  }

  function look(a) {
    const s = getComputedStyle(a), box = a.getBoundingClientRect();
    const rgb = (s.color.match(/[\d.]+/g) || []).slice(0, 3);
    const hex = "#" + rgb.map((n) => Math.round(+n).toString(16).padStart(2, "0")).join("");
    const shown = box.width > 0 && box.height > 0 && a.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return `size=${Math.round(parseFloat(s.fontSize) * 10) / 10};weight=${s.fontWeight};color=${hex};shown=${shown ? 1 : 0}`;
  }

  const escapeText = (s) => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\u00a0/g, "&nbsp;");
  const escapeValue = (s) => s.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\u00a0/g, "&nbsp;");

  // A Writer writes a tree in parts, and knows which parts are of which node.
  class Writer {
    constructor(options) {
      this.options = options;
      this.parts = [];
      this.texts = []; // the words of a part, at its index
      this.at = new Map(); // node → its first part, and the one after its last
      this.roots = []; // shadow roots on the way
      this.assigned = new Set();
      this.holes = []; // where something that was replaced may stand
      this.size = 0;
      this.spoken = false; // there is text
    }

    push(s) {
      this.parts.push(s);
      this.size += s.length;
      if (this.size > this.options.limit) throw new RangeError("too large");
    }

    text(s) {
      const trimmed = s.trim();
      if (trimmed) {
        this.texts[this.parts.length] = trimmed;
        this.spoken = true;
      }
      this.push(escapeText(s));
    }

    html(from, to) { return this.parts.slice(from, to).join(""); }

    // The words of some parts.
    said(from, to) {
      const out = new Set();
      for (let i = from; i < to; i++) if (this.texts[i]) [].concat(this.texts[i]).forEach((s) => out.add(s));
      return out;
    }

    children(parent, depth, inner) {
      for (const n of parent.childNodes) this.node(n, depth, inner);
    }

    node(n, depth, inner) {
      const first = this.parts.length;
      if (n.nodeType === 3) {
        const raw = n.parentNode.namespaceURI === HTML && RAW.has(n.parentNode.localName) ? n.parentNode.localName : "";
        if (raw) this.push(n.data.replace(new RegExp("</(?=" + raw + ")", "gi"), "<\\/"));
        else this.text(n.data);
      } else if (n.nodeType === 8) {
        this.push("<!--" + n.data.replace(/--(!?)>/g, "--$1&gt;").replace(/^-?>/, "&gt;") + "-->");
      } else if (n.nodeType === 1) {
        this.hole(n, "before");
        this.element(n, depth, inner);
      }
      this.at.set(n, [first, this.parts.length]);
      this.hole(n, "after");
    }

    // A place for what stood there before a button was pressed.
    hole(n, where) {
      const states = this.options.kept.filter((s) => s.node === n && s.where === where);
      if (!states.length) return;
      this.holes.push({ part: this.parts.length, states, node: n, where });
      this.parts.push("");
    }

    element(e, depth, inner) {
      const html = e.namespaceURI === HTML;
      let name = html ? e.localName : e.nodeName;
      if (html && DROPPED.has(name) || inner && PAGE_ONLY.has(e.localName)) return;
      if (html && name === "meta" && (e.hasAttribute("charset") || /^content-type$/i.test(e.httpEquiv))) return;
      if (name === "slot" && html && e.getRootNode().host) {
        const given = e.assignedNodes();
        given.forEach((n) => this.assigned.add(n));
        for (const n of given.length ? given : e.childNodes) this.node(n, depth, inner);
        return;
      }
      if (html && name === "frame") name = "iframe";
      const bare = html && name === "frameset" || depth > DEEPEST && PLAIN.has(name);
      const frame = frameIds.get(e);
      const read = frame && (e.localName === "frame" || isRead(e));
      if (!bare) this.open(e, name, read ? frame : "");
      if (html && VOID.has(name)) return;
      if (html && !inner && name === "head") this.push('<meta charset="utf-8">');
      this.content(e, name, html, depth + 1, inner);
      if (!bare) this.push(`</${name}>`);
      if (read) this.push(`[[${this.options.nonce}:frame:${frame}]]`);
    }

    open(e, name, frame) {
      let tag = "<" + name;
      const attributes = new Map();
      for (const a of e.attributes) {
        if (/^[^\s"'<>\/=\u0000]+$/.test(a.name) && !a.name.startsWith("data-pipalint")) attributes.set(a.name, a.value);
      }
      if (this.options.absolute) {
        for (const [k, v] of attributes) {
          if (ADDRESSES.has(k) && URL.canParse(v, e.baseURI)) attributes.set(k, new URL(v, e.baseURI).href);
        }
      }
      if (e instanceof HTMLInputElement && !/^(password|file|hidden)$/.test(e.type)) {
        if (e.value) attributes.set("value", e.value);
        e.checked ? attributes.set("checked", "") : attributes.delete("checked");
      } else if (e instanceof HTMLOptionElement) {
        e.selected ? attributes.set("selected", "") : attributes.delete("selected");
      } else if (this.options.links && e instanceof HTMLAnchorElement) {
        attributes.set("data-pipalint-style", look(e));
      }
      for (const [k, v] of attributes) tag += ` ${k}="${escapeValue(v)}"`;
      if (frame) tag += `[[${this.options.nonce}:read:${frame}]]`;
      this.push(tag + ">");
    }

    content(e, name, html, depth, inner) {
      if (html && name === "iframe") return;
      if (html && name === "textarea") return this.text((e.value.startsWith("\n") ? "\n" : "") + e.value);
      if (html && name === "pre" && e.firstChild && e.firstChild.nodeType === 3 && e.firstChild.data.startsWith("\n")) this.push("\n");
      this.hole(e, "start");
      const plain = !html || RAW.has(name) || /^(head|title|option|select|table|thead|tbody|tfoot|tr|colgroup)$/.test(name);
      const [before, after] = plain || !this.options.generated ? ["", ""] : generated(e);
      if (before) this.text(before);
      const root = html && rootOf(e);
      if (root) {
        this.roots.push(root);
        this.children(root, depth, true);
        for (const n of e.children) if (n.slot && !this.assigned.has(n)) this.node(n, depth, true); // as a tab that is not in front
      } else {
        this.children(e, depth, inner);
      }
      if (after) this.text(after);
    }

    // Fills the holes, and leaves out what says nothing that does not stand there anyway.
    fill() {
      const placed = new Set();
      const within = (a, b) => [...a].every((s) => b.has(s));
      for (const h of this.holes) {
        const [from, to] = this.at.get(h.where === "before" || h.where === "start" ? h.node : up(h.node)) || [h.part + 1, this.parts.length];
        const now = this.said(from, to);
        let states = h.states.filter((s) => { placed.add(s); return !within(s.texts, now); });
        states = states.filter((s, i) => !states.some((o, j) => i !== j && within(s.texts, o.texts) && (j < i || !within(o.texts, s.texts))));
        this.parts[h.part] = states.map((s) => s.html).join("");
        this.texts[h.part] = states.flatMap((s) => [...s.texts]);
        if (h.where === "before" && states.some((s) => within(now, s.texts))) {
          for (let i = h.part + 1; i < to; i++) { this.parts[i] = ""; this.texts[i] = undefined; }
        }
      }
      const all = this.said(0, this.parts.length);
      return this.options.kept.filter((s) => !placed.has(s) && !within(s.texts, all));
    }

    // Fills the holes, and puts at the end what has no place any more.
    finish() {
      for (const s of this.fill()) this.push(s.html);
    }
  }

  const writer = (o) => new Writer({ nonce: "", limit: Infinity, kept, generated: true, ...o });

  // The whole document of the page.
  function writePage(o) {
    const w = writer(o);
    const html = document.documentElement, body = document.body;
    w.push("<!DOCTYPE html>\n");
    w.open(html, "html", "");
    if (document.head) w.node(document.head, 1, false);
    else w.push('<head><meta charset="utf-8"></head>');
    w.push("\n");
    if (body instanceof HTMLBodyElement) w.open(body, "body", "");
    else w.push("<body>");
    const from = w.parts.length;
    if (body) w.content(body, "body", true, 2, false);
    w.at.set(body, [from, w.parts.length]);
    w.finish();
    w.push("</body></html>\n");
    return { html: w.parts.join(""), address: location.href, spoken: w.spoken };
  }

  // What stands in a frame, to be put into the page at the place of the frame.
  function writeFrame(o) {
    const w = writer({ absolute: true, ...o });
    if (document.head) for (const s of document.head.querySelectorAll("script")) w.node(s, 1, true);
    const from = w.parts.length;
    if (document.body) w.content(document.body, "body", true, 2, true);
    w.at.set(document.body, [from, w.parts.length]);
    w.finish();
    return { html: w.parts.join(""), address: location.href, spoken: w.spoken };
  }

  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  // Goes down the page once, as a reader does, so that what comes in only when it is seen comes in.
  async function scroll() {
    const page = document.scrollingElement;
    if (!page) return;
    const step = Math.max(innerHeight * 0.9, 200), end = performance.now() + 5000;
    const bottom = () => page.scrollHeight - innerHeight;
    for (let y = 0; performance.now() < end; y = Math.min(y + step, Math.max(bottom(), 0))) {
      scrollTo({ top: y, behavior: "instant" });
      await pause(25);
      if (y < bottom()) continue;
      for (let i = 0; i < 10 && y > 0 && y >= bottom(); i++) await pause(40); // what comes makes the page longer
      if (y >= bottom()) break;
    }
    const inner = [...document.querySelectorAll("div,section,main,article,ul,tbody")]
      .filter((e) => e.clientHeight > 150 && e.scrollHeight > e.clientHeight + 50 && /auto|scroll/.test(getComputedStyle(e).overflowY));
    for (const e of inner.slice(0, 5)) {
      for (let i = 1; i <= 8; i++) { e.scrollTop = e.scrollHeight * i / 8; await pause(25); }
      e.scrollTop = 0;
    }
    scrollTo({ top: 0, behavior: "instant" });
  }

  // The seconds after which the page wants to go elsewhere; -1 where it stays.
  function leaves() {
    for (const m of document.querySelectorAll("meta[http-equiv=refresh i]")) {
      const [, seconds] = /^\s*(\d+)[\d.]*\s*[;,]?\s*(?:url\s*=)?\s*['"]?\S/i.exec(m.content) || [];
      if (seconds && /[;,]/.test(m.content)) return +seconds;
    }
    return -1;
  }

  const runs = () => [...document.scripts].some((s) => !s.type || /^module$|javascript/.test(s.type));

  // How many characters the page says apart from what stands on all pages of a site.
  function says() {
    if (document.querySelector("iframe,frame")) return Infinity; // it may be said there
    const length = (e) => (e.innerText ?? e.textContent).trim().length;
    let n = document.body ? length(document.body) : 0;
    for (const root of allRoots(document)) n += length(root);
    const around = "header,footer,nav";
    for (const e of document.querySelectorAll(around)) if (!e.parentElement.closest(around)) n -= length(e);
    return n;
  }

  const shared = { rootOf, up, within, isElement, writer, IN_TABLE, closedRoots,
    roots: () => [document, ...allRoots(document)], kept: () => kept, keep: (s) => { kept = s; } };

  function allRoots(root) {
    const out = [];
    for (const e of root.querySelectorAll("*")) {
      const r = rootOf(e);
      if (r) out.push(r, ...allRoots(r));
    }
    return out;
  }

  globalThis.pipalint = {
    shared, writePage, writeFrame, scroll, leaves, bare: () => runs() && says() < 200,
    still: () => performance.now() - changed,
    closed: (root) => { closedRoots.set(root.host, root); },
    frame: (e, id) => { frameIds.set(e, id); },
  };
})();
