// A worksheet that is filled in. What somebody writes is kept in this browser while they write, goes nowhere, and can
// be saved, opened, printed, copied and shared by who wrote it.

import { chart } from "./sheet-chart.mjs";
import { clock, compose } from "./composed.mjs";
import { grow, nextLine, note, read, write } from "./sheet-form.mjs";
import { asFragment, asText, cleaned, fromFragment, fromText, MOST_BYTES } from "./sheet-files.mjs";
import { asPlainText } from "./sheet-text.mjs";
import { clean, columnsOf, isEmpty } from "./sheet-values.mjs";
import { fitGroups, groupsOf, fitRows, removeGroup } from "./sheet-rows.mjs";
import { choosePlace, showLeads } from "./leads.mjs";
import { made } from "../made.mjs";
import { drawing as treeDrawing } from "./tree-drawing.mjs";
import { nodesOf, tree } from "./tree.mjs";

/** Milliseconds after the last key before what was written is kept. */
const PAUSE = 200;

/** Whether fields grow with what is written in them by themselves. */
const GROWS = globalThis.CSS?.supports("field-sizing", "content");

function fitHeight(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

const NOTHING = { values: {}, loose: [], others: [], earlier: null };

/** What this browser keeps under a name: null when there is nothing, or when it is not to be read. */
function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

export default function worksheet(element) {
  const { root } = element.dataset;
  const definition = JSON.parse(element.dataset.definition);
  const said = JSON.parse(element.dataset.said);
  const { labels } = said;
  const place = `mantelkaart.werkblad.${definition.id}`;
  const form = element.querySelector(".ws__form");
  const told = element.querySelector(".ws__told");
  const saved = element.querySelector(".ws__saved");
  const loose = element.querySelector(".ws__loose");
  const named = (label, number) => said.row.replace("{label}", label).replace("{number}", number);
  const around = { said, labels, named, spare: true, paper: false };
  const day = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" });
  const inWords = (date) => (date ? day.format(new Date(`${date}T12:00:00`)) : "");
  const today = () => new Date().toLocaleDateString("sv-SE"); // year, month and day, here
  let state = NOTHING;
  let waiting = null;

  note(form, definition);
  const now = () => clean(definition, read(form, definition)).values;
  const fields = (kind) => definition.sections.flatMap((section) => section.fields.filter((field) => field.kind === kind).map((field) => ({ section, field })));
  const parts = ({ section, field }) =>
    groupsOf(form.querySelector(`[data-section="${section.id}"]`)).map((group) => group.querySelector(`[data-field="${field.id}"]`));

  /** Keeps everything in this browser; says so beside the form, not out loud. */
  function keep() {
    clearTimeout(waiting);
    waiting = null;
    state = { ...state, values: now() };
    try {
      if (isEmpty(state)) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify({ ...state, saved: today() }));
      saved.textContent = isEmpty(state) ? "" : said.saved;
    } catch {
      saved.textContent = said.not_saved;
      tell(said.not_saved);
    }
  }

  /** Keeps it when nobody has written for a moment. */
  function keepSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  }

  /** What follows from what is filled in: sentences, pictures, where choices lead. */
  function follow() {
    if (!GROWS) for (const area of form.querySelectorAll("textarea")) fitHeight(area);
    for (const group of form.querySelectorAll(".ws__group")) compose(group, said.blank);
    state.values = now();
    for (const one of fields("tree")) parts(one).forEach((part) => drawTree(part, one.field));
    for (const one of fields("rings")) parts(one).forEach((part) => drawRings(part));
    for (const one of fields("chart")) parts(one).forEach((part) => drawChart(part));
    for (const part of form.querySelectorAll("[data-kind=choice], [data-kind=choices]")) showLeads(part, root);
  }

  function drawTree(part, field) {
    const picture = part.querySelector(".ws__picture");
    const drawn = treeDrawing(nodesOf(part), columnsOf(field), said.tree_picture);
    picture.replaceChildren(...(drawn ? [drawn] : []));
    picture.hidden = !drawn;
  }

  async function drawRings(part) {
    const picture = part.querySelector(".ws__picture");
    const parties = [...part.querySelectorAll("tbody > .ws__row")]
      .map((row) => Object.fromEntries([...row.querySelectorAll("[data-column]")].map(({ dataset, value }) => [dataset.column, value.trim()])))
      .filter(({ name }) => name);
    picture.hidden = !parties.length;
    if (!parties.length) return;
    const { drawing } = await import("./drawing.mjs");
    const middle = part.closest(".ws__group").querySelector(".ws__line")?.value.trim() || definition.name;
    const { levels, kinds } = definition;
    picture.replaceChildren(drawing({ middle, levels, kinds, parties, words: said.rings, title: said.rings_picture }));
  }

  function drawChart(part) {
    const who = [state.values, ...state.others].map((values, number) => participant(values, number + 1));
    const answers = [state.values, ...state.others];
    chart(part.querySelector(".ws__chart"), definition, { answers, who, earlier: state.earlier }, { said, root, date: inWords });
    part.querySelector(".ws__compare").hidden = false;
    part.querySelector("[data-do=forget-others]").hidden = !state.others.length;
    part.querySelector("[data-do=forget-earlier]").hidden = !state.earlier;
  }

  /** What an answer calls itself: the first field of the sheet called `wie`, else a number. */
  function participant(values, number) {
    const own = definition.sections.map(({ id }) => values[id]?.wie).find((text) => typeof text === "string" && text.trim());
    return own ?? said.participant.replace("{number}", number);
  }

  /** Shows a state in the form. */
  function show({ values, loose: texts, others, earlier }) {
    state = { values, loose: texts, others, earlier };
    write(form, definition, state.values, around);
    loose.hidden = !state.loose.length;
    loose.querySelector("pre").textContent = state.loose.join("\n");
    fitButtons();
    follow();
  }

  /** Puts another state in place of what stands there, and offers the way back. */
  function replace(next, text) {
    const before = { ...state, values: now() };
    show(next);
    keep();
    tell(text);
    if (isEmpty(before)) return;
    try {
      localStorage.setItem(`${place}.voor`, JSON.stringify(before));
    } catch {
      // Without room for it the way back lasts as long as this page.
    }
    offer(before);
  }

  function offer(before) {
    const undo = made("button", { type: "button", className: "small-button", textContent: said.undo });
    undo.addEventListener("click", () => {
      show(cleaned(definition, before));
      keep();
      localStorage.removeItem(`${place}.voor`);
      tell(said.undone);
    });
    told.append(" ", undo);
  }

  function tell(text) {
    told.textContent = text;
  }

  /** Buttons that take a group away stand where there may be fewer, those that add one where there may be more. */
  function fitButtons() {
    for (const section of definition.sections) {
      if (!section.repeat) continue;
      const whole = form.querySelector(`[data-section="${section.id}"]`);
      const groups = groupsOf(whole);
      for (const group of groups) {
        group.querySelector(".ws__less").hidden = groups.length <= section.repeat.least;
        const number = groups.indexOf(group) + 1;
        group.querySelector("[data-do=remove-group]").ariaLabel = labels.remove_one.replace("{one}", section.repeat.one).replace("{number}", number);
      }
      whole.querySelector(":scope > .ws__more").hidden = groups.length >= section.repeat.most;
    }
  }

  const sectionOf = (target) => definition.sections.find(({ id }) => id === target.closest("[data-section]").dataset.section);

  /** Reads a chosen file. Null, with a message, when it is no such sheet: then nothing changes. */
  async function opened(file) {
    const found = file.size > MOST_BYTES ? { problem: "too_large" } : fromText(await file.text(), definition);
    if (found.problem) tell(said[found.problem].replace("{name}", file.name).replace("{other}", found.other ?? ""));
    return found.state ?? null;
  }

  function download(text, name) {
    const link = made("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /** An empty sheet to print, with room for everything; what was filled in comes back afterwards. */
  function printEmpty() {
    const before = { ...state, values: now() };
    write(form, definition, clean(definition, {}).values, { ...around, paper: true });
    element.classList.add("ws--empty");
    const back = () => {
      for (const event of ["afterprint", "pointerdown", "keydown"]) removeEventListener(event, back, true);
      element.classList.remove("ws--empty");
      show(before);
    };
    for (const event of ["afterprint", "pointerdown", "keydown"]) addEventListener(event, back, true);
    window.print();
  }

  const actions = {
    save() {
      keep();
      const name = `werkblad-${definition.id}-${today()}.json`;
      download(asText(definition, state, today()), name);
      tell(said.file.replace("{name}", name));
    },
    async open({ files: [file] }) {
      const found = file && (await opened(file));
      if (found) replace(found, said.opened.replace("{name}", file.name));
    },
    async others({ files }) {
      const found = (await Promise.all([...files].map(opened))).filter(Boolean);
      if (!found.length) return;
      const answers = found.flatMap(({ values, others }) => [values, ...others]).filter((values) => !isEmpty(values));
      replace({ ...state, values: now(), others: [...state.others, ...answers] }, said.of_others.replace("{count}", answers.length));
    },
    async earlier({ files: [file] }) {
      const found = file && (await opened(file));
      if (!found) return;
      const date = definition.sections.flatMap(({ id, fields: all }) => all.filter(({ kind }) => kind === "date").map((field) => found.values[id]?.[field.id])).find(Boolean);
      const earlier = { date: date ?? found.saved, answers: [found.values, ...found.others] };
      replace({ ...state, values: now(), earlier }, said.with_earlier.replace("{date}", inWords(earlier.date) || said.without_date));
    },
    "forget-others": () => replace({ ...state, values: now(), others: [] }, ""),
    "forget-earlier": () => replace({ ...state, values: now(), earlier: null }, ""),
    print: () => window.print(),
    "print-empty": printEmpty,
    async copy() {
      await navigator.clipboard.writeText(asPlainText(definition, now(), state.loose, { blank: said.blank, date: inWords(today()) }));
      tell(said.copied);
    },
    async link() {
      const fragment = await asFragment(now());
      if (!fragment) return tell(said.link_long);
      await navigator.clipboard.writeText(new URL(fragment, location.href).href);
      return tell(said.link_copied);
    },
    clear: () => replace({ ...NOTHING, values: clean(definition, {}).values }, said.emptied),
    "add-group"(button) {
      const section = sectionOf(button);
      const whole = button.closest("[data-section]");
      fitGroups(whole, groupsOf(whole).length + 1, { id: section.id, one: section.repeat.one });
      groupsOf(whole).at(-1).querySelector("textarea, input, select").focus();
      fitButtons();
      tell(said.added.replace("{one}", section.repeat.one).replace("{number}", groupsOf(whole).length));
    },
    "remove-group"(button) {
      const section = sectionOf(button);
      const whole = button.closest("[data-section]");
      const group = button.closest(".ws__group");
      const before = { ...state, values: now() };
      const written = !isEmpty(before.values[section.id][groupsOf(whole).indexOf(group)]);
      removeGroup(whole, group, { id: section.id, one: section.repeat.one });
      fitButtons();
      follow();
      keep();
      tell(said.removed.replace("{one}", section.repeat.one));
      if (written) offer(before);
      groupsOf(whole).at(-1).querySelector("textarea, input, select").focus();
    },
    "add-row"(button) {
      const holder = button.closest(".ws__field").querySelector("tbody");
      fitRows(holder, holder.children.length + 1, around);
      holder.lastElementChild.querySelector("textarea").focus();
    },
    timer(button) {
      const field = sectionOf(button).fields.find(({ id }) => id === button.closest("[data-field]").dataset.field);
      clock(button, field.seconds, said, labels, tell);
    },
  };

  async function act(name, target) {
    try {
      await actions[name](target);
    } catch (error) {
      console.warn("worksheet:", error);
      tell(said.failed);
    }
  }

  element.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (button) act(button.dataset.do, button);
    const chosen = event.target.closest("a[data-place]");
    if (!chosen) return;
    event.preventDefault();
    choosePlace(chosen);
    follow();
  });
  element.addEventListener("change", async (event) => {
    if (!event.target.matches("input[type=file]")) return;
    await act(event.target.dataset.do, event.target);
    event.target.value = ""; // the same file can be chosen again
  });
  form.addEventListener("input", (event) => {
    if (event.target.matches("input[type=file]")) return;
    grow(event.target, around);
    follow();
    keepSoon();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches(".ws__line:not(.ws__goal)")) return;
    event.preventDefault(); // one line is one line; in a list it goes on with the next
    nextLine(event.target, around);
  });
  // A phone may put a page away without a word. What was kept already may be another window's by now.
  const last = () => waiting && keep();
  addEventListener("pagehide", last);
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && last());
  addEventListener("storage", (event) => {
    if (event.key === place && !form.contains(document.activeElement)) show(cleaned(definition, kept(place)));
  });

  for (const { section, field } of fields("tree")) {
    for (const part of parts({ section, field })) {
      tree(part, {
        ...around,
        field,
        tell: (level, line) => tell(said.moved.replace("{level}", level).replace("{place}", line)),
        losing: () => offerLater({ ...state, values: now() }),
        changed() {
          follow();
          keepSoon();
        },
      });
    }
  }
  /** Offers the way back once what is said of the change stands there. */
  function offerLater(before) {
    setTimeout(() => offer(before));
  }
  for (const hidden of element.querySelectorAll(".ws__tools, .ws__timer, .ws__table + .ws__more")) hidden.hidden = false;

  async function begin() {
    show(cleaned(definition, kept(place)));
    const before = kept(`${place}.voor`);
    if (before) {
      // Offered once: who goes on has chosen.
      localStorage.removeItem(`${place}.voor`);
      tell(said.had_before);
      offer(before);
    }
    await fromLink();
  }

  async function fromLink() {
    try {
      const given = await fromFragment(location.hash);
      if (given === null) return;
      history.replaceState(null, "", location.pathname + location.search);
      replace(cleaned(definition, { values: given }), said.from_link);
    } catch {
      tell(said.bad_link);
    }
  }
  addEventListener("hashchange", fromLink);
  begin();
}
