"use strict";
// Without this script, everything is on the page; it filters, opens and closes.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const bar = document.getElementById("bar");
  if (!bar) return;
  const filter = document.getElementById("filter");
  const boxes = all("input[name=severity]", bar);
  const item = element => ({ element, severity: element.dataset.severity, text: element.dataset.find.toLowerCase() });
  const templates = all(".template").map(element => ({ ...item(element), changes: all(".change", element).map(item) }));
  const unchanged = all(".unchanged li").map(item);
  const total = templates.reduce((sum, t) => sum + t.changes.length, 0);
  const number = (n, of, what) => `${n === of ? n : `${n} of ${of}`} ${what}${of === 1 ? "" : "s"}`;

  const show = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(boxes.filter(box => box.checked).map(box => box.value));
    const named = text => words.every(word => text.includes(word));
    let shown = 0, changes = 0;
    for (const t of templates) {
      let some = !t.changes.length && named(t.text) && severities.has(t.severity);
      for (const c of t.changes) {
        const match = severities.has(c.severity) && named(`${t.text} ${c.text}`);
        c.element.hidden = !match;
        some ||= match;
        changes += match;
      }
      t.element.hidden = !some;
      shown += some;
    }
    for (const u of unchanged) u.element.hidden = !named(u.text);
    document.getElementById("none").hidden = shown > 0;
    document.getElementById("count").textContent = `${number(shown, templates.length, "template")}, ${number(changes, total, "change")}`;
  };

  const toggle = open => { for (const details of all("details.template")) details.open = open; };
  let closed = [];
  bar.addEventListener("input", show);
  bar.addEventListener("submit", event => event.preventDefault());
  document.getElementById("open").addEventListener("click", () => toggle(true));
  document.getElementById("close").addEventListener("click", () => toggle(false));
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && document.activeElement !== filter) {
      event.preventDefault();
      filter.focus();
      filter.select();
    } else if (event.key === "Escape" && document.activeElement === filter) {
      if (filter.value) filter.value = "";
      else filter.blur();
      show();
    }
  });
  addEventListener("beforeprint", () => {
    closed = all("details.template:not([open])");
    toggle(true);
  });
  addEventListener("afterprint", () => { for (const details of closed) details.open = false; });
  bar.hidden = false;
  show();
})();
