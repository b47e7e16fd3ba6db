// Days as they are kept, `2026-10-09`, and as people read them.

const words = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" });

/** A day, when it is one in the calendar; else nothing. */
export function realDay(text) {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return "";
  const day = new Date(`${text}T12:00:00Z`);
  return text > "0001" && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text) ? text : "";
}

/** A day in words; nothing for no day. */
export function inWords(day) {
  return realDay(day) && words.format(new Date(`${day}T12:00:00`));
}
