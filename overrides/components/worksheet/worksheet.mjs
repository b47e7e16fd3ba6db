// A worksheet that is filled in. What somebody writes is kept in this browser while they write, goes nowhere, and can
// be saved, opened, printed, copied and shared by who wrote it.

import { doingCopies } from "./doing-copies.mjs";
import { doingFiles } from "./doing-files.mjs";
import { doingParts } from "./doing-parts.mjs";
import { choosePlace } from "./leads.mjs";
import { begin, fromLink } from "./sheet-beginning.mjs";
import { cleaned } from "./sheet-files.mjs";
import { grow, nextLine, partsOf } from "./sheet-form.mjs";
import { keeping } from "./sheet-keeping.mjs";
import { telling } from "./sheet-telling.mjs";
import { MOST } from "./sheet-values.mjs";
import { sheetIn } from "./sheet.mjs";
import { tree } from "./tree.mjs";

export default function worksheet(element) {
  const work = working(element);
  listen(element, work);
  for (const { part, field } of partsOf(work.sheet.form, work.definition, "tree")) {
    tree(part, { ...work.around, field, change: work.change, tell: work.tell });
  }
  for (const hidden of element.querySelectorAll(".ws__tools, .ws__timer, .ws__table + .ws__more")) hidden.hidden = false;
  begin(work);
}

/** All that work on a sheet is done with: the sheet, what keeps it, what it says, and the two ways to change it. */
function working(element) {
  const definition = JSON.parse(element.dataset.definition);
  const said = JSON.parse(element.dataset.said);
  const named = (label, number) => said.row.replace("{label}", label).replace("{number}", number);
  const around = { said, labels: said.labels, root: element.dataset.root, named, paper: false };
  const sheet = sheetIn(element, definition, around);
  const { tell, offer, kept, rest } = telling(element, said, () => keeps);
  const keeps = keeping(`mantelkaart.werkblad.${definition.id}`, {
    whole: sheet.whole,
    show: sheet.show,
    fit: (given) => cleaned(definition, given),
    done: kept,
    came: sheet.showUnder,
    crossed() {
      tell(said.other_tab);
      offer();
    },
  });

  /** Puts another state in place of what stands there, and offers the way back. */
  function replace(next, text, how) {
    keeps.replace(next, how);
    tell(text);
    offer();
  }

  /** Does something to the form and says so, with a way back when something that was written went. */
  function change(doing, text, lost) {
    const before = sheet.whole();
    doing();
    if (lost) keeps.lose(before);
    else keeps.soon();
    sheet.follow();
    tell(text);
    if (lost) offer();
  }

  return { definition, said, around, sheet, keeps, tell, offer, rest, replace, change };
}

/** Does what somebody asks for by a button or a key, and keeps what they write. */
function listen(element, work) {
  const { said, around, sheet, keeps, tell, rest } = work;
  const { form, follow } = sheet;
  const last = () => tell(said.last_row.replace("{count}", MOST));
  const actions = { ...doingFiles(work), ...doingCopies(work), ...doingParts(work) };

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
    rest();
    if (grow(event.target, around)) last();
    keeps.soon();
    follow();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches(".ws__line:not(.ws__goal)")) return;
    event.preventDefault(); // one line is one line; in a list it goes on with the next
    if (nextLine(event.target, around)) last();
  });
  addEventListener("hashchange", () => fromLink(work));
}
