// What is at a place: who does it, what it is, one link to its page and the button to ring.

import { made } from "../../scripts/made.mjs";

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
  const who = [...new Set(records.map(({ by }) => by))];
  return [...found.values()].sort((a, b) => who.indexOf(a.by) - who.indexOf(b.by));
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
  let before = "";
  for (const { by, call, records: own } of groups(records)) {
    if (by !== before) list.append(made("p", { className: "by", textContent: by }));
    before = by;
    if (own.length === 1) list.append(made("p", { className: "place__name" }, link(own[0])));
    else list.append(made("ul", { className: "place__names" }, ...own.map((record) => made("li", {}, link(record)))));
    if (call) {
      const whose = made("span", { className: "unseen", textContent: `: ${by}` });
      list.append(made("p", {}, made("a", { className: "button", href: call.href }, call.label, whose)));
    }
  }
  return made("div", { className: "place" }, shut, list);
}

/** The first few of some names, and how many more there are. */
function few(names, said) {
  const every = [...new Set(names.filter(Boolean))];
  const rest = every.length - 3;
  return (rest > 0 ? [...every.slice(0, 3), said.more.replace("{count}", rest)] : every).join(", ");
}

/** What a marker is called: an offer with who does it and where, or how many there are and of whom. */
export function named({ records }, said) {
  const { name, by, place } = records[0];
  const who = few(records.map((record) => record.by), said);
  const what = records.length === 1 ? `${name}, ${by}` : said.spot.replace("{count}", records.length).replace("{names}", who);
  return place ? `${what}, ${place}` : what;
}

/** What a cluster is called: how many places, and in which villages. */
export function together(within, said) {
  const where = few(within.flatMap(({ records }) => records.map(({ place }) => place)), said);
  const name = said.cluster.replace("{count}", within.length);
  return where ? `${name}: ${where}` : name;
}
