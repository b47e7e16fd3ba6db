// Lists and tables grow while somebody writes. A new line is a copy of the first.

import { still } from "./composed.mjs";
import { MOST } from "./sheet-values.mjs";

/** Takes what was filled in, and what scripts drew, out of a copy. */
export function blank(element) {
  for (const input of element.querySelectorAll("input, textarea, select")) {
    if (input.type === "radio" || input.type === "checkbox") input.checked = false;
    else if (input.tagName === "SELECT") input.selectedIndex = 0;
    else input.value = "";
  }
  for (const drawn of element.querySelectorAll(".ws__picture")) drawn.replaceChildren();
  still(element);
  return element;
}

/** Makes a holder have so many rows, but no more than are kept, the last ones going or coming. */
export function fitRows(holder, wanted, { named }) {
  const count = Math.min(wanted, MOST);
  const rows = () => [...holder.querySelectorAll(":scope > .ws__row")];
  const first = rows()[0];
  while (rows().length > Math.max(1, count)) rows().at(-1).remove();
  while (rows().length < count) {
    const made = blank(first.cloneNode(true));
    const number = rows().length + 1;
    for (const input of made.querySelectorAll("[data-label]")) input.ariaLabel = named(input.dataset.label, number);
    rows().at(-1).after(made);
  }
}
