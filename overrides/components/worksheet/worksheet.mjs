// A worksheet that is filled in. What somebody writes is kept in this browser while they write, goes nowhere, and can
// be saved, opened, printed, copied and shared by who wrote it.

import { clock, compose } from "./composed.mjs";
import { grow, nextLine, note, partsOf, read, write } from "./sheet-form.mjs";
import { asFragment, asText, cleaned, fromFragment, fromText, isLink, MOST_BYTES } from "./sheet-files.mjs";
import { asPlainText } from "./sheet-text.mjs";
import { clean, isEmpty } from "./sheet-values.mjs";
import { inWords } from "./sheet-days.mjs";
import { fitButtons, fitGroups, groupsOf, removeGroup } from "./sheet-groups.mjs";
import { fitRows } from "./sheet-rows.mjs";
import { keeping } from "./sheet-keeping.mjs";
import { together } from "./sheet-together.mjs";
import { drawAll } from "./sheet-pictures.mjs";
import { choosePlace, showLeads } from "./leads.mjs";
import { made } from "../../scripts/made.mjs";
import { today } from "../../scripts/today.mjs";
import { tree } from "./tree.mjs";

/** Whether fields grow with what is written in them by themselves. */
const GROWS = globalThis.CSS?.supports("field-sizing", "content");

