// What of the site is on this device, since when, and the way to take it away.

import { made } from "../../scripts/made.mjs";
import { ask, filled, inWords, keepCopy, possible, removeCopy, wanted } from "../offline/copy.mjs";

export default async function device(section) {
  if (!possible()) return;
  const root = new URL(section.dataset.root, location.href);
  const said = JSON.parse(section.dataset.said);
  const list = section.querySelector("ul");
  const button = section.querySelector("button");
  const told = section.querySelector("[role=status]");

  function sentences({ places, next, seen }) {
    const lines = places.map((place) => filled(place.whole ? said.whole : said.part, { ...place, ...inWords(place.when) }));
    if (next) lines.push(filled(said.full, { name: next }));
    if (seen) lines.push(filled(said.seen, { count: seen }));
    return lines.length ? lines : [said.nothing];
  }

  async function draw() {
    const registration = wanted() && (await navigator.serviceWorker.getRegistration(root.href));
    const lines = registration?.active ? sentences(await ask(registration.active, "kept")) : [wanted() ? said.nothing : said.off];
    list.replaceChildren(...lines.map((textContent) => made("li", { textContent })));
    button.textContent = wanted() ? said.remove : said.again;
    section.hidden = false;
  }

  button.addEventListener("click", async () => {
    const keep = !wanted();
    await (keep ? keepCopy(root) : removeCopy(root));
    told.textContent = keep ? said.started : wanted() ? `${said.removed} ${said.not_remembered}` : said.removed;
    await draw();
  });
  navigator.serviceWorker.addEventListener("message", ({ data }) => data === "kept" && draw());
  await draw();
}
