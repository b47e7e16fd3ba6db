// What was near by then and what is now, side by side.

import { offering } from "../../scripts/addresses.mjs";
import { made } from "../../scripts/made.mjs";

/** How many offers there are for some kinds of help. */
const many = ({ offers }, ids) => [...offers.values()].filter(({ kinds }) => ids.some((id) => kinds.has(id))).length;

/** Offers that are in one and not in the other, as a list under a heading. */
function list(from, without, heading, none, root) {
  const found = [...from.offers].filter(([key]) => !without.offers.has(key));
  const items = found.map(([key, { name, organisation }]) => {
    const label = root === null ? name : made("a", { href: root + offering(key), textContent: name });
    return made("li", {}, label, " ", made("span", { className: "by", textContent: organisation }));
  });
  const content = items.length ? made("ul", { className: "coverage__list" }, ...items) : made("p", { textContent: none });
  return { number: found.length, nodes: [made("h4", { textContent: `${heading} (${found.length})` }), content] };
}

/**
 * @param {object} then of `parsed`
 * @param {object} now of `parsed`
 * @param {Array<[string, string, string[]]>} kinds id, label and all ids below it
 * @param {object} said the words of the page
 * @param {string} root where the site begins
 * @returns {{content: DocumentFragment, fresh: number, gone: number}}
 */
export function compared(then, now, kinds, said, root) {
  const head = (text, scope) => made("th", { scope, textContent: text });
  const line = (label, before, after) => {
    const more = after - before;
    const difference = more ? `${more > 0 ? "+" : "−"}${Math.abs(more)}` : said.same;
    return made("tr", {}, head(label, "row"), ...[before, after, difference].map((value) => made("td", { textContent: value })));
  };
  const counted = kinds.map(([, label, ids]) => [label, many(then, ids), many(now, ids)]);
  const all = said.everything[0].toUpperCase() + said.everything.slice(1);
  const table = made(
    "table",
    { className: "coverage__then" },
    made("caption", { className: "by", textContent: said.compare_caption }),
    made("thead", {}, made("tr", {}, ...[said.kind, said.then, said.now, said.difference].map((text) => head(text, "col")))),
    made(
      "tbody",
      {},
      line(all, then.offers.size, now.offers.size),
      ...counted.filter(([, before, after]) => before || after).map((row) => line(...row)),
    ),
  );
  const fresh = list(now, then, said.new, said.new_none, root);
  const gone = list(then, now, said.gone, said.gone_none, null);
  const content = document.createDocumentFragment();
  const region = { className: "scroll", role: "region", ariaLabel: said.own_heading, tabIndex: 0 };
  content.append(made("div", region, table), ...fresh.nodes, ...gone.nodes);
  return { content, fresh: fresh.number, gone: gone.number };
}
