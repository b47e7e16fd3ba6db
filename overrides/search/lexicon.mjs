// Every word that the records and the vocabularies use, and what a typed word may have been meant to be.

import { slips, sound, stem } from "./dutch.mjs";

const LINKS = ["", "s", "e", "en", "n"];
/** So many letters longer or shorter, and so many other ones, may a word be that was meant. */
const LONGER = 2;
const MISHEARD = 4;
/** So many first letters words are found by. */
const BEGINNING = 3;
const NOTHING = [];

const shortest = (a, b) => a.length - b.length || (a < b ? -1 : 1);

/** The letters of a word as bits: two words that differ in many of these can't be slips of each other. */
function letters(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 32);
  return bits;
}

function count(bits) {
  let ones = 0;
  for (; bits; bits &= bits - 1) ones++;
  return ones;
}

export class Lexicon {
  constructor() {
    /** Word as written → stem. */
    this.words = new Map();
    this.stems = new Set();
    this._parts = new Map();
    this._begin = new Map();
    this._lengths = [];
  }

  add(word) {
    let found = this.words.get(word);
    if (found === undefined) {
      found = stem(word);
      this.words.set(word, found);
      this.stems.add(found);
      if (word.length >= BEGINNING) this._file(word);
    }
    return found;
  }

  /** Puts a word where it is found by its first letters and by its length: words come one by one, also while somebody types. */
  _file(word) {
    const first = word.slice(0, BEGINNING);
    const like = this._begin.get(first);
    if (like) like.push(word);
    else this._begin.set(first, [word]);
    (this._lengths[word.length] ??= []).push({ word, bits: letters(word), sound: null });
  }

  /** What compounds are made of is to be found out anew: more words are known. */
  forget() {
    this._parts.clear();
  }

  /** The words of which a compound is made, as stems; empty when it can't be taken apart. */
  parts(word) {
    let found = this._parts.get(word);
    if (found === undefined) {
      found = word.length < 7 ? [] : this._split(word, 3);
      if (!found.length && word.length > 8) found = this._beginning(word);
      this._parts.set(word, found);
    }
    return found;
  }

  /** The longest first part that leaves a rest of known words. */
  _split(word, most) {
    for (let at = word.length - 3; at >= 3; at--) {
      const head = word.slice(0, at);
      if (!this._stands(head)) continue;
      const rest = word.slice(at);
      for (const link of LINKS) {
        if (!rest.startsWith(link) || rest.length - link.length < 3) continue;
        const tail = rest.slice(link.length);
        if (this._stands(tail)) return [this._stem(head), this._stem(tail)];
        if (most > 2) {
          const further = this._split(tail, most - 1);
          if (further.length) return [this._stem(head), ...further];
        }
      }
    }
    return [];
  }

  /** The known word that an unknown compound begins with: "dagbesteding" is at least something of a day. */
  _beginning(word) {
    for (let at = word.length - 4; at >= 3; at--) {
      const head = word.slice(0, at);
      if (this.words.has(head) && (head.length > 3 || SHORT.has(head))) return [this._stem(head)];
    }
    return [];
  }

  _stands(part) {
    if (part.length === 3) return SHORT.has(part);
    return this.words.has(part) || (part.length > 3 && this.stems.has(stem(part)));
  }

  _stem(part) {
    return this.words.get(part) ?? stem(part);
  }

  /** Words that begin with what was typed, of at least three letters; the shortest first. */
  beginning(typed, most = 24) {
    const found = (this._begin.get(typed.slice(0, BEGINNING)) ?? NOTHING).filter((word) => word.startsWith(typed));
    return found.sort(shortest).slice(0, most);
  }

  /** [word, how sure] for words that somebody may have meant who typed this unknown one. */
  meant(typed) {
    const found = new Map();
    const may = (word, sure) => {
      if (sure > (found.get(word) ?? 0)) found.set(word, sure);
    };
    const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
    const bits = letters(typed);
    const heard = sound(typed);
    for (let length = Math.max(0, typed.length - LONGER); length <= typed.length + LONGER; length++) {
      for (const known of this._lengths[length] ?? NOTHING) {
        const { word } = known;
        const different = count(bits ^ known.bits);
        if (different <= MISHEARD && (known.sound ??= sound(word)) === heard) may(word, 0.9);
        if (different > 2 * most) continue;
        const apart = slips(typed, word, most);
        if (apart <= most) may(word, (1 - apart * 0.18) * (word[0] === typed[0] ? 1 : 0.85));
      }
    }
    return [...found].sort((a, b) => b[1] - a[1] || shortest(a[0], b[0])).slice(0, 6);
  }
}

/** Short words that compounds are made of; others of three letters are found inside anything. */
const SHORT = new Set(
  ("man zus bed bus pgb wmo wlz zvw ggz mee lot ziek dag rij tas pil rug nah kar hof eet bel val les wet hond kat oog oor been " +
    "arm zit mbo")
    .split(" ")
    .filter((word) => word.length === 3),
);
