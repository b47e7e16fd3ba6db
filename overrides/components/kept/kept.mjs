// What a visitor keeps: a list of pages with a note each, in this browser and nowhere else.

import { example, offering, organisation, tool, worksheet } from "../../scripts/addresses.mjs";
import { nameFor, read, write } from "../../scripts/stored.mjs";

const PLACE = "mantelkaart.rugzak";
const ID = "[a-z0-9-]+";
const PAGE = new RegExp(`^(${[organisation(ID), offering(`${ID}/${ID}`), tool(ID), example(ID), worksheet(ID)].join("|")})$`);

/** Whether something can be kept: a page of an offer, an organisation, a tool, an example or a worksheet. */
export function keepable(path) {
  return PAGE.test(path);
}

function clean(items) {
  if (!Array.isArray(items)) return [];
  const seen = new Set();
  return items
    .filter((item) => item && typeof item.path === "string" && keepable(item.path) && !seen.has(item.path) && seen.add(item.path))
    .map(({ path, name, note }) => ({ path, name: String(name ?? ""), note: String(note ?? "") }));
}

/** [{path, name, note}, …] in the visitor's order. Whatever else stands there counts as nothing. */
export function kept() {
  try {
    return clean(JSON.parse(read(PLACE) ?? "[]"));
  } catch {
    return [];
  }
}

/**
 * Keeps a list in place of the one before; tells every part of the page. False when this browser keeps nothing, or has no
 * room left: then the one before is still there.
 */
export function keep(items) {
  try {
    write(PLACE, items.length ? JSON.stringify(clean(items)) : null);
  } catch {
    return false;
  }
  dispatchEvent(new CustomEvent("mantelkaart:kept"));
  return true;
}

/** Calls back when the list changes, in this window or another. */
export function changed(callback) {
  addEventListener("mantelkaart:kept", callback);
  addEventListener("storage", (event) => event.key === nameFor(PLACE) && callback());
}

/** A list as the end of a link, behind the # that no server sees; notes only when they may go along. */
export function asFragment(items, notes) {
  const parts = items.map(({ path, note }) => {
    const own = notes && note ? `~${encodeURIComponent(note)}` : "";
    return path.slice(0, -1) + own;
  });
  return `#r=${parts.join(",")}`;
}

/**
 * What such a link has; null when it is none.
 *
 * @returns {?{items: Array<object>, whole: boolean}} `whole`: everything in it could be read
 */
export function fromFragment(fragment) {
  if (!fragment.startsWith("#r=")) return null;
  const parts = fragment.slice(3).split(",").map((part) => {
    const [path, ...note] = part.split("~"); // a note may have that sign too
    try {
      return { path: `${decodeURIComponent(path)}/`, name: "", note: decodeURIComponent(note.join("~")) };
    } catch {
      return null;
    }
  });
  return { items: clean(parts), whole: parts.every((part) => part && keepable(part.path)) };
}
