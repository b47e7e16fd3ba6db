// What a visitor asks for, as it stands in the address: so that it can be shared, and the back button works.

/** Filter groups by the word for them in an address. */
export const GROUPS = { soort: "help", situatie: "situations", voor: "audience", waar: "where", kosten: "cost" };

/** @returns {{question: string, chosen: Map<string, Set<string>>, free: boolean, open: boolean, place: string}} */
export function fromAddress(search) {
  const asked = new URLSearchParams(search);
  const chosen = new Map();
  for (const name of Object.keys(GROUPS)) {
    chosen.set(name, new Set((asked.get(name) ?? "").split(",").filter((id) => /^[a-z0-9-]+$/.test(id))));
  }
  return {
    question: (asked.get("q") ?? "").slice(0, 200),
    chosen,
    free: asked.get("vrij") === "1",
    open: asked.get("open") === "1",
    place: (asked.get("plaats") ?? "").slice(0, 80),
  };
}

/** The address of a question: nothing that was not asked. */
export function toAddress(wish) {
  const asked = new URLSearchParams();
  if (wish.question.trim()) asked.set("q", wish.question.trim());
  for (const [name, ids] of wish.chosen) if (ids.size) asked.set(name, [...ids].sort().join(","));
  if (wish.free) asked.set("vrij", "1");
  if (wish.open) asked.set("open", "1");
  // A visitor's own place stays with the visitor: it is never part of an address that may be shared.
  if (wish.place && wish.place !== "hier") asked.set("plaats", wish.place);
  const text = asked.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : location.pathname;
}

/** How many filters are on. */
export function count(wish) {
  let on = (wish.free ? 1 : 0) + (wish.open ? 1 : 0) + (wish.place ? 1 : 0);
  for (const ids of wish.chosen.values()) on += ids.size;
  return on;
}
