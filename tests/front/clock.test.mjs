// The visitor's clock: what has come, what is so now, and what was checked too long ago.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hasCome, isNow, isStale, saidNow } from "../../overrides/scripts/clock.mjs";

test("a moment has come at the moment itself", () => {
  const moment = "2026-12-05T00:30Z";
  assert.equal(hasCome(moment, Date.parse("2026-12-05T00:29:59Z")), false);
  assert.equal(hasCome(moment, Date.parse("2026-12-05T00:30:00Z")), true);
});

test("what has no beginning and no end is always so", () => {
  const now = Date.parse("2026-12-05T00:30Z");
  assert.equal(isNow({}, now), true);
  assert.equal(isNow({ from: "2026-12-06T00:00Z" }, now), false);
  assert.equal(isNow({ from: "2026-12-04T00:00Z", until: "2026-12-06T00:00Z" }, now), true);
  assert.equal(isNow({ until: "2026-12-05T00:30Z" }, now), false);
});

test("a check is too long ago after twelve months in the kindest reading", () => {
  const on = (day) => Date.parse(`${day}T12:00Z`);
  for (const [checked, fresh, stale] of [
    ["2026-11-01", "2027-11-02", "2027-11-03"],
    ["2026-11", "2027-12-01", "2027-12-02"],
    ["2026", "2028-01-01", "2028-01-02"],
    ["2024-02", "2025-03-01", "2025-03-02"],
  ]) {
    assert.equal(isStale(checked, on(fresh)), false, checked);
    assert.equal(isStale(checked, on(stale)), true, checked);
  }
});

test("what is over says what was so, or nothing", () => {
  const [before, after] = ["2026-12-04T00:00Z", "2026-12-06T00:00Z"].map((moment) => Date.parse(moment));
  const until = "2026-12-05T00:00Z";
  assert.deepEqual(saidNow("Vol", { until, then: "Dit was vol." }, before), { text: "Vol", over: false });
  assert.deepEqual(saidNow("Vol", { until, then: "Dit was vol." }, after), { text: "Dit was vol.", over: true });
  assert.equal(saidNow("Vol", { until }, after), null);
  assert.deepEqual(saidNow("Vol", {}, after), { text: "Vol", over: false });
});
