// From what a visitor wishes to results: which records, in which order, and how many a further choice would leave.

import { ask } from "./ready.mjs";
import { answerable } from "../../scripts/asked.mjs";
import { isNow } from "../../scripts/clock.mjs";
import { around, kilometres, leavesOut, middle, placeAsked, same } from "./near.mjs";
import { reached } from "../opening/reached.mjs";
import { count, GROUPS } from "./wish.mjs";

/** So many who think along are named when nothing is found. */
const ALONG = 3;
/** Kilometres for what has no known place, and after how many a result counts half. */
const UNKNOWN = 8;
const HALF = 12;

/** What is for another village or postcode counts so much less: it stays, for who lives on the edge of one. */
const ELSEWHERE = 0.05;
/** And what is for this one above all so much more. */
const OWN = 1.5;

/** In which ways an offer reaches somebody who goes nowhere, the nearest first. */
const FROM_AFAR = ["thuis", "telefoon", "online"];

/**
 * How far an offer is: in kilometres to the nearest of its places, with the name of that if there are more; or nothing,
 * and how it comes to who goes nowhere. Undefined when it isn't known.
 */
function away(record, at) {
  const how = FROM_AFAR.find((where) => record.tags.has(`where:${where}`));
  if (how && (how === "thuis" || !record.tags.has("where:locatie"))) return { kilometres: 0, how };
  const [nearest] = (record.at ?? [])
    .map(([lat, lon, town]) => ({ kilometres: kilometres(at, [lat, lon]), town }))
    .sort((one, other) => one.kilometres - other.kilometres);
  return nearest ?? (how && { kilometres: 0, how });
}

/** How certain it is that somebody is there: open, on a condition that is said, or not known. */
const certainty = ({ state }) => (state === "open" ? 0 : state === "unknown" ? 2 : 1);

/** The question to a record that one choice stands for. */
function choice({ index }, name, value, now) {
  if (name === "vrij") return (record) => record.tags.has("access:vrij");
  if (name === "iedereen") return (record) => !record.tags.has("eligibility:1");
  if (name === "open") return (record) => reached(record, index.calendar, now).state !== "closed";
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
  return middle(index, wish.place);
}

/** Whether the parts of all records are needed: how far it is and whether it is open does not stand in the index. */
export function needsAll(wish, index) {
  return Boolean(wish.open || wish.place || placeAsked(index, wish.question));
}

/**
 * @param {object} all of `ready`
 * @param {object} wish of `fromAddress`
 * @param {?[number, number]} own where the visitor is, when that was asked for
 * @param {Date} now
 * @returns {{active: boolean, number: number, shown: Array, found: Array, lines: Array<object>, discreet: boolean, at: ?Array, left: Function}}
 *   `number` results fit; `shown` are those, or what comes nearest when there are none; `discreet`: the question is about
 *   what nobody else may see; `left` tells how many offers would remain with a choice
 */
export function answer(all, wish, own, now) {
  const question = answerable(wish.question);
  const place = wish.place ? null : placeAsked(all.index, question);
  const at = place ? place.at : spot(all, wish, own);
  const asked = asks(all, wish, now);
  const { found: byWords, lines } = question ? ask(all, question) : { found: everything(all), lines: [] };
  const fitting = place ? around(all, place, byWords, everything(all)) : byWords;
  const chosen = wish.place === "hier" ? "" : wish.place;
  const there = ({ number }) => isNow(all.records[number], now);
  const dress = (one) => {
    const record = all.records[one.number];
    const distance = at && record.kind === "offer" ? away(record, at) : undefined;
    const elsewhere = chosen && leavesOut(all.index, record.only, chosen) ? chosen : undefined;
    return { ...one, record, distance, elsewhere, open: wish.open ? reached(record, all.index.calendar, now) : undefined };
  };
  let found = fitting.filter(there).map(dress);
  if (at || wish.place) {
    const far = (one) => (at ? 1 / (1 + (one.distance?.kilometres ?? UNKNOWN) / HALF) : 1);
    const meant = ({ elsewhere, record }) => (elsewhere ? ELSEWHERE : record.only?.some((one) => same(one, chosen)) ? OWN : 1);
    found = found.map((one) => ({ ...one, score: one.score * far(one) * meant(one) }));
    found.sort((a, b) => b.score - a.score || a.number - b.number);
  }
  // What is open for certain comes before what may be, whatever fits better; but never before who acts in danger.
  if (wish.open) found.sort((a, b) => Boolean(b.urgent) - Boolean(a.urgent) || certainty(a.open) - certainty(b.open));
  const passes = (record, but) => [...asked].every(([name, fits]) => name === but || fits(record));
  const kept = found.filter(({ record }) => passes(record));
  // Filters may be in the way of what was asked for; and somebody who thinks along there always is.
  const nearest = found.length ? found : all.engine.thinkingAlong().filter(there).slice(0, ALONG).map(dress);
  return {
    active: Boolean(question) || count(wish) > 0,
    number: kept.length,
    shown: kept.length ? kept : nearest,
    found,
    lines,
    discreet: lines.some(({ discreet }) => discreet) || (Boolean(question) && all.discreet.of(question)),
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
