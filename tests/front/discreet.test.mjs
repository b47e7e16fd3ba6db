// Whether a question is about what nobody else in the house may see, as far as its words say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Discreet } from "../../overrides/search/discreet.mjs";
import { Engine } from "../../overrides/search/engine.mjs";

const VOCABULARY = {
  stop: "de het een van mijn mij tegen is ik hij in", who: "zoon man", someone: "", little: "", calm: [], terms: [],
  acute: [
    { id: "geweld", discreet: 1, synonyms: ["huiselijk geweld", "mishandeling"], phrases: [] },
    { id: "gevaar", synonyms: ["bewusteloos"], phrases: [] },
  ],
};
const engine = new Engine(VOCABULARY, []);
for (const _ of engine.learn(
  { phrases: [], related: [["huiselijk geweld", "slaan", "schreeuwen", "mishandeling"], ["onrustig", "schreeuwen"], ["bewusteloos", "flauwvallen"], ["schrijven", "brief"]] },
  { words: [], more: [] },
));
const discreet = new Discreet(VOCABULARY, engine);

for (const [question, is] of [
  ["mijn zoon schreeuwt tegen mij", true], ["schreeuwen", true], ["mishandeling", true], ["hij slaat", true], ["hij slaat de brief", true],
  ["onrustig", false], ["flauwvallen", false], ["bewusteloos", false], ["schr", false], ["brief schrijven", false], ["", false],
]) {
  test(`${question || "nothing"}: ${is}`, () => assert.equal(discreet.of(question), is));
}
