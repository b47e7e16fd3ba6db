// What of the site is on this device, since when, and the way to take it away.

import { made } from "../../scripts/made.mjs";
import { ask, filled, inWords, isOf, keepCopy, possible, registered, removeCopy, wanted } from "../offline/copy.mjs";

export default async function device(section) {
  if (!possible()) return;
  const root = new URL(section.dataset.root, location.href);
  const said = JSON.parse(section.dataset.said);
  const list = section.querySelector("ul");
  const button = section.querySelector("button");
  const told = section.querySelector("[role=status]");

  const sentence = ({ whole, lacks }) => (whole ? said.whole : lacks ? said.lacks : said.part);

  /** What the worker says; null when it can't look. */
  function sentences(kept) {
    const { places, next, seen, full } = kept ?? { places: [] };
    const lines = places.map((place) => filled(sentence(place), { ...place, ...inWords(place.when) }));
    if (full) lines.unshift(said.full);
    if (next) lines.push(filled(said.makes_room, { name: next }));
    if (seen) lines.push(filled(said.seen, { count: seen }));
    return lines.length ? lines : [said.nothing];
  }

  async function draw() {
    const registration = wanted() && (await registered(root));
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
  const hears = ({ data, source }) => data === "kept" && isOf(root, source) && draw();
  navigator.serviceWorker.addEventListener("message", hears);
  await draw();
}
