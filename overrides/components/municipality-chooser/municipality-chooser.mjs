// Narrows the list of municipalities while the visitor types where they live, says how many are left, and why.

import { loaded } from "../../scripts/loaded.mjs";
import { made } from "../../scripts/made.mjs";
import { stays } from "../../scripts/staying.mjs";
import { Whereabouts } from "./whereabouts.mjs";

/** The municipality that an item of the list leads to, as its address calls it. */
function idOf(item) {
  return item.querySelector("a").getAttribute("href").split("/").at(-2);
}

export default function chooser(section) {
  const field = section.querySelector("input");
  const said = section.querySelector("[role=status]");
  const list = section.querySelector(".chooser__list");
  const items = new Map([...list.children].map((item) => [idOf(item), item]));
  const places = (item) => item.querySelector(".by")?.textContent.split(", ") ?? [];
  const name = (item) => item.querySelector("strong").textContent;
  const known = new Whereabouts([...items].map(([id, item]) => ({ id, name: name(item), places: places(item) })));
  const hint = said.textContent;
  let learning = null;
  let waiting;

  function say(found) {
    const { one, many, none } = section.dataset;
    const count = found.length;
    said.textContent = count === 0 ? none : count === 1 ? one : many.replace("{count}", count);
  }

  /** Neighbourhoods, postcodes and other names come when somebody is about to type. Without them the page still works. */
  function learn() {
    learning ??= loaded(section.dataset.places).then(
      (more) => {
        known.learn(more);
        if (field.value) narrow();
      },
      (error) => console.error("chooser:", error),
    );
    return learning;
  }

  /** Below a name stands what it has of what was typed, where that is not its own name. */
  function explain(item, by) {
    item.querySelector(".chooser__why")?.remove();
    if (!by) return;
    const words = /^\d/.test(by) ? section.dataset.postcode : section.dataset.place;
    item.querySelector("strong").after(made("span", { className: "chooser__why", textContent: words.replace("{name}", by) }));
  }

  function narrow() {
    const found = known.find(field.value);
    const shown = new Map(found.map((one) => [one.id, one]));
    // Nothing found is no reason to show nothing: the whole list stays to choose from.
    for (const [id, item] of items) {
      item.hidden = Boolean(found.length) && !shown.has(id);
      explain(item, shown.get(id)?.by);
    }
    const order = [...shown.keys(), ...[...items.keys()].filter((id) => !shown.has(id))];
    const now = [...list.children].map(idOf);
    if (order.some((id, place) => id !== now[place])) list.append(...order.map((id) => items.get(id)));
    section.toggleAttribute("data-narrowed", Boolean(found.length));
    // Screen readers hear the count once typing pauses, not at every letter.
    clearTimeout(waiting);
    waiting = setTimeout(() => (field.value.trim() ? say(found) : (said.textContent = hint)), 400);
    return found;
  }

  /** Enter goes where there is one way to go: one municipality is left, or one alone is called exactly that. */
  function go() {
    const found = narrow();
    const sure = found.filter((one) => one.sure);
    const [only] = found.length === 1 ? found : sure.length === 1 ? sure : [];
    if (only) items.get(only.id).querySelector("a").click();
  }

  field.addEventListener("focus", learn, { once: true });
  field.addEventListener("input", () => {
    learn();
    narrow();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && field.value.trim()) learn().then(go);
  });

  stays(field);
  section.querySelector(".chooser__field").hidden = false;
  if (field.value) learn().then(narrow);
}
