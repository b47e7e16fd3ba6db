// Draws a ring map in a page.

import { shape } from "../../scripts/shape.mjs";
import { planned } from "./planned.mjs";

/** A drawing wider than this wants all the room that a page has. */
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
