// How a visit to a sheet begins: with what was kept, what was written before the script came, and what a link carries.

import { cleaned, fromFragment, isLink } from "./sheet-files.mjs";
import { together } from "./sheet-together.mjs";
import { clean, isEmpty } from "./sheet-values.mjs";

/** Whether what stands in the form was written just now: on a way back the browser fills it with what stood there once. */
const cameAnew = () => performance.getEntriesByType("navigation")[0]?.type === "navigate";

/** Puts the sheet that the address carries in place of what stands there. */
export async function fromLink({ definition, said, keeps, tell, offer, replace }) {
  try {
    const given = await fromFragment(location.hash);
    if (given === null) return;
    history.replaceState(null, "", location.pathname + location.search);
    replace(cleaned(definition, { values: given }), said.from_link, { link: true });
    if (keeps.ways()) {
      tell(said.from_link_over);
      offer();
    }
  } catch {
    tell(said.bad_link);
  }
}

/** Shows what there is; what was written meanwhile comes with it. */
export async function begin(work) {
  const { definition, said, sheet, keeps, tell, offer } = work;
  const early = cameAnew() ? sheet.now() : {};
  keeps.begin();
  if (!isLink(location.hash) && keeps.remembered()) {
    tell(said.had_before);
    offer();
  }
  if (!isEmpty(early)) {
    const state = sheet.whole();
    const { values, loose } = clean(definition, together(definition, state.values, early));
    sheet.showUnder({ ...state, values, loose: [...state.loose, ...loose] });
    keeps.soon();
  }
  await fromLink(work);
}
