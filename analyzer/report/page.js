"use strict";
{
  const root = document.documentElement;
  const all = [...document.querySelectorAll(".finding")];
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const seen = () => all.filter((note) => note.checkVisibility ? note.checkVisibility() : note.offsetParent !== null);
  for (const part of document.querySelectorAll(".search, #shown, .keys")) part.hidden = false;

  // The switch of the language is style; what no style reaches follows it here.
  const language = () => {
    const lang = document.getElementById("lang-ko").checked ? "ko" : "en";
    root.lang = lang;
    if (search) search.placeholder = search.dataset[lang];
    document.title = lang === "ko" ? root.dataset.titleKo : root.dataset.titleEn;
  };
  const count = () => {
    if (shown) shown.querySelector(".of").textContent = seen().length + " / " + all.length;
  };
  const find = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const note of all) {
      const text = note.textContent.toLowerCase();
      note.classList.toggle("unmatched", !words.every((word) => text.includes(word)));
    }
  };
  document.addEventListener("change", () => { language(); count(); });
  if (search) search.addEventListener("input", () => { find(); count(); });
  language();
  if (search) find();
  count();

  // Where the reader stands: the finding that has the focus, or that was last gone to.
  let current = null;
  const mark = (note) => {
    for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
    if (!note) return;
    const n = note.id.slice(1);
    for (const place of document.querySelectorAll('[data-n="' + n + '"]')) place.classList.add("current");
  };
  const go = (note) => {
    current = note;
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "center" });
  };
  const step = (by) => {
    const notes = seen();
    if (!notes.length) return;
    const at = notes.indexOf(current);
    if (at >= 0) return go(notes[(at + by + notes.length) % notes.length]);
    go(by > 0 ? notes[0] : notes[notes.length - 1]);
  };
  const turn = () => {
    if (!current) return;
    const place = document.getElementById("p" + current.id.slice(1));
    if (!place || document.activeElement === place) return go(current);
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center" });
  };
  document.addEventListener("focusin", (event) => {
    const note = event.target.closest(".finding");
    if (note) current = note;
    if (note || !event.target.matches(".pin")) mark(note);
  });
  document.addEventListener("pointerover", (event) => {
    const note = event.target.closest(".finding");
    if (note) mark(note);
  });
  const keys = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1), t: turn,
    "/": () => search && search.focus(),
    l: () => { (document.getElementById(root.lang === "ko" ? "lang-en" : "lang-ko")).click(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) {
      if (event.key === "Escape") search.blur();
      return;
    }
    // The key counts by its place: with Korean input on, j comes as ㅓ.
    const letter = /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : event.key;
    const act = keys[keys[event.key] ? event.key : letter];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
