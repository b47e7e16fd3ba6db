// Where the names stand: everything else follows from that. As in generator/views/rings/geometry.py, which says why.

import { LINE, wrapped } from "./letters.mjs";

const NAME = 215;
const BETWEEN = 4;
const ABOVE = 16;
const CLEAR = 3;
export const RULER = (26 * Math.PI) / 180;

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

export function sectorsOf(kinds, parties, words, ringOf) {
  const known = new Set(kinds.map(({ id }) => id));
  const places = parties.map((_, place) => place);
  const closestFirst = (chosen) => chosen.sort((a, b) => ringOf(parties[a].level) - ringOf(parties[b].level));
  const found = kinds.map(({ id, label }) => ({
    label,
    parties: closestFirst(places.filter((place) => parties[place].kind === id)),
  }));
  const others = places.filter((place) => !known.has(parties[place].kind));
  return others.length ? [...found, { label: words.other, parties: closestFirst(others) }] : found;
}

export function labelsOf(sector, parties, words, columns) {
  const label = (style, lines, column, party) => ({ style, lines, column, party, y: 0, height: LINE * lines.length });
  const heading = label("kind", wrapped(sector.label, NAME, true), 0);
  heading.y = heading.height / 2;
  const found = [heading];
  if (!sector.parties.length) found.push(below(found, label("none", wrapped(words.empty, NAME), 0)));
  sector.parties.forEach((place, turn) =>
    found.push(below(found, label("name", wrapped(parties[place].name, NAME), turn % columns, place))),
  );
  return found;
}

function below(above, label) {
  for (const other of above.slice(-3)) {
    const room =
      other.column === label.column
        ? (other.height + label.height) / 2 + BETWEEN
        : (other.column === 0 ? other : label).height / 2 + CLEAR;
    label.y = Math.max(label.y, other.y + room);
  }
  return label;
}

const bottom = (labels) => Math.max(...labels.map((label) => label.y + label.height / 2));
export const total = (groups) => sum(groups.map(bottom)) + ABOVE * groups.length;

export function halves(groups) {
  let cut = 0;
  let best = Infinity;
  for (let at = 1; at <= groups.length; at++) {
    const difference = Math.abs(total(groups.slice(0, at)) - total(groups.slice(at)));
    if (difference < best) [cut, best] = [at, difference];
  }
  return [groups.slice(0, cut), groups.slice(cut).reverse()];
}

export function sideOf(way, height, groups) {
  const space = ABOVE + (height - total(groups)) / Math.max(1, groups.length);
  let top = -height / 2;
  const placed = groups.map((labels) => {
    const start = top;
    top += bottom(labels) + space;
    return { top: start, bottom: top, labels: labels.map((label) => ({ ...label, y: label.y + start + space / 2 })) };
  });
  const angle = (y) => {
    const right = RULER - Math.PI / 2 + (Math.PI - RULER) * (y / height + 0.5);
    return way === 1 ? right : Math.PI - right;
  };
  return { way, groups: placed, angle };
}
