// What is saved is opened again, whole; what is too much for a page is refused, and never opened in part.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { asFragment, asText, cleaned, fromFragment, fromText } from "../../overrides/components/worksheet/sheet-files.mjs";
import { ANSWERS } from "../../overrides/components/worksheet/sheet-values.mjs";

const DEFINITION = { id: "blad", name: "Blad", sections: [{ id: "deel", name: "Deel", fields: [{ id: "story", label: "Verhaal", kind: "long" }] }] };
const answer = (story) => ({ deel: { story } });
const answers = (count) => Array.from({ length: count }, (_, i) => answer(`antwoord ${i}`));
const sheet = (more = {}) => ({ values: answer("van mij"), loose: [], others: [], earlier: null, ...more });
const saved = (state) => fromText(asText(DEFINITION, state, "2026-11-21"), DEFINITION);

test("more than a hundred answers are saved and opened, and so are those of an earlier time", () => {
  const state = sheet({ others: answers(ANSWERS), earlier: { date: "2026-03-01", answers: answers(ANSWERS + 1) } });
  assert.deepEqual(saved(state).state, { ...state, saved: "2026-11-21" });
  assert.deepEqual(cleaned(DEFINITION, JSON.parse(JSON.stringify(state))).others, state.others, "as this browser keeps them");
});

test("a file with more answers than a page can draw is refused as a whole", () => {
  assert.deepEqual(saved(sheet({ others: answers(ANSWERS + 1) })), { problem: "too_large" });
  assert.deepEqual(saved(sheet({ earlier: { date: "", answers: answers(ANSWERS + 2) } })), { problem: "too_large" });
});

test("a link carries a long text to its last letter", async () => {
  const values = answer("woord ".repeat(3000) + "einde");
  assert.deepEqual(await fromFragment(await asFragment(values)), values);
});

test("a link that would be cut on its way is not made", async () => {
  assert.equal(await asFragment(answer(randomBytes(9000).toString("base64"))), null);
});
