// The sheet somebody works on: what stands in the form and beside it, and what follows from that.

import { compose } from "./composed.mjs";
import { showLeads } from "./leads.mjs";
import { note, read, write } from "./sheet-form.mjs";
import { fitButtons } from "./sheet-groups.mjs";
import { drawAll } from "./sheet-pictures.mjs";
import { clean } from "./sheet-values.mjs";

/** Whether fields grow with what is written in them by themselves. */
const GROWS = globalThis.CSS?.supports("field-sizing", "content");

function fitHeight(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

/** What a sheet is on which nothing was filled in. */
export const empty = (definition) => ({ values: clean(definition, {}).values, loose: [], others: [], earlier: null });

/**
 * @param {Element} element the whole worksheet
 * @param {object} definition
 * @param {{said: object, labels: object, root: string, named: Function}} around
 * @returns {{form: Element, now: Function, whole: Function, show: Function, showUnder: Function, follow: Function, refit: Function, printEmpty: Function}}
 *   `now` gives the values in the form, `whole` those with all that is beside them; `show` puts a state in their place
 */
export function sheetIn(element, definition, around) {
  const { said, labels, root } = around;
  const form = element.querySelector(".ws__form");
  const loose = element.querySelector(".ws__loose");
  let state = empty(definition);
  let onPaper = false;
  note(form, definition);

  const now = () => clean(definition, read(form, definition)).values;
  const whole = () => (onPaper ? state : { ...state, values: now() });
  const refit = () => fitButtons(form, definition, labels);

  function follow() {
    for (const day of form.querySelectorAll("input[type=date]")) day.classList.toggle("ws__undated", !day.value);
    if (!GROWS) for (const area of form.querySelectorAll("textarea")) fitHeight(area);
    for (const group of form.querySelectorAll(".ws__group")) compose(group, said.blank);
    for (const part of form.querySelectorAll("[data-kind=choice], [data-kind=choices]")) showLeads(part, root);
    try {
      drawAll(form, definition, whole(), { said, root });
    } catch (error) {
      console.warn("worksheet:", error); // a picture that fails costs nobody what they wrote
    }
  }

  function show({ values, loose: texts, others, earlier }) {
    state = { values, loose: texts, others, earlier };
    if (onPaper) return;
    write(form, definition, state.values, around);
    loose.hidden = !state.loose.length;
    loose.querySelector("pre").textContent = state.loose.join("\n");
    refit();
    follow();
  }

  /** Shows a state to somebody who may have left the cursor in a field: there it stays. */
  function showUnder(given) {
    const inputs = () => [...form.querySelectorAll("input, textarea, select")];
    const at = inputs().indexOf(document.activeElement);
    show(given);
    if (at >= 0 && !form.contains(document.activeElement)) inputs()[at]?.focus({ preventScroll: true });
  }

  /** An empty sheet to print, with room for everything; what was filled in comes back afterwards. */
  function printEmpty() {
    state = whole();
    onPaper = true;
    write(form, definition, empty(definition).values, { ...around, paper: true });
    element.classList.add("ws--empty");
    const back = () => {
      for (const event of ["afterprint", "pointerdown", "keydown"]) removeEventListener(event, back, true);
      element.classList.remove("ws--empty");
      onPaper = false;
      show(state);
    };
    for (const event of ["afterprint", "pointerdown", "keydown"]) addEventListener(event, back, true);
    window.print();
  }

  return { form, now, whole, show, showUnder, follow, refit, printEmpty };
}
