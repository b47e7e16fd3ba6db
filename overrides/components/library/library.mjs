// Narrows a list of tools or examples by what a visitor chooses and types; what is asked stands in the address.

import { answerable, asked, followed, isLong, remember } from "../../scripts/asked.mjs";
import { loaded } from "../../scripts/loaded.mjs";
import { stays } from "../../scripts/staying.mjs";
import { plain, stem, words } from "../../search/dutch.mjs";

/** From this many letters on a word is also found within a longer one: "zorg" in "mantelzorgers". */
const WITHIN = 4;

/** An item of the list with what it is chosen by, and the words it can be found by: more of those come with its text. */
function itemOf(element) {
  const text = words(element.textContent);
  return { element, id: element.dataset.id, terms: new Set(element.dataset.terms.split(" ")), words: new Set(text.map(stem)) };
}

/** Whether an item has a word, in any form. What is still being typed is the beginning of one. */
function has(item, word, typed) {
  if (item.words.has(word)) return true;
  for (const own of item.words) {
    if (own.startsWith(word) || own.startsWith(typed) || (word.length >= WITHIN && own.includes(word))) return true;
  }
  return false;
}

/** The items with all words; when none has them all, those with some of them. */
function withWords(items, asked) {
  if (!asked.length) return { found: new Set(items), partly: false };
  const heard = items.map((item) => [item, asked.filter(([word, typed]) => has(item, word, typed)).length]);
  const all = heard.filter(([, count]) => count === asked.length);
  const kept = all.length ? all : heard.filter(([, count]) => count > 0);
  return { found: new Set(kept.map(([item]) => item)), partly: !all.length && kept.length > 0 };
}

/** Whether an item fits what was chosen: one of each kind of which something was. */
function fits(item, chosen, except = "") {
  return [...chosen].every(([name, values]) => name === except || values.some((value) => item.terms.has(`${name}:${value}`)));
}

export default function library(root) {
  // Who comes for one of the other ways in finds it unfolded, in every browser.
  document.querySelector(".overview:has(:target)")?.setAttribute("open", "");
  const form = root.querySelector("form");
  if (!form) return;
  const items = [...root.querySelectorAll("[data-id]")].map(itemOf);
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const field = form.elements["zoek-in"];
  const said = form.querySelector("[role=status]");
  const clear = form.querySelector("[type=reset]");
  const groups = [...root.querySelectorAll(".group")];
  let little = new Set();
  let texts;

  /** The words of all texts: fetched when somebody is about to type, not before. */
  function read() {
    texts ??= loaded(root.dataset.texts).then((file) => {
      little = new Set(file.little.split(" "));
      for (const item of items) for (const word of words(file.texts[item.id] ?? "")) item.words.add(stem(word));
      show();
    });
    return texts.catch((error) => console.error("library:", error));
  }

  const question = () => answerable(field.value);

  function typed() {
    const every = words(question());
    const telling = every.filter((word) => !little.has(word));
    return (telling.length ? telling : every).map((word) => [stem(word), plain(word)]);
  }

  function chosen() {
    const found = new Map();
    for (const { name, value } of boxes.filter((box) => box.checked)) found.set(name, [...(found.get(name) ?? []), value]);
    return found;
  }

  function show() {
    const wanted = chosen();
    const { found, partly } = withWords(items, typed());
    const shown = new Set([...found].filter((item) => fits(item, wanted)));
    for (const item of items) item.element.hidden = !shown.has(item);
    for (const group of groups) group.hidden = !group.querySelector("[data-id]:not([hidden])");
    for (const link of root.querySelectorAll(".jump a")) {
      link.parentElement.hidden = root.querySelector(`[id="${link.hash.slice(1)}"]`).closest(".group").hidden;
    }
    for (const box of boxes) {
      const left = [...found].filter((item) => fits(item, wanted, box.name) && item.terms.has(`${box.name}:${box.value}`)).length;
      const label = box.closest(".filter");
      label.querySelector(".filter__left").textContent = left;
      label.toggleAttribute("data-none", !left);
    }
    const { all, some, one, none, partly: part, long } = root.dataset;
    const told = shown.size === items.length ? all : shown.size === 0 ? none : shown.size === 1 ? one : some;
    const sentence = told.replace("{n}", shown.size).replace("{all}", items.length);
    said.textContent = [partly && shown.size && part, sentence, isLong(field.value) && long].filter(Boolean).join(" ");
    clear.hidden = !wanted.size && !field.value.trim();
  }

  /** The address says what is asked. A choice is a step that can be taken back; a letter more is not. */
  function write(step) {
    const asks = new URLSearchParams();
    for (const [name, values] of chosen()) asks.set(name, values.join(","));
    if (question()) asks.set("q", question());
    remember(asks, step);
  }

  function fromAddress() {
    const asks = asked();
    field.value = asks.get("q") ?? "";
    for (const box of boxes) box.checked = (asks.get(box.name) ?? "").split(",").includes(box.value);
    if (chosen().size) form.querySelector("details").open = true;
    if (field.value) read();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    show();
    write(event.target !== field);
  });
  stays(field);
  form.addEventListener("reset", () => {
    field.defaultValue = "";
    // The form empties itself after this.
    setTimeout(() => {
      show();
      write(true);
      field.focus();
    });
  });
  field.addEventListener("focus", read, { once: true });

  followed(() => {
    fromAddress();
    show();
  });
  fromAddress();
  form.hidden = false;
  show();
}
