// What comes from a file, a link or an older version of a sheet: what fits is filled in, what doesn't is kept as loose
// text, and nothing else gets in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, columnsOf, DEEPEST, isEmpty, MOST } from "../../overrides/components/worksheet/sheet-values.mjs";

const FIELDS = {
  title: { id: "title", label: "Titel", kind: "text" },
  story: { id: "story", label: "Verhaal", kind: "long" },
  day: { id: "day", label: "Dag", kind: "date" },
  steps: { id: "steps", label: "Stappen", kind: "list" },
  one: { id: "one", label: "Kies", kind: "choice", options: { a: "Appel", b: "Beuk" }, other: true },
  some: { id: "some", label: "Kies er meer", kind: "choices", options: { a: "Appel", b: "Beuk" } },
  mark: { id: "mark", label: "Cijfer", kind: "scale", steps: 5 },
  who: { id: "who", label: "Wie", kind: "table", columns: [{ id: "name" }, { id: "task" }] },
  ring: { id: "ring", label: "Kring", kind: "rings" },
  goals: { id: "goals", label: "Doelen", kind: "tree", columns: [{ id: "by" }] },
};
const REST = { kinds: [{ id: "bibliotheek" }], levels: [{ id: "kennen" }, { id: "samenwerken" }] };

/** A sheet with one section that has these fields, and what becomes of what is given for it. */
function filled(names, given, repeat) {
  const section = { id: "deel", name: "Deel", fields: names.split(" ").map((name) => FIELDS[name]), ...(repeat && { repeat }) };
  const { values, loose } = clean({ sections: [section], ...REST }, { deel: given });
  return { values: values.deel, loose };
}

test("nothing given is an empty sheet", () => {
  for (const given of [undefined, null, "tekst", 7, [], {}]) {
    const { values, loose } = clean({ sections: [{ id: "deel", name: "Deel", fields: Object.values(FIELDS) }], ...REST }, given);
    assert.ok(isEmpty(values), JSON.stringify(values));
    assert.deepEqual(Object.keys(values.deel), Object.keys(FIELDS));
    assert.ok(loose.length === 0 || given === "tekst" || given === 7);
  }
});

test("a sheet comes back as it was", () => {
  const given = {
    title: "Samen eten", story: "Eerste\nregel", day: "2026-10-09", steps: ["een", "twee"], one: { chosen: ["b"], other: "Den" },
    some: { chosen: ["b", "a"], other: "" }, mark: "4", who: [{ name: "Wij", task: "koken" }],
    ring: [{ name: "Bieb", kind: "bibliotheek", level: "kennen", wanted: "samenwerken" }],
    goals: [{ depth: 0, goal: "rust", by: "mij" }, { depth: 1, goal: "slapen", by: "" }],
  };
  const { values, loose } = filled(Object.keys(FIELDS).join(" "), given);
  assert.deepEqual(values, given);
  assert.deepEqual(loose, []);
  assert.deepEqual(filled(Object.keys(FIELDS).join(" "), values).values, values, "once more changes nothing");
});

test("one line stays one line, and a story keeps its lines", () => {
  assert.equal(filled("title", { title: "Samen\n  eten" }).values.title, "Samen eten");
  assert.equal(filled("story", { story: "Samen\n  eten" }).values.story, "Samen\n  eten");
});

test("a day that does not exist is kept as text", () => {
  for (const day of ["2026-02-30", "gisteren", "9-10-2026", "2026-13-01"]) {
    assert.deepEqual(filled("day", { day }), { values: { day: "" }, loose: [`Dag: ${day}`] }, day);
  }
});

test("a mark outside the scale is kept as text", () => {
  for (const mark of ["0", "6", "2.5", "veel", "-1"]) {
    assert.deepEqual(filled("mark", { mark }), { values: { mark: "" }, loose: [`Cijfer: ${mark}`] }, mark);
  }
  assert.equal(filled("mark", { mark: 3 }).values.mark, "3");
});

test("a choice that the sheet no longer has is kept as text, and so is a second one where one can be made", () => {
  assert.deepEqual(filled("some", { some: { chosen: ["a", "weg"] } }), { values: { some: { chosen: ["a"], other: "" } }, loose: ["Kies er meer: weg"] });
  assert.deepEqual(filled("one", { one: { chosen: ["b", "a"] } }), { values: { one: { chosen: ["b"], other: "" } }, loose: ["Kies: Appel"] });
  assert.deepEqual(filled("some", { some: { chosen: [], other: "Den" } }).loose.length, 1, "where nothing else can be said");
});

