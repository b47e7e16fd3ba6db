// The way to the rugzak in the top of each page, with how much is in it; and a button to keep each offer on a page.

import { changed, keep, keepable, kept } from "../kept/kept.mjs";

/** Where a page is, as seen from the root of the site. */
function pathOf(href, root) {
  const base = new URL(root, location.href).pathname;
  const { pathname } = new URL(href, location.href);
  return pathname.startsWith(base) ? pathname.slice(base.length) : "";
}

function button(path, name, said) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button--quiet keep";
  made.dataset.path = path;
  const text = document.createElement("span");
  const whose = document.createElement("span");
  whose.className = "unseen";
  whose.lang = "nl"; // records are in Dutch, whatever the page around them is in
  whose.textContent = `: ${name}`;
  made.append(text, whose);
  made.addEventListener("click", () => {
    const items = kept();
    const rest = items.filter((item) => item.path !== path);
    const done = keep(rest.length < items.length ? rest : [...items, { path, name, note: "" }]);
    if (!done) text.textContent = said.impossible;
  });
  return made;
}

/** A button says whether its page is in the rugzak. */
function show(button, inside, said) {
  button.setAttribute("aria-pressed", String(inside));
  button.firstChild.textContent = inside ? said.kept : said.keep;
}

export default function keeper(link) {
  const { root } = link.dataset;
  const said = { keep: link.dataset.keep, kept: link.dataset.kept, impossible: link.dataset.impossible };
  const number = link.querySelector(".kept__number");

  let inside = new Set();
  const count = () => {
    inside = new Set(kept().map(({ path }) => path));
    number.textContent = inside.size || "";
    number.hidden = !inside.size;
    link.classList.toggle("kept--full", inside.size > 0);
    for (const button of document.querySelectorAll(".keep")) show(button, inside.has(button.dataset.path), said);
  };
  changed(count);
  count();
  link.hidden = false;

  /** Every card and page of an offer that has no button yet gets one. */
  function furnish(within) {
    for (const card of within.querySelectorAll("article.card, article.offer, article[data-keep]")) {
      if (card.querySelector(".keep")) continue;
      const own = card.matches(".card") ? card.querySelector("h3 a, h2 a") : null;
      const path = pathOf(own ? own.href : location.href, root);
      if (!keepable(path) || (!own && card.matches(".card"))) continue;
      const name = (own ?? card.querySelector("h1")).textContent.trim();
      const made = button(path, name, said);
      show(made, inside.has(path), said);
      const row = card.querySelector(".card__do");
      if (row) row.append(" ", made);
      else {
        // Under the way to ring, which on a phone stays in sight by itself.
        const own = document.createElement("p");
        own.append(made);
        const first = card.querySelector(".offer__chats") ?? card.querySelector(".offer__do");
        const after = first ?? card.querySelector("header > :last-child") ?? card.querySelector("h1") ?? card.lastElementChild;
        after.after(own);
      }
    }
  }

  furnish(document);
  new MutationObserver((changes) => {
    const places = new Set();
    for (const { addedNodes } of changes) for (const { nodeType, parentNode } of addedNodes) if (nodeType === 1 && parentNode) places.add(parentNode);
    places.forEach(furnish);
  }).observe(document.querySelector(".page"), { childList: true, subtree: true });
}
