// How a cooperation stands on each condition: the mean of the marks, how far answers lie apart, and how it was before.

import { shape } from "../../scripts/shape.mjs";
import { made } from "../../scripts/made.mjs";

/** As high goes every scale of a condition. */
const STEPS = 5;
const WIDTH = 420;
const LEFT = 115;
const RIGHT = 16;
const ROW = 46;
const TOP = 30;

/** The marks one answer gives in a section, as numbers. */
function marks(section, values) {
  const given = values?.[section.id] ?? {};
  return section.fields.filter(({ kind }) => kind === "scale").map(({ id }) => Number(given[id])).filter((mark) => mark >= 1);
}

const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** For each condition the mean of all answers, and the lowest and highest answer; without `mean` where nobody gave a mark. */
export function standing(definition, answers) {
  return definition.sections
    .filter(({ condition }) => condition)
    .map((section) => {
      const each = answers.map((values) => marks(section, values)).filter((found) => found.length).map(mean);
      if (!each.length) return { condition: section.condition };
      return { condition: section.condition, mean: mean(each), low: Math.min(...each), high: Math.max(...each), number: each.length };
    });
}

const shown = (number) => number.toFixed(1).replace(".", ",");

function picture(rows, before, labels, title) {
  const at = (mark) => LEFT + ((mark - 1) / (STEPS - 1)) * (WIDTH - LEFT - RIGHT);
  const height = TOP + rows.length * ROW;
  const whole = shape("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "ws__drawing ws__drawing--chart", role: "img", "aria-label": title });
  for (let mark = 1; mark <= STEPS; mark += 1) {
    whole.append(shape("line", { x1: at(mark), x2: at(mark), y1: TOP - 8, y2: height - 10, class: "ws__grid" }));
    whole.append(shape("text", { x: at(mark), y: 14, class: "ws__mark" }, String(mark)));
  }
  rows.forEach((row, place) => {
    const y = TOP + place * ROW + ROW / 2 - 6;
    whole.append(shape("text", { x: 0, y: y + 6, class: "ws__words" }, labels[row.condition]));
    if (row.mean === undefined) return;
    whole.append(shape("line", { x1: at(1), x2: at(row.mean), y1: y, y2: y, class: "ws__bar" }));
    if (row.high > row.low) whole.append(shape("line", { x1: at(row.low), x2: at(row.high), y1: y + 12, y2: y + 12, class: "ws__spread" }));
    const then = before?.find(({ condition }) => condition === row.condition)?.mean;
    if (then !== undefined) whole.append(shape("circle", { cx: at(then), cy: y, r: 8, class: "ws__then" }));
    whole.append(shape("circle", { cx: at(row.mean), cy: y, r: 9, class: "ws__now" }));
  });
  return whole;
}

function table(rows, before, labels, said) {
  const several = rows.some(({ number }) => number > 1);
  const heads = [said.condition, said.now, ...(several ? [said.lowest, said.highest] : []), ...(before ? [said.then] : [])];
  const cells = rows.map((row) => {
    const then = before?.find(({ condition }) => condition === row.condition)?.mean;
    const number = (value) => made("td", { textContent: value === undefined ? "–" : shown(value) });
    return made(
      "tr",
      {},
      made("th", { scope: "row", textContent: labels[row.condition] }),
      number(row.mean),
      ...(several ? [number(row.low), number(row.high)] : []),
      ...(before ? [number(then)] : []),
    );
  });
  return made(
    "table",
    { className: "ws__table ws__table--marks" },
    made("thead", {}, made("tr", {}, ...heads.map((textContent) => made("th", { scope: "col", textContent })))),
    made("tbody", {}, ...cells),
  );
}

/**
 * Shows how it stands, and what helps where it is weakest.
 *
 * @param {Element} holder
 * @param {object} definition of the worksheet
 * @param {{answers: Array, who: Array<string>, earlier: ?{date: string, answers: Array}}} state all answers of now, and those of then
 */
export function chart(holder, definition, { answers, who, earlier }, { said, root, date }) {
  const rows = standing(definition, answers);
  const known = rows.filter((row) => row.mean !== undefined);
  if (!known.length) {
    holder.replaceChildren(made("p", { className: "by", textContent: said.nothing_yet }));
    return;
  }
  const labels = Object.fromEntries(Object.entries(definition.conditions).map(([id, { label }]) => [id, label]));
  const before = earlier ? standing(definition, earlier.answers) : null;
  const told = known.map((row) => `${labels[row.condition]} ${shown(row.mean)}`).join(", ");
  const parts = [picture(rows, before, labels, told), table(rows, before, labels, said)];
  if (before) parts.push(made("p", { className: "by", textContent: said.with_earlier.replace("{date}", date(earlier.date) || said.without_date) }));
  if (answers.length > 1) {
    parts.push(made("p", { className: "by", textContent: `${said.answers.replace("{count}", answers.length)} ${who.join(", ")}`.trim() }));
    const apart = known.toSorted((a, b) => b.high - b.low - (a.high - a.low))[0];
    if (apart.high > apart.low) parts.push(made("p", { textContent: said.apart.replace("{condition}", labels[apart.condition].toLowerCase()) }));
  }
  const byMean = known.toSorted((a, b) => a.mean - b.mean);
  const weakest = byMean[0];
  if (weakest.mean === byMean.at(-1).mean) {
    holder.replaceChildren(...parts);
    return;
  }
  const { label, tools } = definition.conditions[weakest.condition];
  parts.push(made("p", { textContent: said.weakest.replace("{condition}", label.toLowerCase()) }));
  parts.push(made("ul", {}, ...tools.map(([name, url]) => made("li", {}, made("a", { href: root + url, textContent: name })))));
  holder.replaceChildren(...parts);
}
