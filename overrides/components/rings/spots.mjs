// How large the rings are, and where in them each party is. As in generator/views/rings/geometry.py, which says why.

const TALL = 850;
export const BAND = 22;

export function sizeOf(levels, columns, parties, tall) {
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

export function spotsOf(sides, parties, ringOf, levels, size) {
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
