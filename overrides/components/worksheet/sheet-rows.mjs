// Lists, tables and groups grow while somebody writes. A new one is a copy of the first, with names of its own.

/** Takes what was filled in, and what scripts drew, out of a copy. */
function blank(element) {
  for (const input of element.querySelectorAll("input, textarea, select")) {
    if (input.type === "radio" || input.type === "checkbox") input.checked = false;
    else if (input.tagName === "SELECT") input.selectedIndex = 0;
    else input.value = "";
  }
  for (const drawn of element.querySelectorAll(".ws__picture")) drawn.replaceChildren();
  return element;
}

/** Makes a holder have so many rows, the last ones going or coming. */
export function fitRows(holder, count, { named }) {
  const rows = () => [...holder.querySelectorAll(":scope > .ws__row")];
  const first = rows()[0];
  while (rows().length > Math.max(1, count)) rows().at(-1).remove();
  while (rows().length < count) {
    const made = blank(first.cloneNode(true));
    const number = rows().length + 1;
    for (const input of made.querySelectorAll("[data-label]")) input.ariaLabel = named(input.dataset.label, number);
    rows().at(-1).after(made);
  }
}

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
