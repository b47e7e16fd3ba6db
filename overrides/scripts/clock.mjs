// What time it is for the visitor, held against what a page says: it may have been made long ago.

const DAY = 86400000;
/** Days after which a check is too long ago. `STALE_AFTER` in generator/values/dates.py, and the day after it. */
const FRESH = 367;

/** Date (`2026-12-05`) and time (`09:30`) of a moment in the Netherlands, wherever the visitor's device thinks it is. */
export function inTheNetherlands(moment) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit",
    minute: "2-digit", hourCycle: "h23",
  }).formatToParts(moment);
  const of = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return { date: `${of.year}-${of.month}-${of.day}`, time: `${of.hour}:${of.minute}` };
}

/** Whether a moment (`2026-12-05T00:30Z`) has come. */
export const hasCome = (moment, now = Date.now()) => Date.parse(moment) <= now;

/** Whether what says from when and until when it is so, is so now: an element, or what an index has of a record. */
export function isNow({ from, until }, now = Date.now()) {
  return (!from || hasCome(from, now)) && !(until && hasCome(until, now));
}

/**
 * What a line says now of which is known until when it is so: itself, or once that is over what was so (`then`), or null
 * when there is nothing to say of it any more. `over` tells which.
 */
export function saidNow(text, { from, until, then }, now = Date.now()) {
  if (isNow({ from, until }, now)) return { text, over: false };
  return then ? { text: then, over: true } : null;
}

/** Whether an element stands in something that is so now. */
export function stands(element) {
  const within = element.closest("[data-from], [data-until]");
  return !within || (isNow(within.dataset) && (!within.parentElement || stands(within.parentElement)));
}

/** Whether a check made in a year, a month or on a day (`2026-03-14`) is too long ago, in the kindest reading. */
export function isStale(checked, now = Date.now()) {
  const [year, month, day] = checked.split("-").map(Number);
  // Day 0 is the last one of the month before. At night it may be two hours late: nobody waits for that.
  const last = day ? Date.UTC(year, month - 1, day) : Date.UTC(year, month || 12, 0);
  return now >= last + FRESH * DAY;
}

/** What the build calls a day in a language where countries differ: `14 March 2026`. */
const LOCALES = { en: "en-GB" };

/** A year, a month or a day as the page would have written it: `14 maart 2026`. */
export function inWords(when, more = {}) {
  const parts = when.split("-");
  if (parts.length === 1) return when;
  const day = parts.length > 2 ? { day: "numeric" } : {};
  const { lang } = document.documentElement;
  return new Date(`${when}T00:00Z`.replace(/^(\d{4}-\d{2})T/, "$1-01T")).toLocaleDateString(LOCALES[lang] ?? lang, {
    ...day, month: "long", year: "numeric", timeZone: "UTC", ...more,
  });
}
