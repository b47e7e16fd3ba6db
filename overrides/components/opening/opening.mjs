// Whether somebody can be reached now, on the page of an offer: by the visitor's clock, as results of the search say it.

import { OPEN_NOW } from "../../scripts/addresses.mjs";
import { loaded } from "../../scripts/loaded.mjs";
import { inWords, reached } from "./reached.mjs";

export default async function opening(line) {
  const record = JSON.parse(line.dataset.hours);
  const { calendar, said } = await loaded(line.dataset.root + OPEN_NOW);

  function look() {
    const found = reached(record, calendar, new Date(Date.now()));
    line.hidden = found.state === "unknown"; // the page says what it knows of its hours
    line.textContent = inWords(found, said);
    line.toggleAttribute("data-open", found.state === "open");
  }

  look();
  // Who comes back to a page that stayed open comes at another hour.
  document.addEventListener("visibilitychange", () => document.hidden || look());
}
