// Search and filters. Loads what it needs when the visitor is about to ask something, and ranks in the browser:
// nothing that is typed leaves the device.

import { card } from "./cards.mjs";
import { count, fromAddress, GROUPS, toAddress } from "./state.mjs";
import { made } from "../made.mjs";
import { kilometres, state } from "../search/opening.mjs";
import { ask, ready } from "./ready.mjs";

const SHOWN = 10;
/** So many who think along are named when nothing is found. */
const ALONG = 3;
/** What can be chosen of places before the municipality's own have come. */
const OTHERS = 2;

/** How far an offer is, in kilometres: who comes to you, or is there by phone, is near wherever the office stands. */
function away(record, at) {
  const comes = ["thuis", "telefoon", "online"].some((where) => record.tags.has(`where:${where}`));
  if (record.tags.has("where:thuis") || (comes && !record.at)) return 0;
  return record.at ? kilometres(at, record.at) : undefined;
}

export default function finder(element) {
  const { root, municipality } = element.dataset;
  const carry = `?gemeente=${municipality}`;
  const form = element.querySelector("form");
  const field = form.elements.q;
  const filters = element.querySelector(".filters");
  const place = filters.querySelector("select");
  const boxes = [...filters.querySelectorAll("input")];
  const told = element.querySelector("[data-result-count]");
  const heading = element.querySelector(".find__heading");
  const list = element.querySelector(".find__results");
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
  let waiting;
  let drawing = 0;

  /** Loads once; a second try is possible when the first one failed. */
  function get() {
    known ??= ready(root, municipality).catch((error) => {
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

  /** The groups of filters as questions to a record, by name. */
  function asks({ index }, now) {
    const asked = new Map();
    for (const [name, ids] of wish.chosen) {
      if (ids.size) asked.set(name, (record) => [...ids].some((id) => record.tags.has(`${GROUPS[name]}:${id}`)));
    }
    if (wish.free) asked.set("vrij", (record) => record.tags.has("access:vrij"));
    if (wish.open) asked.set("open", (record) => state(record.hours, index.holidays, now) !== "closed");
    return asked;
  }

  function spot({ index }) {
    if (wish.place === "hier") return own;
    const found = index.places.find(([name]) => name === wish.place);
    return found ? found.slice(1) : null;
  }

  /** Results in order, before and after the filters. */
  function search(all, fitting, now) {
    const { engine } = all;
    const asked = asks(all, now);
    const at = spot(all);
    let found = wish.question.trim()
      ? fitting
      : all.records.map((record, number) => ({ number, score: engine.prior(record), terms: [] })).filter(({ number }) => all.records[number].kind === "offer");
    found = found.map((one) => {
      const record = all.records[one.number];
      const distance = at && record.kind === "offer" ? away(record, at) : undefined;
      return { ...one, record, distance, state: wish.open ? state(record.hours, all.index.holidays, now) : undefined };
    });
    if (at) {
      for (const one of found) one.score /= 1 + (one.distance ?? 8) / 12;
      found.sort((a, b) => b.score - a.score);
    }
    const passes = (record, but) => [...asked].every(([name, fits]) => name === but || fits(record));
    return { found, kept: found.filter(({ record }) => passes(record)), passes };
  }

  /** What to show when nothing fits. */
  function thinkingAlong({ engine, records }) {
    return engine.thinkingAlong().slice(0, ALONG).map((one) => ({ ...one, record: records[one.number] }));
  }

  /** How many remain with each choice, before it is made. */
  function left(all, { found, passes }, now) {
    for (const box of boxes) {
      const fits =
        box.name === "vrij" ? (record) => record.tags.has("access:vrij")
        : box.name === "open" ? (record) => state(record.hours, all.index.holidays, now) !== "closed"
        : (record) => record.tags.has(`${GROUPS[box.name]}:${box.value}`);
      const number = found.filter(({ record }) => record.kind === "offer" && passes(record, box.name) && fits(record)).length;
      const label = box.closest("label");
      label.querySelector(".filter__left").textContent = number;
      label.toggleAttribute("data-none", number === 0);
    }
    const on = count(wish);
    const { said } = all;
    filters.querySelector("summary").textContent = on ? said.filters_chosen.replace("{count}", on) : said.filters;
  }

  async function draw(all) {
    const { said } = all;
    const now = new Date();
    const asked = wish.question.trim();
    const turn = ++drawing;
    const { found, lines } = asked ? ask(all, asked) : { found: [], lines: [] };
    warn(all, lines);
    // Whether it is open and how far it is stands in the parts, of all that may be found.
    if (wish.open || wish.place || filters.open) await all.details.all();
    const active = Boolean(asked) || count(wish) > 0;
    const result = search(all, found, now);
    let { kept } = result;
    const number = kept.length;
    // Filters may be in the way of what was asked for; and somebody who thinks along there always is.
    if (!number) kept = result.found.length ? result.found : thinkingAlong(all);
    if (active) await all.details.of(kept.slice(0, shown).map((one) => one.number));
    if (turn !== drawing) return; // meanwhile something else was asked
    if (plain) plain.hidden = active;
    heading.hidden = !active;
    if (filters.open) left(all, result, now);
    else filters.querySelector("summary").textContent = count(wish) ? said.filters_chosen.replace("{count}", count(wish)) : said.filters;
    if (!active) {
      told.textContent = "";
      delete told.dataset.resultCount;
      list.replaceChildren();
      none.hidden = more.hidden = true;
      return;
    }
    told.dataset.resultCount = number;
    told.textContent = [number === 1 ? said.one : said.many.replace("{count}", number), asked && said.for.replace("{question}", asked)]
      .filter(Boolean)
      .join(" ");
    none.hidden = number > 0;
    none.replaceChildren();
    if (!number) nothing(all, result, asked);
    const stems = new Set(all.engine.read(asked).flatMap(({ stems, near }) => [...stems, ...near].flatMap(([stem]) => stem)));
    list.replaceChildren(
      ...kept.slice(0, shown).map(({ number, state, distance, terms }) => {
        const record = { ...all.records[number], state, distance };
        const reasons = terms.slice(0, 2).map((term) => all.vocabulary.terms[term].label);
        const item = made("li", {}, card(record, { stems, reasons: asked ? reasons : [], root, carry, said }));
        item.dataset.record = record.key;
        return item;
      }),
    );
    more.hidden = kept.length <= shown;
  }

  /** Never a dead end: what stands in the way, what comes near, and whom to ring (below, on every page). */
  function nothing({ said }, { found }, asked) {
    none.append(made("p", { textContent: found.length ? said.none_filtered : said.none }));
    if (count(wish)) {
      const button = made("button", { className: "button button--quiet", type: "button", textContent: said.relax });
      button.addEventListener("click", () => {
        wish = { ...fromAddress(""), question: asked };
        toForm();
        remember(true);
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

  async function update() {
    if (!known) told.textContent = element.dataset.loading ?? "";
    try {
      await draw(await get());
    } catch (error) {
      console.error("search:", error);
      told.textContent = element.dataset.failed;
      if (plain) plain.hidden = false;
    }
  }

  /** Puts the wish in the address; a step back leads to the wish before it. */
  function remember(step) {
    const address = toAddress(wish);
    if (address !== location.search && !(address === location.pathname && !location.search)) {
      history[step ? "pushState" : "replaceState"](null, "", address);
    }
    shown = SHOWN;
    update();
  }

  field.addEventListener("focus", () => get().then(fill, () => {}), { once: true });
  field.addEventListener("input", () => {
    wish = { ...wish, question: field.value };
    shown = SHOWN;
    update();
    clearTimeout(waiting);
    waiting = setTimeout(() => remember(false), 400);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    wish = fromForm();
    remember(true);
  });
  filters.addEventListener("toggle", () => {
    if (!filters.open) return;
    get().then(fill, () => {});
    update();
  });
  filters.addEventListener("change", (event) => {
    wish = fromForm();
    if (event.target === place && wish.place === "hier") locate();
    else remember(true);
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

  /** Where the visitor is, when the visitor asks for it. It stays here. */
  function locate() {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        own = [coords.latitude, coords.longitude];
        remember(true);
      },
      async () => {
        place.value = wish.place = "";
        await update();
        told.textContent = (await get()).said.here_failed;
      },
      { maximumAge: 600000, timeout: 10000 },
    );
  }

  filters.hidden = false;
  if (wish.question || count(wish)) {
    toForm();
    get().then(fill, () => {});
    update();
  }

  /** The places to choose from come with the records. */
  function fill({ index }) {
    if (place.options.length > OTHERS) return;
    for (const [name] of index.places) place.append(made("option", { value: name, textContent: name }));
    toPlace();
  }
}
