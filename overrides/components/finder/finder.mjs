// Search and filters. Loads what it needs when the visitor is about to ask something, and ranks in the browser:
// nothing that is typed leaves the device.

import { answer, needsAll } from "./answers.mjs";
import { isSparing } from "../../scripts/sparing.mjs";
import { made } from "../../scripts/made.mjs";
import { mapbutton } from "../map/mapbutton.mjs";
import { ready } from "./ready.mjs";
import { Results } from "./results.mjs";
import { count, fromAddress, GROUPS, toAddress } from "./state.mjs";

const SHOWN = 10;
/** As many fill a screen: who types sees these at once, and the rest after a pause. */
const AT_ONCE = 3;
/** What can be chosen of places before the municipality's own have come. */
const OTHERS = 2;
/** Milliseconds without a key before the address follows what was typed, and the rest of the results. */
const PAUSE = 400;

export default function finder(element) {
  const { root, municipality, language } = element.dataset;
  const carry = `?gemeente=${municipality}`;
  const form = element.querySelector("form");
  const field = form.elements.q;
  const filters = element.querySelector(".filters");
  const place = filters.querySelector("select");
  const boxes = [...filters.querySelectorAll("input")];
  const told = element.querySelector("[data-result-count]");
  const heading = element.querySelector(".find__heading");
  const list = element.querySelector(".find__results");
  const results = new Results(list, { root, carry, foreign: Boolean(language) });
  const more = element.querySelector(".find__more");
  const none = element.querySelector(".find__none");
  const acute = element.querySelector(".find__acute");
  const plain = document.querySelector("[data-everything]");
  const foot = document.querySelector(".foot__acute ul");
  if (location.hash.startsWith("#q=")) history.replaceState(null, "", `?${location.hash.slice(1)}`);
  let wish = fromAddress(location.search);
  let own = null;
  let shown = SHOWN;
  let known = null;
  let learning = false;
  let learnt = false;
  let waiting;
  let drawing = 0;

  /** Loads once; a second try is possible when the first one failed. */
  function get() {
    known ??= ready(root, municipality, language).catch((error) => {
      known = null;
      throw error;
    });
    return known;
  }

  function toForm() {
    field.value = wish.question;
    for (const box of boxes) {
      box.checked = box.name === "vrij" ? wish.free : box.name === "open" ? wish.open : wish.chosen.get(box.name).has(box.value);
    }
    toPlace();
  }

  function toPlace() {
    place.value = [...place.options].some(({ value }) => value === wish.place) ? wish.place : "";
  }

  function fromForm() {
    const chosen = new Map(Object.keys(GROUPS).map((name) => [name, new Set()]));
    for (const box of boxes) if (box.checked && chosen.has(box.name)) chosen.get(box.name).add(box.value);
    const on = (name) => boxes.some((box) => box.name === name && box.checked);
    return { question: field.value, chosen, free: on("vrij"), open: on("open"), place: place.value };
  }

  /** How many remain with each choice, before it is made. */
  function left(result) {
    for (const box of boxes) {
      const number = result.left(box.name, box.value);
      const label = box.closest("label");
      label.querySelector(".filter__left").textContent = number;
      label.toggleAttribute("data-none", number === 0);
    }
  }

  async function draw(all, typing) {
    const turn = ++drawing;
    // What is counted is counted once, and right.
    if (needsAll(wish) || filters.open) await Promise.all([all.details.all(), all.whole()]);
    const result = answer(all, wish, own, new Date());
    warn(all, result.lines);
    const wanted = result.active ? result.shown.slice(0, shown) : [];
    const first = typing ? wanted.slice(0, AT_ONCE) : wanted;
    await all.details.of(first.map(({ number }) => number));
    if (turn !== drawing) return; // meanwhile something else was asked
    if (plain) plain.hidden = result.active;
    heading.hidden = !result.active;
    const on = count(wish);
    filters.querySelector("summary").textContent = on ? all.said.filters_chosen.replace("{count}", on) : all.said.filters;
    if (filters.open) left(result);
    tell(all, result);
    const asked = wish.question.trim();
    const standing = results.show(all, asked, wanted, first.length);
    more.hidden = !result.active || result.shown.length <= shown;
    map.changed();
    if (standing === wanted.length) return;
    await new Promise((go) => setTimeout(go, PAUSE));
    if (turn === drawing) await all.details.of(wanted.map(({ number }) => number));
    if (turn === drawing) results.show(all, asked, wanted, wanted.length);
  }

  function tell({ said }, result) {
    const { active, number } = result;
    const asked = wish.question.trim();
    none.replaceChildren();
    none.hidden = !active || number > 0;
    if (!active) {
      told.textContent = "";
      delete told.dataset.resultCount;
      return;
    }
    // Until it is known for sure a screen reader waits with what it says of it.
    told.setAttribute("aria-busy", String(!learnt));
    told.dataset.resultCount = number;
    told.textContent = [number === 1 ? said.one : said.many.replace("{count}", number), asked && said.for.replace("{question}", asked)]
      .filter(Boolean)
      .join(" ");
    if (!number) nothing(said, result);
  }

  /** Never a dead end: what stands in the way, what comes near, and whom to ring (below, on every page). */
  function nothing(said, { found }) {
    none.append(made("p", { textContent: found.length ? said.none_filtered : said.none }));
    if (count(wish)) {
      const button = made("button", { className: "button button--quiet", type: "button", textContent: said.relax });
      button.addEventListener("click", () => {
        wish = { ...fromAddress(""), question: wish.question };
        toForm();
        step();
        field.focus();
      });
      none.append(made("p", {}, button));
    }
    none.append(made("p", { className: "by", textContent: found.length ? said.nearest : said.along }));
    if (plain && !found.length) plain.hidden = false;
  }

  /** What can't wait stands above everything else. The lines are those of the foot: the municipality's own. */
  function warn({ said }, lines) {
    const ids = lines.map(({ id }) => id).join(" ");
    acute.hidden = !ids;
    if (acute.dataset.for === ids) return;
    acute.dataset.for = ids;
    acute.replaceChildren(
      made("h2", { textContent: said.acute }),
      ...lines.flatMap(({ label, explanation, organisation }) => {
        const line = foot?.querySelector(`[data-line="${organisation}"]`);
        return [
          made("h3", { textContent: label }),
          made("p", { textContent: explanation }),
          ...(line ? [made("p", { className: "find__line" }, ...[...line.childNodes].map((node) => node.cloneNode(true)))] : []),
        ];
      }),
    );
  }

  async function update({ typing = false } = {}) {
    if (!known) told.textContent = element.dataset.loading ?? "";
    try {
      const all = await get();
      await draw(all, typing);
      learn(all);
    } catch (error) {
      console.error("search:", error);
      told.textContent = element.dataset.failed;
      if (plain) plain.hidden = false;
    }
  }

  /** What is known of words beside the first answers comes after them, and may better them. */
  async function learn(all) {
    if (learning) return;
    learning = true;
    const early = !learnt;
    // First let what was found be painted: what comes next would be in its way.
    await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
    if (!isSparing()) all.details.beforehand().catch(() => {}); // what failed is asked again when it is shown
    await all.whole();
    learnt = true;
    told.setAttribute("aria-busy", "false");
    // Who is on the way through the results keeps them as they are.
    if (early && wish.question.trim() && !list.contains(document.activeElement)) await update({ typing: true });
  }

  /** Puts the wish in the address. */
  function remember(how) {
    const address = toAddress(wish);
    if (address !== location.search && !(address === location.pathname && !location.search)) history[how](null, "", address);
  }

  /** A new wish: a step back leads to the one before it. */
  function step() {
    remember("pushState");
    shown = SHOWN;
    update();
  }

  /** What stands in the field is answered at once; the address follows when the visitor pauses. */
  function typed() {
    wish = { ...wish, question: field.value };
    shown = SHOWN;
    update({ typing: true });
    clearTimeout(waiting);
    waiting = setTimeout(() => remember("replaceState"), PAUSE);
  }

  /** The places to choose from come with the records. */
  function fill({ index }) {
    if (place.options.length > OTHERS) return;
    for (const [name] of index.places) place.append(made("option", { value: name, textContent: name }));
    toPlace();
  }

  /** Where the visitor is, when the visitor asks for it. It stays here. */
  function locate() {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        own = [coords.latitude, coords.longitude];
        step();
      },
      async () => {
        place.value = wish.place = "";
        await update();
        told.textContent = (await get()).said.here_failed;
      },
      { maximumAge: 600000, timeout: 10000 },
    );
  }

  /** What the map shows: all that the list has, or everything while nothing is asked. */
  const map = mapbutton(element, { root, carry }, async () => {
    const all = await get();
    await all.details.all();
    const { active, shown: found, at } = answer(all, wish, own, new Date());
    return { records: found.map(({ record }) => record), places: all.index.places, view: { at, whole: !active } };
  });

  field.addEventListener("focus", () => get().then(fill, () => {}), { once: true });
  field.addEventListener("input", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    wish = fromForm();
    step();
  });
  filters.addEventListener("toggle", () => {
    if (!filters.open) return;
    get().then(fill, () => {});
    update();
  });
  filters.addEventListener("change", (event) => {
    wish = fromForm();
    if (event.target === place && wish.place === "hier") locate();
    else step();
  });
  more.addEventListener("click", async () => {
    const from = shown;
    shown += SHOWN;
    await update();
    list.children[from]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    wish = fromAddress(location.search);
    shown = SHOWN;
    toForm();
    update();
  });

  // A list in Dutch is for who has no scripts: here the same wish is answered in the visitor's own language.
  for (const link of document.querySelectorAll("[data-wish]")) {
    link.href = link.dataset.wish;
    link.removeAttribute("hreflang");
  }
  filters.hidden = false;
  if (wish.question || count(wish)) {
    toForm();
    // Who comes with a question that is whole already gets the whole answer at once.
    get()
      .then((all) => {
        fill(all);
        return all.whole();
      })
      .then(() => (learnt = true))
      .then(() => update(), () => update());
  } else if (field.value) typed(); // somebody began before this script came
}
