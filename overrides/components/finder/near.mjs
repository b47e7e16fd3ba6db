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
