// What somebody does with files: save the sheet, open one, put the answers of others or of before beside it.

import { asText, fromText, MOST_BYTES } from "./sheet-files.mjs";
import { inWords } from "./sheet-days.mjs";
import { ANSWERS, isEmpty } from "./sheet-values.mjs";
import { made } from "../../scripts/made.mjs";
import { today } from "../../scripts/today.mjs";

function download(file, name) {
  const link = made("a", { href: URL.createObjectURL(file), download: name });
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
  /** Reads a chosen file: its state, or a sentence that says why it is no such sheet. */
  async function read(file) {
    const { state, problem, other } = file.size > MOST_BYTES ? { problem: "too_large" } : fromText(await file.text(), definition);
    return problem ? { sentence: said[problem].replace("{name}", file.name).replace("{other}", other ?? "") } : { state };
  }

  /** The state in a chosen file. Null, with a message, when there is none: then nothing changes. */
  async function opened(file) {
    const { state, sentence } = await read(file);
    if (sentence) tell(`${sentence} ${said.unchanged}`);
    return state ?? null;
  }

  return {
    save() {
      keeps.keep();
      const file = new Blob([asText(definition, sheet.whole(), today())], { type: "application/json" });
      if (file.size > MOST_BYTES) return tell(said.save_large);
      const name = `werkblad-${definition.id}-${today()}.json`;
      download(file, name);
      return tell(said.file.replace("{name}", name));
    },
    async open({ files: [file] }) {
      const found = file && (await opened(file));
      if (found) replace(found, said.opened.replace("{name}", file.name));
    },
    async others({ files }) {
      const found = await Promise.all([...files].map(read));
      const problems = found.flatMap(({ sentence }) => sentence ?? []);
      const answers = found
        .flatMap(({ state }) => (state ? [state.values, ...state.others] : []))
        .filter((values) => !isEmpty(values));
      const whole = sheet.whole();
      const others = [...whole.others, ...answers];
      if (!answers.length) return tell([...problems, said.unchanged].join(" "));
      if (others.length > ANSWERS) return tell([said.too_many.replace("{count}", ANSWERS), said.unchanged].join(" "));
      return replace({ ...whole, others }, [said.of_others.replace("{count}", answers.length), ...problems].join(" "));
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
