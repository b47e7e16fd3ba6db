// Whether something is open at a moment, as far as its hours tell. `generator/model/opening.py` says the same; what the
// hours of a record look like here is said in `generator/views/pieces/week.py`. All times are those of the clock in the Netherlands.

import { inTheNetherlands } from "../scripts/clock.mjs";

const DAY = 24 * 60;
/** From certain to perhaps. */
const RANKS = ["open", "appointment", "holiday", "school"];
const LAST = 5;
/** Milliseconds. */
const WHOLE_DAY = 86_400_000;

/** Days are counted from 1970, so that neither a zone nor a change of the clock has a say in them. */
const number = (date) => Date.parse(`${date}T00:00:00Z`) / WHOLE_DAY;
const written = (day) => new Date(day * WHOLE_DAY).toISOString().slice(0, 10);
/** Monday is 0; the first day of 1970 was a Thursday. */
const weekday = (day) => (((day + 3) % 7) + 7) % 7;
const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function here(moment) {
  const { date, time } = inTheNetherlands(moment);
  return { day: number(date), minute: minutes(time) };
}

const isClosed = ({ closed = [] }, day) => {
  const date = written(day);
  return closed.some(([first, last, from]) => from === undefined && first <= date && date <= last);
};

/** The hours of a day in which it is closed, in minutes from a midnight that lies `shift` before that of the day. */
function hoursClosed({ closed = [] }, day, shift) {
  const date = written(day);
  return closed
    .filter(([first, last, from]) => from !== undefined && first <= date && date <= last)
    .map(([, , from, to]) => [minutes(from) + shift, minutes(to) + shift]);
}

function without(gone, opening) {
  let left = [[opening.begin, opening.end]];
  for (const [begin, end] of gone) {
    left = left
      .flatMap(([low, high]) => [[low, Math.min(high, begin)], [Math.max(low, end), high]])
      .filter(([low, high]) => low < high);
  }
  return left.map(([begin, end]) => ({ ...opening, begin, end }));
}

/** What a holiday makes of it: nothing, doubt, or that it is closed. `said`: whether it is open then. */
function onFreeDays(said, date, calendar) {
  if (said) return undefined;
  if (date in calendar.free) return said === undefined ? "holiday" : "closed";
  return date in calendar.doubtful ? "holiday" : undefined;
}

function inSchoolHolidays(said, region, date, calendar) {
  if (said === undefined || said === "ja") return undefined;
  const { until = "", days = [] } = calendar.school?.[region] ?? {};
  if (date > until) return "school";
  const inside = days.some(([first, last]) => first <= date && date <= last);
  return inside === (said === "nee") ? "closed" : undefined;
}

function isThatDay(code, day) {
  if (code % 10 !== weekday(day)) return false;
  const position = Math.floor(code / 10);
  const date = Number(written(day).slice(8));
  if (position === LAST) return written(day + 7).slice(5, 7) !== written(day).slice(5, 7);
  return position === 0 || position === Math.floor((date - 1) / 7) + 1;
}

/** Whether a day is in one of the weeks, or months, that it is there: they are counted from where it begins. */
function inTurn(codes, interval, from, day) {
  if (!from) return true;
  const start = number(from);
  if (codes.some((code) => code >= 10)) {
    const [[year, month], [firstYear, firstMonth]] = [written(day), from].map((date) => date.split("-").map(Number));
    return ((year - firstYear) * 12 + month - firstMonth) % interval === 0;
  }
  return ((day - weekday(day) - (start - weekday(start))) / 7) % interval === 0;
}

function falls([codes, , , more = {}], day) {
  const date = written(day);
  if (more.dates) return more.dates.includes(date);
  const [from, until] = more.valid ?? ["", ""];
  if ((from && date < from) || (until && date > until)) return false;
  if (more.season) {
    const [first, last] = more.season;
    const on = date.slice(5);
    if (first <= last ? on < first || on > last : on < first && on > last) return false;
  }
  return codes.some((code) => isThatDay(code, day)) && (!more.interval || inTurn(codes, more.interval, from, day));
}

