// Compounds taken apart and put together, and what a strange word may have been meant to be.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Lexicon } from "../../overrides/search/lexicon.mjs";
import { Reader } from "../../overrides/search/question.mjs";

const KNOWN = "dag besteding mantel zorg mantelzorg huis huishouding hulp arts vervoer nacht opvang dementie oppas boodschap dienst maaltijd rouw groep dagbesteding";

function lexicon(known = KNOWN) {
  const made = new Lexicon();
  for (const word of known.split(" ")) made.add(word);
  return made;
}

test("a compound is the words it is made of, whatever links them", () => {
  const { stems } = lexicon();
  const known = lexicon();
  for (const [word, ...parts] of [
    ["nachtopvang", "nacht", "opvang"],
    ["rouwgroepen", "rouw", "groep"],
    ["boodschappendienst", "boodschap", "dienst"],
    ["huishoudhulp", "huishoud", "hulp"],
    ["nachtzorghulp", "nacht", "zorg", "hulp"],
  ]) {
    assert.deepEqual(known.parts(word), parts, word);
    for (const part of parts) assert.ok(stems.has(part), `${part} is a stem that records can be found by`);
  }
});

test("a compound with a strange end is at least something of its beginning", () => {
  const known = lexicon();
  assert.deepEqual(known.parts("maaltijdservice"), ["maaltijd"]);
  assert.deepEqual(known.parts("mantelzorgwoning"), ["mantelzorg"], "of the longest word it begins with");
});

test("what is no compound stays whole", () => {
  const known = lexicon();
  for (const word of ["zorg", "banaan", "opvangst", "huisje", ""]) assert.deepEqual(known.parts(word), [], word);
});

test("three letters are found inside anything: only those that compounds are made of count", () => {
  const known = lexicon("dag gym zaal opvang");
  assert.deepEqual(known.parts("dagopvang"), ["dag", "opvang"]);
  assert.deepEqual(known.parts("gymzaal"), []);
});

test("words that come later take part after `forget`", () => {
  const known = lexicon("nacht zorg");
  assert.deepEqual(known.parts("nachtopvang"), ["nacht"]);
  known.add("opvang");
  known.forget();
  assert.deepEqual(known.parts("nachtopvang"), ["nacht", "opvang"]);
});

test("a slip of the pen, and a word written by ear, is the word that was meant", () => {
  const known = lexicon();
  for (const [typed, meant] of [["mantelzrog", "mantelzorg"], ["dementei", "dementie"], ["opas", "oppas"], ["hlup", "hulp"], ["maltijd", "maaltijd"]]) {
    assert.equal(known.meant(typed)[0]?.[0], meant, typed);
  }
});

test("a word of another kind is meant for nothing, and nobody is sure of a slip", () => {
  const known = lexicon();
  assert.deepEqual(known.meant("xyzzy"), []);
  assert.deepEqual(known.meant("hp"), [], "two letters may be anything");
  for (const [, sure] of known.meant("mantelzrog")) assert.ok(sure > 0 && sure < 1);
});

test("who is still typing sees the shortest word first", () => {
  assert.deepEqual(lexicon().beginning("man"), ["mantel", "mantelzorg"]);
  assert.deepEqual(lexicon().beginning("huis"), ["huis", "huishouding"]);
  assert.deepEqual(lexicon().beginning("huis", 1), ["huis"]);
  assert.deepEqual(lexicon().beginning("xyz"), []);
});

const VOCABULARY = { stop: "ik zoek voor mijn de een naar", who: "moeder vader man" };
const read = (question, known = lexicon()) => new Reader(known, VOCABULARY).read(question);

test("a compound that was typed in two is one word", () => {
  assert.deepEqual(read("dag besteding zoeken").map(({ word }) => word), ["dagbesteding", "zoeken"]);
  assert.deepEqual(read("mantel zorg").map(({ word }) => word), ["mantelzorg"]);
  assert.deepEqual(read("rouw zorg").map(({ word }) => word), ["rouw", "zorg"], "one that nobody uses is none");
});

test("only what tells something is read, unless nothing else was said", () => {
  assert.deepEqual(read("ik zoek oppas voor mijn moeder").map(({ word }) => word), ["oppas", "moeder"]);
  assert.deepEqual(read("ik zoek ").map(({ word }) => word), ["ik", "zoek"]);
});

test("about whom it is tells less than what is needed", () => {
  const [care, mother] = read("oppas moeder ");
  assert.equal(care.telling, 1);
  assert.ok(mother.telling < 1);
});

test("a known word is itself for sure; what is meant by another is less sure", () => {
  const [[stem, sure]] = read("oppas ")[0].stems;
  assert.deepEqual([stem, sure], ["oppa", 1], "the stem of oppas, as every record has it");
  const [[meant, less]] = read("dementei ")[0].stems;
  assert.equal(meant, lexicon().add("dementie"));
  assert.ok(less < 1);
});

test("a word that is still being typed may become another", () => {
  const stems = ([one]) => one.stems.map(([stem]) => stem);
  assert.ok(stems(read("maal")).includes("maaltijd"));
  assert.ok(!stems(read("maal ")).includes("maaltijd"));
});

test("who asks one thing is also shown what means nearly the same", () => {
  const reader = new Reader(lexicon(), VOCABULARY);
  reader.learn(["oppas", "opvang aan huis"]);
  const [one] = reader.read("oppas ");
  assert.ok(one.near.some(([stems]) => stems.includes("opvang")));
  assert.deepEqual(reader.read("maaltijd ")[0].near, []);
});
