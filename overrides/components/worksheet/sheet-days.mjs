// Days as they are kept, `2026-10-09`, and as people read them.

const words = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" });

/** The day it is here. */
export function today() {
  return new Date().toLocaleDateString("sv-SE"); // year, month and day
}

/** A day in words; nothing for no day. */
export function inWords(day) {
  return day ? words.format(new Date(`${day}T12:00:00`)) : "";
}
