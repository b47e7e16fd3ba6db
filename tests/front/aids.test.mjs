// What a question asks for that not everything has: languages, accessibility, one's own village.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Aids, ofPlaces } from "../../overrides/search/aids.mjs";
import { Lexicon } from "../../overrides/search/lexicon.mjs";
import { Reader } from "../../overrides/search/question.mjs";

const AIDS = {
  "languages:pl": ["Pools", ["pools", "poolse", "polski"]],
  "languages:ngt": ["Nederlandse Gebarentaal", ["nederlandse gebarentaal", "gebarentaal", "tolk gebarentaal"]],
  "accessibility:rolstoel": ["Goed te bereiken met een rolstoel", ["bereiken rolstoel", "rolstoel", "drempelvrij"]],
  "accessibility:aangepast-toilet": ["Aangepast toilet", ["aangepast toilet"]],
};

function reading(tags = []) {
  const lexicon = new Lexicon();
  for (const word of "hulp dementie klusjes klein".split(" ")) lexicon.add(word);
  const reader = new Reader(lexicon, { stop: "bij een die met", who: "" });
  const aids = new Aids({ ...AIDS, ...ofPlaces(tags) }, lexicon);
  return { aids, read: (question) => reader.read(`${question} `) };
}

const surely = (found) => [...found].filter(([, sure]) => sure === 1).map(([tag]) => tag);

test("a saying is asked for when all of it stands in a question", () => {
  const { aids, read } = reading(["village:Klein Ammer", "postcode:7201", "help:klusjes"]);
  for (const [question, ...tags] of [
    ["pools", "languages:pl"],
    ["poolse hulp bij dementie", "languages:pl"],
    ["gebarentaal", "languages:ngt"],
    ["rolstoel", "accessibility:rolstoel"],
    ["aangepast toilet", "accessibility:aangepast-toilet"],
    ["toilet"],
    ["klusjes klein ammer", "village:Klein Ammer"],
    ["klein"],
    ["7201", "postcode:7201"],
    ["dementie"],
  ]) {
    assert.deepEqual(surely(aids.in(read(question))), tags, question);
  }
});

test("a language is no subject: what for is the rest of the question", () => {
  const { aids, read } = reading();
  const { asked, rest } = aids.languages(read("poolse hulp dementie"));
  assert.deepEqual([...asked], ["languages:pl"]);
  assert.deepEqual(rest.map(({ word }) => word), ["hulp", "dementie"]);
  assert.equal(aids.languages(read("rolstoel")).asked.size, 0, "wheelchairs are a subject too");
});
