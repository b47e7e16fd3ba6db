// A tree of goals as a picture: the main goal on the left, what it takes to the right of it.

import { shape } from "../../scripts/shape.mjs";

const BOX = 230;
const GAP = 44;
const BETWEEN = 14;
const PADDING = 10;
const LINE = 20;
const LETTER = 7.6;

/** A text as lines that fit a box; a word longer than a line is broken. */
function wrapped(text, width) {
  const most = Math.floor((width - 2 * PADDING) / LETTER);
  const lines = [""];
  for (const word of text.trim().split(/\s+/).flatMap((whole) => whole.match(new RegExp(`.{1,${most}}`, "gu")) ?? [])) {
    if (lines.at(-1) && lines.at(-1).length + 1 + word.length > most) lines.push("");
    lines[lines.length - 1] += `${lines.at(-1) ? " " : ""}${word}`;
  }
  return lines;
}

/** Nodes with what hangs under each; those without a goal of their own are left out with their branch's place kept. */
function branches(nodes) {
  const roots = [];
  const open = [];
  for (const node of nodes) {
    const made = { node, below: [] };
    open.length = Math.min(open.length, node.depth);
    (open.length ? open.at(-1).below : roots).push(made);
    open.push(made);
  }
  const written = (all) => all.map((one) => ({ ...one, below: written(one.below) })).filter(({ node, below }) => node.goal?.trim() || below.length);
  return written(roots);
}

/** Gives each branch its lines of text, its place and its height. */
function placed(branch, depth, top, columns) {
  const goal = wrapped(branch.node.goal?.trim() || "…", BOX);
  const more = columns.flatMap(({ id, label }) => {
    const text = branch.node[id]?.trim();
    return text ? wrapped(`${label} ${text}`, BOX) : [];
  });
  const own = (goal.length + more.length) * LINE + 2 * PADDING;
  let y = top;
  const below = branch.below.map((inner) => {
    const made = placed(inner, depth + 1, y, columns);
    y = made.bottom + BETWEEN;
    return made;
  });
  const bottom = Math.max(top + own, below.length ? y - BETWEEN : top);
  const middle = below.length ? (below[0].middle + below.at(-1).middle) / 2 : top + own / 2;
  const at = Math.min(Math.max(top, middle - own / 2), Math.max(top, bottom - own));
  return { goal, more, depth, below, height: own, x: depth * (BOX + GAP), y: at, middle: at + own / 2, bottom };
}

/**
 * The picture of a tree; null when nothing is written in it.
 *
 * @param {Array<{depth: number, goal: string}>} nodes
 * @param {Array<{id: string, label: string}>} columns what is said of each goal
 * @param {string} title for who can't see it
 */
export function drawing(nodes, columns, title) {
  let top = 0;
  const roots = branches(nodes).map((branch) => {
    const made = placed(branch, 0, top, columns);
    top = made.bottom + BETWEEN * 2;
    return made;
  });
  if (!roots.length) return null;
  const all = [];
  const gather = (one) => {
    all.push(one);
    one.below.forEach(gather);
  };
  roots.forEach(gather);
  const width = Math.max(...all.map(({ x }) => x)) + BOX + 2;
  const height = Math.max(...all.map(({ bottom }) => bottom)) + 2;
  const picture = shape("svg", { viewBox: `-1 -1 ${width} ${height}`, width, height, class: "ws__drawing", role: "img", "aria-label": title });
  for (const { below, x, middle } of all) {
    for (const inner of below) {
      const from = x + BOX;
      const half = from + GAP / 2;
      const bend = `M${from} ${middle}C${half} ${middle} ${half} ${inner.middle} ${inner.x} ${inner.middle}`;
      picture.append(shape("path", { d: bend, class: "ws__branch" }));
    }
  }
  for (const { goal, more, depth, x, y, height: own } of all) {
    picture.append(shape("rect", { x, y, width: BOX, height: own, rx: 12, class: depth ? "ws__box" : "ws__box ws__box--main" }));
    [...goal, ...more].forEach((text, line) => {
      const at = { x: x + PADDING, y: y + PADDING + LINE * line + 15, class: line < goal.length ? "ws__words" : "ws__words ws__words--more" };
      picture.append(shape("text", at, text));
    });
  }
  return picture;
}
