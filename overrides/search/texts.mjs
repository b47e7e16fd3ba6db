// The words of the records: how much of a question stands in each.

import { KNOBS } from "./knobs.mjs";
import { Postings } from "./postings.mjs";

/** The fields of a record, the weakest first: the strongest that holds a word is the one that counts. */
const FIELDS = ["more", "place", "labels", "organisation", "words", "name"];

export class Texts {
  /** @param {(record: object) => string} labels the names of the terms a record belongs to */
  constructor(records, lexicon, reader, labels) {
    this._postings = new Postings(records.length);
    this._count = records.length;
    records.forEach((record, number) => {
      FIELDS.forEach((field, place) => {
        const text = field === "labels" ? labels(record) : record[field];
        // Two steps a field: one for a whole word, one below it for a part of a compound.
        if (text) for (const word of reader.telling(text)) this._postings.add(lexicon.add(word), number, 2 * place + 2);
      });
    });
  }

  takeApart(lexicon) {
    this._postings.takeApart(lexicon, (strength) => (strength % 2 ? strength : strength - 1));
  }

  rarity(stem) {
    return this._postings.rarity(stem);
  }

  /** [stem, Map of record → strength] of every stem. */
  entries() {
    return this._postings.of;
  }

  /** How much of a question stands in each record: 0 to 1. */
  hold(read) {
    const value = [0];
    FIELDS.forEach((field) => value.push(KNOBS.fields[field] * KNOBS.part, KNOBS.fields[field]));
    const scores = new Float64Array(this._count);
    let whole = 0;
    for (const { stems, near, telling } of read) {
      const best = new Map();
      let weight = 0;
      const count = (held, rarity) => {
        if (rarity > weight) weight = rarity;
        for (const [record, strength] of held) {
          const now = rarity * value[strength];
          if (now > (best.get(record) ?? 0)) best.set(record, now);
        }
      };
      for (const [stem, sure] of stems) {
        const held = this._postings.of.get(stem);
        if (held) count(held, this.rarity(stem) * telling * sure);
      }
      for (const [together, sure] of near) {
        const held = this._postings.all(together);
        if (held.size) count(held, Math.max(...together.map((stem) => this.rarity(stem))) * telling * sure);
      }
      whole += weight || KNOBS.unknown * telling;
      for (const [record, now] of best) scores[record] += now;
    }
    if (!whole) return scores;
    const against = whole ** KNOBS.dim * (whole / read.length) ** (1 - KNOBS.dim);
    for (let i = 0; i < scores.length; i++) scores[i] = Math.min(1, scores[i] / against);
    return scores;
  }
}
