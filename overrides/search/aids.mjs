// What an offer has for who can't do without: a language, a way in for a wheelchair, being there for one's own village.
// They stand apart from the words of records, for half of the offers may have them, and a word that half of them hold
// would tell nothing.

import { words } from "./dutch.mjs";

/** From here on a question surely asks for it. */
const SURE = 0.9;

export class Aids {
  /** @param {Object<string, [string, string[]]>} aids by tag: what it is called, and what people say for it */
  constructor(aids, lexicon) {
    this._labels = new Map();
    /** First stem of a saying → [tag, all its stems]. */
    this._sayings = new Map();
    for (const [tag, [label, said]] of Object.entries(aids)) {
      this._labels.set(tag, label);
      for (const saying of said) {
        const stems = words(saying).map((word) => lexicon.add(word));
        if (!stems.length) continue;
        if (!this._sayings.has(stems[0])) this._sayings.set(stems[0], []);
        this._sayings.get(stems[0]).push([tag, stems]);
      }
    }
  }

  label(tag) {
    return this._labels.get(tag);
  }

  /** What a question asks for: tag → how surely, 0 to 1. All of a saying must stand in it. */
  in(read) {
    const found = new Map();
    const sure = new Map();
    for (const { stems } of read) for (const [stem, much] of stems) sure.set(stem, Math.max(sure.get(stem) ?? 0, much));
    for (const stem of sure.keys()) {
      for (const [tag, stems] of this._sayings.get(stem) ?? []) {
        const much = Math.min(...stems.map((one) => sure.get(one) ?? 0));
        if (much > (found.get(tag) ?? 0)) found.set(tag, much);
      }
    }
    return found;
  }

  /** The languages that a question surely asks for, as tags; and the rest of it, which says what for. */
  languages(read) {
    const asked = new Set();
    const rest = read.filter((one) => {
      const [[own, much] = []] = one.stems;
      const spoken = (this._sayings.get(own) ?? []).filter(([tag, stems]) => tag.startsWith("languages:") && stems.length === 1);
      if (!spoken.length || much < SURE) return true;
      spoken.forEach(([tag]) => asked.add(tag));
      return false;
    });
    return { asked, rest };
  }
}

/** The sayings of a village or a postcode: itself. */
export function ofPlaces(tags) {
  const places = tags.filter((tag) => /^(village|postcode):/.test(tag));
  return Object.fromEntries(places.map((tag) => [tag, [tag.slice(tag.indexOf(":") + 1), [tag.slice(tag.indexOf(":") + 1)]]]));
}
