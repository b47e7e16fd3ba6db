// Counts that lead to the filtered list, files that carry their date, and a comparison with a file of one's own.

import { parsed } from "./coverage-file.mjs";
import { compared } from "./coverage-then.mjs";
import { today } from "../../scripts/today.mjs";

/** More than forty thousand rows: no file of this page. */
const LARGEST = 10_000_000;

export default function coverage(element) {
  filters(element);
  dated(element);
  own(element);
}

/** The plain list of a kind is for who has no scripts: here a count leads to the search with both filters on. */
function filters(element) {
  for (const body of element.querySelectorAll("tbody[data-filter]")) {
    const columns = [...body.closest("table").querySelectorAll("thead th")].map((head) => head.dataset.value);
    for (const row of body.rows) {
      [...row.cells].forEach((cell, index) => {
        const link = cell.tagName === "TD" ? cell.querySelector("a") : null;
        const asked = [];
        if (row.dataset.kinds) asked.push(`soort=${row.dataset.kinds}`);
        if (columns[index]) asked.push(`${body.dataset.filter}=${columns[index]}`);
        if (link && asked.length) link.href = `${element.dataset.find}#${asked.join("&")}`;
      });
    }
  }
}

/** A file is saved under its date, so that a later one can be held beside it. */
function dated(element) {
  for (const link of element.querySelectorAll("a[download]")) {
    const [, place, name, ending] = link.pathname.match(/([^/]+)\/([^/.]+)(\.[a-z]+)$/);
    link.download = `${name}-${place}-${today()}${ending}`;
  }
}

function own(element) {
  const form = element.querySelector(".coverage__own");
  const { said, kinds, name, formerly } = JSON.parse(element.dataset.own);
  const told = form.querySelector("[data-said]");
  const shown = form.querySelector("[data-shown]");
  const field = form.querySelector("input");
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("change", async () => {
    const [file] = field.files;
    if (!file) return;
    const refuse = (words) => (told.textContent = words);
    if (file.size > LARGEST) return refuse(said.large);
    const then = parsed(await file.text(), formerly);
    if (!then) return refuse(said.wrong);
    if (then.municipality && then.municipality !== name) return refuse(said.elsewhere.replace("{name}", then.municipality));
    let now;
    try {
      const answer = await fetch(element.dataset.sheet);
      now = answer.ok && parsed(await answer.text());
    } catch {
      now = null;
    }
    if (!now) return refuse(said.failed);
    const { content, fresh, gone } = compared(then, now, kinds, said, element.dataset.root);
    shown.replaceChildren(content);
    told.textContent = said.done.replace("{file}", file.name).replace("{new}", fresh).replace("{gone}", gone);
  });
  form.hidden = false;
}
