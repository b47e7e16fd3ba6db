// Whether somebody can be reached now, of all the ways a record knows, and how that is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords, reached } from "../../overrides/components/opening/reached.mjs";

const CALENDAR = { free: { "2026-12-25": "Eerste kerstdag" }, doubtful: {} };
const SAID = {
  open: "Nu open", open_until: "Nu open, tot {until} uur", ring: "Nu te bellen", ring_until: "Nu te bellen, tot {until} uur", closed: "Nu dicht",
  appointment: "Alleen op afspraak", holiday: "Vandaag is het {name}: bel eerst", some_holiday: "Feestdag: bel eerst",
};
const OFFICE = { slots: [[[0, 1, 2, 3, 4], "09:00", "17:00"]] };
const said = (record, moment = "2026-12-02T11:00+01:00") => {
  const found = reached(record, CALENDAR, new Date(moment));
  return found.state === "unknown" ? null : inWords(found, SAID);
};

test("what is open, can be rung, is shut or on appointment says so", () => {
  assert.equal(said({ hours: OFFICE }), "Nu open, tot 17.00 uur");
  assert.equal(said({ hours: OFFICE, phone: 1 }), "Nu te bellen, tot 17.00 uur");
  assert.equal(said({ hours: { always: true } }), "Nu open");
  assert.equal(said({ hours: OFFICE }, "2026-12-02T20:00+01:00"), "Nu dicht");
  assert.equal(said({ hours: { appointment: true } }), "Alleen op afspraak");
  assert.equal(said({ hours: OFFICE }, "2026-12-25T11:00+01:00"), "Vandaag is het Eerste kerstdag: bel eerst");
});

test("of several places one that is open is named", () => {
  assert.equal(said({ places: [["Elsloo", { slots: [[[6], "09:00", "10:00"]] }], ["Stein", OFFICE]] }), "Nu open, tot 17.00 uur (Stein)");
});

test("what nobody knows is not said, and what takes a break is shut", () => {
  assert.equal(said({}), null);
  assert.equal(said({ hours: { always: true }, paused: true }), "Nu dicht");
});
