// Somebody who asks the finder for nothing but a place is answered with what is near to it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { around, leavesOut, middle, placeAsked } from "../../overrides/components/finder/near.mjs";

const index = {
  places: [["Almen", 52.16, 6.3], ["'s-Heerenberg", 51.88, 6.26]],
  parts: [["De Hoven", 52.14, 6.18]],
  postcodes: [["7218", 52.157, 6.303]],
};

test("a village, a neighbourhood and a postcode are places, however they are written", () => {
  for (const [question, at] of [
    ["Almen", [52.16, 6.3]], [" ALMEN ", [52.16, 6.3]], ["s-heerenberg", [51.88, 6.26]], ["de hoven", [52.14, 6.18]],
    ["7218", [52.157, 6.303]], ["7218 AB", [52.157, 6.303]], ["7218ab", [52.157, 6.303]],
  ]) assert.deepEqual(placeAsked(index, question)?.at, at, question);
});

test("a question with a place in it is a question", () => {
  for (const question of ["", "vervoer in Almen", "7219", "almense feesten", "hulp"]) assert.equal(placeAsked(index, question), null, question);
});

test("the place that was chosen is found by its name, in an index of before as well", () => {
  assert.deepEqual(middle(index, "7218"), [52.157, 6.303]);
  assert.equal(middle(index, "Nergens"), null);
  assert.deepEqual(middle({ places: [["Almen", 1, 2]] }, "Almen"), [1, 2]);
});

test("what is called after the place comes first, and nothing falls away", () => {
  const records = [
    { name: "Samen eten", place: "Lochem" }, { name: "Vervoer", place: "Almen" }, { name: "Dorpshuis Almen", place: "" },
  ];
  const everything = [0, 1, 2].map((number) => ({ number, score: 1, terms: [] }));
  const found = [{ number: 0, score: 9, terms: [] }, { number: 2, score: 5, terms: [] }, { number: 1, score: 3, terms: [] }];
  const answered = around({ records }, { said: "almen" }, found, everything);
  assert.deepEqual(answered.map(({ number }) => number), [2, 1, 0]);
  assert.ok(answered[1].score > 50 && answered[2].score === 1);
});

test("who is left out is certain only among places of one kind", () => {
  for (const [only, place, out] of [
    [["Almen"], "Almen", false], [["almen"], "Almen", false], [["Almen"], "'s-Heerenberg", true],
    [["Almen"], "De Hoven", false], [["Almen"], "7218", false], [["7218"], "7213", true], [["7218"], "Almen", false],
    [["Almen", "7213"], "7213", false], [["Almen", "7213"], "'s-Heerenberg", false], [["Elders"], "Almen", true], [[], "Almen", false],
  ]) assert.equal(leavesOut(index, only, place), out, `${only} ${place}`);
});
