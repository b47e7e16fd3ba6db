// The ring map, drawn in a browser. Everything here is as in generator/views/rings/geometry.py, which says why; a test holds the two
// together, so a change here is a change there.

import { shape } from "../../scripts/shape.mjs";

const FONT = 17;
const SMALL = 16;
const LINE = 20;
const NAME = 215;
const BETWEEN = 4;
const ABOVE = 16;
const CLEAR = 3;
const TALL = 850;
const TALLEST = 1900;
const RULER = (26 * Math.PI) / 180;
const BAND = 22;
const AROUND = 26;
const BESIDE = [28, 70];
const APART = 26;
const STUB = 6;
const WIDE = 1080;

/**
 * Draws a ring map.
 *
 * @param {object} data
 * @param {string} data.middle who is in the middle
 * @param {{id: string, label: string}[]} data.levels from the loosest to the closest, which is the inner ring
 * @param {{id: string, label: string}[]} data.kinds the sectors, clockwise from the top
 * @param {{name: string, kind?: ?string, level?: ?string, wanted?: ?string}[]} data.parties ids of a kind and of levels;
 *   without a level a party stands beyond the rings, without a kind in a sector of its own
 * @param {{empty: string, unknown: string, other: string}} [data.words] what the drawing says by itself
 * @param {string} [data.title] what the picture is called, for who can't see it
 * @param {string} [data.description] what is on it, and where the same stands in words
 * @returns {SVGSVGElement} elements of a party carry its place in the list as `data-party`
 */
export function drawing(data) {
  const { box, shapes } = planned(data);
  const svg = shape("svg", {
    class: box[2] > WIDE ? "rings__drawing rings__drawing--wide" : "rings__drawing",
    viewBox: box.join(" "),
    role: "img",
  });
  for (const [tag, role, text] of [["title", "labelledby", data.title], ["desc", "describedby", data.description]]) {
    if (!text) continue;
    const id = tag === "title" ? "rings-name" : "rings-said";
    svg.append(shape(tag, { id }, text));
    svg.setAttribute(`aria-${role}`, id);
  }
  for (const { tag, style, at, text, party } of shapes) {
    const classes = style.split(" ").map((one) => `rings__${one}`).join(" ");
    const made = shape(tag, { class: classes, ...at }, ...(text ? [text] : []));
    if (party !== undefined) made.dataset.party = party;
    svg.append(made);
  }
  return svg;
}

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

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

function sectorsOf(kinds, parties, words, ringOf) {
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

function labelsOf(sector, parties, words, columns) {
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
const total = (groups) => sum(groups.map(bottom)) + ABOVE * groups.length;

function halves(groups) {
  let cut = 0;
  let best = Infinity;
  for (let at = 1; at <= groups.length; at++) {
    const difference = Math.abs(total(groups.slice(0, at)) - total(groups.slice(at)));
    if (difference < best) [cut, best] = [at, difference];
  }
  return [groups.slice(0, cut), groups.slice(cut).reverse()];
}

function sideOf(way, height, groups) {
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

function sizeOf(levels, columns, parties, tall) {
  const more = columns === 1 ? 1 + Math.max(0, tall - TALL) / 1100 : 1.4;
  const [middle, inner, ring] = [52 * more, 46 * more, 27 * more];
  const edges = [middle, ...Array.from({ length: levels }, (_, place) => middle + inner + ring * place)];
  const outer = edges.at(-1);
  return {
    edges,
    outer,
    dot: parties <= 45 ? 5.5 : columns === 1 ? 4.5 : 4,
    ring(place) {
      if (place === levels) return [outer + BAND / 2, BAND / 2];
      return [(edges[place] + edges[place + 1]) / 2, (edges[place + 1] - edges[place]) / 2];
    },
  };
}

function spotsOf(sides, parties, ringOf, levels, size) {
  const angles = new Map();
  for (const side of sides)
    for (const group of side.groups)
      for (const label of group.labels) if (label.party !== undefined) angles.set(label.party, side.angle(label.y));
  const marked = (place) => {
    const now = ringOf(parties[place].level);
    return [now, ringOf(parties[place].wanted, now)];
  };
  const rings = new Map();
  for (const place of [...angles.keys()].sort((a, b) => angles.get(a) - angles.get(b)))
    for (const ring of new Set(marked(place))) rings.set(ring, [...(rings.get(ring) ?? []), place]);
  const radii = new Map();
  for (const [ring, places] of rings) {
    const found = staggered(places.map((place) => angles.get(place)), ...size.ring(ring), size.dot);
    places.forEach((place, turn) => radii.set(`${ring} ${place}`, found[turn]));
  }
  const spots = new Map();
  for (const [place, angle] of angles) {
    const [now, wanted] = marked(place);
    const aim = wanted === now ? null : radii.get(`${wanted} ${place}`);
    spots.set(place, { angle, now: radii.get(`${now} ${place}`), wanted: aim, known: now < levels });
  }
  return spots;
}

function staggered(angles, middle, room, dot) {
  const touch = 2 * dot + 1.5;
  const reach = room - dot - 1;
  const radii = [];
  let run = [];
  angles.forEach((angle, place) => {
    run.push(angle);
    if (place + 1 < angles.length && (angles[place + 1] - angle) * middle < touch) return;
    const narrowest = Math.min(touch / middle, ...run.slice(1).map((one, before) => one - run[before])) * middle;
    const ways = run.length === 1 ? [0] : 2 * narrowest >= touch ? [-reach, reach] : [-reach, reach, 0];
    run.forEach((_, turn) => radii.push(middle + ways[turn % ways.length]));
    run = [];
  });
  return radii;
}

const isEmpty = (group) => group.labels.at(-1).style === "none";

function* ground(sides, size, beyond) {
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

function* ruler(levels, size, unknown) {
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

function* lines(sides, spots, size, edge, starts) {
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

function* dots(spots, size) {
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

function* centre(name, size) {
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

function* texts(sides, starts) {
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

const number = (value) => Math.floor(value * 10 + 0.5) / 10;

const WIDTHS = [
  ["ijl.,:;'’‘|! ", 0.31],
  ["fIrt()[]-/\"", 0.4],
  ["csvyz", 0.5],
  ["abdeghknopquxEFJLT1237", 0.58],
  ["ABCDGHKNOPQRSUVXYZ045689+&Ø", 0.73],
  ["mwMWæ@%", 0.92],
];
const OTHER = 1;

function width(text, bold = false) {
  const letters = [...text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")];
  const known = letters.map((letter) => WIDTHS.find(([some]) => some.includes(letter))?.[1] ?? OTHER);
  return sum(known) * FONT * (bold ? 1.07 : 1);
}

function wrapped(text, room, bold = false, cut = true) {
  const found = [];
  let line = "";
  for (const piece of text.match(/\s*(?:[^\s-]+-*|-+)/g) ?? []) {
    if (width((line + piece).trim(), bold) <= room) {
      line = line ? line + piece : piece.trim();
      continue;
    }
    if (line) found.push(line);
    line = piece.trim();
    while (cut && width(line, bold) > room) {
      const letters = [...line];
      let fits = letters.length - 1;
      while (fits > 1 && width(`${letters.slice(0, fits).join("")}-`, bold) > room) fits--;
      found.push(`${letters.slice(0, fits).join("")}-`);
      line = letters.slice(fits).join("");
    }
  }
  return [...found, line];
}
