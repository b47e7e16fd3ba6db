// The ring map as data, without a page. Everything here is as in generator/views/rings/geometry.py, which says why;
// tests/front/test_rings.py holds the two together for any parties, so a change here is a change there.

import { halves, labelsOf, sectorsOf, sideOf, total } from "./labels.mjs";
import { width } from "./letters.mjs";
import { centre, dots, ground, lines, number, ruler, texts } from "./shapes.mjs";
import { sizeOf, spotsOf } from "./spots.mjs";

const TALLEST = 1900;
const AROUND = 26;
const BESIDE = [28, 70];
const APART = 26;

/** The drawing as data: `box` is left, top, width and height, `shapes` are its elements from back to front. */
export function planned({ middle, levels, kinds, parties, words = { empty: "", unknown: "", other: "" } }) {
  const rank = new Map(levels.map(({ id }, place) => [id, levels.length - 1 - place]));
  const ringOf = (level, otherwise = levels.length) => rank.get(level ?? "") ?? otherwise;
  const sectors = sectorsOf(kinds, parties, words, ringOf);
  const stacked = (columns) => halves(sectors.map((sector) => labelsOf(sector, parties, words, columns)));
  let sides = stacked(1);
  const columns = Math.max(...sides.map(total)) <= TALLEST ? 1 : 2;
  if (columns === 2) sides = stacked(2);
  const tall = Math.max(...sides.map(total));
  const size = sizeOf(levels.length, columns, parties.length, tall);
  const edge = size.outer + AROUND;
  const height = Math.max(2 * edge, tall);
  sides = sides.map((half, left) => sideOf(left ? -1 : 1, height, half));
  const spots = spotsOf(sides, parties, ringOf, levels.length, size);
  const labels = sides.flatMap((side) => side.groups.flatMap((group) => group.labels));
  const widest = Math.max(0, ...labels.flatMap((label) => label.lines.map((line) => width(line, label.style === "kind"))));
  const starts = Array.from({ length: columns }, (_, column) => edge + BESIDE[columns - 1] + column * (widest + APART));
  const beyond = [...spots.values()].some((spot) => !spot.known);
  const half = starts.at(-1) + widest + 2;
  return {
    box: [number(-half), number(-height / 2 - 4), number(2 * half), number(height + 8)],
    shapes: [
      ...ground(sides, size, beyond),
      ...ruler(levels, size, beyond ? words.unknown : ""),
      ...lines(sides, spots, size, edge, starts),
      ...dots(spots, size),
      ...centre(middle, size),
      ...texts(sides, starts),
    ],
  };
}
