// The elements of the drawing, from back to front. As in generator/views/rings/geometry.py, which says why.

import { RULER } from "./labels.mjs";
import { FONT, LINE, SMALL, width, wrapped } from "./letters.mjs";
import { BAND } from "./spots.mjs";

const STUB = 6;

/** To a tenth of a unit: finer than a screen or paper shows. */
export const number = (value) => Math.floor(value * 10 + 0.5) / 10;

const isEmpty = (group) => group.labels.at(-1).style === "none";

export function* ground(sides, size, beyond) {
  if (beyond) yield { tag: "circle", style: "beyond", at: { r: number(size.outer + BAND) } };
  const edges = size.edges.slice(1).reverse();
  for (const radius of edges) yield { tag: "circle", style: "ground", at: { r: number(radius) } };
  yield { tag: "path", style: "void", at: { d: wedge(-RULER - Math.PI / 2, RULER - Math.PI / 2, size, 1) } };
  for (const side of sides) {
    for (const group of side.groups) {
      if (!isEmpty(group)) continue;
      yield { tag: "path", style: "void", at: { d: wedge(side.angle(group.top), side.angle(group.bottom), size, side.way) } };
    }
  }
  for (const radius of edges) yield { tag: "circle", style: "ring", at: { r: number(radius) } };
  for (const side of sides) {
    for (const group of side.groups) {
      const ends = [side.angle(group.top), side.angle(group.bottom)];
      for (const angle of ends)
        yield { tag: "path", style: "edge", at: { d: path(at(angle, size.edges[0]), at(angle, size.outer)) } };
      yield { tag: "path", style: isEmpty(group) ? "rim rim--none" : "rim", at: { d: arc(...ends, size.outer, side.way) } };
    }
  }
}

export function* ruler(levels, size, unknown) {
  const names = levels.map((level) => level.label).reverse();
  if (unknown) names.push(unknown);
  for (const [place, name] of names.entries()) {
    const [radius, half] = size.ring(place);
    const room = half > SMALL + 1 ? ((2 * radius * Math.sin(RULER) + 12) * FONT) / SMALL : Infinity;
    const found = wrapped(name, room, false, false);
    const wide = (Math.max(...found.map((line) => width(line))) * SMALL) / FONT;
    const y = (Math.hypot(radius, wide / 2) - radius) / 2 - radius;
    for (const [line, text] of found.entries()) {
      const lower = (line - (found.length - 1) / 2) * (SMALL + 1);
      yield { tag: "text", style: "level", at: { x: 0, y: number(y + lower + 0.34 * SMALL) }, text };
    }
  }
}

export function* lines(sides, spots, size, edge, starts) {
  for (const side of sides) {
    for (const label of side.groups.flatMap((group) => group.labels)) {
      if (label.style === "kind") continue;
      const spot = spots.get(label.party);
      const angle = side.angle(label.y);
      const start = spot ? Math.max(spot.now, spot.wanted ?? 0) + size.dot : size.outer;
      const ends = starts.slice(0, label.column + 1).map((x) => [side.way * (x - STUB), label.y]);
      const d = path(at(angle, start), at(angle, edge), ...ends);
      yield { tag: "path", style: spot ? "line" : "line line--none", at: { d }, party: label.party };
    }
  }
}

export function* dots(spots, size) {
  for (const [party, { angle, now, wanted }] of spots) {
    if (wanted === null) continue;
    const way = wanted < now ? -1 : 1;
    const tip = wanted - way * (size.dot + 1);
    const back = tip - way * 6;
    const wing = Math.asin(3.4 / back);
    const head = `${path(at(angle - wing, back), at(angle, tip), at(angle + wing, back))}Z`;
    yield { tag: "path", style: "arrow", at: { d: path(at(angle, now), at(angle, back)) }, party };
    yield { tag: "path", style: "head", at: { d: head }, party };
  }
  for (const [party, { angle, now, wanted, known }] of spots) {
    if (wanted !== null) {
      const [x, y] = at(angle, wanted);
      yield { tag: "circle", style: "dot dot--wanted", at: { cx: number(x), cy: number(y), r: number(size.dot - 0.5) }, party };
    }
    const [x, y] = at(angle, now);
    const r = number(known ? size.dot : size.dot - 1.5);
    yield { tag: "circle", style: known ? "dot" : "dot dot--unknown", at: { cx: number(x), cy: number(y), r }, party };
  }
}

export function* centre(name, size) {
  const radius = size.edges[0];
  yield { tag: "circle", style: "middle", at: { r: number(radius) } };
  const room = 2 * radius - 16;
  const found = wrapped(name, room, true);
  const font = Math.min((FONT * radius) / 52, (FONT * room) / Math.max(...found.map((line) => width(line, true))));
  for (const [line, text] of found.entries()) {
    const y = (line - (found.length - 1) / 2) * (font + 2) + 0.34 * font;
    yield { tag: "text", style: "place", at: { x: 0, y: number(y), "font-size": number(font) }, text };
  }
}

export function* texts(sides, starts) {
  for (const side of sides) {
    for (const label of side.groups.flatMap((group) => group.labels)) {
      const style = side.way === -1 ? `${label.style} ${label.style}--left` : label.style;
      for (const [line, text] of label.lines.entries()) {
        const y = label.y + (line - (label.lines.length - 1) / 2) * LINE + 0.34 * FONT;
        yield { tag: "text", style, at: { x: number(side.way * starts[label.column]), y: number(y) }, text, party: label.party };
      }
    }
  }
}

const at = (angle, radius) => [radius * Math.cos(angle), radius * Math.sin(angle)];
const path = (...points) => `M${points.map(([x, y]) => `${number(x)},${number(y)}`).join("L")}`;

function arc(start, end, radius, way) {
  const [x, y] = at(end, radius);
  return `${path(at(start, radius))}A${number(radius)},${number(radius)},0,0,${way === 1 ? 1 : 0},${number(x)},${number(y)}`;
}

function wedge(start, end, size, way) {
  const [x, y] = at(start, size.edges[0]);
  const inner = number(size.edges[0]);
  const back = `${path(at(end, size.edges[0])).replace("M", "L")}A${inner},${inner},0,0,${way === 1 ? 0 : 1},${number(x)},${number(y)}Z`;
  return arc(start, end, size.outer, way) + back;
}
