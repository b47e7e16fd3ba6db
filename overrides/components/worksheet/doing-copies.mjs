// What somebody does with a sheet as a whole: print it, copy it, share it, empty it.

import { asFragment } from "./sheet-files.mjs";
import { inWords } from "./sheet-days.mjs";
import { asPlainText } from "./sheet-text.mjs";
import { empty } from "./sheet.mjs";
import { today } from "../../scripts/today.mjs";

/** @returns {Object<string, Function>} what is done, by the name that its button has */
export function doingCopies({ definition, said, sheet, keeps, tell, replace }) {
  return {
    print: () => window.print(),
    "print-empty"() {
      keeps.last();
      sheet.printEmpty();
    },
    async copy() {
      const { values, loose } = sheet.whole();
      await navigator.clipboard.writeText(asPlainText(definition, values, loose, { blank: said.blank, date: inWords(today()) }));
      tell(said.copied);
    },
    async link() {
      const fragment = await asFragment(sheet.now());
      if (!fragment) return tell(said.link_long);
      await navigator.clipboard.writeText(new URL(fragment, location.href).href);
      return tell(said.link_copied);
    },
    clear: () => replace(empty(definition), said.emptied),
  };
}
