// What somebody typed, and what each word of it may stand for.

import { stem, words } from "./dutch.mjs";
import { KNOBS } from "./knobs.mjs";

const NO_NEIGHBOURS = [];
/** Shorter words are not taken for one: "in val" may be something else than "inval". */
const COMPOUND = 8;

export class Reader {
  /**
   * @param {Lexicon} lexicon every word that records and vocabularies use
   * @param {object} vocabulary `woorden.json`
   */
  constructor(lexicon, vocabulary) {
    this._lexicon = lexicon;
    this.stop = new Set(vocabulary.stop.split(" "));
    this._who = new Set(vocabulary.who.split(" ").map((word) => lexicon.add(word)));
    this._near = new Map();
  }

  /** Takes in a set of sayings that mean nearly the same. They come as plain telling words already. */
  learn(sayings) {
    const members = sayings.map((saying) => saying.split(" ").map((word) => this._lexicon.add(word)));
    for (const member of members) {
      const key = member.join(" ");
      if (!this._near.has(key)) this._near.set(key, []);
      this._near.get(key).push(members);
    }
  }

  /** The words of a text that tell something. */
  telling(text) {
    return words(text).filter((word) => !this.stop.has(word));
  }

  /** How much a stem tells of what is needed: whom it is about tells little. */
  weight(stem) {
    return this._who.has(stem) ? KNOBS.who : 1;
  }

  /**
   * @returns {Array<{word: string, stems: Array, near: Array, telling: number}>} for each telling word [[stem, how sure],
   * …] of what it may be, and [[stems, how sure], …] of what means nearly the same
   */
  read(question) {
    const every = this._together(words(question));
    const typing = /[\p{L}\p{N}]$/u.test(question);
    const telling = every.filter((word) => !this.stop.has(word));
    const chosen = telling.length ? telling : every;
    const read = chosen.map((word) => {
      const stems = this._stems(word, typing && word === every.at(-1));
      return { word, stems, near: [], telling: stems.length ? this.weight(stems[0][0]) : 1 };
    });
    for (const one of read) for (const [stem, sure] of one.stems) if (sure > 0.5) this._widen([one], stem, sure);
    for (let from = 0; from < read.length; from++) {
      for (let to = from + 2; to <= Math.min(read.length, from + 3); to++) {
        const run = read.slice(from, to);
        if (run.some(({ stems }) => !stems.length)) continue;
        const sure = Math.min(...run.map(({ stems }) => stems[0][1]));
        this._widen(run, run.map(({ stems }) => stems[0][0]).join(" "), sure);
      }
    }
    return read;
  }

  /** Compounds that were typed as two or three words, as many people do: "dag besteding" is one thing. */
  _together(typed) {
    const found = [];
    for (let at = 0; at < typed.length; ) {
      const many = [3, 2].find((many) => at + many <= typed.length && this._isOne(typed.slice(at, at + many).join("")));
      found.push(typed.slice(at, at + (many ?? 1)).join(""));
      at += many ?? 1;
    }
    return found;
  }

  _isOne(joined) {
    return joined.length >= COMPOUND && this._lexicon.words.has(joined);
  }

  /** What means nearly the same as one to three words in a row: who types one is also shown what uses another. */
  _widen(run, key, sure) {
    for (const members of this._near.get(key) ?? NO_NEIGHBOURS) {
      for (const other of members) for (const one of run) one.near.push([other, sure * KNOBS.near]);
    }
  }

  _stems(word, unfinished) {
    const lexicon = this._lexicon;
    const found = new Map();
    const may = (stem, sure) => {
      if (sure > (found.get(stem) ?? 0)) found.set(stem, sure);
    };
    const known = lexicon.words.get(word);
    const own = known ?? stem(word);
    if (known !== undefined || lexicon.stems.has(own)) may(own, 1);
    const parts = lexicon.parts(word);
    // What only begins like a known word may be a slip of another: "vrijwiligers" is not just something free.
    const strange = !found.size && parts.length < 2;
    let meant = strange ? lexicon.meant(word) : NO_NEIGHBOURS;
    for (const part of parts) may(part, found.size ? KNOBS.taken : meant.length ? 0.4 : 0.8);
    if (unfinished && word.length > 2) {
      // A word that is whole already may still be the beginning of another, but less likely.
      const likely = known === undefined ? 0.85 : 0.45;
      for (const longer of lexicon.beginning(word)) may(lexicon.words.get(longer), likely * Math.sqrt(word.length / longer.length));
    }
    // Nor is half a word that can't become another.
    if (!strange && unfinished && found.size < 2 && known === undefined) meant = lexicon.meant(word);
    for (const [other, sure] of meant) {
      may(lexicon.words.get(other), sure * 0.85);
      for (const part of lexicon.parts(other)) may(part, sure * 0.5);
    }
    return [...found].sort((a, b) => b[1] - a[1]);
  }
}
