// Keeps a page right by the visitor's clock: what is over goes, what has begun comes, and what was checked long ago says so.
// The page may have been made yesterday, or a year ago.

import { hasCome, inWords, isStale, saidNow } from "../../scripts/clock.mjs";
import { arrange } from "./months.mjs";

/** As many dates are named of something that comes back. `NEXT` in generator/views/agenda/coming.py. */
const NAMED = 3;

/** The times of something that comes back that are still to come: each a day and the moment from which it is over. */
const toCome = (element) => element.dataset.coming.split(" ").filter((one) => !hasCome(one.split("/")[1]));

/** The next times of something that comes back. When more may come than was known, its rhythm says enough. */
function sayNext(element, { next, more }) {
  const left = toCome(element);
  const over = element.dataset.coming.split(" ").length - left.length;
  if (!over) return;
  element.dataset.coming = left.join(" ");
  const spans = element.dataset.spans?.split("|").slice(over);
  if (spans) element.dataset.spans = spans.join("|");
  element.hidden = !left.length;
  const [first, ...later] = left.slice(0, NAMED).map((one) => one.split("/")[0]);
  if (!first) return;
  // Days are named without their year, so only those within one.
  const others = later.filter((day) => day < `${Number(first.slice(0, 4)) + 1}${first.slice(4)}`);
  const date = spans?.[0] ?? inWords(first, { weekday: "long" });
  const days = others.map((day) => inWords(day, { year: undefined }));
  const form = days.length ? more : next;
  element.textContent = form.replace("{date}", date).replace("{more}", new Intl.ListFormat("nl").format(days));
}

function sayStale(element, { stale }) {
  if (!isStale(element.dataset.checked)) return;
  element.textContent = stale.replace("{date}", inWords(element.dataset.checked));
  element.classList.add("warm");
  delete element.dataset.checked;
}

/** How many there are, less what is over by now. */
function sayCount(element) {
  const { total, ends, one, many } = element.dataset;
  const left = Number(total) - ends.split(" ").filter((moment) => hasCome(moment)).length;
  element.hidden = left <= 0;
  element.textContent = left === 1 ? one : many.replace("{count}", left);
}

/** Whether nothing is left of what a list or a group of it holds; undefined where it never held anything. */
function isEmpty(element, kind) {
  const items = [...element.querySelectorAll(kind)];
  return items.length ? items.every((item) => item.hidden) : undefined;
}

/** What is there or not; a line that knows what was so says that once it is over. */
function sayWhetherNow(element) {
  const line = saidNow(null, element.dataset);
  element.hidden = !line;
  if (!line?.over) return;
  element.textContent = line.text;
  element.classList.remove("warm"); // what is not known any more asks no attention: it asks a question
  delete element.dataset.until;
}

function look(said) {
  document.querySelectorAll("[data-until], [data-from]").forEach(sayWhetherNow);
  for (const element of document.querySelectorAll("[data-coming]")) sayNext(element, said);
  for (const element of document.querySelectorAll("[data-checked]")) sayStale(element, said);
  for (const element of document.querySelectorAll("[data-ends]")) sayCount(element);
  arrange(document.querySelectorAll("[data-month]"));
  for (const group of document.querySelectorAll("[data-group]")) group.hidden = isEmpty(group, group.dataset.group) ?? false;
  for (const list of document.querySelectorAll("[data-list]")) {
    const empty = list.parentElement.querySelector(":scope > [data-empty]");
    const none = isEmpty(list, list.dataset.list);
    if (empty && none !== undefined) empty.hidden = !none;
  }
}

export default function passing({ dataset }) {
  look(dataset);
  // Who comes back to a page that stayed open looks at another day.
  document.addEventListener("visibilitychange", () => document.hidden || look(dataset));
}
