// What a visitor asks for: as it stands in the address, so that it can be shared and the back button works, and as it
// stands in the form.

import { answerable } from "../../scripts/asked.mjs";
import { made } from "../../scripts/made.mjs";
import { NEAR } from "./near.mjs";

/** Filter groups by the word for them in an address. */
export const GROUPS = {
  soort: "help", situatie: "situations", voor: "audience", waar: "where", kosten: "cost", taal: "languages",
  toegang: "accessibility",
};

/** Choices that are on or off, by the word for them in an address. */
const SINGLE = { vrij: "free", iedereen: "forAll", open: "open" };

const single = (on) => Object.fromEntries(Object.entries(SINGLE).map(([name, field]) => [field, on(name)]));

/**
 * @param {URLSearchParams} asked
 * @returns {{question: string, chosen: Map<string, Set<string>>, free: boolean, forAll: boolean, open: boolean, place: string}}
 */
export function fromAddress(asked) {
  const chosen = new Map();
  for (const name of Object.keys(GROUPS)) {
    chosen.set(name, new Set((asked.get(name) ?? "").split(",").filter((id) => /^[a-z0-9-]+$/.test(id))));
  }
  return {
    question: asked.get("q") ?? "",
    chosen,
    ...single((name) => asked.get(name) === "1"),
    place: asked.get("plaats") ?? "",
  };
}

/** What of a wish stands in the address: nothing that was not asked. */
export function toAddress(wish) {
  const asked = new URLSearchParams();
  const question = answerable(wish.question);
  if (question) asked.set("q", question);
  for (const [name, ids] of wish.chosen) if (ids.size) asked.set(name, [...ids].sort().join(","));
  for (const [name, field] of Object.entries(SINGLE)) if (wish[field]) asked.set(name, "1");
  // A visitor's own place stays with the visitor: it is never part of an address that may be shared.
  if (wish.place && wish.place !== "hier") asked.set("plaats", wish.place);
  return asked;
}

/** How many filters are on. */
export function count(wish) {
  let on = Object.values(SINGLE).filter((field) => wish[field]).length + (wish.place ? 1 : 0);
  for (const ids of wish.chosen.values()) on += ids.size;
  return on;
}

/** What can be chosen of places before the municipality's own have come. */
const OTHERS = 2;

/**
 * @param {HTMLDetailsElement} filters
 * @param {HTMLInputElement} field what the question is typed in
 */
export function inForm(filters, field) {
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
        box.checked = box.name in SINGLE ? wish[SINGLE[box.name]] : wish.chosen.get(box.name).has(box.value);
      }
      toPlace(wish.place);
    },

    /** The wish that stands in the form, as `fromAddress` gives one. */
    wish() {
      const chosen = new Map(Object.keys(GROUPS).map((name) => [name, new Set()]));
      for (const box of boxes) if (box.checked && chosen.has(box.name)) chosen.get(box.name).add(box.value);
      const on = (name) => boxes.some((box) => box.name === name && box.checked);
      return { question: field.value, chosen, ...single(on), place: place.value };
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
    fill(index, wished) {
      if (place.options.length > OTHERS) return;
      for (const group of NEAR) {
        const options = (index[group] ?? []).map(([name]) => made("option", { value: name, textContent: name }));
        if (options.length) place.append(made("optgroup", { label: place.dataset[group] }, ...options));
      }
      toPlace(wished);
    },
  };
}
