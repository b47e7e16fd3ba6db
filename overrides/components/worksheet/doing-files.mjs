// What somebody does with files: save the sheet, open one, put the answers of others or of before beside it.

import { asText, fromText, MOST_BYTES } from "./sheet-files.mjs";
import { inWords } from "./sheet-days.mjs";
import { isEmpty } from "./sheet-values.mjs";
import { made } from "../../scripts/made.mjs";
import { today } from "../../scripts/today.mjs";

function download(text, name) {
  const link = made("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** The first day that is filled in on a sheet; nothing when none is. */
function dayOf(definition, values) {
  const days = definition.sections.flatMap(({ id, fields }) => fields.filter(({ kind }) => kind === "date").map((field) => values[id]?.[field.id]));
  return days.find(Boolean);
}

/** What brings back what a button took away: that button hides. */
const beside = (button, name) => button.closest(".ws__compare").querySelector(`[data-do=${name}]`);

/** @returns {Object<string, Function>} what is done, by the name that its button has */
export function doingFiles({ definition, said, sheet, keeps, tell, replace }) {
  /** Reads a chosen file. Null, with a message, when it is no such sheet: then nothing changes. */
  async function opened(file) {
    const found = file.size > MOST_BYTES ? { problem: "too_large" } : fromText(await file.text(), definition);
    if (found.problem) tell(said[found.problem].replace("{name}", file.name).replace("{other}", found.other ?? ""));
    return found.state ?? null;
  }

  return {
    save() {
      keeps.keep();
      const name = `werkblad-${definition.id}-${today()}.json`;
      download(asText(definition, sheet.whole(), today()), name);
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
      const state = sheet.whole();
      replace({ ...state, others: [...state.others, ...answers] }, said.of_others.replace("{count}", answers.length));
    },
    async earlier({ files: [file] }) {
      const found = file && (await opened(file));
      if (!found) return;
      const earlier = { date: dayOf(definition, found.values) ?? found.saved, answers: [found.values, ...found.others] };
      replace({ ...sheet.whole(), earlier }, said.with_earlier.replace("{date}", inWords(earlier.date) || said.without_date));
    },
    "forget-others"(button) {
      replace({ ...sheet.whole(), others: [] }, said.without_others);
      beside(button, "others").focus();
    },
    "forget-earlier"(button) {
      replace({ ...sheet.whole(), earlier: null }, said.without_earlier);
      beside(button, "earlier").focus();
    },
  };
}