function fitHeight(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

const NOTHING = { values: {}, loose: [], others: [], earlier: null };

/** Whether what stands in the form was written just now: on a way back the browser fills it with what stood there once. */
const cameAnew = () => performance.getEntriesByType("navigation")[0]?.type === "navigate";

export default function worksheet(element) {
  const { root } = element.dataset;
  const definition = JSON.parse(element.dataset.definition);
  const said = JSON.parse(element.dataset.said);
  const { labels } = said;
  const form = element.querySelector(".ws__form");
  const told = element.querySelector(".ws__told");
  const saved = element.querySelector(".ws__saved");
  const loose = element.querySelector(".ws__loose");
  const named = (label, number) => said.row.replace("{label}", label).replace("{number}", number);
  const around = { said, labels, named, spare: true, paper: false };
  let state = NOTHING;
  let onPaper = false;
  let failing = false;

  note(form, definition);
  const now = () => clean(definition, read(form, definition)).values;
  const whole = () => (onPaper ? state : { ...state, values: now() });
  const fit = (given) => cleaned(definition, given);
  const keeps = keeping(`mantelkaart.werkblad.${definition.id}`, {
    whole,
    show,
    fit,
    /** Says beside the form that it is kept, and once out loud that it isn't. */
    done(well, empty) {
      saved.textContent = well ? (empty ? "" : said.saved) : said.not_saved;
      const before = failing;
      failing = !well;
      if (failing && !before) tell("");
    },
    came: showUnder,
    crossed() {
      tell(said.other_tab);
      offer();
    },
  });

  /** What follows from what is filled in: sentences, pictures, where choices lead. */
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

  /** Shows a state in the form. */
  function show({ values, loose: texts, others, earlier }) {
    state = { values, loose: texts, others, earlier };
    if (onPaper) return;
    write(form, definition, state.values, around);
    loose.hidden = !state.loose.length;
    loose.querySelector("pre").textContent = state.loose.join("\n");
    fitButtons(form, definition, labels);
    follow();
  }

  /** Shows a state to somebody who may have left the cursor in a field: there it stays. */
  function showUnder(given) {
    const inputs = () => [...form.querySelectorAll("input, textarea, select")];
    const at = inputs().indexOf(document.activeElement);
    show(given);
    if (at >= 0 && !form.contains(document.activeElement)) inputs()[at]?.focus({ preventScroll: true });
  }

  /** Puts another state in place of what stands there, and offers the way back. */
  function replace(next, text, how) {
    keeps.replace(next, how);
    tell(text);
    offer();
  }

  /** Does something to the form and says so, with a way back when something that was written went. */
  function change(doing, text, lost) {
    const before = whole();
    doing();
    if (lost) keeps.lose(before);
    else keeps.soon();
    follow();
    tell(text);
    if (lost) offer();
  }

  /** Offers the way back to what last made way. */
  function offer() {
    if (!keeps.ways()) return;
    const undo = made("button", { type: "button", className: "small-button", textContent: said.undo });
    undo.addEventListener("click", () => {
      keeps.undo();
      tell(said.undone);
      offer();
      told.focus(); // the button is gone
    });
    told.append(" ", undo);
  }

  /** Says something, and as long as it is so that nothing is kept. It stays in sight until somebody goes on writing. */
  function tell(text) {
    told.classList.add("ws__told--new");
    told.textContent = failing ? `${text} ${said.not_saved}`.trim() : text;
  }

  /** What brings back what a button took away: that button hides. */
  const beside = (button, name) => button.closest(".ws__compare").querySelector(`[data-do=${name}]`);
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
    keeps.last();
    state = whole();
    onPaper = true;
    write(form, definition, clean(definition, {}).values, { ...around, paper: true });
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

  const actions = {
    save() {
      keeps.keep();
      const name = `werkblad-${definition.id}-${today()}.json`;
      download(asText(definition, whole(), today()), name);
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
      replace({ ...whole(), others: [...state.others, ...answers] }, said.of_others.replace("{count}", answers.length));
    },
    async earlier({ files: [file] }) {
      const found = file && (await opened(file));
      if (!found) return;
      const date = definition.sections.flatMap(({ id, fields: all }) => all.filter(({ kind }) => kind === "date").map((field) => found.values[id]?.[field.id])).find(Boolean);
      const earlier = { date: date ?? found.saved, answers: [found.values, ...found.others] };
      replace({ ...whole(), earlier }, said.with_earlier.replace("{date}", inWords(earlier.date) || said.without_date));
    },
    "forget-others"(button) {
      replace({ ...whole(), others: [] }, said.without_others);
      beside(button, "others").focus();
    },
    "forget-earlier"(button) {
      replace({ ...whole(), earlier: null }, said.without_earlier);
      beside(button, "earlier").focus();
    },
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
      const holder = button.closest("[data-section]");
      fitGroups(holder, groupsOf(holder).length + 1, { id: section.id, one: section.repeat.one });
      groupsOf(holder).at(-1).querySelector("textarea, input, select").focus();
      fitButtons(form, definition, labels);
      follow();
      tell(said.added.replace("{one}", section.repeat.one).replace("{number}", groupsOf(holder).length));
    },
    "remove-group"(button) {
      const section = sectionOf(button);
      const holder = button.closest("[data-section]");
      const group = button.closest(".ws__group");
      const written = !isEmpty(now()[section.id][groupsOf(holder).indexOf(group)]);
      const remove = () => removeGroup(holder, group, { id: section.id, one: section.repeat.one });
      change(remove, said.removed.replace("{one}", section.repeat.one), written);
      fitButtons(form, definition, labels);
      groupsOf(holder).at(-1).querySelector("textarea, input, select").focus();
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
    told.classList.remove("ws__told--new");
    grow(event.target, around);
    keeps.soon();
    follow();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches(".ws__line:not(.ws__goal)")) return;
    event.preventDefault(); // one line is one line; in a list it goes on with the next
    nextLine(event.target, around);
  });

  for (const { part, field } of partsOf(form, definition, "tree")) tree(part, { ...around, field, change });
  for (const hidden of element.querySelectorAll(".ws__tools, .ws__timer, .ws__table + .ws__more")) hidden.hidden = false;

  async function begin() {
    const early = cameAnew() ? now() : {};
    keeps.begin();
    if (!isLink(location.hash) && keeps.remembered()) {
      tell(said.had_before);
      offer();
    }
    if (!isEmpty(early)) {
      const { values, loose: texts } = clean(definition, together(definition, now(), early));
      showUnder({ ...state, values, loose: [...state.loose, ...texts] });
      keeps.soon();
    }
    await fromLink();
  }

  async function fromLink() {
    try {
      const given = await fromFragment(location.hash);
      if (given === null) return;
      history.replaceState(null, "", location.pathname + location.search);
      replace(fit({ values: given }), said.from_link, { link: true });
      if (keeps.ways()) {
        tell(said.from_link_over);
        offer();
      }
    } catch {
      tell(said.bad_link);
    }
  }
  addEventListener("hashchange", fromLink);
  begin();
}
