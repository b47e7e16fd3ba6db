// What is at a place: who does it, what it is, one link to its page and the button to ring.

import { made } from "../made.mjs";

/** Offers of one organisation with one number to ring stand together: nobody needs to read those five times. */
function groups(records) {
  const found = new Map();
  for (const record of records) {
    const [label, href] = record.action || [];
    const call = href?.startsWith("tel:") ? { label, href } : null;
    const key = `${record.by} ${call?.href ?? ""}`;
    if (!found.has(key)) found.set(key, { by: record.by, call, records: [] });
    found.get(key).records.push(record);
  }
  return [...found.values()];
}

/**
 * @param {{records: Array<object>}} spot
 * @param {{root: string, carry: string, said: object, close: () => void}} around
 */
export function contents({ records }, { root, carry, said, close }) {
  const shut = made("button", { type: "button", className: "place__close", ariaLabel: said.close, textContent: "×" });
  shut.addEventListener("click", close);
  const link = (record) => made("a", { href: `${root}${record.url}${record.shared ? carry : ""}`, textContent: record.name });
  const list = made("div", { className: "place__list" });
  if (records.length > 1) list.append(made("p", { className: "place__count", textContent: said.here.replace("{count}", records.length) }));
  for (const { by, call, records: own } of groups(records)) {
    list.append(made("p", { className: "by", textContent: by }));
    if (own.length === 1) list.append(made("p", { className: "place__name" }, link(own[0])));
    else list.append(made("ul", { className: "place__names" }, ...own.map((record) => made("li", {}, link(record)))));
    if (call) {
      const whose = made("span", { className: "unseen", textContent: `: ${by}` });
      list.append(made("p", {}, made("a", { className: "button", href: call.href }, call.label, whose)));
    }
  }
  return made("div", { className: "place" }, shut, list);
}

/** What a marker is called: an offer with who does it, or how many there are and of whom. */
export function named({ records }, said) {
  if (records.length === 1) return [records[0].name, records[0].by].filter(Boolean).join(", ");
  const who = [...new Set(records.map(({ by }) => by))];
  const first = who.slice(0, 3);
  if (who.length > first.length) first.push(said.more.replace("{count}", who.length - first.length));
  return said.spot.replace("{count}", records.length).replace("{names}", first.join(", "));
}
