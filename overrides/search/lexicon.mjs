// Every word that the records and the vocabularies use, and what a typed word may have been meant to be.

import { slips, sound, stem } from "./dutch.mjs";

const LINKS = ["", "s", "e", "en", "n"];
/** So many letters longer or shorter, and so many other ones, may a word be that was meant. */
const LONGER = 2;
const MISHEARD = 4;

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
    this._sounds = new Map();
    this._ready = null;
  }

  add(word) {
    let found = this.words.get(word);
    if (found === undefined) {
      found = stem(word);
      this.words.set(word, found);
      this.stems.add(found);
      this._ready = null;
    }
    return found;
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

  _prepare() {
    const list = [...this.words.keys()].filter((word) => word.length > 2).sort();
    const byLength = new Map();
    for (const word of list) {
      if (!byLength.has(word.length)) byLength.set(word.length, []);
      byLength.get(word.length).push([word, letters(word)]);
    }
    this._ready = { list, byLength };
  }

  /** How a known word sounds, found out when it is first asked. */
  _sound(word) {
    let heard = this._sounds.get(word);
    if (heard === undefined) this._sounds.set(word, (heard = sound(word)));
    return heard;
  }

  /** Words that begin with what was typed, the shortest first. */
  beginning(typed, most = 24) {
    if (!this._ready) this._prepare();
    const { list } = this._ready;
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < typed) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let i = low; i < list.length && list[i].startsWith(typed); i++) found.push(list[i]);
    return found.sort((a, b) => a.length - b.length).slice(0, most);
  }

  /** [word, how sure] for words that somebody may have meant who typed this unknown one. */
  meant(typed) {
    if (!this._ready) this._prepare();
    const { byLength } = this._ready;
    const found = new Map();
    const may = (word, sure) => {
      if (sure > (found.get(word) ?? 0)) found.set(word, sure);
    };
    const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
    const bits = letters(typed);
    const heard = sound(typed);
    for (let length = typed.length - LONGER; length <= typed.length + LONGER; length++) {
      for (const [word, others] of byLength.get(length) ?? []) {
        const different = count(bits ^ others);
        if (different <= MISHEARD && this._sound(word) === heard) may(word, 0.9);
        if (different > 2 * most) continue;
        const apart = slips(typed, word, most);
        if (apart <= most) may(word, (1 - apart * 0.18) * (word[0] === typed[0] ? 1 : 0.85));
      }
    }
    return [...found].sort((a, b) => b[1] - a[1]).slice(0, 6);
  }
}

/** Short words that compounds are made of; others of three letters are found inside anything. */
const SHORT = new Set(
  ("man zus bed bus pgb wmo wlz zvw ggz mee lot ziek dag rij tas pil rug nah kar hof eet bel val les wet hond kat oog oor been " +
    "arm zit mbo")
    .split(" ")
    .filter((word) => word.length === 3),
);
