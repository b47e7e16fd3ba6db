// In which order answers stand when what is open now is asked for.

import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.location = { hash: "" }; // what is asked stands in an address, which scripts read when they begin
const { answer } = await import("../../overrides/components/finder/answers.mjs");
const { fromAddress } = await import("../../overrides/components/finder/wish.mjs");

const ALWAYS = { always: true };
const NEVER = { slots: [[[0], "03:00", "03:01"]] };
const RECORDS = {
  unknown: {}, shut: { hours: NEVER }, asked: { hours: { appointment: true } }, open: { hours: ALWAYS }, resting: { hours: ALWAYS, paused: true },
  open_too: { hours: ALWAYS },
};
const records = Object.entries(RECORDS).map(([name, more]) => ({ kind: "offer", name, tags: new Set(), ...more }));
const all = {
  records, index: { calendar: { free: {}, doubtful: {} } }, vocabulary: { acute: [] }, acute: { of: () => [] }, discreet: { of: () => false },
  // The first fits best.
  engine: { prior: ({ name }) => 10 - Object.keys(RECORDS).indexOf(name), thinkingAlong: () => [], find: () => [] },
};
const NOW = new Date("2026-12-02T12:00Z");
const names = (all, asked) => answer(all, fromAddress(new URLSearchParams(asked)), null, NOW).shown.map(({ record }) => record.name);

test("what is open comes first, then what is on a condition, then what nobody knows", () => {
  assert.deepEqual(names(all, "open=1"), ["open", "open_too", "asked", "unknown"]);
});

test("without that wish what fits best comes first", () => {
  assert.deepEqual(names(all, ""), Object.keys(RECORDS));
});

test("who acts in danger stays first, also when nobody knows whether they are open", () => {
  const danger = {
    ...all,
    records: records.map((record) => (record.name === "unknown" ? { ...record, line: "post" } : record)),
    vocabulary: { acute: [{ id: "dringend", organisation: "post" }] },
    acute: { of: () => ["dringend"] },
    engine: { ...all.engine, find: () => [{ number: 3, score: 5, terms: [] }] },
  };
  assert.deepEqual(names(danger, "q=dokter&open=1"), ["unknown", "open"]);
});
