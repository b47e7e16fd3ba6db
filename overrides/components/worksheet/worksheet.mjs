// A worksheet that is filled in. What somebody writes is kept in this browser while they write, goes nowhere, and can
// be saved, opened, printed, copied and shared by who wrote it.

import { clock, compose } from "./composed.mjs";
import { grow, nextLine, note, partsOf, read, write } from "./sheet-form.mjs";
import { asFragment, asText, cleaned, fromFragment, fromText, MOST_BYTES } from "./sheet-files.mjs";
import { asPlainText } from "./sheet-text.mjs";
import { clean, isEmpty } from "./sheet-values.mjs";
import { inWords, today } from "./sheet-days.mjs";
import { fitButtons, fitGroups, groupsOf, removeGroup } from "./sheet-groups.mjs";
import { fitRows } from "./sheet-rows.mjs";
import { keeping } from "./sheet-keeping.mjs";
import { drawAll } from "./sheet-pictures.mjs";
import { choosePlace, showLeads } from "./leads.mjs";
import { made } from "../made.mjs";
import { tree } from "./tree.mjs";

/** Whether fields grow with what is written in them by themselves. */
const GROWS = globalThis.CSS?.supports("field-sizing", "content");

function fitHeight(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

const NOTHING = { values: {}, loose: [], others: [], earlier: null };

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

  note(form, definition);
  const now = () => clean(definition, read(form, definition)).values;
  const whole = () => ({ ...state, values: now() });
  const keeps = keeping(`mantelkaart.werkblad.${definition.id}`, {
    whole,
    arrives(given) {
      if (!form.contains(document.activeElement)) show(cleaned(definition, given));
    },
    /** Says beside the form that it is kept, and out loud that it isn't. */
    done(well, empty) {
      saved.textContent = well ? (empty ? "" : said.saved) : said.not_saved;
      if (!well) tell(said.not_saved);
    },
  });

  /** What follows from what is filled in: sentences, pictures, where choices lead. */
  function follow() {
    if (!GROWS) for (const area of form.querySelectorAll("textarea")) fitHeight(area);
    for (const group of form.querySelectorAll(".ws__group")) compose(group, said.blank);
    state.values = now();
    drawAll(form, definition, state, { said, root });
    for (const part of form.querySelectorAll("[data-kind=choice], [data-kind=choices]")) showLeads(part, root);
  }

  /** Shows a state in the form. */
  function show({ values, loose: texts, others, earlier }) {
    state = { values, loose: texts, others, earlier };
    write(form, definition, state.values, around);
    loose.hidden = !state.loose.length;
    loose.querySelector("pre").textContent = state.loose.join("\n");
    fitButtons(form, definition, labels);
    follow();
  }

  /** Puts another state in place of what stands there, and offers the way back. */
  function replace(next, text) {
    const before = whole();
    show(next);
    keeps.keep();
    tell(text);
    if (isEmpty(before)) return;
    keeps.setAside(before);
    offer(before);
  }

  function offer(before) {
    const undo = made("button", { type: "button", className: "small-button", textContent: said.undo });
    undo.addEventListener("click", () => {
      show(cleaned(definition, before));
      keeps.keep();
      keeps.forget();
      tell(said.undone);
    });
    told.append(" ", undo);
  }

  function tell(text) {
    told.textContent = text;
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
    const before = whole();
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
    "forget-others": () => replace({ ...whole(), others: [] }, ""),
    "forget-earlier": () => replace({ ...whole(), earlier: null }, ""),
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
      tell(said.added.replace("{one}", section.repeat.one).replace("{number}", groupsOf(holder).length));
    },
    "remove-group"(button) {
      const section = sectionOf(button);
      const holder = button.closest("[data-section]");
      const group = button.closest(".ws__group");
      const before = whole();
      const written = !isEmpty(before.values[section.id][groupsOf(holder).indexOf(group)]);
      removeGroup(holder, group, { id: section.id, one: section.repeat.one });
      fitButtons(form, definition, labels);
      follow();
      keeps.keep();
      tell(said.removed.replace("{one}", section.repeat.one));
      if (written) offer(before);
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
    grow(event.target, around);
    follow();
    keeps.soon();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches(".ws__line:not(.ws__goal)")) return;
    event.preventDefault(); // one line is one line; in a list it goes on with the next
    nextLine(event.target, around);
  });

  for (const { part, field } of partsOf(form, definition, "tree")) {
    tree(part, {
      ...around,
      field,
      tell: (level, line) => tell(said.moved.replace("{level}", level).replace("{place}", line)),
      losing: () => offerLater(whole()),
      changed() {
        follow();
        keeps.soon();
      },
    });
  }
  /** Offers the way back once what is said of the change stands there. */
  function offerLater(before) {
    setTimeout(() => offer(before));
  }
  for (const hidden of element.querySelectorAll(".ws__tools, .ws__timer, .ws__table + .ws__more")) hidden.hidden = false;

  async function begin() {
    show(cleaned(definition, keeps.found()));
    const before = keeps.replaced();
    if (before) {
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
