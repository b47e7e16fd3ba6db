// A page that several municipalities share becomes local again: `?gemeente=stein` tells where the visitor came from.
// Its name, logo, the way back, the counter, the huisartsenpost, the foot and the colours come from that municipality's
// lokaal.json. On every page of a region the links keep to the municipality, so that nobody has to choose it again.

import { local } from "../../scripts/addresses.mjs";
import { made } from "../../scripts/made.mjs";

const id = new URLSearchParams(location.search).get("gemeente") ?? "";

/** Only what can be the id of a municipality, so that the address can't lead anywhere else. */
const isId = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);

function button({ label, href, inside }, root, className = "button") {
  return made("p", {}, made("a", { className, href: inside ? root + href : href, textContent: label }));
}

/** The counter's card, with the same parts as the one that pages of one municipality have. */
function counter({ heading, text, action, lines, national }, root) {
  const parts = [made("h2", { id: "locality", textContent: heading })];
  if (text) parts.push(made("p", { textContent: text }));
  if (action) parts.push(button(action, root, national ? "button button--quiet" : "button"));
  if (lines.length) {
    // Made and escaped by the build: the very HTML that pages of one municipality have.
    const items = lines.map((line) => made("li", { innerHTML: line }));
    parts.push(made("ul", { className: "counter__lines" }, ...items));
  }
  if (national) parts.push(made("p", { textContent: national.text }), button(national.action, root));
  return parts;
}

/** The links of the foot that belong to the municipality. */
function foot(groups, root) {
  const item = ([label, href, lang]) => made("li", {}, made("a", { href: root + href, textContent: label, ...(lang && { lang, hreflang: lang }) }));
  return groups.map(([heading, links]) => made("div", {}, made("h2", { textContent: heading }), made("ul", {}, ...links.map(item))));
}

/** Makes the page around the content the municipality's: its name, ways back, numbers, colours and links. */
function surround(place, root) {
  const at = (name) => document.querySelectorAll(`[data-locality="${name}"]`);
  for (const name of at("name")) Object.assign(name, { textContent: place.name, hidden: false });
  for (const home of at("home")) {
    home.href = root + place.home;
    if (place.logo) home.prepend(made("img", { className: "brand__logo", src: root + place.logo, alt: "" }));
  }
  for (const back of at("back")) Object.assign(back, { href: root + place.help, textContent: place.back });
  for (const help of at("help")) help.href = root + place.help;
  for (const urgent of at("urgent")) {
    if (!place.urgent) continue;
    const number = made("a", { className: "number", href: place.urgent.href, textContent: place.urgent.number });
    urgent.replaceChildren(made("span", { textContent: place.urgent.name }), " ", number);
  }
  document.querySelector(".foot__links")?.replaceChildren(...foot(place.foot, root));
  if (place.theme) document.head.append(made("link", { rel: "stylesheet", href: root + place.theme }));
}

/** A mistake is told to the visitor's own desk, where it would go to another one. */
function report(link, { label, href, inside }, root) {
  const mail = href.startsWith("mailto:");
  link.href = mail ? `${href}?${link.dataset.report}` : inside ? root + href : href;
  link.textContent = label;
}

/** Has links to pages of no one municipality take along where the visitor came from; also those that come later. */
function carryAlong(id, root, shared) {
  const base = new URL(root, location.href);
  const carry = (link) => {
    const written = link.getAttribute("href");
    if (!written || written.startsWith("#")) return;
    const { origin, pathname, search, hash } = new URL(written, location.href);
    if (origin !== base.origin || !pathname.startsWith(base.pathname)) return;
    const [first] = pathname.slice(base.pathname.length).split("/");
    if (!shared.has(first) || !/\/(index\.html)?$/.test(pathname)) return;
    const asked = new URLSearchParams(search);
    if (asked.get("gemeente") === id) return;
    asked.set("gemeente", id);
    // The address stays relative: on paper, whole ones are written out behind their links.
    link.setAttribute("href", `${written.split(/[?#]/)[0]}?${asked}${hash}`);
  };
  document.querySelectorAll("a[href]").forEach(carry);
  for (const press of ["click", "auxclick", "contextmenu"]) {
    addEventListener(press, ({ target }) => target.closest?.("a[href]") && carry(target.closest("a[href]")), true);
  }
}

export default async function locality({ dataset: { root, municipality, shared } }) {
  const words = new Set(shared.split(" "));
  if (municipality) return carryAlong(municipality, root, words);
  if (!isId) return;
  const answer = await fetch(root + local(id));
  // A municipality that this site has not (any more): the page stays as it is, for everyone.
  if (answer.status === 404) return;
  if (!answer.ok) throw new Error(`${answer.status} for ${id}`);
  const place = await answer.json();
  surround(place, root);
  const desk = document.querySelector("[data-desk]");
  if (desk && place.report) report(desk, place.report, root);
  const aside = document.querySelector("[data-area]");
  if (aside) {
    aside.classList.add("counter");
    aside.replaceChildren(...counter("young" in aside.dataset ? place.counter_young : place.counter, root));
  }
  carryAlong(id, root, words);
}
