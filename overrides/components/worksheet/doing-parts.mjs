// What somebody does with a part of the form: one more, one less, a clock to read a sentence out by.

import { clock } from "./composed.mjs";
import { fitGroups, groupsOf, removeGroup } from "./sheet-groups.mjs";
import { fitRows } from "./sheet-rows.mjs";
import { isEmpty, MOST } from "./sheet-values.mjs";

const focusIn = (group) => group.querySelector("textarea, input, select").focus();

/** @returns {Object<string, Function>} what is done, by the name that its button has */
export function doingParts({ definition, said, around, sheet, tell, change }) {
  const sectionOf = (target) => definition.sections.find(({ id }) => id === target.closest("[data-section]").dataset.section);

  /** Where a button stands: the part of the form that repeats, and what one of it is called. */
  function repeating(button) {
    const { id, repeat } = sectionOf(button);
    return { holder: button.closest("[data-section]"), called: { id, one: repeat.one, most: repeat.most } };
  }

  return {
    "add-group"(button) {
      const { holder, called } = repeating(button);
      fitGroups(holder, groupsOf(holder).length + 1, called);
      focusIn(groupsOf(holder).at(-1));
      sheet.refit();
      sheet.follow();
      const number = groupsOf(holder).length;
      const added = said.added.replace("{one}", called.one).replace("{number}", number);
      tell(number < called.most ? added : `${added} ${said.last_one.replace("{count}", number)}`);
    },
    "remove-group"(button) {
      const { holder, called } = repeating(button);
      const group = button.closest(".ws__group");
      const written = !isEmpty(sheet.now()[called.id][groupsOf(holder).indexOf(group)]);
      change(() => removeGroup(holder, group, called), said.removed.replace("{one}", called.one), written);
      sheet.refit();
      focusIn(groupsOf(holder).at(-1));
    },
    "add-row"(button) {
      const holder = button.closest(".ws__field").querySelector("tbody");
      fitRows(holder, holder.children.length + 1, around);
      if (holder.children.length >= MOST) tell(said.last_row.replace("{count}", MOST));
      holder.lastElementChild.querySelector("textarea").focus();
    },
    timer(button) {
      const field = sectionOf(button).fields.find(({ id }) => id === button.closest("[data-field]").dataset.field);
      clock(button, field.seconds, said, around.labels, tell);
    },
  };
}
