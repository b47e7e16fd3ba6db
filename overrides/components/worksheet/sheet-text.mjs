// A worksheet as plain text, to paste into a mail or a report.

import { piece } from "./composed.mjs";
import { inWords } from "./sheet-days.mjs";
import { columnsOf, isEmpty } from "./sheet-values.mjs";

const AS_LINES = {
  date: (_, value) => [inWords(value)],
  list: (_, value) => value.map((item) => `- ${item}`),
  choice: chosen,
  choices: chosen,
  scale: (field, value) => [`${value} / ${field.steps}`],
  table: rows,
  rings: (field, value, { kinds, levels }) =>
    value.map(({ name, kind, level, wanted }) => {
      const called = (list, id) => list.find((term) => term.id === id)?.label;
      const step = [called(levels, level), called(levels, wanted)].filter(Boolean).join(" → ");
      return `- ${[name, called(kinds, kind), step].filter(Boolean).join("; ")}`;
    }),
  tree: (field, value) =>
    value
      .filter(({ goal }) => goal.trim())
      .map((node) => {
        const more = columnsOf(field).map(({ id, label }) => node[id] && `${label} ${node[id]}`).filter(Boolean);
        return `${"  ".repeat(node.depth)}- ${[node.goal, ...more].join("; ")}`;
      }),
};

function chosen(field, value) {
  return [...value.chosen.map((id) => field.options[id]), value.other].filter(Boolean).map((label) => `- ${label}`);
}

function rows(field, value) {
  const columns = columnsOf(field);
  return value.map((row) => `- ${columns.map(({ id, label }) => row[id] && `${label}: ${row[id]}`).filter(Boolean).join("; ")}`);
}

function sentence(field, { fields: all }, group, blank) {
  const filled = (name) => {
    const text = String(group[name] ?? "");
    return piece(all.find(({ id }) => id === name)?.kind === "date" ? inWords(text) : text) || blank;
  };
  return field.pieces.map(([text, name]) => text + (name ? filled(name) : "")).join("");
}

function fields(section, group, around) {
  return section.fields.flatMap((field) => {
    if (field.kind === "composed") return isEmpty(group) ? [] : [field.label, sentence(field, section, group, around.blank), ""];
    const value = group[field.id];
    if (isEmpty(value)) return [];
    const lines = field.kind in AS_LINES ? AS_LINES[field.kind](field, value, around) : [value];
    return [field.label, ...lines, ""];
  });
}

/** The sheet with everything that was filled in; what is empty is left out. */
export function asPlainText(definition, values, loose, { blank, date }) {
  const around = { blank, kinds: definition.kinds ?? [], levels: definition.levels ?? [] };
  const parts = [definition.name, date, ""];
  for (const section of definition.sections) {
    const groups = section.repeat ? values[section.id] : [values[section.id]];
    const told = groups.map((group) => fields(section, group, around));
    if (told.every((lines) => !lines.length)) continue;
    parts.push(section.name.toUpperCase(), "");
    told.forEach((lines, place) => {
      if (section.repeat && lines.length) parts.push(`${section.repeat.one} ${place + 1}`);
      parts.push(...lines);
    });
  }
  return [...parts, ...loose].join("\n").trim() + "\n";
}
