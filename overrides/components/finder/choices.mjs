// The filters: from the form to a wish and back, and how many results each choice would leave.

import { made } from "../../scripts/made.mjs";
import { GROUPS } from "./state.mjs";

/** What can be chosen of places before the municipality's own have come. */
const OTHERS = 2;

/**
 * @param {HTMLDetailsElement} filters
 * @param {HTMLInputElement} field what the question is typed in
 */
export function choices(filters, field) {
  const place = filters.querySelector("select");
  const boxes = [...filters.querySelectorAll("input")];

  function toPlace(name) {
    place.value = [...place.options].some(({ value }) => value === name) ? name : "";
  }

  return {
    place,

    /** Puts a wish in the form. */
    show(wish) {
      field.value = wish.question;
      for (const box of boxes) {
        box.checked = box.name === "vrij" ? wish.free : box.name === "open" ? wish.open : wish.chosen.get(box.name).has(box.value);
      }
      toPlace(wish.place);
    },

    /** The wish that stands in the form, as `fromAddress` gives one. */
    wish() {
      const chosen = new Map(Object.keys(GROUPS).map((name) => [name, new Set()]));
      for (const box of boxes) if (box.checked && chosen.has(box.name)) chosen.get(box.name).add(box.value);
      const on = (name) => boxes.some((box) => box.name === name && box.checked);
      return { question: field.value, chosen, free: on("vrij"), open: on("open"), place: place.value };
    },

    /** How many remain with each choice, before it is made. */
    left(result) {
      for (const box of boxes) {
        const number = result.left(box.name, box.value);
        const label = box.closest("label");
        label.querySelector(".filter__left").textContent = number;
        label.toggleAttribute("data-none", number === 0);
      }
    },

    /** The places to choose from, which come with the records; the one that is wished for is chosen. */
    fill(places, wished) {
      if (place.options.length > OTHERS) return;
      for (const [name] of places) place.append(made("option", { value: name, textContent: name }));
      toPlace(wished);
    },
  };
}
