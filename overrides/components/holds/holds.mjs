// A line that holds until a day: after it, by the visitor's clock, it says what was so. A page may be older than that.

import { today } from "../../scripts/today.mjs";

export default function holds(element) {
  const { last, then } = element.dataset;
  if (today() <= last) return;
  if (!then) {
    element.remove();
    return;
  }
  element.textContent = then;
  element.classList.remove("warm"); // what is not known any more asks no attention: it asks a question
}
