// The ring map in a browser: choosing what it shows, and seeing who refers to whom. The table is what is known; the
// picture is drawn from the rows that remain, with the level that an organisation has in the networks that remain.

import { asked, followed, remember } from "../../scripts/asked.mjs";
import { shape } from "../../scripts/shape.mjs";
import { drawing } from "./drawing.mjs";

const CHOICES = ["netwerk", "thema", "soort", "van", "gewenst"];

/** @param {Element} element the ring map, with its table */
export default function rings(element) {
  const { middle, levels, kinds } = JSON.parse(element.dataset.drawing);
  const said = JSON.parse(element.dataset.said);
  const most = Number(element.dataset.most);
  const form = element.querySelector(".rings__filter");
  const frame = element.querySelector(".rings__frame");
  const status = form.querySelector("[role=status]");
  const again = form.querySelector(".rings__all");
  const names = new Map(levels.map(({ id, label }) => [id, label]));
  const rank = new Map(levels.map(({ id }, place) => [id, place]));
  const rows = [...element.querySelectorAll(".rings__table tbody tr")].map(read);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const whole = frame.firstElementChild;
  const [title, description] = ["title", "desc"].map((tag) => whole.querySelector(tag).textContent);
  let drawn = drawable(rows);

  /** What stands in a row, and the cells that change with what is chosen. */
  function read(row) {
    const [networks, now, wanted] = [2, 3, 4].map((cell) => row.cells[cell]);
    const places = row.dataset.places.split(" ").filter(Boolean);
    return {
      row, now, wanted,
      id: row.dataset.id,
      name: row.cells[0].textContent,
      kind: row.dataset.kind || null,
      refers: row.dataset.refers.split(" ").filter(Boolean),
      places: places.map((place, turn) => {
        const [network, level, wish] = place.split(":");
        return { network, level: level || null, wanted: wish || null, item: networks.querySelectorAll("li")[turn] };
      }),
      standing: [now.textContent, wanted.textContent],
    };
  }

  /** What generator/views/rings/ring_map.py does: the closest level of all, and the closest wish. */
  function closest(places) {
    const nearest = (found) => found.filter(Boolean).sort((a, b) => rank.get(b) - rank.get(a))[0] ?? null;
    const asked = places.some((place) => place.wanted);
    const wanted = asked ? nearest(places.map((place) => place.wanted ?? place.level)) : null;
    return { level: nearest(places.map((place) => place.level)), wanted };
  }

  function drawable(found) {
    return found.length > most ? found.filter((row) => row.places.length) : found;
  }

  const chosen = () => Object.fromEntries(CHOICES.map((name) => [name, new FormData(form).get(name) ?? ""]));

  /** Which places in networks a choice leaves, by row; rows that it leaves out are not there. */
  function left({ netwerk, thema, soort, gewenst }) {
    const themes = new Map([...(form.elements.netwerk?.options ?? [])].map((one) => [one.value, one.dataset.themes ?? ""]));
    const fits = ({ network, level, wanted }) =>
      (!netwerk || network === netwerk) &&
      (!thema || themes.get(network)?.split(" ").includes(thema)) &&
      (!gewenst || (wanted && wanted !== level));
    const found = new Map();
    for (const row of rows) {
      if (soort && row.kind !== soort) continue;
      if (netwerk === "geen") {
        if (!row.places.length && !thema && !gewenst) found.set(row, []);
        continue;
      }
      const places = row.places.filter(fits);
      if (places.length || !(netwerk || thema || gewenst)) found.set(row, places);
    }
    return found;
  }

  /** Each choice says how many it would leave; one that would leave nobody can't be made. */
  function count(choice) {
    for (const name of ["netwerk", "thema", "soort", "gewenst"]) {
      const field = form.elements[name];
      for (const one of field?.options ?? (field ? [field] : [])) {
        if (!one.value) continue;
        const words = one === field ? one.nextElementSibling : one;
        const size = left({ ...choice, [name]: one.value }).size;
        words.dataset.label ??= words.textContent;
        words.textContent = `${words.dataset.label} (${size})`;
        one.disabled = !size && choice[name] !== one.value;
      }
    }
  }

  function show() {
    const choice = chosen();
    count(choice);
    const filtered = Boolean(choice.netwerk || choice.thema || choice.soort || choice.gewenst);
    const found = left(choice);
    for (const row of rows) tell(row, found.get(row), filtered);
    const counted = found.size === 1 ? said.shown_one : said.shown;
    const told = filtered ? [`${counted.replace("{count}", found.size).replace("{total}", rows.length)}.`] : [];
    if (byId.has(choice.van)) told.push(relations(byId.get(choice.van)));
    status.textContent = told.join(" ");
    again.hidden = !filtered && !choice.van;
    drawn = drawable(rows.filter((row) => found.has(row)));
    const words = { ...said.words, empty: filtered ? said.not_chosen : said.words.empty };
    const parties = drawn.map((row) => ({ name: row.name, kind: row.kind, ...closest(found.get(row)) }));
    const picture = filtered ? drawing({ middle, levels, kinds, parties, words, title, description }) : whole;
    frame.replaceChildren(picture);
    pick(byId.get(choice.van));
  }

  /** Lets a row say what the picture shows. */
  function tell({ row, now, wanted, places, standing }, kept, filtered) {
    row.hidden = !kept;
    for (const place of places) place.item.hidden = Boolean(kept) && !kept.includes(place);
    if (!kept || !filtered) [now.textContent, wanted.textContent] = standing;
    else {
      const found = closest(kept);
      now.textContent = names.get(found.level) ?? said.no_level;
      wanted.textContent = !found.wanted ? said.no_wish : found.wanted === found.level ? said.as_now : names.get(found.wanted);
    }
  }

  const referring = (row) => rows.filter((other) => other.refers.includes(row.id));

  function relations(row) {
    const listed = (found) => new Intl.ListFormat("nl").format(found.map((one) => one.name));
    const to = row.refers.map((id) => byId.get(id)).filter(Boolean);
    const from = referring(row);
    const sentences = [];
    if (to.length) sentences.push(said.refer_to.replace("{name}", row.name).replace("{names}", listed(to)));
    if (from.length) sentences.push(said.refer_from.replace("{name}", row.name).replace("{names}", listed(from)));
    return sentences.join(" ") || said.refer_nobody.replace("{name}", row.name);
  }

  /** Lets one organisation stand out, with a line to whom it refers and from who refers to it; nobody without `row`. */
  function pick(row) {
    const picture = frame.firstElementChild;
    picture.querySelectorAll(".rings__refers").forEach((line) => line.remove());
    picture.querySelectorAll(".rings__picked").forEach((one) => one.classList.remove("rings__picked"));
    const place = drawn.indexOf(row);
    picture.classList.toggle("rings__drawing--picked", place >= 0);
    if (place < 0) return;
    const light = (at) => picture.querySelectorAll(`[data-party="${at}"]`).forEach((one) => one.classList.add("rings__picked"));
    const spot = (at) => {
      const dot = picture.querySelector(`.rings__dot[data-party="${at}"]:not(.rings__dot--wanted)`);
      return [dot.cx.baseVal.value, dot.cy.baseVal.value];
    };
    const before = picture.querySelector(".rings__dot");
    light(place);
    for (const [from, to] of [...row.refers.map((id) => [row, byId.get(id)]), ...referring(row).map((one) => [one, row])]) {
      const [start, end] = [drawn.indexOf(from), drawn.indexOf(to)];
      if (start < 0 || end < 0) continue;
      light(start === place ? end : start);
      const [[x, y], [u, v]] = [spot(start), spot(end)];
      // Bent towards the middle, so that it is told from the straight lines to the names.
      const d = `M${x},${y}Q${(x + u) / 4},${(y + v) / 4},${u},${v}`;
      before.before(shape("path", { d, class: start === place ? "rings__refers" : "rings__refers rings__refers--from" }));
    }
  }

  function toAddress() {
    remember(new URLSearchParams(Object.entries(chosen()).filter(([, value]) => value)), false);
  }

  function fromAddress() {
    const asks = asked();
    for (const name of CHOICES) {
      const field = form.elements[name];
      if (!field) continue;
      // What another choice made impossible is possible again: none of those is left.
      for (const one of field.options ?? [field]) one.disabled = false;
      if (field.type === "checkbox") field.checked = asks.get(name) === field.value;
      else field.value = [...field.options].some((option) => option.value === asks.get(name)) ? asks.get(name) : "";
    }
  }

  frame.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "mouse") pick(drawn[target.dataset?.party] ?? byId.get(chosen().van));
  });
  frame.addEventListener("pointerleave", () => pick(byId.get(chosen().van)));
  form.addEventListener("change", () => {
    toAddress();
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    // The fields are empty only after this.
    setTimeout(() => {
      toAddress();
      show();
      form.querySelector("select, input")?.focus();
    });
  });
  followed(() => {
    fromAddress();
    show();
  });
  form.hidden = false;
  fromAddress();
  show();
}
