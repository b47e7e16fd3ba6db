// What stands in the form as data, and the other way round. The form is the one place where it is while somebody works.

import { nodesOf, showNodes } from "./tree.mjs";
import { columnsOf, MOST } from "./sheet-values.mjs";
import { fitGroups, groupsOf } from "./sheet-groups.mjs";
import { fitRows } from "./sheet-rows.mjs";

/** Empty lines that a list or table has below what is written in it. */
const SPARE = 1;

const inputs = (element, selector = "input, textarea, select") => [...element.querySelectorAll(selector)];

const READ = {
  text: (element) => element.querySelector("textarea").value,
  long: (element) => element.querySelector("textarea").value,
  date: (element) => element.querySelector("input").value,
  list: (element) => inputs(element, ".ws__list textarea").map(({ value }) => value).filter((value) => value.trim()),
  choice: chosen,
  choices: chosen,
  scale: (element) => element.querySelector(":checked")?.value ?? "",
  table: rows,
  rings: rows,
  tree: (element) => nodesOf(element),
};

function chosen(element) {
  return {
    chosen: inputs(element, "[type=radio]:checked, [type=checkbox]:checked").map(({ value }) => value),
    other: element.querySelector("[data-other]")?.value ?? "",
  };
}

function rows(element) {
  return [...element.querySelectorAll("tbody > .ws__row")]
    .map((row) => Object.fromEntries(inputs(row, "[data-column]").map((input) => [input.dataset.column, input.value])))
    .filter((row) => Object.values(row).some((value) => value.trim()));
}

const WRITE = {
  text: (element, value) => (element.querySelector("textarea").value = value),
  long: (element, value) => (element.querySelector("textarea").value = value),
  date: (element, value) => (element.querySelector("input").value = value),
  list(element, value, { field, named }) {
    const holder = element.querySelector(".ws__list");
    fitRows(holder, Math.max(field.rows, value.length + SPARE), { named });
    inputs(holder, "textarea").forEach((input, place) => (input.value = value[place] ?? ""));
  },
  choice: choose,
  choices: choose,
  scale(element, value) {
    for (const input of inputs(element, "[type=radio]")) input.checked = input.value === value;
  },
  table: fill,
  rings: fill,
  tree: (element, value, around) => showNodes(element, value, around),
};

function choose(element, value) {
  for (const input of inputs(element, "[type=radio], [type=checkbox]")) input.checked = value.chosen.includes(input.value);
  const other = element.querySelector("[data-other]");
  if (other) other.value = value.other;
}

function fill(element, value, { field, named }) {
  const holder = element.querySelector("tbody");
  fitRows(holder, Math.max(field.rows, value.length + SPARE), { named });
  [...holder.querySelectorAll(".ws__row")].forEach((row, place) => {
    for (const { id } of columnsOf(field)) row.querySelector(`[data-column="${id}"]`).value = value[place]?.[id] ?? "";
  });
}

const fieldIn = (group, { id }) => group.querySelector(`[data-field="${id}"]`);
const sectionIn = (form, { id }) => form.querySelector(`[data-section="${id}"]`);

/** Everything on the form that is filled in as one kind of field: each part with its field. */
export function partsOf(form, definition, kind) {
  return definition.sections.flatMap((section) =>
    section.fields
      .filter((field) => field.kind === kind)
      .flatMap((field) => groupsOf(sectionIn(form, section)).map((group) => ({ field, part: fieldIn(group, field) }))),
  );
}

/** How many rows, and what tree, the sheet as it was built has: those a new one begins with, and paper gets. */
export function note(form, definition) {
  for (const section of definition.sections) {
    const [group] = groupsOf(sectionIn(form, section));
    if (section.repeat) section.repeat.advised ??= section.repeat.least;
    for (const field of section.fields) {
      const part = fieldIn(group, field);
      field.rows = part.querySelectorAll(".ws__row").length || 1;
      if (field.kind === "tree") field.paper = nodesOf(part).map(({ depth }) => ({ depth }));
    }
  }
}

/** Everything that is filled in, as `sheet-values.mjs` describes it. */
export function read(form, definition) {
  return Object.fromEntries(
    definition.sections.map((section) => {
      const groups = groupsOf(sectionIn(form, section)).map((group) =>
        Object.fromEntries(
          section.fields.filter(({ kind }) => kind in READ).map((field) => [field.id, READ[field.kind](fieldIn(group, field))]),
        ),
      );
      return [section.id, section.repeat ? groups : groups[0]];
    }),
  );
}

/** Shows values in the form, with empty lines to go on writing on; `around.paper`: with as many as paper gets. */
export function write(form, definition, values, around) {
  for (const section of definition.sections) {
    const element = sectionIn(form, section);
    const given = section.repeat ? values[section.id] : [values[section.id]];
    if (section.repeat) {
      const { one, least, advised } = section.repeat;
      fitGroups(element, Math.max(around.paper ? advised : least, given.length), { id: section.id, one });
    }
    groupsOf(element).forEach((group, place) => {
      for (const field of section.fields) {
        if (!(field.kind in WRITE)) continue;
        const value = given[place]?.[field.id] ?? EMPTY[field.kind] ?? "";
        WRITE[field.kind](fieldIn(group, field), value, { ...around, field });
      }
    });
  }
}

const EMPTY = { list: [], table: [], rings: [], tree: [], choice: { chosen: [], other: "" }, choices: { chosen: [], other: "" } };

/** Makes a line after the last one. Whether no more can be made after that. */
function lengthened(holder, around) {
  fitRows(holder, holder.children.length + 1, around);
  return holder.children.length >= MOST;
}

/** The line after the one that is written on, in a list: made when it is the last. Whether it is the last there can be. */
export function nextLine(target, around) {
  const row = target.closest(".ws__list > .ws__row");
  if (!row) return false;
  const full = !row.nextElementSibling && lengthened(row.parentElement, around);
  row.nextElementSibling?.querySelector("textarea").focus();
  return full;
}

/** Adds a line where the last one is being written on. Whether no more can be added after that. */
export function grow(target, around) {
  const row = target.closest(".ws__row");
  if (!row || row.nextElementSibling || !target.matches("textarea") || !target.value.trim()) return false;
  return lengthened(row.parentElement, around);
}
