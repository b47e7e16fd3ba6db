// The words of the records: how much of a question stands in each.

import { KNOBS } from "./knobs.mjs";
import { itemOf, Postings, strengthOf } from "./postings.mjs";

/** The fields of a record, the weakest first: the strongest that holds a word is the one that counts. */
const FIELDS = ["more", "place", "labels", "organisation", "words", "name"];

/** Two steps a field: one for a whole word, one below it for a part of a compound. */
const STRENGTH = Object.fromEntries(FIELDS.map((field, place) => [field, 2 * place + 2]));
/** Of so many records longer texts are taken in before there is a pause. */
const AT_ONCE = 100;

export class Texts {
  /** @param {string[]} labels the names of the terms, by number */
  constructor(records, lexicon, reader, labels) {
    this._postings = new Postings(records.length);
    this._count = records.length;
    // Names and labels come back in many records, so each is read once.
    const known = new Map();
    const stems = (text) => {
      if (!known.has(text)) known.set(text, reader.telling(text).map((word) => lexicon.add(word)));
      return known.get(text);
    };
    records.forEach((record, number) => {
      for (const field of FIELDS) {
        const add = (stem) => this._postings.add(stem, number, STRENGTH[field]);
        if (field === "labels") for (const term of record.terms) stems(labels[term]).forEach(add);
        else if (record[field]) stems(record[field]).forEach(add);
      }
    });
  }

  /** Takes in plain telling words of a field of a record. */
  _plain(words, number, field, lexicon) {
    for (const word of words.split(" ")) if (word) this._postings.add(lexicon.add(word), number, STRENGTH[field]);
  }

  /** Takes in the words of texts, for each field those of the first records in order. In steps. */
  *learn(texts, lexicon) {
    for (const [field, written] of Object.entries(texts)) {
      for (let number = 0; number < written.length; number++) {
        this._plain(written[number], number, field, lexicon);
        if (number % AT_ONCE === AT_ONCE - 1) yield;
      }
    }
  }

  takeApart(lexicon) {
    return this._postings.takeApart(lexicon, (strength) => (strength % 2 ? strength : strength - 1));
  }

  rarity(stem) {
    return this._postings.rarity(stem);
  }

  /** Every stem with the records that hold it, as in `Postings`. */
  entries() {
    return this._postings.of;
  }

  /**
   * For each record how much of a question stands in it, and how well the word does that tells most: both 0 to 1. In
   * a long question one rare word may be all that matters.
   *
   * @returns {{whole: Float64Array, best: Float64Array}}
   */
  hold(read) {
    const value = [0];
    FIELDS.forEach((field) => value.push(KNOBS.fields[field] * KNOBS.part, KNOBS.fields[field]));
    const held = new Float64Array(this._count);
    const most = new Float64Array(this._count);
    const best = new Float64Array(this._count);
    let whole = 0;
    for (const { stems, near, telling } of read) {
      best.fill(0);
      let weight = 0;
      const count = (holding, rarity) => {
        if (rarity > weight) weight = rarity;
        for (const one of holding) {
          const record = itemOf(one);
          const now = rarity * value[strengthOf(one)];
          if (now > best[record]) best[record] = now;
        }
      };
      for (const [stem, sure] of stems) {
        const holding = this._postings.of.get(stem);
        if (holding) count(holding, this.rarity(stem) * telling * sure);
      }
      for (const [together, sure] of near) {
        const holding = this._postings.all(together);
        if (holding.length) count(holding, Math.max(...together.map((stem) => this.rarity(stem))) * telling * sure);
      }
      whole += weight || KNOBS.unknown * telling;
      for (let record = 0; record < best.length; record++) {
        const now = best[record];
        held[record] += now;
        if (now > most[record]) most[record] = now;
      }
    }
    if (!whole) return { whole: held, best: most };
    const against = whole ** KNOBS.dim * (whole / read.length) ** (1 - KNOBS.dim);
    const rarest = Math.log(1 + this._count);
    return { whole: held.map((score) => Math.min(1, score / against)), best: most.map((score) => score / rarest) };
  }
}
