// What somebody types who lives somewhere, and the municipality it leads to.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Whereabouts } from "../../overrides/components/municipality-chooser/whereabouts.mjs";

function known() {
  const made = new Whereabouts([
    { id: "brummen", name: "Brummen", places: ["Eerbeek", "Hall"] },
    { id: "bergen-noord-holland", name: "Bergen (Noord-Holland)", places: ["Egmond aan Zee", "Schoorl"] },
    { id: "bronckhorst", name: "Bronckhorst", places: ["Hengelo", "Toldijk", "Vierakker"] },
    { id: "den-haag", name: "Den Haag", places: ["'s-Gravenhage"] },
    { id: "hengelo", name: "Hengelo", places: [] },
    { id: "lochem", name: "Lochem", places: ["Almen", "Gorssel", "Harfsen", "Laren"] },
    { id: "ommen", name: "Ommen", places: ["Beerze"] },
    { id: "s-hertogenbosch", name: "'s-Hertogenbosch", places: ["Rosmalen"] },
    { id: "sudwest-fryslan", name: "Súdwest-Fryslân", places: ["Sneek", "IJlst"] },
    { id: "waadhoeke", name: "Waadhoeke", places: ["St.-Annaparochie"] },
  ]);
  made.learn({
    "bergen-noord-holland": ["Bergen (NH.)", "Bakkum", "1861-1862,1865"],
    "den-haag": ["'s-Gravenhage", "Scheveningen", "2491,2493-2498"],
    lochem: ["", "", "7211,7213-7218"],
    "s-hertogenbosch": ["Den Bosch", "", ""],
    "sudwest-fryslan": ["Sudwest Fryslan", "Snits|Drylts", "8601-8608"],
    waadhoeke: ["", "Sint Annaparochie", ""],
  });
  return made;
}

const ids = (typed) => known().find(typed).map(({ id }) => id);

test("a village, a neighbourhood, a postcode and a name of before lead to their municipality", () => {
  for (const [typed, id] of [
    ["Harfsen", "lochem"], ["almen", "lochem"], ["Vierakker", "bronckhorst"], ["TOLDIJK", "bronckhorst"],
    ["Snits", "sudwest-fryslan"], ["'s-Gravenhage", "den-haag"], ["’s gravenhage", "den-haag"], ["gravenhage", "den-haag"],
    ["Scheveningen", "den-haag"], ["7213", "lochem"], ["7213 AB", "lochem"], ["7213ab", "lochem"], ["den bosch", "s-hertogenbosch"],
    ["Gemeente Brummen", "brummen"], ["sudwest", "sudwest-fryslan"], ["Súdwest Fryslân", "sudwest-fryslan"],
    ["Bergen (NH)", "bergen-noord-holland"], ["Bergen NH", "bergen-noord-holland"], ["St Annaparochie", "waadhoeke"],
    ["St. Annaparochie", "waadhoeke"], ["ylst", "sudwest-fryslan"], ["het Gorssel", "lochem"], ["Laren Gld", "lochem"],
  ]) assert.deepEqual(ids(typed), [id], typed);
});

test("a slip of the pen leads there as well, while somebody is typing too", () => {
  for (const [typed, id] of [
    ["brumen", "brummen"], ["Harfzen", "lochem"], ["harsfen", "lochem"], ["schevenigen", "den-haag"], ["gorsel", "lochem"],
    ["rosmaalen", "s-hertogenbosch"], ["schevinin", "den-haag"], ["snek", "sudwest-fryslan"],
  ]) assert.deepEqual(ids(typed), [id], typed);
});

test("what is called so comes before what only begins so, and a municipality before a village", () => {
  const found = known().find("hengelo");
  assert.deepEqual(found, [{ id: "hengelo", sure: true, by: null }, { id: "bronckhorst", sure: true, by: "Hengelo" }]);
});

test("part of a postcode leaves every municipality with one that begins so", () => {
  assert.deepEqual(ids("72"), ["lochem"]);
  assert.deepEqual(ids("2"), ["den-haag"]);
  assert.deepEqual(ids("9999"), []);
});

test("nothing typed, and what is called nothing, finds nothing", () => {
  for (const typed of ["", "  ", "'", "xyz", "qqqqqqqqqqqq", "72130", "?!"]) assert.deepEqual(ids(typed), [], typed);
});

test("without what is learnt the names on the page are found", () => {
  const bare = new Whereabouts([{ id: "lochem", name: "Lochem", places: ["Almen"] }]);
  assert.deepEqual(bare.find("almen"), [{ id: "lochem", sure: true, by: "Almen" }]);
  bare.learn({});
  assert.deepEqual(bare.find("7213"), []);
});
