// Whether something is open at a moment, as far as its hours tell.

/** Day, minutes and date of a moment in the Netherlands, wherever the visitor's device thinks it is. */
function here(moment) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Amsterdam", weekday: "short", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit",
    minute: "2-digit", hourCycle: "h23",
  }).formatToParts(moment);
  const of = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return {
    day: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(of.weekday),
    time: `${of.hour}:${of.minute}`,
    date: `${of.year}-${of.month}-${of.day}`,
  };
}

/**
 * @param {object|undefined} hours slots of [day, from, to], or `always`, `by_appointment`, `closed`; undefined: not known
 * @param {string[]} holidays dates
 * @param {Date} moment
 * @returns {"open"|"closed"|"appointment"|"holiday"|"unknown"}
 */
export function state(hours, holidays, moment) {
  if (!hours) return "unknown";
  if (hours.always) return "open";
  const { day, time, date } = here(moment);
  if ((hours.closed ?? []).some((when) => date.startsWith(when))) return "closed";
  const open = (hours.slots ?? []).some(([on, from, to]) => on === day && from <= time && time < to);
  if (open) return holidays.includes(date) ? "holiday" : "open";
  if (hours.by_appointment) return "appointment";
  return hours.slots ? "closed" : "unknown";
}

/** Kilometres between two places on earth, as the crow flies (haversine, mean radius 6371 km). */
export function kilometres([lat1, lon1], [lat2, lon2]) {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(a));
}
