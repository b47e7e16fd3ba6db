// What is filled in on a worksheet, as plain data: { section: { field: value } }, and a list of those where a section
// repeats. Whatever comes from a file, a link or an older version of the sheet passes through here first.

import { realDay } from "./sheet-days.mjs";

/** As many lines can a list, a table or a tree have. Who comes to the last one is told so. */
export const MOST = 200;
/** As deep can a tree be. */
export const DEEPEST = 6;
/** As many answers of others can lie beside a sheet: more than any group gives, and as many as a page can draw. */
export const ANSWERS = 1000;

const RINGS = [{ id: "name" }, { id: "kind" }, { id: "level" }, { id: "wanted" }];

/** The columns of a field that has rows. */
export function columnsOf(field) {
  return field.kind === "rings" ? RINGS : (field.columns ?? []);
}

/** Whether anything is written in a value, however deep. */
export function isEmpty(value) {
  if (value === null || value === undefined) return true;
  if (typeof value === "object") return Object.entries(value).every(([key, inner]) => (key === "depth" && typeof inner === "number") || isEmpty(inner));
  return String(value).trim() === "";
}

const written = (value) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

const isObject = (value) => value !== null && typeof value === "object";

/** What stands in something under a name of its own. */
const own = (given, name) => (isObject(given) && Object.hasOwn(given, name) ? given[name] : undefined);

/** What stands in something under other names than those of these parts. */
function beside(given, parts) {
  return isObject(given) ? Object.fromEntries(Object.entries(given).filter(([name]) => !parts.some(({ id }) => id === name))) : given;
}

/** The first so many of a list; `lose` gets the others. */
function first(value, most, lose) {
  if (!Array.isArray(value)) return [];
  lose(value.slice(most));
  return value.slice(0, most);
}

function row(columns, given, lose) {
  lose(beside(given, columns));
  return Object.fromEntries(columns.map(({ id }) => [id, written(own(given, id))]));
}

/** Each kind of field: what a value becomes. What has no place there goes to `lose`. */
const CLEAN = {
  text: (_, value) => written(value).replace(/\s+/g, " "),
  long: (_, value) => written(value),
  date: (_, value) => realDay(written(value)),
  list: (_, value, lose) => first(value, MOST, lose).map(written).filter((item) => item.trim()),
  choice: choices,
  choices,
  scale: (field, value) => (Number.isInteger(Number(value)) && value >= 1 && value <= field.steps ? String(value) : ""),
  table: rows,
  rings(field, value, lose, { kinds, levels }) {
    const terms = { kind: kinds, level: levels, wanted: levels };
    const known = ([name, text]) => {
      if (!text || !(name in terms) || terms[name].some(({ id }) => id === text)) return [name, text];
      lose(text);
      return [name, ""];
    };
    return rows(field, value, lose).map((party) => Object.fromEntries(Object.entries(party).map(known)));
  },
  tree(field, value, lose) {
    let before = -1;
    return first(value, MOST, lose).map((node) => {
      const { depth: given, ...texts } = isObject(node) ? node : { goal: node };
      const depth = Math.min(before + 1, DEEPEST - 1, Math.max(0, Math.trunc(Number(given)) || 0));
      before = depth;
      return { depth, ...row([GOAL, ...columnsOf(field)], texts, lose) };
    });
  },
};

const GOAL = { id: "goal" };

function choices(field, value, lose) {
  const asked = first(own(value, "chosen"), MOST, lose).map(written);
  const known = asked.filter((id) => Object.hasOwn(field.options, id));
  const chosen = field.kind === "choice" ? known.slice(0, 1) : known;
  for (const id of asked) if (!chosen.includes(id)) lose(Object.hasOwn(field.options, id) ? field.options[id] : id);
  const other = written(own(value, "other"));
  if (!field.other) lose(other);
  return { chosen, other: field.other ? other : "" };
}

function rows(field, value, lose) {
  return first(value, MOST, lose)
    .map((given) => row(columnsOf(field), given, lose))
    .filter((made) => !isEmpty(made));
}

/** The texts in something that a sheet has no place for, each with where it stood. */
function texts(value, path) {
  if (!isObject(value)) return written(value).trim() ? [`${path}: ${written(value)}`] : [];
  const { depth, ...said } = value; // how deep a goal lies in a tree is no text
  return Object.entries(typeof depth === "number" ? said : value).flatMap(([key, inner]) => texts(inner, Array.isArray(value) ? path : `${path} ${key}`.trim()));
}

/**
 * Values that fit a sheet, and the texts that don't: nothing somebody wrote is thrown away because a sheet changed.
 *
 * @returns {{values: object, loose: Array<string>}}
 */
export function clean(definition, given) {
  const values = {};
  const loose = [];
  for (const section of definition.sections) {
    const mine = own(given, section.id);
    const groups = [mine || []].flat();
    const fitting = first(groups, section.repeat?.most ?? 1, (rest) => loose.push(...texts(rest, section.name)));
    const filled = fitting.map((group) => fields(definition, section, group, loose));
    values[section.id] = section.repeat ? filled : (filled[0] ?? fields(definition, section, null, loose));
  }
  loose.push(...texts(beside(given, definition.sections), ""));
  return { values, loose };
}

function fields(definition, section, given, loose) {
  const filledIn = section.fields.filter(({ kind }) => kind in CLEAN);
  const found = {};
  for (const field of filledIn) {
    const value = own(given, field.id);
    const lost = [];
    found[field.id] = CLEAN[field.kind](field, value, (rest) => lost.push(...texts(rest, field.label)), definition);
    loose.push(...(isEmpty(found[field.id]) ? texts(value, field.label) : lost));
  }
  loose.push(...texts(beside(given, filledIn), section.name));
  return found;
}