function begins(hours, slot, day, calendar) {
  if (!falls(slot, day)) return undefined;
  const [, opens, closes, more = {}] = slot;
  const [begin, end] = [minutes(opens), minutes(closes)];
  const opening = {
    begin, end: end <= begin ? end + DAY : end, condition: more.appointment ? "appointment" : "open", note: more.note,
  };
  if (more.dates) return opening;
  const date = written(day);
  const free = onFreeDays(more.holidays ?? hours.holidays, date, calendar);
  const school = inSchoolHolidays(more.school ?? hours.school, hours.region, date, calendar);
  if (free === "closed" || school === "closed") return undefined;
  return { ...opening, condition: free ?? school ?? opening.condition };
}

/** What begins on a day, without what a closing takes away. */
function openings(hours, day, calendar) {
  if (isClosed(hours, day)) return [];
  const gone = [...hoursClosed(hours, day, 0), ...hoursClosed(hours, day + 1, DAY)];
  if (hours.always) {
    const free = hours.holidays === false ? onFreeDays(false, written(day), calendar) : undefined;
    return free === "closed" ? [] : without(gone, { begin: 0, end: DAY, condition: free ?? "open" });
  }
  return (hours.slots ?? [])
    .map((slot) => begins(hours, slot, day, calendar))
    .filter(Boolean)
    .flatMap((opening) => without(gone, opening));
}

/** When it is over, if that is within a day: what begins where another ends goes on, as long as it is as certain. */
function ends(opening, near, minute) {
  const same = near.filter(({ condition, note }) => condition === opening.condition && note === opening.note);
  let [end, before] = [opening.end, -1];
  while (end !== before) {
    before = end;
    for (const found of same) if (found.begin <= end) end = Math.max(end, found.end);
  }
  if (end - minute >= DAY) return undefined;
  const left = ((end % DAY) + DAY) % DAY;
  const two = (n) => String(n).padStart(2, "0");
  return left ? `${two(Math.floor(left / 60))}:${two(left % 60)}` : "24:00";
}

/** Whether a slot is not over for good: what was said of a time that is over says nothing of today. */
function goesOn([, , , more = {}], date) {
  if (more.dates) return more.dates.some((other) => date <= other);
  return !more.valid?.[1] || date <= more.valid[1];
}

/**
 * @param {object|undefined} hours of `week.py`; undefined: not known
 * @param {{free: object, doubtful: object, school: object}} calendar names of holidays by date, and the days without school
 * @param {Date} moment
 * @returns {{state: "open"|"appointment"|"holiday"|"school"|"closed"|"unknown", until?: string, note?: string}}
 */
export function state(hours, calendar, moment) {
  if (!hours) return { state: "unknown" };
  const { day, minute } = here(moment);
  const near = [-1, 0, 1].flatMap((shift) =>
    openings(hours, day + shift, calendar).map((found) => ({
      ...found, begin: found.begin + shift * DAY, end: found.end + shift * DAY,
    })));
  const now = near.filter(({ begin, end }) => begin <= minute && minute < end);
  if (now.length) {
    const best = now.reduce((one, other) => (RANKS.indexOf(other.condition) < RANKS.indexOf(one.condition) ? other : one));
    return { state: best.condition, until: ends(best, near, minute), note: best.note };
  }
  if (isClosed(hours, day)) return { state: "closed" };
  if (hours.appointment) return { state: "appointment" };
  const date = written(day);
  return { state: hours.always || (hours.slots ?? []).some((slot) => goesOn(slot, date)) ? "closed" : "unknown" };
}

/** The name of the holiday that a moment is in, if it is in one. */
export function holiday(calendar, moment) {
  const date = written(here(moment).day);
  return calendar.free[date] ?? calendar.doubtful[date];
}