test("a list leaves out empty lines, and no more stand in it than it can hold", () => {
  assert.deepEqual(filled("steps", { steps: ["een", " ", "", 2] }).values.steps, ["een", "2"]);
  const { values, loose } = filled("steps", { steps: Array.from({ length: MOST + 2 }, (_, i) => `stap ${i}`) });
  assert.equal(values.steps.length, MOST);
  assert.deepEqual(loose, [`Stappen: stap ${MOST}`, `Stappen: stap ${MOST + 1}`]);
});

test("a table keeps what stood in a column that went", () => {
  const { values, loose } = filled("who", { who: [{ name: "Wij", task: "koken", phone: "straks" }, { name: "", task: " " }] });
  assert.deepEqual(values.who, [{ name: "Wij", task: "koken" }]);
  assert.deepEqual(loose, ["Wie phone: straks"]);
});

test("a ring map has only kinds and levels that there are", () => {
  const { values, loose } = filled("ring", { ring: [{ name: "Bieb", kind: "kerk", level: "kennen", wanted: "dromen" }] });
  assert.deepEqual(values.ring, [{ name: "Bieb", kind: "", level: "kennen", wanted: "" }]);
  assert.deepEqual(loose, ["Kring: kerk", "Kring: dromen"]);
  assert.deepEqual(columnsOf(FIELDS.ring).map(({ id }) => id), ["name", "kind", "level", "wanted"]);
});

test("no goal hangs below one that is not there, nor deeper than the sheet goes", () => {
  const depths = (given) => filled("goals", { goals: given.map((depth) => ({ depth, goal: "doel" })) }).values.goals.map(({ depth }) => depth);
  assert.deepEqual(depths([3, 3, 3]), [0, 1, 2]);
  assert.deepEqual(depths([0, 1, -4, "x", 1.9]), [0, 1, 0, 0, 1]);
  assert.equal(Math.max(...depths([0, 1, 2, 3, 4, 5, 6, 7, 8])), DEEPEST - 1);
  assert.deepEqual(filled("goals", { goals: ["los"] }).values.goals, [{ depth: 0, goal: "los", by: "" }]);
});

test("a part that repeats has as many as it may, and the others are kept as text", () => {
  const { values, loose } = filled("title", [{ title: "een" }, { title: "twee" }, { title: "drie" }], { most: 2 });
  assert.deepEqual(values, [{ title: "een" }, { title: "twee" }]);
  assert.deepEqual(loose, ["Deel title: drie"]);
});

test("a part that no longer repeats keeps its first and the text of the others", () => {
  const { values, loose } = filled("title", [{ title: "een" }, { title: "twee" }]);
  assert.deepEqual(values, { title: "een" });
  assert.deepEqual(loose, ["Deel title: twee"]);
});

test("whatever a newer or older sheet knew besides is kept as text", () => {
  const definition = { sections: [{ id: "deel", name: "Deel", fields: [FIELDS.title] }], ...REST };
  const { values, loose } = clean(definition, { deel: { title: "x", old: "ooit" }, elders: { a: { b: "diep" } } });
  assert.deepEqual(values, { deel: { title: "x" } });
  assert.deepEqual(loose, ["Deel old: ooit", "elders a b: diep"]);
});

test("names that every object has are nothing that was filled in", () => {
  const odd = JSON.parse('{"deel": {"__proto__": {"title": "kwaad"}, "constructor": "kwaad"}, "toString": "kwaad"}');
  const definition = { sections: [{ id: "deel", name: "Deel", fields: [FIELDS.title, FIELDS.some] }], ...REST };
  const { values } = clean(definition, odd);
  assert.equal(values.deel.title, "");
  assert.equal({}.title, undefined);
  assert.deepEqual(filled("some", { some: { chosen: ["toString", "constructor"] } }).values.some.chosen, []);
});

test("a text keeps its tail, however long it is", () => {
  const long = "a".repeat(90_000) + " einde";
  for (const names of ["story", "title"]) assert.deepEqual(filled(names, { [names]: long }), { values: { [names]: long }, loose: [] });
  const given = { steps: [long], some: { chosen: ["b"], other: "" }, who: [{ name: long, task: "" }], goals: [{ depth: 0, goal: long, by: long }] };
  const { values, loose } = filled("steps some who goals", given);
  assert.deepEqual(values, given);
  assert.deepEqual(loose, []);
});

test("only what somebody wrote makes a value filled in", () => {
  for (const value of [null, undefined, "", "  ", [], {}, [""], { a: [" "] }, { depth: 2, goal: "" }]) assert.ok(isEmpty(value), JSON.stringify(value));
  for (const value of ["a", 0, ["", "b"], { a: { b: "c" } }, { depth: "diep" }]) assert.ok(!isEmpty(value), JSON.stringify(value));
});
