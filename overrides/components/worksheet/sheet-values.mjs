// What is filled in on a worksheet, as plain data: { section: { field: value } }, and a list of those where a section
// repeats. Whatever comes from a file, a link or an older version of the sheet passes through here first.

const LONGEST = 5000;
const MOST = 200;
/** As deep can a tree be. */
export const DEEPEST = 6;

const RINGS = [{ id: "name" }, { id: "kind" }, { id: "level" }, { id: "wanted" }];

/** The columns of a field that has rows. */
export function columnsOf(field) {
  return field.kind === "rings" ? RINGS : (field.columns ?? []);
}

/** Whether anything is written in a value, however deep. */
export function isEmpty(value) {
  if (value === null || value === undefined) return true;
  if (typeof value === "object") return Object.entries(value).every(([key, inner]) => key === "depth" || isEmpty(inner));
  return String(value).trim() === "";
}

const written = (value) => (typeof value === "string" || typeof value === "number" ? String(value).slice(0, LONGEST) : "");

function row(columns, given) {
  return Object.fromEntries(columns.map(({ id }) => [id, written(given?.[id])]));
}

const list = (value) => (Array.isArray(value) ? value.slice(0, MOST) : []);

/** Each kind of field: what a value becomes. Anything else than was meant becomes nothing. */
const CLEAN = {
  text: (_, value) => written(value).replace(/\s+/g, " "),
  long: (_, value) => written(value),
  date: (_, value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : ""),
  list: (_, value) => list(value).map(written).filter((item) => item.trim()),
  choice: choices,
  choices,
  scale: (field, value) => (Number.isInteger(Number(value)) && value >= 1 && value <= field.steps ? String(value) : ""),
  table: rows,
  rings: rows,
  tree(field, value) {
    let before = -1;
    return list(value).map((node) => {
      const depth = Math.min(before + 1, DEEPEST - 1, Math.max(0, Math.trunc(Number(node?.depth)) || 0));
      before = depth;
      return { depth, goal: written(node?.goal), ...row(columnsOf(field), node) };
    });
  },
};

function choices(field, value) {
  const chosen = list(value?.chosen).filter((id) => id in field.options);
  return { chosen: field.kind === "choice" ? chosen.slice(0, 1) : chosen, other: written(value?.other) };
}

function rows(field, value) {
  return list(value)
    .map((given) => row(columnsOf(field), given))
    .filter((made) => !isEmpty(made));
}

/** The texts in something that a sheet has no place for, each with where it stood. */
function texts(value, path) {
  if (value === null || typeof value !== "object") return written(value).trim() ? [`${path}: ${written(value)}`] : [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, Array.isArray(value) ? path : `${path} ${key}`.trim()));
}

/**
 * Values that fit a sheet, and the texts that don't: nothing somebody wrote is thrown away because a sheet changed.
 *
 * @returns {{values: object, loose: Array<string>}}
 */
export function clean(definition, given) {
  const values = {};
  const loose = [];
  const sections = Object.fromEntries(definition.sections.map((section) => [section.id, section]));
  for (const section of definition.sections) {
    const mine = given?.[section.id];
    if (section.repeat) {
      const groups = Array.isArray(mine) ? mine : mine ? [mine] : [];
      values[section.id] = groups.slice(0, section.repeat.most).map((group) => fields(section, group, loose));
      loose.push(...texts(groups.slice(section.repeat.most), section.name));
    } else values[section.id] = fields(section, Array.isArray(mine) ? mine[0] : mine, loose);
  }
  if (given && typeof given === "object") {
    for (const [id, value] of Object.entries(given)) if (!Object.hasOwn(sections, id)) loose.push(...texts(value, id));
  }
  return { values, loose };
}

function fields(section, given, loose) {
  const found = {};
  for (const field of section.fields) {
    if (!(field.kind in CLEAN)) continue;
    const value = given && typeof given === "object" && Object.hasOwn(given, field.id) ? given[field.id] : undefined;
    found[field.id] = CLEAN[field.kind](field, value);
    if (isEmpty(found[field.id]) && !isEmpty(value)) loose.push(...texts(value, field.label));
    else if (field.kind === "choice" || field.kind === "choices") {
      const gone = list(value?.chosen).filter((id) => !(id in field.options));
      loose.push(...texts(gone, field.label));
    }
  }
  if (given && typeof given === "object") {
    const known = new Set(section.fields.map(({ id }) => id));
    for (const [id, value] of Object.entries(given)) if (!known.has(id)) loose.push(...texts(value, `${section.name} ${id}`));
  }
  return found;
}
