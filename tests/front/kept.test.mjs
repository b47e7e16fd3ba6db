// Mijn rugzak holds all that is put in it: there is no number above which something falls out.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { asFragment, fromFragment, keep, kept } from "../../overrides/components/kept/kept.mjs";

const things = (count) => Array.from({ length: count }, (_, i) => ({ path: `organisaties/organisatie-${i}/`, name: `Organisatie ${i}`, note: "" }));

/** What a browser keeps texts in; `room` is how many characters fit. */
class Storage {
  constructor(room = Infinity) {
    this.room = room;
    this.texts = new Map();
  }
  getItem = (name) => this.texts.get(name) ?? null;
  removeItem = (name) => this.texts.delete(name);
  setItem(name, text) {
    if (text.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.texts.set(name, text);
  }
}

beforeEach(() => {
  globalThis.localStorage = new Storage();
  globalThis.dispatchEvent = () => true;
});

test("the hundred and first thing is kept, and so is the thousandth", () => {
  for (const count of [101, 1000]) {
    assert.equal(keep(things(count)), true);
    assert.deepEqual(kept(), things(count));
  }
});

test("a note is kept to its last letter", () => {
  const [item] = things(1);
  const note = "woord ".repeat(2000) + "einde";
  keep([{ ...item, name: "Naam ".repeat(100), note }]);
  assert.deepEqual(kept(), [{ ...item, name: "Naam ".repeat(100), note }]);
});

test("a link carries everything, and says when it lost something on its way", () => {
  const many = things(150).map((item) => ({ ...item, note: "a, b ~ c" }));
  const fragment = asFragment(many, true);
  assert.deepEqual(fromFragment(fragment), { items: many.map((item) => ({ ...item, name: "" })), whole: true });
  assert.equal(fromFragment(fragment.slice(0, fragment.lastIndexOf(",") + 6)).whole, false);
  assert.equal(fromFragment(`${fragment},%E0%A4%A`).whole, false);
  assert.equal(fromFragment("#inhoud"), null);
});

test("without room for more it says so, and what was kept still is", () => {
  keep(things(2));
  localStorage.room = 10;
  assert.equal(keep(things(3)), false);
  assert.deepEqual(kept(), things(2));
});
