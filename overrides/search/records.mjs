// What can be found in a municipality: offers first, then organisations, then pages of knowledge.

import { isNow } from "../scripts/clock.mjs";

const CARERS = new Set(["mantelzorgers", "jonge-mantelzorgers", "partners", "ouders", "nabestaanden"]);
const NONE = new Set();

/** Whether an offer is for who cares for somebody, or for whoever comes. */
function forCarers(audience) {
  return !audience.length || audience.some((id) => CARERS.has(id));
}

/** Whether an offer is there for professionals and volunteers only (`aside`): a carer hardly ever means that. */
function isAside(audience, aside) {
  return audience.length > 0 && audience.every((id) => aside.has(id));
}

/** Whether an offer is somebody who thinks along with any carer: 1, or half when it only informs or listens. */
function thinksAlong(tags, audience) {
  if (!audience.includes("mantelzorgers")) return 0;
  if (tags.includes("help:persoonlijke-begeleiding")) return 1;
  return tags.includes("help:informatie-en-advies") || tags.includes("help:emotionele-steun") ? 0.5 : 0;
}

/** What a record's tags say of one thing: `of(tags, "village")`. */
const of = (tags, group) => tags.filter((tag) => tag.startsWith(`${group}:`)).map((tag) => tag.slice(group.length + 1));

/** Whether it takes a break, by the visitor's clock: what says until which moment is over from then on. */
function isPaused(tags) {
  return tags.includes("status:paused") || of(tags, "paused").some((until) => isNow({ until }));
}

/** Whether nobody gets in just now. */
function isClosed(tags) {
  return isPaused(tags) || of(tags, "full").some((until) => isNow({ until }));
}

/**
 * @param {object} index `zoeken.json`
 * @param {object} vocabulary `woorden.json`
 * @returns {Array<object>} what the engine ranks, in the order of the parts that say what to show of each
 */
export function records(index, vocabulary) {
  const { tags, villages, lines, organisations, offers, pages } = index;
  const until = new Map(index.until);
  const aside = new Set(vocabulary.aside);
  const line = new Map(Object.entries(lines).map(([id, of]) => [of, id]));
  const numbers = new Map(vocabulary.terms.map((term, number) => [`${term.group}:${term.id}`, number]));
  const meaning = tags.map((tag) => ({ term: numbers.get(tag), audience: tag.startsWith("audience:") ? tag.slice(9) : null }));
  const found = offers.name.map((name, i) => {
    const owner = offers.of[i];
    const own = offers.tags[i].map((tag) => tags[tag]);
    const only = [...of(own, "village"), ...of(own, "postcode")];
    const meant = offers.tags[i].map((tag) => meaning[tag]);
    const audience = meant.map(({ audience }) => audience).filter(Boolean);
    return {
      kind: "offer",
      name,
      by: organisations.name[owner],
      of: offers.name.length + owner,
      line: line.get(owner),
      organisation: `${organisations.name[owner]} ${organisations.others[owner].replaceAll("|", " ")}`,
      place: [villages[offers.place[i]], ...only].join(" "),
      only,
      tags: new Set(own),
      carers: forCarers(audience),
      terms: meant.map(({ term }) => term).filter((term) => term !== undefined),
      reach: offers.reach[i],
      until: until.get(i),
      paused: isPaused(own),
      closed: isClosed(own),
      aside: isAside(audience, aside),
      general: thinksAlong(own, audience),
    };
  });
  const other = { place: "", tags: NONE, terms: [] };
  organisations.name.forEach((name, i) => {
    const others = organisations.others[i].split("|").filter(Boolean);
    found.push({ ...other, kind: "organisation", name, names: [name, ...others], by: "", organisation: others.join(" ") });
  });
  for (const name of pages) found.push({ ...other, kind: "page", name, by: "", organisation: "" });
  return found;
}
