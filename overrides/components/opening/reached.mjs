// Whether somebody can be reached now, of all the ways that a record knows: places with hours of their own, and a phone.

import { holiday, state } from "../../search/opening.mjs";

/** From open to shut. */
const STATES = ["open", "appointment", "holiday", "school", "unknown", "closed"];

/**
 * Whether somebody can be reached now, and what is to be said of it. What is paused can't, whatever its hours say.
 *
 * @param {{hours: ?object, places: ?Array, phone: ?number, paused: ?boolean}} record
 * @param {object} calendar of `state`
 * @param {Date} now
 */
export function reached(record, calendar, now) {
  if (record.paused) return { state: "closed" };
  const ways = (record.places ?? []).map(([town, hours]) => ({ hours, town }));
  if (record.hours || !ways.length) ways.push({ hours: record.hours, phone: Boolean(record.phone) });
  // Of several places, and a number to ring, one that is open says it all.
  const found = ways.map(({ hours, ...way }) => ({ ...state(hours, calendar, now), ...way }));
  found.sort((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state));
  return { ...found[0], holiday: holiday(calendar, now) };
}

/** That in words: a condition is said instead of "open". */
export function inWords({ state, until, note, holiday, phone, town }, said) {
  let text = said[state];
  if (state === "open") {
    text = said[`${phone ? "ring" : "open"}${until ? "_until" : ""}`].replace("{until}", timeOf(until));
  } else if (state === "holiday") text = holiday ? said.holiday.replace("{name}", holiday) : said.some_holiday;
  const more = [town, note].filter(Boolean).join(", ");
  return more ? `${text} (${more})` : text;
}

/** `09:00` as people say it: `9.00`. */
const timeOf = (time = "") => time.replace(":", ".").replace(/^0/, "");
