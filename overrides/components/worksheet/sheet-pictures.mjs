// What is drawn on a sheet from what is filled in: trees, rings and how a cooperation stands.

import { chart } from "./sheet-chart.mjs";
import { inWords } from "./sheet-days.mjs";
import { partsOf } from "./sheet-form.mjs";
import { columnsOf } from "./sheet-values.mjs";
import { drawing as treeDrawing } from "./tree-drawing.mjs";
import { nodesOf } from "./tree.mjs";

/** Characters of a text in a picture. The whole of it stands in the form beside. */
const NAME = 120;
const GOAL = 200;

const brief = (text, most) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

/** Draws all pictures of a sheet again. */
export function drawAll(form, definition, state, { said, root }) {
  for (const { part, field } of partsOf(form, definition, "tree")) drawTree(part, field, said);
  for (const { part } of partsOf(form, definition, "rings")) drawRings(part, definition, said);
  for (const { part } of partsOf(form, definition, "chart")) drawChart(part, definition, state, { said, root });
}

function drawTree(part, field, said) {
  const picture = part.querySelector(".ws__picture");
  const nodes = nodesOf(part).map(({ depth, ...texts }) => ({
    depth,
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, brief(text.trim(), GOAL)])),
  }));
  const drawn = treeDrawing(nodes, columnsOf(field), said.tree_picture);
  picture.replaceChildren(...(drawn ? [drawn] : []));
  picture.hidden = !drawn;
}

async function drawRings(part, { name, levels, kinds }, said) {
  const picture = part.querySelector(".ws__picture");
  const parties = [...part.querySelectorAll("tbody > .ws__row")]
    .map((row) => Object.fromEntries([...row.querySelectorAll("[data-column]")].map(({ dataset, value }) => [dataset.column, brief(value.trim(), NAME)])))
    .filter((party) => party.name);
  picture.hidden = !parties.length;
  if (!parties.length) return;
  const { drawing } = await import("../rings/drawing.mjs");
  const middle = part.closest(".ws__group").querySelector(".ws__line")?.value.trim() || name;
  picture.replaceChildren(drawing({ middle: brief(middle, NAME), levels, kinds, parties, words: said.rings, title: said.rings_picture }));
}

function drawChart(part, definition, { values, others, earlier }, { said, root }) {
  const answers = [values, ...others];
  const who = answers.map((one, place) => participant(definition, one) ?? said.participant.replace("{number}", place + 1));
  chart(part.querySelector(".ws__chart"), definition, { answers, who, earlier }, { said, root, date: inWords });
  part.querySelector(".ws__compare").hidden = false;
  part.querySelector("[data-do=forget-others]").hidden = !others.length;
  part.querySelector("[data-do=forget-earlier]").hidden = !earlier;
}

/** What an answer calls itself: the first field of the sheet called `wie`. */
function participant(definition, values) {
  return definition.sections.map(({ id }) => values[id]?.wie).find((text) => typeof text === "string" && text.trim());
}
