// Groups: what is filled in several times in a section. A new one is a copy of the first, with names of its own.

import { blank, fitRows } from "./sheet-rows.mjs";

const ATTRIBUTES = ["id", "for", "name", "aria-describedby", "aria-labelledby"];

/** Gives everything in a group the names of the place it stands in: `partijen-0-naam` becomes `partijen-3-naam`. */
function renamed(group, section, place) {
  const old = new RegExp(`(^|\\s)${section}-\\d+-`, "g");
  for (const attribute of ATTRIBUTES) {
    for (const element of group.querySelectorAll(`[${attribute}]`)) {
      element.setAttribute(attribute, element.getAttribute(attribute).replace(old, `$1${section}-${place}-`));
    }
  }
  return group;
}

/** The groups of a section, in order. */
export function groupsOf(section) {
  return [...section.querySelectorAll(":scope > .ws__group")];
}

/** Makes a section have so many groups; what stands in the first ones stays. */
export function fitGroups(section, count, { id, one }) {
  const least = Math.max(1, count);
  while (groupsOf(section).length > least) groupsOf(section).at(-1).remove();
  while (groupsOf(section).length < least) {
    const groups = groupsOf(section);
    const made = blank(groups[0].cloneNode(true));
    for (const holder of made.querySelectorAll("[data-rows]")) fitRows(holder, Number(holder.dataset.rows), { named: (label) => label });
    groups.at(-1).after(renamed(made, id, groups.length));
    number(made, one, groups.length + 1);
  }
}

/** Takes one group away; those after it move up and are called so. */
export function removeGroup(section, group, { id, one }) {
  group.remove();
  groupsOf(section).forEach((rest, place) => {
    renamed(rest, id, place);
    number(rest, one, place + 1);
  });
}

function number(group, one, place) {
  group.querySelector("legend").textContent = `${one} ${place}`;
}

/** Buttons that take a group away stand where there may be fewer, those that add one where there may be more. */
export function fitButtons(form, definition, labels) {
  for (const { id, repeat } of definition.sections) {
    if (!repeat) continue;
    const section = form.querySelector(`[data-section="${id}"]`);
    const groups = groupsOf(section);
    groups.forEach((group, place) => {
      group.querySelector(".ws__less").hidden = groups.length <= repeat.least;
      group.querySelector("[data-do=remove-group]").ariaLabel = labels.remove_one.replace("{one}", repeat.one).replace("{number}", place + 1);
    });
    section.querySelector(":scope > .ws__more").hidden = groups.length >= repeat.most;
  }
}
