// How much everything counts in the search. Found by trying, on half of the judged questions in tests/search and on
// questions about another town; the other half measures.

export const KNOBS = {
  /** A word in each field of a record, the strongest one counts. */
  fields: { name: 0.99, organisation: 0.66, words: 0.67, labels: 0.6, more: 0.6, place: 0.0062 },
  /** A part of a compound, where a record has the whole; and where the question has. */
  part: 0.54,
  taken: 0.68,
  /** Something that means nearly the same; words for somebody; a word that no record knows. */
  near: 1,
  who: 0.35,
  unknown: 2.4,
  /** The words of a record against the terms it belongs to; how fast half a match loses to a whole one. */
  text: 1.5,
  terms: 1.2,
  /** How much a long question dims what only a part of it says, in words and in terms: 1 is wholly. */
  dim: 0.88,
  dimTerms: 1,
  /** Who thinks along with any carer: never far off when nothing fits well. */
  general: 0.48,
  bend: 1.7,
  hit: 0.53,
  /** What all sayings of a term have together against the one saying that fits best; how soon that is enough. */
  bag: 0.82,
  enough: 0.071,
  /** How much less a term counts that is less sure than the surest. */
  lead: 0.34,
  /** A second and a third reason. */
  reasons: [1, 0.25, 1, 0.018],
  /** A term for whom it is, against one for what is needed. */
  audience: 0.74,
  /** What is not for who cares for somebody; what does not help first in a situation. */
  others: 0.69,
  later: 0.9,
  /** Terms that count as few things less; the place of a term among a record's terms. */
  focus: 0.017,
  order: 0.088,
  /** How far the words of a record stand in for a term its editor forgot. */
  soft: 0.34,
  /** What was asked for and not everything has: a language, a way in, one's own place; and what lacks the language. */
  aid: { languages: 0.5, accessibility: 0.35, village: 1, postcode: 1 },
  foreign: 0.5,
  /** An organisation's own name; from here on it was meant wholly. */
  named: 2.5,
  wholly: 0.6,
  /** Local before regional before national; what takes a break or has no room; what is only for who works in care; other pages. */
  reach: { l: 1.4, r: 1.1, n: 1 },
  closed: 0.7,
  aside: 0.6,
  organisation: 0.62,
  page: 0.5,
  /** What has less than this share of the best score is not shown. */
  least: 0.22,
};
