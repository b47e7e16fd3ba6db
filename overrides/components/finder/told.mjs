// What the finder says beside its results: how many there are, what to do when there are none, and what can't wait.

import { made } from "../../scripts/made.mjs";

/** How many results there are, and for which question. */
export function counted(said, number, question) {
  const many = number === 1 ? said.one : said.many.replace("{count}", number);
  return question ? `${many} ${said.for.replace("{question}", question)}` : many;
}

/**
 * Never a dead end: what stands in the way, what comes near, and whom to ring (below, on every page).
 *
 * @param {boolean} filtered whether only filters stand in the way
 * @param {?Function} relax takes the filters away, if there are any
 * @returns {Array<Element>}
 */
export function nothing(said, filtered, relax) {
  const button = relax && made("button", { className: "button button--quiet", type: "button", textContent: said.relax });
  button?.addEventListener("click", relax);
  return [
    made("p", { textContent: filtered ? said.none_filtered : said.none }),
    ...(button ? [made("p", {}, button)] : []),
    made("p", { className: "by", textContent: filtered ? said.nearest : said.along }),
  ];
}

/** What can't wait, above everything else. The lines are those of the foot of the page: the municipality's own. */
export function warning(said, lines) {
  const numbers = document.querySelector(".foot__acute ul");
  return [
    made("h2", { textContent: said.acute }),
    ...lines.flatMap(({ label, explanation, organisation }) => {
      const line = numbers?.querySelector(`[data-line="${organisation}"]`)?.cloneNode(true);
      return [
        made("h3", { textContent: label }),
        made("p", { textContent: explanation }),
        ...(line ? [made("p", { className: "find__line" }, ...line.childNodes)] : []),
      ];
    }),
  ];
}
