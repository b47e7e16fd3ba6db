// From what a visitor wishes to results: which records, in which order, and how many a further choice would leave.

import { ask } from "./ready.mjs";
import { answerable } from "../../scripts/asked.mjs";
import { count, GROUPS } from "./wish.mjs";
import { kilometres, state } from "../../search/opening.mjs";

/** So many who think along are named when nothing is found. */
const ALONG = 3;
/** Kilometres for what has no known place, and after how many a result counts half. */
const UNKNOWN = 8;
const HALF = 12;

/** What is for another village counts so much less: it stays, for who lives on the edge of one. */
const ELSEWHERE = 0.05;
/** And what is for this village above all so much more. */
const OWN = 1.5;

/** Whether an offer is for other villages only. */
const isElsewhere = (record, place) => Boolean(record.villages?.length) && !record.villages.includes(place);

/** How far an offer is, in kilometres: who comes to you, or is there by phone, is near wherever the office stands. */
function away(record, at) {
  const comes = ["thuis", "telefoon", "online"].some((where) => record.tags.has(`where:${where}`));
  if (record.tags.has("where:thuis") || (comes && !record.at)) return 0;
  return record.at ? kilometres(at, record.at) : undefined;
}

/** The question to a record that one choice stands for. */
function choice({ index }, name, value, now) {
  if (name === "vrij") return (record) => record.tags.has("access:vrij");
  if (name === "iedereen") return (record) => !record.tags.has("eligibility:1");
  if (name === "open") return (record) => state(record.hours, index.holidays, now) !== "closed";
  return (record) => record.tags.has(`${GROUPS[name]}:${value}`);
}

/** The groups of filters that are on, as questions to a record, by name. */
function asks(all, wish, now) {
  const asked = new Map();
  for (const [name, ids] of wish.chosen) {
    const any = [...ids].map((id) => choice(all, name, id, now));
    if (any.length) asked.set(name, (record) => any.some((fits) => fits(record)));
  }
  if (wish.free) asked.set("vrij", choice(all, "vrij", "1", now));
  if (wish.forAll) asked.set("iedereen", choice(all, "iedereen", "1", now));
  if (wish.open) asked.set("open", choice(all, "open", "1", now));
  return asked;
}

/** Where a visitor wants to be near: [latitude, longitude] in degrees, or null. */
function spot({ index }, wish, own) {
  if (wish.place === "hier") return own;
  const found = index.places.find(([name]) => name === wish.place);
  return found ? found.slice(1) : null;
}

/** Whether the parts of all records are needed: how far it is and whether it is open does not stand in the index. */
export function needsAll(wish) {
  return Boolean(wish.open || wish.place);
}

/**
 * @param {object} all of `ready`
 * @param {object} wish of `fromAddress`
 * @param {?[number, number]} own where the visitor is, when that was asked for
 * @param {Date} now
 * @returns {{active: boolean, number: number, shown: Array, found: Array, lines: Array<object>, at: ?Array, left: Function}}
 *   `number` results fit; `shown` are those, or what comes nearest when there are none; `left` tells how many offers
 *   would remain with a choice
 */
export function answer(all, wish, own, now) {
  const question = answerable(wish.question);
  const at = spot(all, wish, own);
  const asked = asks(all, wish, now);
  const { found: fitting, lines } = question ? ask(all, question) : { found: everything(all), lines: [] };
  const dress = (one) => {
    const record = all.records[one.number];
    const distance = at && record.kind === "offer" ? away(record, at) : undefined;
    const elsewhere = wish.place && wish.place !== "hier" && isElsewhere(record, wish.place) ? wish.place : undefined;
    return { ...one, record, distance, elsewhere, state: wish.open ? state(record.hours, all.index.holidays, now) : undefined };
  };
  let found = fitting.map(dress);
  if (wish.place) {
    const far = (one) => (at ? 1 / (1 + (one.distance ?? UNKNOWN) / HALF) : 1);
    const meant = ({ elsewhere, record }) => (elsewhere ? ELSEWHERE : record.villages?.includes(wish.place) ? OWN : 1);
    const near = (one) => far(one) * meant(one);
    found = found.map((one) => ({ ...one, score: one.score * near(one) }));
    found.sort((a, b) => b.score - a.score || a.number - b.number);
  }
  const passes = (record, but) => [...asked].every(([name, fits]) => name === but || fits(record));
  const kept = found.filter(({ record }) => passes(record));
  // Filters may be in the way of what was asked for; and somebody who thinks along there always is.
  const nearest = found.length ? found : all.engine.thinkingAlong().slice(0, ALONG).map(dress);
  return {
    active: Boolean(question) || count(wish) > 0,
    number: kept.length,
    shown: kept.length ? kept : nearest,
    found,
    lines,
    at,
    left(name, value) {
      const fits = choice(all, name, value, now);
      return found.filter(({ record }) => record.kind === "offer" && passes(record, name) && fits(record)).length;
    },
  };
}

/** All offers, the nearest first: what there is before anything is asked. */
function everything({ engine, records }) {
  const found = records.map((record, number) => ({ number, score: engine.prior(record), terms: [] }));
  return found.filter(({ number }) => records[number].kind === "offer").sort((a, b) => b.score - a.score || a.number - b.number);
}
