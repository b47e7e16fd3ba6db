// A page that several municipalities share becomes local again: `?gemeente=stein` tells where the visitor came from.
// Its name, logo, the way back, the counter, the huisartsenpost and the colours come from that municipality's lokaal.json.

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

function carryAlong() {
  for (const link of document.querySelectorAll("a[data-carry]")) {
    // The address stays relative: on paper, whole ones are written out behind their links.
    const [path] = link.getAttribute("href").split("?");
    link.setAttribute("href", `${path}?gemeente=${id}`);
  }
}

export default async function locality(aside) {
  if (!isId) return;
  const { root } = aside.dataset;
  const answer = await fetch(root + local(id));
  // A municipality that this site has not (any more): the page stays as it is, for everyone.
  if (answer.status === 404) return;
  if (!answer.ok) throw new Error(`${answer.status} for ${id}`);
  const place = await answer.json();

  const name = document.querySelector('[data-locality="name"]');
  name.textContent = place.name;
  name.hidden = false;
  const home = document.querySelector('[data-locality="home"]');
  home.href = root + place.home;
  if (place.logo) home.prepend(made("img", { className: "brand__logo", src: root + place.logo, alt: "" }));
  const back = document.querySelector('[data-locality="back"]');
  if (back) Object.assign(back, { href: root + place.help, textContent: place.back });
  const help = document.querySelector('[data-locality="help"]');
  if (help) help.href = root + place.help;
  const urgent = document.querySelector('[data-locality="urgent"]');
  if (urgent && place.urgent) {
    const number = made("a", { className: "number", href: place.urgent.href, textContent: place.urgent.number });
    urgent.replaceChildren(made("span", { textContent: place.urgent.name }), " ", number);
  }
  if (place.theme) {
    document.head.append(made("link", { rel: "stylesheet", href: root + place.theme }));
  }
  aside.classList.add("counter");
  aside.replaceChildren(...counter("young" in aside.dataset ? place.counter_young : place.counter, root));
  carryAlong();
}
