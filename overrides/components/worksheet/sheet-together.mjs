// What this browser kept of a sheet and what somebody wrote who had not seen that yet, as one.

import { isEmpty } from "./sheet-values.mjs";

const both = (before, since, between) => (before === since ? before : [before, since].join(between));
const latest = (_, since) => since;
const more = (before, since) => [...before, ...since.filter((one) => !isEmpty(one) && !before.some((other) => JSON.stringify(other) === JSON.stringify(one)))];

/** Each kind of field: what was kept of it with what was written since, where both are something. */
const TOGETHER = {
  text: (before, since) => both(before, since, " "),
  long: (before, since) => both(before, since, "\n"),
  date: latest,
  list: more,
  choice: (before, since) => chosenToo(before, since, latest),
  choices: (before, since) => chosenToo(before, since, more),
  scale: latest,
  table: more,
  rings: more,
  tree: more,
};

function chosenToo(before, since, how) {
  return {
    chosen: since.chosen.length ? how(before.chosen, since.chosen) : before.chosen,
    other: both(before.other, since.other, " ").trim(),
  };
}

/** Values that were kept with those that somebody wrote who had not seen them yet: of neither anything is lost. */
export function together(definition, kept, since) {
  const joined = (section, before, written) =>
    Object.fromEntries(
      section.fields
        .filter(({ kind }) => kind in TOGETHER)
        .map(({ id, kind }) => {
          const [old, young] = [before?.[id], written?.[id]];
          if (isEmpty(young)) return [id, old];
          return [id, isEmpty(old) ? young : TOGETHER[kind](old, young)];
        }),
    );
  return Object.fromEntries(
    definition.sections.map((section) => {
      const [before, written] = [kept[section.id], since[section.id]];
      if (!section.repeat) return [section.id, joined(section, before, written)];
      const longest = before.length > written.length ? before : written;
      return [section.id, longest.map((_, place) => joined(section, before[place], written[place]))];
    }),
  );
}
