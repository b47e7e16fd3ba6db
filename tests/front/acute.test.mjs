// Danger and despair: what must bring the lines that can't wait, and what only looks like it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Acute } from "../../overrides/search/acute.mjs";

const VOCABULARY = {
  little: "er een de het aan te is en maar van ik hij zij ze hem haar mij me mijn moeder vader man zoon",
  who: "moeder vader man vrouw zoon",
  someone: "ik hij zij hem haar mij mijn me",
  stop: "ik wil niet meer er een de het aan te is",
  calm: ["euthanasie verklaring", "dood verdriet"],
  acute: [
    { id: "zelfdoding", synonyms: ["zelfmoord", "suicidaal"], phrases: ["ik wil niet meer leven", "wil niet meer", "wil dood", "eind aan maken"] },
    { id: "geweld", synonyms: ["mishandeling"], phrases: ["hij slaat mij", "bang voor mijn man"] },
    { id: "gevaar", synonyms: ["bewusteloos"], phrases: ["krijgt geen adem", "staat in brand"] },
  ],
};
const KNOWN = new Set("staat ik wil niet meer alleen eten dood brood brand band leven leren vader moeder slaapt adem".split(" "));
const acute = new Acute(VOCABULARY, (word) => KNOWN.has(word));

const MUST = {
  zelfdoding: [
    "zelfmoord", "Zelfmoord?", "mijn zoon denkt aan zelfmoord", "suïcidaal", "ik wil niet meer leven", "ik wil niet meer lven", "ik wil dood",
    "mijn moeder wil dood", "er een eind aan maken", "hij wil er een eind aan maken", "ik wil niet meer", "zelfmord", "zelfmoort gedachten",
    "ik wildood",
  ],
  geweld: ["hij slaat me", "mijn man slaat mij", "zij slaat haar vader", "mishandeling", "mishandelling", "bang voor mijn man", "bang voor vader"],
  gevaar: ["vader is bewusteloos", "bewustloos", "ze krijgt geen adem", "het huis staat in brand"],
};

for (const [id, questions] of Object.entries(MUST)) {
  for (const question of questions) {
    test(`${id}: ${question}`, () => {
      assert.ok(acute.of(question).includes(id), JSON.stringify(acute.of(question)));
    });
  }
}

for (const question of [
  "", "   ", "?", "ik wil niet meer alleen eten", "hij staat mij bij", "ik wil hulp", "dood", "verdriet om de dood van mijn vader", "euthanasieverklaring",
  "verklaring euthanasie", "hij slaapt slecht", "het staat in de agenda", "brood", "leven met dementie", "geen adem meer van het traplopen",
  "mijn man", "meer leren over zorg",
]) {
  test(`no alarm: ${question || "nothing"}`, () => {
    assert.deepEqual(acute.of(question), []);
  });
}

test("the surest comes first: the longer saying", () => {
  assert.deepEqual(acute.of("hij slaat mij en ik wil niet meer leven"), ["zelfdoding", "geweld"]);
});

test("a known word is no slip of a danger word", () => {
  const strict = new Acute(VOCABULARY, (word) => word === "zelfmoor");
  assert.deepEqual(strict.of("zelfmoor"), []);
  assert.deepEqual(acute.of("zelfmoor"), ["zelfdoding"]);
});

test("short words forgive no slip", () => {
  assert.deepEqual(acute.of("ik wil rood"), []);
  assert.deepEqual(acute.of("ik wul dood"), []);
});
