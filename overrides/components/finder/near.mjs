// Where somebody wants to be near: chosen from the list, or asked as nothing but a village, a neighbourhood or a postcode.

import { words } from "../../search/dutch.mjs";

/** What somebody can be near to, in the order in which it is offered: villages, neighbourhoods, postcodes. */
export const NEAR = ["places", "parts", "postcodes"];

const spelled = (text) => words(text).join(" ");

/** The middle of a place of this municipality by its name: [latitude, longitude] in degrees, or null. */
export function middle(index, name) {
  for (const group of NEAR) {
    const found = index[group]?.find(([known]) => known === name);
    if (found) return found.slice(1);
  }
  return null;
}

/** Whether two names of places are the same, however they are written. */
export const same = (one, other) => spelled(one) === spelled(other);

/** What kind of place a name is here; what nobody knows here is a village elsewhere, or a postcode. */
function kind(index, name) {
  const known = NEAR.find((group) => index[group]?.some(([place]) => same(place, name)));
  return known ?? (/^\d{4}$/.test(name) ? "postcodes" : "places");
}

/**
 * Whether who lives in a place is left out by what is `only` for some: of the same kind, so that it is certain. Whether a
 * neighbourhood lies in one of those villages, or a village has one of those postcodes, nobody can say here.
 */
export function leavesOut(index, only, place) {
  if (!only?.length || only.some((one) => same(one, place))) return false;
  const asked = kind(index, place);
  return only.every((one) => kind(index, one) === asked);
}

/** Kilometres between two places on earth, as the crow flies (haversine, mean radius 6371 km). */
export function kilometres([lat1, lon1], [lat2, lon2]) {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(a));
}

/** The place that a question is, when it is nothing else: {said, at}, or null. A postcode may have its letters. */
export function placeAsked(index, question) {
  const said = spelled(question).replace(/^(\d{4}) ?[a-z]{2}$/, "$1");
  if (!said) return null;
  for (const group of NEAR) {
    const found = index[group]?.find(([name]) => spelled(name) === said);
    if (found) return { said, at: found.slice(1) };
  }
  return null;
}

/**
 * What to answer who asks for a place alone: what has that place in its name or address, as it was found by its words,
 * and after that everything else that is offered, which is nearer or further.
 */
export function around({ records }, { said }, found, everything) {
  const says = ({ number }) => ` ${spelled(`${records[number].name} ${records[number].place}`)} `.includes(` ${said} `);
  const most = Math.max(1, ...everything.map(({ score }) => score)) * 100;
  const named = new Map(found.filter(says).map((one) => [one.number, { ...one, score: one.score + most }]));
  return [...named.values(), ...everything.filter(({ number }) => !named.has(number))];
}
