// The months of an agenda: what comes back moves on to the month of its next time.

import { inTheNetherlands, inWords } from "../../scripts/clock.mjs";

const month = (day) => day.slice(0, 7);

/** The day an entry stands under now: its next time, else its first, and what goes on belongs to today. */
function dayOf(entry, today) {
  const coming = entry.querySelector("[data-coming]")?.dataset.coming || entry.querySelector("li[data-until]:not([hidden])")?.dataset.day;
  const next = coming ? coming.split("/")[0] : entry.dataset.first;
  return next < today ? today : next;
}

function begun(key, like) {
  const section = like.cloneNode(false);
  const heading = like.querySelector("h2").cloneNode(false);
  const words = inWords(key);
  heading.textContent = words[0].toUpperCase() + words.slice(1);
  heading.id = `maand-${key}`;
  section.setAttribute("aria-labelledby", heading.id);
  section.dataset.month = key;
  section.hidden = false;
  section.append(heading);
  return section;
}

/** Puts every entry that is not over under its month, as long as some stands elsewhere. */
export function arrange(sections) {
  const all = [...sections];
  if (!all.length) return;
  const today = inTheNetherlands(new Date(Date.now())).date;
  const entries = all.flatMap((section) => [...section.querySelectorAll("article")].map((entry) => ({ entry, section })));
  const placed = entries.filter(({ entry }) => !entry.hidden).map((one) => ({ ...one, day: dayOf(one.entry, today) }));
  if (placed.every(({ day, section }) => month(day) === section.dataset.month)) return;
  placed.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const known = new Map(all.map((section) => [section.dataset.month, section]));
  const [{ parentElement: list }] = all;
  for (const { entry, day } of placed) {
    const key = month(day);
    if (!known.has(key)) {
      const section = begun(key, all[0]);
      const after = [...known.keys()].filter((other) => other > key).sort()[0];
      if (after) list.insertBefore(section, known.get(after));
      else known.get([...known.keys()].sort().at(-1)).after(section);
      known.set(key, section);
    }
    known.get(key).append(entry);
  }
  for (const section of known.values()) section.hidden = !section.querySelector("article:not([hidden])");
}
